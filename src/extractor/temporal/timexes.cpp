#include "extractor/temporal/timexes.hpp"

#include "extractor/temporal/temporal_rules.hpp"

namespace annals {

std::unique_ptr<TemporalRules> compile_temporal_rules(const LexiconData& /*lexicon*/) {
  return std::make_unique<TemporalRules>();
}

std::vector<Timex> recognize_timexes(const TokenizedText& /*text*/, const LexiconData& /*lexicon*/,
                                     std::optional<Date> /*published*/, std::optional<Date> /*dateline*/) {
  return {};
}

}  // namespace annals
