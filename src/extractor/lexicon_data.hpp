#pragma once
// What a lexicon is inside: the vocabulary of all word tables, and the raw rows of the tables that hold
// patterns, which the steps that use them compile when the lexicon is built.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "annals/extractor/lexicon.hpp"
#include "annals/text/tsv.hpp"

#include "extractor/sentences.hpp"
#include "extractor/word_table.hpp"

namespace annals {

struct TemporalRules;  // temporal/temporal_rules.hpp
struct TimeLinkRules;  // temporal/time_links.hpp
struct FrameRules;     // figures/frame_rules.hpp
struct SpeakerRules;   // attribution/speakers.hpp
struct PlaceRules;     // figures/places.hpp
struct FramingRules;   // figures/read_figures.hpp
struct ClaimRules;     // claim_rules.hpp

struct LexiconData {
  LexiconData();
  ~LexiconData();
  LexiconData(LexiconData&&) = delete;

  std::map<std::string, std::string> files;  // name -> bytes, kept because rows are views into them
  std::map<std::string, TsvTable> tables;    // by file name
  WordTable words;
  std::vector<Lexicon::Example> examples;
  SentenceRules sentence_rules;
  std::unique_ptr<TemporalRules> temporal;
  std::unique_ptr<TimeLinkRules> time_links;
  std::unique_ptr<FrameRules> frames;
  std::unique_ptr<SpeakerRules> speakers;
  std::unique_ptr<PlaceRules> places;
  std::unique_ptr<FramingRules> framing;
  std::unique_ptr<ClaimRules> claims;

  // Rows of a table that must be there; throws Error::input naming it otherwise.
  const TsvTable& table(const std::string& name) const;
};

// Compiles what the steps need (sentence rules, temporal patterns, frames) once all words are known.
void compile_steps(LexiconData& data);

}  // namespace annals
