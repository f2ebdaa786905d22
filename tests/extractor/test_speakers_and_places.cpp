// Speakers of claims, and the named places of a sentence; those of figures are in tests/corpus.

#include <string>

#include <doctest/doctest.h>

#include "extractor/figures/places.hpp"
#include "extractor/lexicon_data.hpp"
#include "extractor/reading.hpp"

using namespace annals;

namespace {

// "type speaker; type speaker" of the claims.
std::string claims_of(std::string_view text) {
  std::string all;
  for (const Claim& claim : read(text).claims) {
    all += (all.empty() ? "" : "; ") + std::string(name_of(claim.type)) + " " +
           (claim.speaker ? claim.speaker->text : "-");
  }
  return all;
}

// Names of the places of the first sentence; a '!' after those that a preposition of place introduces.
std::string places_of(std::string_view text) {
  const TokenizedText cut_text = cut(text);
  const LexiconData& data = shipped_lexicon().data();
  const std::vector<Timex> timexes = read(text).timexes;
  std::string all;
  for (const Place& place :
       find_places(cut_text, data.words, *data.places, cut_text.sentences.at(0), timexes)) {
    all += (all.empty() ? "" : ", ") + place.where.text + (place.locative ? "!" : "");
  }
  return all;
}

struct Row {
  std::string text;
  std::string want;
};

}  // namespace

TEST_CASE("a claim has the speaker that its own sentence names") {
  const Row rows[] = {
      {"Police said the road was closed.", "statement Police"},
      {"The road was closed, police said.", "event police"},
      {"\"The road is closed,\" said Omar Haddad.", "statement Omar Haddad"},
      {"The road was closed on Monday.", "event -"},
      {"According to the mayor, the road was closed.", "event the mayor"},
      {"According to the mayor, the road is safe.", "statement the mayor"},
      {"The mayor spoke. He said the road was closed.", "event -; statement He"},
      {"Flood in the valley", "other -"},
      {"The witness was told to leave.", "event -"},
      {"A spokesman for the ministry, Ali Hassan, said the road was closed.",
       "statement A spokesman for the ministry, Ali Hassan"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(claims_of(row.text) == row.want);
  }
}

TEST_CASE("places are known names, and names that a place word introduces") {
  const Row rows[] = {
      {"The bridge in Mosul fell.", "Mosul!"},
      {"The bridge near Umm Qasr fell.", "Umm Qasr!"},
      {"The bridge in northern Syria fell.", "Syria!"},
      {"Syria closed the bridge.", "Syria"},
      {"The bridge in the village of Zzyzzx fell.", "Zzyzzx!"},
      {"The bridge in the city of Homs, Syria fell.", "Homs!, Syria"},
      {"The bridge fell on Monday.", ""},
      {"The bridge fell.", ""},
      {"Omar Haddad built the bridge.", ""},
      {"The Interior Ministry built the bridge.", ""},
      {"the bridge in mosul fell.", ""},
      {"The bridge in New York fell.", "New York!"},
      {"Trucks drove from Kabul to Kandahar.", "Kabul!, Kandahar!"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(places_of(row.text) == row.want);
  }
}
