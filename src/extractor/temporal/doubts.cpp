#include "extractor/temporal/doubts.hpp"

#include "extractor/temporal/time_tokens.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kWordsBefore = 2;  // "possibly in March"

}  // namespace

void mark_doubts(const TokenizedText& text, const WordTable& words, const TimeLinkRules& rules,
                 std::vector<Timex>& timexes) {
  const std::vector<TokenRange> ranges = tokens_of(text.tokens, timexes);
  for (std::size_t t = 0; t < timexes.size(); ++t) {
    Timex& timex = timexes[t];
    if (!timex.dates || (timex.type != TimexType::date && timex.type != TimexType::time)) continue;
    const TokenRange range = ranges[t];
    const std::uint32_t from = range.first - std::min(range.first, kWordsBefore);
    for (std::uint32_t i = range.last; i-- > from;) {
      const Token& token = text.tokens[i];
      if (token.kind != TokenKind::word) {
        if (i < range.first) break;  // a mark parts them
        continue;
      }
      const Entry* entry = words.entry(token.word, rules.date_doubt);
      if (entry == nullptr) continue;
      (entry->value == "uncertain" ? timex.dates->uncertain : timex.dates->approximate) = true;
    }
  }
}

}  // namespace annals
