#include "extractor/temporal/resolve.hpp"

#include <algorithm>

#include "extractor/temporal/context.hpp"
#include "extractor/temporal/place_fields.hpp"
#include "extractor/temporal/thread.hpp"

namespace annals {

namespace {

constexpr std::int64_t kOne = 1000;
// Results of a quarter are expected for so long after its end.
constexpr int kReportingDays = 120;
// How many sentences after a quarter "a year earlier" still compares with it.
constexpr std::uint32_t kComparedSentences = 5;
// Tokens between a clock time and its day.
constexpr std::uint32_t kBesideTokens = 5;
// Days that a year against the outlook of the sentence must be nearer to be taken all the same.
constexpr int kAgainstDay = 240;
constexpr int kAgainstMonth = 300;

class Resolver {
 public:
  Resolver(const std::vector<FoundTime>& found, std::optional<Date> written, AnchorKind written_kind)
      : found_(found), context_(found, written), written_kind_(written_kind) {
    if (context_.narrative()) years_ = years_along(found);
  }

  std::vector<ResolvedTime> run() {
    std::vector<ResolvedTime> results;
    results.reserve(found_.size());
    for (const FoundTime& time : found_) {
      now_ = &time;
      anchor_ = AnchorKind::none;
      ResolvedTime result;
      const Meaning& m = time.mention.meaning;
      result.dropped = time.mention.rule->narrative && !context_.narrative();
      if (!m.impossible && !result.dropped && !time.mention.rule->unplaced) {
        if (m.kind == Meaning::Kind::calendar) result.moment = calendar(m);
        if (m.kind == Meaning::Kind::calendar && m.unit == TimeUnit::week && result.moment)
          result.moment = moment_around(result.moment->first, TimeUnit::week);  // "the week of May 6"
        if (m.kind == Meaning::Kind::shifted && !m.vague) result.moment = shifted(m);
      }
      result.anchor = anchor_;
      // What a report compares with ("up from a year earlier") is not what it goes on about.
      const bool comparison = is_year_back(m) && !context_.narrative();
      if (result.moment && !comparison) {
        context_.remember(*result.moment, time.sentence);
        // A quarter of comparison is not what the text goes on about.
        const bool told = m.kind == Meaning::Kind::calendar || m.thousandths == 0;
        if (result.moment->unit == TimeUnit::quarter && told) {
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

  std::optional<Moment> calendar(const Meaning& m) {
    if (m.decade)
      return moment_around(Date{static_cast<std::int16_t>(std::clamp(*m.decade, -9990, 9990)), 1, 1},
                           TimeUnit::decade);
    if (m.century)
      return moment_around(Date{static_cast<std::int16_t>(std::clamp(*m.century, -99, 98) * 100 + 1), 1, 1},
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
      const auto year = thread_year();
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
      if (after > 0 && now_->relation == TimexRelation::since) continue;
      if (against) cost += m.day ? kAgainstDay : kAgainstMonth;
      if (!best || cost < best_cost) {
        best = moment;
        best_cost = cost;
      }
    }
    return best;
  }

  std::optional<int> thread_year() const {
    const auto year = years_[static_cast<std::size_t>(now_ - found_.data())];
    return year ? year : context_.year();
  }

  std::optional<Date> step_base() {
    if (context_.narrative() && context_.last(TimeUnit::month)) return mentioned(TimeUnit::month);
    return written();
  }

  std::optional<Moment> bare_season(const Meaning& m) {
    if (!m.step && context_.narrative()) {
      const auto year = thread_year();
      if (!year) return std::nullopt;
      anchor_ = AnchorKind::last_mention;
      return season_moment(*year, *m.season);
    }
    const auto base = m.step ? step_base() : written();
    if (!base) return std::nullopt;
    int year = base->year;
    const int start = season_moment(year, *m.season).first.month;
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
      if (!year) return std::nullopt;
      anchor_ = AnchorKind::last_mention;
      return in_year(m, *year);
    }
    const auto base = written();
    if (!base) return std::nullopt;
    auto moment = in_year(m, base->year);
    if (!moment) return moment;
    const DateSpan days = days_of(*moment);
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
    } else if (now_->outlook == Outlook::ahead && back != 0) {
      offset = 7 - back;
    }
    return on_day(add_days(*base, offset), m);
  }

  // "at 10:35 a.m.": on the day told beside it, else on the day just told, else on the day of writing.
  std::optional<Moment> bare_time(const Meaning& m) {
    const bool beside = is_near(now_, -1) && !now_[-1].mention.meaning.hour;
    auto base = beside ? std::nullopt : day_after_clock();
    const bool fresh = context_.last_moment() && now_->sentence - context_.last_sentence() <= 1;
    if (!base) base = fresh || context_.narrative() ? mentioned(TimeUnit::day) : written();
    return base ? std::optional<Moment>(on_day(*base, m)) : std::nullopt;
  }

  // Does the mention `step` further stand in the same sentence, at most a few tokens away?
  bool is_near(const FoundTime* time, int step) const {
    const FoundTime* other = time + step;
    if (other < found_.data() || other >= found_.data() + found_.size()) return false;
    if (other->sentence != time->sentence) return false;
    const TimeMention& left = std::min(time, other)->mention;
    return std::max(time, other)->mention.first - left.last <= kBesideTokens;
  }

  // "at 4:25 p.m. (2055 GMT) on Tuesday": Tuesday, for both times.
  std::optional<Date> day_after_clock() {
    const FoundTime* const clock = now_;
    for (const FoundTime* at = clock; is_near(at, 1);) {
      ++at;
      const Meaning& m = at->mention.meaning;
      const bool date = m.kind == Meaning::Kind::calendar && (m.weekday || (m.month && m.day));
      const bool day = m.kind == Meaning::Kind::shifted && m.unit == TimeUnit::day;
      if (date || day) {
        now_ = at;
        const auto moment = m.impossible ? std::nullopt : date ? calendar(m) : shifted(m);
        now_ = clock;
        return moment && moment->unit <= TimeUnit::day ? std::optional<Date>(moment->first) : std::nullopt;
      }
      if (m.kind != Meaning::Kind::calendar || !m.hour) break;
    }
    return std::nullopt;
  }

  std::optional<Moment> shifted(const Meaning& m) {
    if (m.unit < TimeUnit::day) return std::nullopt;
    if (const auto quarter = compared_quarter(m)) return quarter;
    if (m.unit == TimeUnit::quarter && m.thousandths == 0 && !m.step) return told_quarter();
    // In a narrative "two years ago" is mostly said by somebody of that time.
    const bool told = m.anchor == AnchorKind::last_mention ||
                      (context_.narrative() && !m.step && m.unit > TimeUnit::week && context_.last(m.unit));
    const auto base = told ? mentioned(m.unit) : written();
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

  static bool is_year_back(const Meaning& m) {
    return m.kind == Meaning::Kind::shifted && m.unit == TimeUnit::year && m.thousandths == -kOne &&
           !m.step && !m.month && !m.quarter;
  }

  // "in the third quarter, up from a year earlier": the same quarter of the year before.
  std::optional<Moment> compared_quarter(const Meaning& m) {
    const bool near = last_quarter_ && (now_->mention.rule->quarterly ||
                                        now_->sentence - quarter_sentence_ <= kComparedSentences);
    if (!is_year_back(m) || !near || context_.narrative()) return std::nullopt;
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
  std::vector<std::optional<int>> years_;  // of a narrative, by mention
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
