#include "extractor/temporal/thread.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace annals {

namespace {

// Costs, in months of going forward. Found by trying; half or twice of most changes little.
constexpr double kForwardMost = 4;  // a longer way forward costs no more
constexpr double kSameYear = 0.5;   // factor, forward within one year
constexpr double kBack = 3;         // to go back at all
constexpr double kBackMonth = 0.5;  // for each month back
constexpr double kOtherYear = 4;    // to give a bare date another year than that of the thread
constexpr double kNotTold = 3;      // another year than the one told in the same sentence
constexpr double kLeap = 5;         // to give it the year told last, when that is far from the thread
constexpr double kFollowDate = 4;   // most that it costs to follow a date with month and year
constexpr double kFollowYear = 6;   // to follow a bare year
constexpr double kFollowFar = 12;   // the same, for a year before or after a lifetime
constexpr double kFollowNext = 3;   // the same, for the second of two years in rising order
constexpr double kDateAside = 6;    // not to follow a date with month and year
constexpr double kYearAside = 5;    // not to follow a bare year
constexpr double kYearAgain = 1;    // the same, when that year was told just before
constexpr int kLifetime = 60;       // years
constexpr std::size_t kWays = 8;    // kept at each step
constexpr std::uint32_t kNone = UINT32_MAX;

// Where the thread is: a month of a year, or anywhere in a year.
struct Place {
  int year = 0;
  std::optional<double> month;  // from 0, days as its fraction

  bool operator==(const Place&) const = default;
};

struct Way {
  double cost = 0;
  Place place;
  std::uint32_t last = kNone;  // of choices
};

struct Choice {
  std::uint32_t before = kNone;
  std::uint32_t mention = 0;
  int year = 0;
};

int start_of(Season season) {
  switch (season) {
    case Season::spring: return 3;
    case Season::summer: return 6;
    case Season::autumn: return 9;
    case Season::winter: break;
  }
  return 0;
}

std::optional<double> month_of(const Meaning& m) {
  if (m.month) return *m.month - 1 + (m.day.value_or(1) - 1) / 31.0;
  if (m.season) return start_of(*m.season);
  return std::nullopt;
}

double cost_of(const Place& from, const Place& to) {
  double months = 0;
  if (from.month) {
    months = (to.year - from.year) * 12 + *to.month - *from.month;
  } else if (to.year != from.year) {
    months = (to.year - from.year) * 12 + *to.month - (to.year > from.year ? 12 : 0);
  }
  if (months < 0) return kBack - kBackMonth * months;
  return std::min(months, kForwardMost) * (to.year == from.year ? kSameYear : 1);
}

double follow_year(int from, int to) {
  return std::abs(to - from) > kLifetime ? kFollowFar : kFollowYear;
}

class Thread {
 public:
  explicit Thread(int first_year) : told_(first_year) {
    ways_.push_back({0, {first_year, std::nullopt}, kNone});
  }

  // A date with its year: the thread follows it, or it is an aside. A range of years mostly is.
  void tell(const Place& told, bool range) {
    for (const Way& way : ways_) {
      if (told.month) {
        keep({way.cost + std::min(cost_of(way.place, told), kFollowDate), told, way.last});
        keep({way.cost + kDateAside, way.place, way.last});
      } else if (told.year == way.place.year) {
        keep(way);
      } else {
        const bool rising = !range && way.place.year < told_ && told_ < told.year;
        const double follow = rising ? kFollowNext : follow_year(way.place.year, told.year);
        keep({way.cost + follow, told, way.last});
        keep({way.cost + (range || told.year == told_ ? kYearAgain : kYearAside), way.place, way.last});
      }
    }
    if (!range) told_ = told.year;
    turn();
  }

  // A date without a year. A season does not move the thread: it is often a plan or a memory.
  void choose(std::uint32_t mention, double month, bool moves, bool fresh) {
    for (const Way& way : ways_) {
      for (int year = way.place.year - 1; year <= way.place.year + 1; ++year) {
        const double change =
            (year == way.place.year ? 0 : kOtherYear) + (fresh && year != told_ ? kNotTold : 0);
        take(way, mention, {year, month}, cost_of(way.place, {year, month}) + change, moves);
      }
      if (std::abs(told_ - way.place.year) > 1)
        take(way, mention, {told_, month}, kLeap + follow_year(way.place.year, told_) - kFollowYear, moves);
    }
    turn();
  }

  void put_years(std::vector<std::optional<int>>& years) const {
    for (std::uint32_t at = ways_.front().last; at != kNone; at = choices_[at].before)
      years[choices_[at].mention] = choices_[at].year;
  }

 private:
  void take(const Way& way, std::uint32_t mention, const Place& place, double cost, bool moves) {
    choices_.push_back({way.last, mention, place.year});
    keep({way.cost + cost, moves ? place : way.place, static_cast<std::uint32_t>(choices_.size() - 1)});
  }

  // Of two ways to one place the cheaper.
  void keep(const Way& way) {
    const auto same =
        std::find_if(next_.begin(), next_.end(), [&](const Way& w) { return w.place == way.place; });
    if (same == next_.end()) {
      next_.push_back(way);
    } else if (way.cost < same->cost) {
      *same = way;
    }
  }

  void turn() {
    std::stable_sort(next_.begin(), next_.end(), [](const Way& a, const Way& b) { return a.cost < b.cost; });
    if (next_.size() > kWays) next_.resize(kWays);
    ways_.swap(next_);
    next_.clear();
  }

  std::vector<Way> ways_;
  std::vector<Way> next_;
  std::vector<Choice> choices_;
  int told_;  // the last year of the text, followed or not
};

}  // namespace

std::vector<std::optional<int>> years_along(const std::vector<FoundTime>& found) {
  std::vector<std::optional<int>> years(found.size());
  const auto dated = [](const FoundTime& t) {
    return t.mention.meaning.kind == Meaning::Kind::calendar && t.mention.meaning.year;
  };
  const auto first = std::find_if(found.begin(), found.end(), dated);
  if (first == found.end()) return years;
  Thread thread(*first->mention.meaning.year);
  std::uint32_t year_sentence = kNone;
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    const Meaning& m = found[i].mention.meaning;
    if (m.kind != Meaning::Kind::calendar || m.impossible) continue;
    const auto month = month_of(m);
    if (m.year) {
      thread.tell({*m.year, month}, found[i].mention.rule->operation == TimeOperation::pair && !month);
      year_sentence = found[i].sentence;
    } else if (month && !m.step) {
      thread.choose(i, *month, m.month.has_value(), year_sentence == found[i].sentence);
    }
  }
  thread.put_years(years);
  return years;
}

}  // namespace annals
