#include "extractor/figures/fates.hpp"

#include <algorithm>

#include "extractor/figures/same_people.hpp"
#include "extractor/figures/word_in.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kWoundsReach = 3;  // sentences from those hurt to the death of some of them

std::optional<Total> all_of(std::int64_t n) {
  return Total{n, n, n};
}

bool counts(const Figure& f, HarmKind kind) {
  return f.kind == kind && f.frame == Frame::reported && point(f.quantity).has_value();
}

class Settler {
 public:
  Settler(std::string_view text, const std::vector<Claim>& claims, const std::vector<Figure>& figures,
          const std::vector<Figure>& by_pronoun, const WordTable& words, const FramingRules& framing,
          Totals& totals)
      : text_(text),
        claims_(claims),
        figures_(figures),
        by_pronoun_(by_pronoun),
        words_(words),
        framing_(framing),
        totals_(totals) {
    for (const Figure& f : figures_) {
      if (!counts(f, HarmKind::killed)) continue;
      summed_up_ = summed_up_ || f.scope == Scope::total;
      if (f.part) continue;
      if (*point(f.quantity) >= 1) first_killed_ = std::min(first_killed_, f.sentence);
      if (*point(f.quantity) >= 2) first_several_ = std::min(first_several_, f.sentence);
    }
  }

  void settle() {
    for (const Figure& f : figures_) {
      if (counts(f, HarmKind::killed) && died_of_wounds(f)) bury(f);
    }
    for (const Figure& f : by_pronoun_) add_person(f);
    if (const auto injured = injured_among_hit()) total(HarmKind::injured) = injured;
  }

 private:
  std::optional<Total>& total(HarmKind kind) { return totals_.at(static_cast<std::size_t>(kind)); }
  std::int64_t best_of(HarmKind kind) {
    const auto& found = total(kind);
    return found ? found->best.value_or(0) : 0;
  }

  std::string_view sentence_of(const Figure& f) const { return slice(text_, claims_[f.sentence].span); }

  // "One of the wounded died", "he later died of his injuries"; told of before as hurt.
  bool died_of_wounds(const Figure& f) const {
    const std::string_view sentence = sentence_of(f);
    if (!word_in(sentence, words_, framing_.died) || !word_in(sentence, words_, framing_.wounds))
      return false;
    auto g = std::lower_bound(figures_.begin(), figures_.end(), f.span.begin,
                              [](const Figure& one, std::uint32_t byte) { return one.span.begin < byte; });
    while (g != figures_.begin() && (--g)->sentence + kWoundsReach >= f.sentence) {
      if (counts(*g, HarmKind::injured) && g->quantity.bound == Bound::exact &&
          *point(g->quantity) >= *point(f.quantity))
        return true;
    }
    return false;
  }

  // Those who died are no longer among the injured. A part of those hurt was not among the dead so far; a
  // person who is named may be.
  void bury(const Figure& f) {
    if (f.duplicate_of && !f.part) return;
    if (is_undetermined(f) && first_several_ < f.sentence) return;
    const std::int64_t n = *point(f.quantity);
    const std::int64_t hurt = best_of(HarmKind::injured);
    if (hurt >= n) total(HarmKind::injured) = all_of(hurt - n);
    if (f.part && !is_undetermined(f) && first_killed_ < f.sentence && !summed_up_)
      total(HarmKind::killed) = all_of(best_of(HarmKind::killed) + n);
  }

  // "..., killing him" and "she died of her wounds", where the article counts nobody of the kind.
  void add_person(const Figure& f) {
    if (f.frame != Frame::reported || best_of(f.kind) > 0) return;
    if (f.kind == HarmKind::injured && best_of(HarmKind::killed) > 0) return;
    total(f.kind) = all_of(1);
    if (f.kind == HarmKind::killed && died_of_wounds(f) && best_of(HarmKind::injured) > 0)
      total(HarmKind::injured) = all_of(best_of(HarmKind::injured) - 1);
  }

  // Of those who were shot or hit, all who are not told dead.
  std::optional<Total> injured_among_hit() {
    const std::int64_t hit = best_of(HarmKind::casualties);
    const std::int64_t killed = best_of(HarmKind::killed);
    if (hit == 0 || best_of(HarmKind::injured) > 0) return std::nullopt;
    bool shot = false;      // a word of hitting stands beside
    bool as_group = false;  // the number is told, not added up from persons
    bool apart = false;     // "killed two people and shot another": the dead are not among those shot
    std::uint32_t first = UINT32_MAX;
    for (const Figure& f : figures_) {
      if (!counts(f, HarmKind::casualties)) continue;
      shot = shot || word_in(slice(text_, claims_[f.sentence].span), words_, framing_.hit);
      as_group = as_group || *point(f.quantity) == hit;
      apart = apart || f.more || (f.victims && word_in(f.victims->text, words_, framing_.others));
      first = std::min(first, f.span.begin);
    }
    if (apart) return shot ? all_of(hit) : std::nullopt;
    if (killed == 0) return shot && as_group && hit >= 2 ? all_of(hit) : std::nullopt;
    // "He shot six people. He killed his wife": she may be none of the six.
    const bool among = std::none_of(figures_.begin(), figures_.end(), [&](const Figure& f) {
      return counts(f, HarmKind::killed) && !f.part &&
             (!counts_anyone(f, words_, framing_) || f.span.begin < first);
    });
    return among && killed < hit ? all_of(hit - killed) : std::nullopt;
  }

  std::string_view text_;
  const std::vector<Claim>& claims_;
  const std::vector<Figure>& figures_;
  const std::vector<Figure>& by_pronoun_;
  const WordTable& words_;
  const FramingRules& framing_;
  Totals& totals_;
  std::uint32_t first_killed_ = UINT32_MAX;   // sentence that first tells of anybody killed
  std::uint32_t first_several_ = UINT32_MAX;  // ... of more than one
  bool summed_up_ = false;                    // a running total of those killed is told
};

}  // namespace

void settle_fates(std::string_view text, const std::vector<Claim>& claims, const std::vector<Figure>& figures,
                  const std::vector<Figure>& by_pronoun, const WordTable& words, const FramingRules& framing,
                  Totals& totals) {
  Settler(text, claims, figures, by_pronoun, words, framing, totals).settle();
}

}  // namespace annals
