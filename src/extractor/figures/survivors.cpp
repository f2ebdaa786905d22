#include "extractor/figures/survivors.hpp"

#include <algorithm>

#include "extractor/figures/same_people.hpp"
#include "extractor/figures/word_in.hpp"

namespace annals {

namespace {

std::int64_t best_of(const std::array<std::optional<Total>, kHarmKinds>& totals, HarmKind kind) {
  const auto& total = totals.at(static_cast<std::size_t>(kind));
  return total ? total->best.value_or(0) : 0;
}

std::optional<Total> all_of(std::int64_t n) {
  return Total{n, n, n};
}

}  // namespace

std::optional<Total> injured_among_hit(std::string_view text, const std::vector<Claim>& claims,
                                       const std::vector<Figure>& figures,
                                       const std::array<std::optional<Total>, kHarmKinds>& totals,
                                       const WordTable& words, const FramingRules& framing) {
  const std::int64_t hit = best_of(totals, HarmKind::casualties);
  const std::int64_t killed = best_of(totals, HarmKind::killed);
  if (hit == 0 || best_of(totals, HarmKind::injured) > 0) return std::nullopt;
  const auto counts = [](const Figure& f, HarmKind kind) {
    return f.kind == kind && f.frame == Frame::reported && point(f.quantity).has_value();
  };
  bool shot = false;      // a word of hitting stands beside
  bool as_group = false;  // the number is told, not added up from persons
  bool apart = false;     // "killed two people and shot another": the dead are not among those shot
  std::uint32_t first = UINT32_MAX;
  for (const Figure& f : figures) {
    if (!counts(f, HarmKind::casualties)) continue;
    shot = shot || word_in(slice(text, claims[f.sentence].span), words, framing.hit);
    as_group = as_group || *point(f.quantity) == hit;
    apart = apart || f.more || (f.victims && word_in(f.victims->text, words, framing.others));
    first = std::min(first, f.span.begin);
  }
  if (apart) return shot ? all_of(hit) : std::nullopt;
  if (killed == 0) return shot && as_group && hit >= 2 ? all_of(hit) : std::nullopt;
  // "He shot six people. He killed his wife": she may be none of the six.
  const bool among = std::none_of(figures.begin(), figures.end(), [&](const Figure& f) {
    return counts(f, HarmKind::killed) && !f.part &&
           (!counts_anyone(f, words, framing) || f.span.begin < first);
  });
  return among && killed < hit ? all_of(hit - killed) : std::nullopt;
}

}  // namespace annals
