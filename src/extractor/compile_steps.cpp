#include "extractor/lexicon_data.hpp"
#include "extractor/temporal/temporal_rules.hpp"

namespace annals {

LexiconData::LexiconData() = default;
LexiconData::~LexiconData() = default;

void compile_steps(LexiconData& data) {
  data.sentence_rules = SentenceRules(data.words);
  data.temporal = compile_temporal_rules(data);
}

}  // namespace annals
