#include "extractor/figures/totals.hpp"

#include <algorithm>
#include <map>

#include "extractor/figures/account_total.hpp"
#include "extractor/figures/further.hpp"
#include "extractor/figures/same_people.hpp"
#include "extractor/figures/tellings.hpp"

namespace annals {

namespace {

constexpr std::int32_t kApart = 4;        // days between two events rather than two reports of one
constexpr std::int32_t kLongToll = 30;    // days: a toll that counts longer is no toll of one incident
constexpr std::int32_t kAgesToll = 365;   // days: nor is it the article's own where it only ends the text
constexpr std::int64_t kOtherScale = 20;  // times the incident's own number: a war's toll beside it
constexpr std::int64_t kPlural = 2;       // people at least where the text says only that there were some
constexpr std::uint32_t kTollNear = 1;    // sentences after the incident in which its running toll stands

// Days between two spans; 0 where they meet or one is open.
std::int32_t days_between(const std::optional<DateSpan>& a, const std::optional<DateSpan>& b) {
  if (!a || !b || !a->first || !a->last || !b->first || !b->last) return 0;
  return std::max({0, to_days(*a->first) - to_days(*b->last), to_days(*b->first) - to_days(*a->last)});
}

std::int32_t length_of(const std::optional<DateSpan>& span) {
  return span && span->first && span->last ? to_days(*span->last) - to_days(*span->first) : 0;
}

bool is_total(const Telling& telling) {
  return std::any_of(telling.figures.begin(), telling.figures.end(),
                     [](const Figure* f) { return f->scope == Scope::total; });
}

bool is_increment(const Telling& telling) {
  return std::all_of(telling.figures.begin(), telling.figures.end(), [](const Figure* f) { return f->more; });
}

class Adder {
 public:
  Adder(std::string_view text, const std::vector<Claim>& claims, const std::vector<Figure>& figures,
        std::optional<Date> day, SeveralHarmed several, const LexiconData& lexicon)
      : text_(text),
        claims_(claims),
        figures_(figures),
        day_(day),
        several_(several),
        lexicon_(lexicon),
        words_(lexicon.words),
        framing_(*lexicon.framing) {}

  std::optional<Total> total(HarmKind kind) const {
    std::vector<Telling> tellings = tellings_of(text_, claims_, figures_, kind, words_, framing_);
    if (tellings.empty()) return unnumbered(kind);
    if (day_) return of_report(std::move(tellings));
    return total_of_account(text_, claims_, tellings, words_, framing_, *lexicon_.places);
  }

 private:
  // "a number of people were hurt", "killing two and wounding others": more than one.
  std::optional<Total> unnumbered(HarmKind kind) const {
    const bool told = std::any_of(figures_.begin(), figures_.end(), [&](const Figure& f) {
      return f.kind == kind && f.frame == Frame::reported && f.scope == Scope::event && !f.part &&
             f.quantity.bound == Bound::vague && !point(f.quantity);
    });
    const bool several =
        (kind == HarmKind::killed && several_.killed) || (kind == HarmKind::injured && several_.injured);
    if (!told && !several) return std::nullopt;
    return Total{kPlural, kPlural, std::nullopt};
  }

  // One that is not only of some of those harmed ("two combatants").
  bool counts_all(const Telling& telling) const {
    return std::any_of(telling.figures.begin(), telling.figures.end(), [&](const Figure* f) {
      return counts_anyone(*f, words_, framing_) && (f->victims || point(f->quantity).value_or(0) > 1);
    });
  }

  // The incident of a report is the first one told that is of its own days.
  static std::size_t first_of_story(const std::vector<Telling>& tellings, Date day) {
    const DateSpan today = day_span(day);
    for (std::size_t i = 0; i < tellings.size(); ++i) {
      if (is_total(tellings[i])) break;
      if (days_between(tellings[i].figures.front()->date, today) <= kApart) return i;
    }
    return 0;
  }

  // Leaves out other events and the tolls of what the incident is only a part of.
  std::vector<Telling> of_story(std::vector<Telling> tellings) const {
    const std::size_t lede = first_of_story(tellings, *day_);
    const std::optional<DateSpan> when = tellings[lede].figures.front()->date;
    const bool incident = !is_total(tellings[lede]) && !is_increment(tellings[lede]);
    const std::int64_t own = std::max<std::int64_t>(1, tellings[lede].best());
    std::vector<Telling> story;
    for (Telling& telling : tellings) {
      const Figure& first = *telling.figures.front();
      if (is_total(telling)) {
        const std::int32_t length = length_of(first.date);
        if (incident && (length > kLongToll || telling.best() >= kOtherScale * own)) continue;
        if (length > kAgesToll && telling.sentence > 0) continue;
      } else if (days_between(when, first.date) > kApart) {
        continue;
      }
      story.push_back(std::move(telling));
    }
    return story;
  }

  std::optional<Total> of_report(std::vector<Telling> all) const {
    const std::vector<Telling> tellings = of_story(std::move(all));
    if (tellings.empty()) return std::nullopt;
    // A lede that tells of some gives way to the first that tells of all.
    std::size_t main = 0;
    if (!counts_all(tellings[0])) {
      // One who is told of is no measure of all.
      const std::int64_t scale = tellings[0].best() == 1 ? kOtherScale * 5 : kOtherScale;
      const auto whole = std::find_if(tellings.begin() + 1, tellings.end(), [&](const Telling& r) {
        return counts_all(r) && r.best() >= tellings[0].best() && r.best() < scale * tellings[0].best();
      });
      if (whole != tellings.end()) main = static_cast<std::size_t>(whole - tellings.begin());
    }
    main = exactly_told(tellings, main);
    Total total = start_from(tellings[main]);
    const bool incident = !is_total(tellings[0]) && !is_increment(tellings[0]);
    bool running = false;  // a running toll has its increments in it
    for (const Telling& telling : tellings) {
      const bool near = !incident || telling.sentence <= tellings[main].sentence + kTollNear;
      if (!is_total(telling) || !near || telling.best() < *total.best) continue;
      if (incident && telling.is_vague()) continue;  // "several have been killed in recent weeks"
      total = start_from(telling);
      running = true;
    }
    const Largest largest(tellings);
    for (std::size_t i = 0; i < tellings.size(); ++i) {
      if (i == main) continue;
      const Telling& telling = tellings[i];
      if (!running && telling.sentence != tellings[main].sentence &&
          ((is_increment(telling) && adds_to_its_kind(telling)) ||
           is_further(tellings, main, i, *total.best, largest))) {
        add(telling, total);
      } else if (i > main && counts_all(telling) && telling.best() < kOtherScale * *total.best) {
        total.high = std::max(*total.high, telling.best());
      }
    }
    return total;
  }

  // The greatest of the tellings beside any one of them, found once.
  struct Largest {
    explicit Largest(const std::vector<Telling>& tellings) {
      for (std::size_t i = 0; i < tellings.size(); ++i) {
        const std::int64_t n = tellings[i].best();
        if (n > most) {
          next = most;
          most = n;
          index = i;
        } else {
          next = std::max(next, n);
        }
      }
    }
    std::int64_t beside(std::size_t i) const { return i == index ? next : most; }

    std::int64_t most = -1;
    std::int64_t next = -1;
    std::size_t index = 0;
  };

  // The story has gone on to others than those of the first telling, and no telling has them all.
  bool is_further(const std::vector<Telling>& tellings, std::size_t main, std::size_t i, std::int64_t so_far,
                  const Largest& largest) const {
    const Telling& telling = tellings[i];
    if (i < main || is_total(telling) || is_total(tellings[main]) || telling.loose) return false;
    const bool told_in_all = largest.beside(i) >= so_far + telling.best();
    return !told_in_all && goes_on_to_others(text_, claims_, tellings[main], telling, words_, framing_);
  }

  // "Nine died in all. Another 40 were injured": more than those who died.
  bool adds_to_its_kind(const Telling& telling) const {
    const auto* figure = telling.figures.front();
    const Figure* before = figure;
    while (before != figures_.data() && before->sentence == figure->sentence) --before;
    if (before->sentence == figure->sentence) return true;
    for (const std::uint32_t sentence = before->sentence; before->sentence == sentence; --before) {
      if (before->kind == figure->kind) return true;
      if (before == figures_.data()) break;
    }
    return false;
  }

  // "dozens were hurt ... the ministry said that 45 were": the exact number within the vague one.
  std::size_t exactly_told(const std::vector<Telling>& tellings, std::size_t main) const {
    const Telling& vague = tellings[main];
    if (!vague.is_vague()) return main;
    const auto exact = std::find_if(tellings.begin() + static_cast<std::ptrdiff_t>(main) + 1, tellings.end(),
                                    [&](const Telling& telling) {
                                      return !telling.is_vague() && !is_increment(telling) &&
                                             !telling.loose && counts_all(telling) &&
                                             telling.best() >= *vague.stated.low &&
                                             telling.best() <= *vague.stated.high;
                                    });
    return exact == tellings.end() ? main : static_cast<std::size_t>(exact - tellings.begin());
  }

  // "up to 20, including at least 14": no fewer than the largest part.
  static Total start_from(const Telling& telling) {
    Total total{telling.stated.low, telling.best(), telling.stated.high};
    const bool open = std::any_of(telling.figures.begin(), telling.figures.end(),
                                  [](const Figure* f) { return !f->quantity.low; });
    if (!open) return total;
    std::int64_t part = 0;
    for (const Figure* f : telling.parts) {
      if (f->quantity.bound != Bound::vague) part = std::max(part, point(f->quantity).value_or(0));
    }
    if (part >= 2 && part < *total.best) total.low = part;
    return total;
  }

  // "He went on to kill two more": people not told of yet.
  void add(const Telling& telling, Total& total) const {
    for (const Figure* f : telling.figures) {
      if (repeats(*f, words_, framing_) || f->scope == Scope::total) continue;
      const std::int64_t n = point(f->quantity).value_or(0);
      *total.low += n;
      *total.best += n;
      *total.high += n;
    }
  }

  std::string_view text_;
  const std::vector<Claim>& claims_;
  const std::vector<Figure>& figures_;
  std::optional<Date> day_;
  SeveralHarmed several_;
  const LexiconData& lexicon_;
  const WordTable& words_;
  const FramingRules& framing_;
};

}  // namespace

std::array<std::optional<Total>, kHarmKinds> total_up(std::string_view text, const std::vector<Claim>& claims,
                                                      const std::vector<Figure>& figures,
                                                      std::optional<Date> day, SeveralHarmed several,
                                                      const LexiconData& lexicon) {
  const Adder adder(text, claims, figures, day, several, lexicon);
  std::array<std::optional<Total>, kHarmKinds> totals;
  for (int k = 0; k < kHarmKinds; ++k)
    totals[static_cast<std::size_t>(k)] = adder.total(static_cast<HarmKind>(k));
  return totals;
}

}  // namespace annals
