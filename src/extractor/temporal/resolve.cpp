#include "extractor/temporal/resolve.hpp"

#include <algorithm>
#include <cstdlib>

#include "extractor/temporal/context.hpp"

namespace annals {

namespace {

constexpr std::int64_t kOne = 1000;
constexpr std::int64_t kMostSteps = 20000;
constexpr int kReportingDays = 120;
constexpr std::uint32_t kComparedSentences = 2;

Season season_of(const Meaning& m) {
  return m.season.value_or(Season::winter);
}

// `n` units after the stretch of that unit that holds `base`; an odd half of a year or decade in months.
Moment shifted_by(Date base, TimeUnit unit, std::int64_t thousandths) {
  const std::int64_t limited = std::clamp(thousandths, -kMostSteps * kOne, kMostSteps * kOne);
  const int n = static_cast<int>(limited / kOne);
  const int twelfths = static_cast<int>(limited * 12 / kOne);
  switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
    case TimeUnit::part:
    case TimeUnit::day: return day_moment(add_days(base, n));
    case TimeUnit::weekend:
    case TimeUnit::week: return moment_around(add_days(base, 7 * n), unit);
    case TimeUnit::fortnight: return moment_around(add_days(base, 14 * n), TimeUnit::week);
    case TimeUnit::month: return moment_around(add_months(base, n), unit);
    case TimeUnit::quarter: return moment_around(add_months(base, 3 * n), unit);
    case TimeUnit::season:
    case TimeUnit::half: return moment_around(add_months(base, 6 * n), unit);
    case TimeUnit::year: {
      const bool whole = limited % kOne == 0;
      return moment_around(add_months(base, twelfths), whole ? TimeUnit::year : TimeUnit::month);
    }
    case TimeUnit::decade: return moment_around(add_months(base, 10 * twelfths), unit);
    case TimeUnit::century: return moment_around(add_months(base, 100 * 12 * n), unit);
  }
  return day_moment(base);
}

// Gregorian Easter (the anonymous algorithm of 1876).
Date easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return make_date(year, n / 31, n % 31 + 1).value_or(Date{});
}

class Resolver {
 public:
  Resolver(const std::vector<FoundTime>& found, std::optional<Date> written, AnchorKind written_kind)
      : found_(found), context_(found, written), written_kind_(written_kind) {}

  std::vector<ResolvedTime> run() {
    std::vector<ResolvedTime> results;
    results.reserve(found_.size());
    for (const FoundTime& time : found_) {
      now_ = &time;
      anchor_ = AnchorKind::none;
      ResolvedTime result;
      const Meaning& m = time.mention.meaning;
      if (!m.impossible) {
        if (m.kind == Meaning::Kind::calendar) result.moment = calendar(m);
        if (m.kind == Meaning::Kind::shifted && !m.vague) result.moment = shifted(m);
      }
      result.anchor = anchor_;
      if (result.moment) {
        context_.remember(*result.moment, time.sentence);
        // A quarter of comparison is not what the text goes on about.
        if (result.moment->unit == TimeUnit::quarter && m.kind == Meaning::Kind::calendar) {
          last_quarter_ = result.moment;
          quarter_sentence_ = time.sentence;
        }
      }
      results.push_back(result);
    }
    return results;
  }

 private:
  // The day of writing as anchor.
  std::optional<Date> written() {
    if (context_.written()) anchor_ = written_kind_;
    return context_.written();
  }
  std::optional<Date> mentioned(TimeUnit unit) {
    auto date = context_.last(unit);
    if (!date && !context_.narrative()) return written();
    if (date) anchor_ = AnchorKind::last_mention;
    return date;
  }

  // Part of day and clock put on a day.
  static Moment on_day(Date day, const Meaning& m) {
    Moment moment = day_moment(day);
    if (m.hour) {
      moment.unit = TimeUnit::minute;
      moment.hour = *m.hour;
      moment.minute = m.minute.value_or(0);
    } else if (m.part) {
      moment.unit = TimeUnit::part;
      moment.part = m.part;
    }
    return moment;
  }

  std::optional<Moment> calendar(const Meaning& m) {
    if (m.decade)
      return moment_around(Date{static_cast<std::int16_t>(std::clamp(*m.decade, -9990, 9990)), 1, 1},
                           TimeUnit::decade);
    if (m.century)
      return moment_around(Date{static_cast<std::int16_t>(std::clamp(*m.century, -99, 99) * 100), 1, 1},
                           TimeUnit::century);
    if (m.month || m.easter) return with_month(m);
    if (m.year && now_->mention.rule->quarterly && last_quarter_) {
      anchor_ = AnchorKind::last_mention;
      return quarter_moment(*m.year, (last_quarter_->first.month + 2) / 3);
    }
    if (m.year) return in_year(m, *m.year);
    if (m.season) return bare_season(m);
    if (m.quarter || m.half) return bare_quarter(m);
    if (m.weekday) return bare_weekday(m);
    if (m.hour || m.part) return bare_time(m);
    return std::nullopt;
  }

  // Fields inside a known year.
  static std::optional<Moment> in_year(const Meaning& m, int year) {
    if (year < -9999 || year > 9999) return std::nullopt;
    if (m.easter && year > 0) return on_day(add_days(easter_sunday(year), *m.easter), m);
    if (m.month && m.nth && m.weekday) return nth_weekday(m, year);
    if (m.month && m.day) {
      const auto date = make_date(year, *m.month, *m.day);
      return date ? std::optional<Moment>(on_day(*date, m)) : std::nullopt;
    }
    if (m.month) return month_moment(year, *m.month);
    if (m.season) return season_moment(year, *m.season);
    if (m.quarter) return quarter_moment(year, *m.quarter == -1 ? 4 : *m.quarter);
    if (m.half) {
      Moment half = month_moment(year, *m.half == 1 ? 1 : 7);
      half.unit = TimeUnit::half;
      return half;
    }
    return year_moment(year);
  }

  // "the first Monday of May"
  static std::optional<Moment> nth_weekday(const Meaning& m, int year) {
    const DateSpan month = days_of(month_moment(year, *m.month));
    const int ahead = (*m.weekday - weekday(*month.first) + 7) % 7;
    Date day = add_days(*month.first, ahead + 7 * (std::max(*m.nth, 1) - 1));
    if (*m.nth < 0) day = add_days(*month.last, -((weekday(*month.last) - *m.weekday + 7) % 7));
    if (day > *month.last) return std::nullopt;
    return on_day(day, m);
  }

  std::optional<Moment> with_month(const Meaning& m) {
    if (m.year) return in_year(m, *m.year);
    if (m.step && *m.step != 0) {
      const auto base = m.anchor == AnchorKind::last_mention ? mentioned(TimeUnit::month) : step_base();
      if (!base || !m.month) return std::nullopt;
      int year = base->year;
      if (*m.step < 0 && *m.month >= base->month) --year;
      if (*m.step > 0 && *m.month <= base->month) ++year;
      return in_year(m, year);
    }
    if (context_.narrative()) {
      const auto year = context_.year();
      if (!year) return std::nullopt;
      anchor_ = AnchorKind::last_mention;
      return in_year(m, *year);
    }
    const auto base = written();
    if (!base) return std::nullopt;
    return nearest(m, *base);
  }

  // Of the years around the base, the one whose month or day lies nearest; the outlook of the sentence
  // decides between two that are nearly as near.
  std::optional<Moment> nearest(const Meaning& m, Date base) const {
    std::optional<Moment> best;
    int best_cost = 0;
    for (int year = base.year - 1; year <= base.year + 1; ++year) {
      const auto moment = in_year(m, year);
      if (!moment) continue;
      const DateSpan days = days_of(*moment);
      const int after = to_days(*days.first) - to_days(base);
      const int before = to_days(base) - to_days(*days.last);
      int cost = std::max({after, before, 0});
      const bool against =
          (after > 0 && now_->outlook == Outlook::behind) || (before > 0 && now_->outlook == Outlook::ahead);
      if (against) cost += m.day ? 60 : 150;
      if (!best || cost < best_cost) {
        best = moment;
        best_cost = cost;
      }
    }
    return best;
  }

  std::optional<Date> step_base() {
    if (context_.narrative() && context_.last(TimeUnit::month)) return mentioned(TimeUnit::month);
    return written();
  }

  std::optional<Moment> bare_season(const Meaning& m) {
    if (!m.step && context_.narrative()) {
      const auto year = context_.year();
      if (!year) return std::nullopt;
      anchor_ = AnchorKind::last_mention;
      return season_moment(*year, *m.season);
    }
    const auto base = m.step ? step_base() : written();
    if (!base) return std::nullopt;
    int year = base->year;
    const int start = season_moment(year, season_of(m)).first.month;
    const int step = m.step.value_or(now_->outlook == Outlook::behind  ? -1
                                     : now_->outlook == Outlook::ahead ? 1
                                                                       : 0);
    if (m.step && *m.step < 0 && base->month < start + 3 && start != 12) --year;
    if (m.step && *m.step < 0 && start == 12) --year;
    if (m.step && *m.step > 0 && base->month >= start) ++year;
    if (!m.step && step < 0 && base->month < start) --year;
    if (!m.step && step > 0 && base->month >= start + 3) ++year;
    return season_moment(year, *m.season);
  }

  // The latest quarter that has begun; looking ahead, the next that has not ended.
  std::optional<Moment> bare_quarter(const Meaning& m) {
    if (context_.narrative()) {
      const auto year = context_.year();
      anchor_ = AnchorKind::last_mention;
      return year ? in_year(m, *year) : std::nullopt;
    }
    const auto base = written();
    if (!base) return std::nullopt;
    auto moment = in_year(m, base->year);
    if (!moment) return moment;
    const DateSpan days = days_of(*moment);
    // Results of a quarter are expected for months after its end.
    if (now_->outlook == Outlook::ahead) {
      if (to_days(*base) - to_days(*days.last) > kReportingDays) moment = in_year(m, base->year + 1);
    } else if (*days.first > *base) {
      moment = in_year(m, base->year - 1);
    }
    return moment;
  }

  std::optional<Moment> bare_weekday(const Meaning& m) {
    const bool from_text = m.anchor == AnchorKind::last_mention || context_.narrative();
    auto base = from_text ? mentioned(TimeUnit::day) : written();
    if (!base) base = written();
    if (!base) return std::nullopt;
    const int back = (weekday(*base) - *m.weekday + 7) % 7;  // days since the latest such day
    int offset = -back;
    if (m.step) {
      if (*m.step < 0 && back == 0) offset = -7;
      if (*m.step > 0) offset = 7 - back;
      if (*m.step == 0 && now_->outlook == Outlook::ahead && back != 0) offset = 7 - back;
    } else if (looks_ahead() && back != 0) {
      offset = 7 - back;
    }
    return on_day(add_days(*base, offset), m);
  }

  bool looks_ahead() const {
    return now_->outlook == Outlook::ahead ||
           (now_->relation == TimexRelation::until && now_->outlook != Outlook::behind);
  }

  // "at 10:35 a.m.": on the day just told, else on the day of writing.
  std::optional<Moment> bare_time(const Meaning& m) {
    const bool fresh = context_.last_moment() && now_->sentence - context_.last_sentence() <= 1;
    const auto base = fresh || context_.narrative() ? mentioned(TimeUnit::day) : written();
    return base ? std::optional<Moment>(on_day(*base, m)) : std::nullopt;
  }

  std::optional<Moment> shifted(const Meaning& m) {
    if (m.unit < TimeUnit::day) return std::nullopt;
    if (const auto quarter = compared_quarter(m)) return quarter;
    if (m.unit == TimeUnit::quarter && !m.step) return told_quarter();
    const auto base = m.anchor == AnchorKind::last_mention ? mentioned(m.unit) : written();
    if (!base) return std::nullopt;
    // "a decade ago" is a year, "the last decade" a decade.
    const bool years = !m.step && (m.unit == TimeUnit::decade || m.unit == TimeUnit::century);
    const int factor = !years ? 1 : m.unit == TimeUnit::decade ? 10 : 100;
    Moment moment = shifted_by(*base, years ? TimeUnit::year : m.unit, m.thousandths * factor);
    if (m.month || m.quarter || m.season || m.half) return in_year(m, moment.first.year);
    if (m.weekday) return on_day(add_days(moment.first, *m.weekday), m);
    if (m.unit == TimeUnit::day) return on_day(moment.first, m);
    if (m.unit == TimeUnit::weekend && m.thousandths == 0 && now_->outlook != Outlook::ahead &&
        moment.first > *base) {
      moment.first = add_days(moment.first, -7);
    }
    return moment;
  }

  // "in the third quarter, up from a year earlier": the same quarter of the year before.
  std::optional<Moment> compared_quarter(const Meaning& m) {
    const bool year_back =
        m.unit == TimeUnit::year && m.thousandths == -kOne && !m.step && !m.month && !m.quarter;
    const bool near = last_quarter_ && (now_->mention.rule->quarterly ||
                                        now_->sentence - quarter_sentence_ <= kComparedSentences);
    if (!year_back || !near || context_.narrative()) return std::nullopt;
    anchor_ = AnchorKind::last_mention;
    return moment_around(add_months(last_quarter_->first, -12), TimeUnit::quarter);
  }

  // "the quarter": the one just told, else the last that has ended.
  std::optional<Moment> told_quarter() {
    if (last_quarter_) {
      anchor_ = AnchorKind::last_mention;
      return last_quarter_;
    }
    const auto base = written();
    return base ? std::optional<Moment>(moment_around(add_months(*base, -3), TimeUnit::quarter))
                : std::nullopt;
  }

  const std::vector<FoundTime>& found_;
  TimeContext context_;
  AnchorKind written_kind_;
  const FoundTime* now_ = nullptr;
  AnchorKind anchor_ = AnchorKind::none;
  std::optional<Moment> last_quarter_;
  std::uint32_t quarter_sentence_ = 0;
};

}  // namespace

std::vector<ResolvedTime> resolve_times(const std::vector<FoundTime>& found, std::optional<Date> written,
                                        AnchorKind written_kind) {
  return Resolver(found, written, written_kind).run();
}

}  // namespace annals
