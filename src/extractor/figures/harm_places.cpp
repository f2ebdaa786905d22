#include "extractor/figures/harm_places.hpp"

#include <algorithm>
#include <map>

namespace annals {

namespace {

constexpr std::uint32_t kFar = 40;           // tokens: farther away is all the same
constexpr std::uint32_t kLookAhead = 12;     // sentences searched for a place that comes after its figures
constexpr std::uint32_t kBehind = 8;         // tokens: "in the northern province of X"
constexpr std::uint32_t kSecondCountry = 3;  // times it is named
constexpr std::int64_t kWideToll = 100;      // a running total as great is that of the country

// "Gaza" lies around "Beit Lahia": nothing new is told by it.
bool is_around(const Place& outer, const Place& inner) {
  if (outer.level >= inner.level) return false;
  return inner.region.empty() || outer.region.empty() || outer.region == inner.region;
}

// Of a phrase the place that is meant: the first ("the Rimal district of Gaza City"), unless it is a street
// or a country ("Ruritania's Oldbury").
const Place* meant_by(const std::vector<Place>& places, std::uint32_t phrase) {
  const Place* best = nullptr;
  for (const Place& place : places) {
    if (place.phrase != phrase) continue;
    const bool finer = best != nullptr &&
                       (place.within || (place.level > best->level && (best->level == PlaceLevel::street ||
                                                                       best->level <= PlaceLevel::country)));
    if (best == nullptr || finer) best = &place;
  }
  return best;
}

}  // namespace

HarmPlaces::HarmPlaces(const ArticleView& view, const LexiconData& lexicon) : view_(view), lexicon_(lexicon) {
  const bool no_capitals = lacks_capitals(view.text);
  places_.reserve(view.text.sentences.size());
  for (const Sentence& sentence : view.text.sentences) {
    places_.push_back(
        find_places(view.text, lexicon.words, *lexicon.places, sentence, view.timexes, no_capitals));
  }
  open_story(0);
}

void HarmPlaces::open_story(std::uint32_t first) {
  at_.reset();
  abroad_.reset();
  anchored_ = false;
  country_.clear();
  second_.clear();
  country_name_.reset();
  story_end_ = first;
  const auto all = static_cast<std::uint32_t>(places_.size());
  while (story_end_ < all && !view_.speakers[story_end_].credited) ++story_end_;
  story_end_ = std::min(all, story_end_ + 1);
  // The country or territory that most of its places belong to.
  std::map<std::string, std::uint32_t> told;
  for (std::uint32_t s = first; s < story_end_; ++s) {
    for (const Place& place : places_[s]) {
      if (place.region.empty()) continue;
      const std::uint32_t n = ++told[place.region];
      if (country_.empty() || n > told[country_]) country_ = place.region;
    }
  }
  // A story of two countries is at home in both.
  for (const auto& [region, n] : told) {
    const bool leads = second_.empty() || n > told[second_];
    if (region != country_ && n >= kSecondCountry && n * 2 >= told[country_] && leads) second_ = region;
  }
  for (std::uint32_t s = first; s < story_end_; ++s) {
    for (const Place& place : places_[s]) {
      if (place.country && place.region == country_ && !country_name_) country_name_ = place;
      if (place.dateline && !is_foreign(place) && !at_) at_ = place;
    }
  }
}

bool HarmPlaces::is_foreign(const Place& place) const {
  return !place.region.empty() && !country_.empty() && place.region != country_ && place.region != second_;
}

// "told reporters in the capital that": where it was said.
bool HarmPlaces::is_where_told(const Place& place, std::uint32_t sentence) const {
  const auto& chunks = view_.chunks[sentence];
  const auto at = std::find_if(chunks.begin(), chunks.end(), [&](const Chunk& c) {
    return c.first <= place.token && place.token < c.last;
  });
  if (at == chunks.end()) return false;
  const auto passes = [](const Chunk& c) {
    return c.kind == ChunkKind::noun || c.kind == ChunkKind::plural || c.kind == ChunkKind::name ||
           c.kind == ChunkKind::preposition || c.kind == ChunkKind::time || c.kind == ChunkKind::adverb;
  };
  auto before = at;
  while (before != chunks.begin() && passes(*(before - 1))) --before;
  const auto after = std::find_if_not(at, chunks.end(), passes);
  return before != chunks.begin() && (before - 1)->kind == ChunkKind::said && after != chunks.end() &&
         (after->kind == ChunkKind::relative || after->kind == ChunkKind::quote);
}

// The place that a sentence without figures is about.
const Place* HarmPlaces::best_of_sentence(std::uint32_t sentence) const {
  const Place* best = nullptr;
  for (const Place& place : places_[sentence]) {
    if (!place.locative || place.from || place.to || place.whole_country) continue;
    if (place.level == PlaceLevel::area || is_where_told(place, sentence)) continue;
    if (best == nullptr || place.level > best->level) best = &place;
  }
  return best == nullptr ? nullptr : meant_by(places_[sentence], best->phrase);
}

void HarmPlaces::enter(std::uint32_t sentence, const SentenceCues& cues) {
  cues_ = &cues;
  for (; sentence_ < sentence; ++sentence_) {
    leave(sentence_);
    if (sentence_ + 1 == story_end_ && sentence_ + 1 < places_.size()) open_story(sentence_ + 1);
  }
}

// Does the sentence tell of harm or of what was struck?
bool HarmPlaces::happens_in(std::uint32_t sentence) const {
  return tells_harm(view_, lexicon_, sentence) ||
         has_cue(view_.text, lexicon_.words, view_.text.sentences[sentence], lexicon_.places->struck);
}

void HarmPlaces::take_back() {
  at_ = before_;
  taken_back_ = sentence_;
}

void HarmPlaces::leave(std::uint32_t sentence) {
  if (taken_back_ == sentence) return;
  const Place* here = best_of_sentence(sentence);
  if (here == nullptr) return;
  if (!at_) {
    if (is_foreign(*here)) {
      if (!abroad_ || happens_in(sentence)) abroad_ = *here;
      return;
    }
  } else {
    const auto& places = places_[sentence];
    const bool known = std::any_of(places.begin(), places.end(), [&](const Place& place) {
      return place.phrase == here->phrase && place.known;  // "Tolm, near Lanta"
    });
    const bool minor = !known || here->level <= PlaceLevel::street;
    if (minor && (anchored_ || at_->level > PlaceLevel::region)) return;
    if (is_around(*here, *at_) || (is_foreign(*here) && !is_foreign(*at_))) return;
    // Only what happens takes the story to another country.
    const bool abroad = !here->region.empty() && !at_->region.empty() && here->region != at_->region;
    if (abroad && !happens_in(sentence)) return;
  }
  at_ = *here;
  for (const Place& place : places_[sentence]) {
    if (at_->region.empty() && place.phrase == at_->phrase) at_->region = place.region;
  }
}

// A lede that names no place: the first place that the text goes on to.
const Place* HarmPlaces::ahead() const {
  const Place* coarse = nullptr;
  for (std::uint32_t s = sentence_ + 1; s < std::min(story_end_, sentence_ + kLookAhead); ++s) {
    const Place* here = best_of_sentence(s);
    if (here == nullptr || is_foreign(*here)) continue;
    if (here->level >= PlaceLevel::street) return here;
    if (coarse == nullptr) coarse = here;
  }
  return coarse;
}

// The named place nearest to the harm; one behind a preposition of place before one that is not.
const Place* HarmPlaces::nearest(const Figure& figure, Extent told, std::uint32_t own) const {
  const auto& places = places_[sentence_];
  const Place* best = nullptr;
  std::uint32_t best_cost = 0;
  const bool flight = figure.kind == HarmKind::displaced || figure.kind == HarmKind::rescued ||
                      figure.kind == HarmKind::released;
  for (const Place& place : places) {
    if (place.dateline || !told.owns(place.token)) continue;
    if (figure.victims && figure.victims->span.contains(place.where.span)) continue;
    if (cues_->across_contrast(place.where.span, figure.span)) continue;
    // "officials in the capital said": where those who speak are, rather than where people were harmed.
    const bool speaks = figure.source && figure.source->span.contains(place.where.span);
    // Named, but not as where it was: no more than the story's place, unless another country tells its
    // losses.
    const bool own_losses = speaks && place.country && at_ && place.region != at_->region;
    if (!place.locative && at_ && !own_losses) continue;
    // Those who speak of it from another country do not move it there.
    const bool from_afar = speaks && !place.country && !place.region.empty() && at_ && !at_->region.empty() &&
                           place.region != at_->region;
    if (at_ && (from_afar || is_where_told(place, sentence_))) continue;
    const bool way = flight ? place.to : place.from || place.to;
    // "a fire ran into the town of Lanta": of a dateline one still goes to where it was.
    const bool goes_there =
        place.to && !flight && at_ && at_->dateline && !anchored_ && place.level >= PlaceLevel::city;
    if (way && at_ && !goes_there) continue;
    // "18 were killed in Hama, 12 in Homs": what stands right behind the figure's own words is its own.
    if (place.locative && place.token > own && place.token <= own + kBehind)
      return meant_by(places, place.phrase);
    const std::uint32_t distance = std::min(kFar, place.token >= told.last   ? place.token - told.last
                                                  : place.last <= told.first ? told.first - place.last
                                                                             : 0);
    const auto coarse = static_cast<std::uint32_t>(PlaceLevel::locality) -
                        static_cast<std::uint32_t>(meant_by(places, place.phrase)->level);
    const std::uint32_t cost = distance + (place.token < told.first ? 4 : 0) + (place.locative ? 0 : 20) +
                               (speaks ? 12 : 0) + coarse * 2 + (way ? 12 : 0) + (is_foreign(place) ? 3 : 0);
    if (best == nullptr || cost < best_cost) {
      best = &place;
      best_cost = cost;
    }
  }
  return best == nullptr ? nullptr : meant_by(places, best->phrase);
}

void HarmPlaces::put(Figure& figure, const Place& place) const {
  figure.place = place.where;
  figure.region = place.region;
  if (!figure.region.empty()) return;
  // A locality that no gazetteer knows lies where the other places of its sentence do.
  for (const Place& other : places_[sentence_]) {
    if (other.region.empty()) continue;
    figure.region = other.region;
    return;
  }
  figure.region = country_;
}

// "Ruritanian troops": a people of the country that the story is about.
bool HarmPlaces::names_people_of_country() const {
  const Sentence& sentence = view_.text.sentences[sentence_];
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Entry* people = lexicon_.words.entry(view_.text.tokens[i].word, lexicon_.places->demonym);
    if (people != nullptr && people->value == country_) return true;
  }
  return false;
}

// The toll of a war or of a country's day is that of the country, wherever the last battle was.
bool HarmPlaces::is_wide(const Figure& figure, bool toll) const {
  const std::int64_t n = point(figure.quantity).value_or(0);
  if (figure.scope != Scope::total) return toll && n >= kWideToll;
  return n >= kWideToll || cues_->ongoing || cues_->since;
}

void HarmPlaces::place(Figure& figure, Extent told, std::uint32_t own, bool toll) {
  const Place* here = nearest(figure, told, own);
  if (here == nullptr && figure.part && last_sentence_ == sentence_) {
    figure.place = last_place_;
    figure.region = last_region_;
    return;
  }
  if (figure.sentence != taken_back_) before_ = at_;
  choose(figure, here, toll);
  last_sentence_ = sentence_;
  last_place_ = figure.place;
  last_region_ = figure.region;
}

void HarmPlaces::choose(Figure& figure, const Place* here, bool toll) {
  if (here != nullptr && here->whole_country) {
    if (country_name_) put(figure, *country_name_);
    return;
  }
  const bool vague = here != nullptr && here->level == PlaceLevel::area && (at_ || country_name_);
  if (here != nullptr && !vague) {
    put(figure, *here);
    if (here->locative && !(at_ && is_around(*here, *at_))) {
      at_ = *here;
      anchored_ = true;
      if (at_->region.empty()) at_->region = figure.region;
    }
    return;
  }
  const bool of_other_country = at_ && !at_->region.empty() && at_->region != country_;
  if (is_wide(figure, toll) && !of_other_country) {
    for (const Place& place : places_[sentence_]) {
      if (place.country) return put(figure, place);
    }
    if (country_name_) return put(figure, *country_name_);
  }
  if (at_) return put(figure, *at_);
  if (country_name_ && names_people_of_country()) return put(figure, *country_name_);
  if (abroad_) return put(figure, *abroad_);
  if (const Place* later = ahead()) return put(figure, *later);
  if (country_name_) put(figure, *country_name_);
}

}  // namespace annals
