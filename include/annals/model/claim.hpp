#pragma once
// One sentence of an article as a dated, attributed claim; and all that was read out of one article.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "annals/model/diagnostic.hpp"
#include "annals/model/figure.hpp"
#include "annals/model/time_range.hpp"
#include "annals/model/timex.hpp"

namespace annals {

enum class ClaimType : std::uint8_t {
  event,       // something happened or will happen
  statement,   // somebody said it; the saying is the news
  background,  // context, history, standing facts
  other,       // captions, bylines, headline junk
};
std::string_view name_of(ClaimType type);
std::optional<ClaimType> claim_type_named(std::string_view name);

struct Claim {
  Span span;  // the sentence
  ClaimType type = ClaimType::event;
  std::optional<DateSpan> date;  // when it took place; of a statement: when it was said
  std::optional<Quote> speaker;  // as written in the sentence
  bool operator==(const Claim&) const = default;
};

// An article's own toll of one kind: parts summed once, subsets, repeats, background and feared figures left
// out.
struct Total {
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> best;
  std::optional<std::int64_t> high;
  bool operator==(const Total&) const = default;
};

struct Extraction {
  std::vector<Timex> timexes;                           // in order of the text
  std::vector<TimeRange> ranges;                        // in order of the text, over the timexes
  std::vector<Figure> figures;                          // in order of the text
  std::vector<Claim> claims;                            // one a sentence, in order of the text
  std::array<std::optional<Total>, kHarmKinds> totals;  // by HarmKind
  std::vector<Diagnostic> diagnostics;
  bool operator==(const Extraction&) const = default;
};

}  // namespace annals
