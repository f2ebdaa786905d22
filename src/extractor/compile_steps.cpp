#include "extractor/attribution/speakers.hpp"
#include "extractor/claim_rules.hpp"
#include "extractor/figures/frame_rules.hpp"
#include "extractor/figures/places.hpp"
#include "extractor/figures/read_figures.hpp"
#include "extractor/lexicon_data.hpp"
#include "extractor/temporal/temporal_rules.hpp"
#include "extractor/temporal/time_links.hpp"

namespace annals {

LexiconData::LexiconData() = default;
LexiconData::~LexiconData() = default;

void compile_steps(LexiconData& data) {
  data.sentence_rules = SentenceRules(data.words);
  intern_story_words(data);
  data.temporal = compile_temporal_rules(data);
  data.time_links = compile_time_links(data);
  data.frames = std::make_unique<FrameRules>(data);
  data.speakers = std::make_unique<SpeakerRules>(data.words);
  data.places = std::make_unique<PlaceRules>(data.words);
  data.framing = std::make_unique<FramingRules>(data.words);
  data.claims = std::make_unique<ClaimRules>(data.words);
}

}  // namespace annals
