#pragma once
// Where the people of a figure were harmed: of the places of its sentence, else the one the story is at.
//   "A bomb went off in Mosul. Nine people were killed." => Mosul
//   "Police in Karachi said nine people were killed in Hyderabad." => Hyderabad
// A place is words of the article, never one it does not name. Nothing is looked up on a map: which country a
// place lies in is what the gazetteer says.

#include <optional>
#include <string>
#include <vector>

#include "extractor/figures/cues.hpp"
#include "extractor/figures/harm_dates.hpp"
#include "extractor/figures/places.hpp"
#include "extractor/figures/read_figures.hpp"

namespace annals {

class HarmPlaces {
 public:
  HarmPlaces(const ArticleView& view, const LexiconData& lexicon);

  // Sentences in order of the text; figures of a sentence between `enter` and the next `enter`.
  // `cues` are those of the sentence and have to last as long.
  void enter(std::uint32_t sentence, const SentenceCues& cues);
  // Sets place and region. `told` are the tokens of count and harm, of several figures told in one breath of
  // all; `own` ends where the figure's own words do; a `toll` is one by its own words. The scope has to be
  // known.
  void place(Figure& figure, Extent told, std::uint32_t own, bool toll);
  // The figure placed last is of another event: the story stays where it was.
  void take_back();

 private:
  void open_story(std::uint32_t first);
  bool happens_in(std::uint32_t sentence) const;
  void leave(std::uint32_t sentence);
  const Place* best_of_sentence(std::uint32_t sentence) const;
  const Place* ahead() const;
  void choose(Figure& figure, const Place* here, bool toll);
  bool is_wide(const Figure& figure, bool toll) const;
  const Place* nearest(const Figure& figure, Extent told, std::uint32_t own) const;
  bool names_people_of_country() const;
  bool is_foreign(const Place& place) const;
  bool is_where_told(const Place& place, std::uint32_t sentence) const;
  void put(Figure& figure, const Place& place) const;

  const ArticleView& view_;
  const LexiconData& lexicon_;
  std::vector<std::vector<Place>> places_;  // by sentence
  std::uint32_t sentence_ = 0;
  const SentenceCues* cues_ = nullptr;
  // Of the story the sentence belongs to; a page of bullets, each with its outlet, has several.
  std::uint32_t story_end_ = 0;            // one past its last sentence
  std::string country_;                    // named most; empty: none
  std::string second_;                     // named nearly as often
  std::optional<Place> country_name_;      // where it is named first
  std::optional<Place> at_;                // where the story is at; nothing before the first place
  std::optional<Place> abroad_;            // a place of another country, told while there was no other
  bool anchored_ = false;                  // a figure was told there
  std::optional<Place> before_;            // where it was before the figure placed last
  std::uint32_t taken_back_ = UINT32_MAX;  // the sentence that told of another event
  // The figure placed last, for its parts.
  std::uint32_t last_sentence_ = UINT32_MAX;
  std::optional<Quote> last_place_;
  std::string last_region_;
};

}  // namespace annals
