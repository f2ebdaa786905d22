#include "extractor/figures/tellings.hpp"

#include <algorithm>

#include "extractor/figures/same_people.hpp"
#include "extractor/figures/word_in.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kRangeGap = 20;  // bytes between "at least 12" and "up to 15"

std::int64_t number_of(const Figure& figure) {
  return point(figure.quantity).value_or(0);
}

std::string_view between(std::string_view text, std::uint32_t from, std::uint32_t to) {
  return from < to ? text.substr(from, to - from) : std::string_view{};
}

// The figures of one sentence, and which of them count.
class SentenceReader {
 public:
  SentenceReader(std::string_view text, std::vector<const Figure*> figures, const WordTable& words,
                 const FramingRules& framing)
      : text_(text),
        figures_(std::move(figures)),
        left_out_(figures_.size(), false),
        words_(words),
        framing_(framing) {}

  // Adds the tellings; the parts that nothing whole stands beside make one that is `loose`.
  void read(std::vector<Telling>& tellings) {
    leave_out_details();
    leave_out_sums();
    leave_out_summed();
    leave_out_parts();
    std::vector<const Figure*> parts;
    std::vector<const Figure*> whole;
    for (std::size_t i = 0; i < figures_.size(); ++i) (left_out_[i] ? parts : whole).push_back(figures_[i]);
    if (whole.empty()) {
      tellings.push_back({parts.front()->sentence, outermost(), parts, {}, false, true});
      return;
    }
    const std::size_t first = tellings.size();
    for (const Figure* figure : whole) {
      const bool set_against =
          tellings.size() > first && is_set_against(*tellings.back().figures.back(), *figure);
      if (tellings.size() == first || set_against)
        tellings.push_back({figure->sentence, {}, parts, {}, false, false});
      tellings.back().figures.push_back(figure);
    }
  }

 private:
  std::uint32_t end_of(std::size_t i) const {
    const Figure& f = *figures_[i];
    return f.victims ? std::max(f.span.end, f.victims->span.end) : f.span.end;
  }

  // "four of his family, including a niece": of parts, those that are in no other.
  std::vector<const Figure*> outermost() const {
    std::vector<const Figure*> figures;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (i == 0 || !follows_including(i)) figures.push_back(figures_[i]);
    }
    return figures;
  }

  bool follows_including(std::size_t i) const {
    return i > 0 &&
           word_in(between(text_, end_of(i - 1), figures_[i]->span.begin), words_, framing_.including);
  }

  // "twelve people were hurt, two of whom", "twelve were hurt, two seriously": how bad it is for some.
  bool tells_how_bad(std::size_t i) const {
    const Figure& f = *figures_[i];
    const std::string_view gap = between(text_, end_of(i - 1), f.span.begin);
    if (gap.size() < 2 || gap.substr(gap.size() - 2) != ", " || f.span.end >= text_.size()) return false;
    const std::string_view rest = text_.substr(f.span.end + 1);
    const std::size_t end = std::min(rest.find_first_of(" ,.;)\n"), rest.size());
    return words_.classes(words_.find(rest.substr(0, end))).has(framing_.how_bad);
  }

  // "twelve people, two seriously"; "Omar Haddad, 34": a number alone behind a comma tells of those before
  // it.
  void leave_out_details() {
    for (std::size_t i = 1; i < figures_.size(); ++i) {
      const Figure& f = *figures_[i];
      if (f.duplicate_of && figures_[i - 1]->sentence == f.sentence && is_undetermined(f) &&
          f.quantity == exactly(1) && number_of(*figures_[i - 1]) == 1 && !is_named(*figures_[i - 1])) {
        left_out_[i] = true;  // the name of the person just told
      }
      const std::string_view gap = between(text_, end_of(i - 1), f.span.begin);
      const bool close = gap == ", " || gap == " (" || tells_how_bad(i);
      if (!f.victims && close && (number_of(f) < number_of(*figures_[i - 1]) || is_named(*figures_[i - 1])))
        left_out_[i] = true;
    }
  }

  // "six people, three men and three women": what adds up to the figure before it.
  void leave_out_sums() {
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (left_out_[i]) continue;
      std::int64_t sum = 0;
      for (std::size_t k = i + 1; k < figures_.size() && sum < number_of(*figures_[i]); ++k) {
        sum += number_of(*figures_[k]);
        if (k < i + 2 || sum != number_of(*figures_[i])) continue;
        std::fill(left_out_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  left_out_.begin() + static_cast<std::ptrdiff_t>(k) + 1, true);
      }
    }
  }

  // "killed 1,000 at sea, a total of 1,800": those before are counted in it.
  void leave_out_summed() {
    constexpr std::size_t kTotalOf = 9;
    for (std::size_t i = 1; i < figures_.size(); ++i) {
      const std::string_view gap = between(text_, end_of(i - 1), figures_[i]->span.begin);
      if (gap.size() <= kTotalOf || !word_in(gap.substr(gap.size() - kTotalOf), words_, framing_.whole))
        continue;
      for (std::size_t k = 0; k < i; ++k)
        left_out_[k] = left_out_[k] || number_of(*figures_[k]) < number_of(*figures_[i]);
    }
  }

  // A part is no more than its whole: of "Omar and two of his brothers" all three count. Where the people of
  // a group are named one by one, what else stands there is of the group too.
  void leave_out_parts() {
    std::int64_t largest = 0;
    std::size_t group = figures_.size();
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (left_out_[i] || figures_[i]->part) continue;
      largest = std::max(largest, number_of(*figures_[i]));
      if (group == figures_.size() && number_of(*figures_[i]) >= 2) group = i;
    }
    bool named = false;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (!figures_[i]->part && !follows_including(i)) continue;
      const bool more_than_whole = largest > 0 && largest < number_of(*figures_[i]);
      left_out_[i] = left_out_[i] || !more_than_whole;
      named = named || (i > group && is_named(*figures_[i]));
    }
    if (!named) return;
    for (std::size_t i = group + 1; i < figures_.size(); ++i)
      left_out_[i] = left_out_[i] || number_of(*figures_[i]) <= number_of(*figures_[group]);
  }

  // "..., while the hospital said 11": someone else's number of the same people.
  bool is_set_against(const Figure& a, const Figure& b) const {
    if (a.scope != b.scope) return true;  // "three died, bringing the toll to 45"
    return word_in(between(text_, a.span.end, b.span.begin), words_, framing_.telling) &&
           may_be_same_people(a, b, words_, framing_);
  }

  std::string_view text_;
  std::vector<const Figure*> figures_;
  std::vector<bool> left_out_;
  const WordTable& words_;
  const FramingRules& framing_;
};

// "at least 12 and up to 15": one range.
bool is_one_range(const Figure& a, const Figure& b) {
  const bool from = a.quantity.bound == Bound::at_least || a.quantity.bound == Bound::more_than;
  const bool to = b.quantity.bound == Bound::at_most || b.quantity.bound == Bound::less_than;
  return from && to && !a.victims && a.sentence == b.sentence && b.span.begin > a.span.end &&
         b.span.begin - a.span.end <= kRangeGap;
}

// Low and high of figures added up. A figure without one end stands with the other.
Quantity sum_of(const std::vector<const Figure*>& figures) {
  std::int64_t low = 0;
  std::int64_t high = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Quantity& q = figures[i]->quantity;
    if (i + 1 < figures.size() && is_one_range(*figures[i], *figures[i + 1])) {
      low += q.low.value_or(0);
      high += figures[++i]->quantity.high.value_or(0);
      continue;
    }
    low += q.low ? *q.low : q.high.value_or(0);
    high += q.high ? *q.high : q.low.value_or(0);
  }
  return {low, std::max(low, high), low < high ? Bound::range : Bound::exact};
}

// "Three of four members of a family died": parts stand for the whole where no telling is greater.
void drop_covered(std::vector<Telling>& tellings) {
  std::int64_t largest = 0;
  for (const Telling& telling : tellings) {
    if (!telling.loose) largest = std::max(largest, telling.best());
  }
  std::erase_if(tellings, [&](const Telling& telling) {
    if (!telling.loose) return false;
    if (telling.best() <= largest) return true;
    largest = telling.best();
    return false;
  });
}

}  // namespace

bool Telling::is_vague() const {
  return std::all_of(figures.begin(), figures.end(),
                     [](const Figure* f) { return f->quantity.bound == Bound::vague; });
}

std::vector<Telling> tellings_of(std::string_view text, const std::vector<Claim>& claims,
                                 const std::vector<Figure>& figures, HarmKind kind, const WordTable& words,
                                 const FramingRules& framing) {
  const auto counts = [&](const Figure& f) {
    return f.kind == kind && f.frame == Frame::reported && point(f.quantity).has_value();
  };
  // Families and houses are another measure than people.
  const bool of_people = std::any_of(figures.begin(), figures.end(), [&](const Figure& f) {
    return counts(f) && (f.unit == Unit::people || f.unit == Unit::bodies);
  });
  std::vector<Telling> tellings;
  for (std::size_t i = 0; i < figures.size();) {
    const std::uint32_t sentence = figures[i].sentence;
    std::vector<const Figure*> told;
    for (; i < figures.size() && figures[i].sentence == sentence; ++i) {
      const Figure& f = figures[i];
      if (counts(f) && (!of_people || f.unit == Unit::people || f.unit == Unit::bodies)) told.push_back(&f);
    }
    if (told.empty()) continue;
    SentenceReader(text, std::move(told), words, framing).read(tellings);
  }
  for (Telling& telling : tellings) telling.stated = sum_of(telling.figures);
  drop_covered(tellings);
  for (Telling& telling : tellings) {
    telling.in_all = std::any_of(telling.figures.begin(), telling.figures.end(),
                                 [](const Figure* f) { return f->scope == Scope::total; }) ||
                     word_in(slice(text, claims[telling.sentence].span), words, framing.whole);
  }
  return tellings;
}

}  // namespace annals
