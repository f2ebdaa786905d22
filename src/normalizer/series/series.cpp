#include "normalizer/series/series.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "annals/text/utf8.hpp"

#include "normalizer/series/series_words.hpp"
#include "normalizer/word_split.hpp"

namespace annals {

namespace {

constexpr double kAmongEstimates = 2.2;
constexpr std::size_t kQuoteWords = 8;  // a shorter sentence may be written twice by chance

std::optional<Reason> gate(const Evidence& figure) {
  if (figure.rejected) return Reason::rejected;
  switch (figure.frame) {
    case Frame::feared:
    case Frame::hypothetical: return Reason::prediction;
    case Frame::background: return Reason::background;
    case Frame::denied: return Reason::denied;
    case Frame::reported:
    case Frame::retracted: break;
  }
  if (figure.more && figure.own_toll != OwnToll::addend) return Reason::increment;
  if (!point(figure.quantity)) return Reason::vague;
  return std::nullopt;
}

bool sums_up(const Evidence& figure) {
  return !figure.rejected && figure.frame == Frame::reported && !figure.part && !figure.more &&
         !figure.duplicate &&
         (figure.quantity.bound == Bound::exact || figure.quantity.bound == Bound::at_least) &&
         point(figure.quantity).value_or(0) > 0;
}

// Two counts of one sentence that are of different people: "two soldiers and three civilians were killed".
bool disjoint(const Evidence& a, const Evidence& b) {
  if (!sums_up(a) || !sums_up(b) || a.quote.empty() || a.quote != b.quote) return false;
  if (a.scope != b.scope || a.source != b.source || a.date != b.date) return false;
  return (a.victims != b.victims && !a.victims.empty() && !b.victims.empty()) || a.place != b.place;
}

// Readings of the figures of one article in one series: sums made, what the article itself counts as a part
// of its main figure set aside.
void read_article(const std::vector<Evidence>& evidence, const std::vector<std::uint32_t>& figures,
                  SourceBook& book, SeriesInput& input) {
  std::vector<Reading> readings;
  std::vector<bool> used(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (used[i]) continue;
    const Evidence& figure = evidence[figures[i]];
    std::vector<Reading> parts{reading_of(evidence, figures[i], book)};
    for (std::size_t j = i + 1; j < figures.size(); ++j) {
      const Evidence& other = evidence[figures[j]];
      const bool addends = figure.own_toll == OwnToll::addend && other.own_toll == OwnToll::addend;
      // Each of those that say the article's toll says all of it: "a man, Jan Orm, was killed" is one.
      const bool whole = figure.own_toll == OwnToll::whole || other.own_toll == OwnToll::whole;
      if (used[j] || !(addends || (!whole && disjoint(figure, other)))) continue;
      used[j] = true;
      parts.push_back(reading_of(evidence, figures[j], book));
    }
    readings.push_back(sum_of(parts));
  }
  // The article's main figure: what it gives as its toll, else its running total, else its highest count.
  const auto key = [](const Reading& r) {
    return std::tuple(r.own_toll, r.scope == Scope::total, r.quantity.bound != Bound::vague, r.value);
  };
  const auto main = std::max_element(readings.begin(), readings.end(),
                                     [&](const Reading& a, const Reading& b) { return key(a) < key(b); });
  if (main == readings.end()) return;
  for (Reading& reading : readings) {
    const bool is_main = &reading == &*main;
    const Evidence& first = evidence[reading.members.front()];
    // Whoever else is quoted, the article takes what lies outside its own range for a part or another count.
    const bool own_voice = first.source.empty() || reading.origin == main->origin ||
                           (main->own_toll && first.own_toll == OwnToll::beside);
    const bool beside = reading.value < main->value ||
                        (main->own_toll && reading.value > main->value && reading.scope <= main->scope);
    if (!is_main && own_voice && !reading.lowers() && beside) {
      const bool part = reading.scope == main->scope && reading.value < main->value;
      const Reason reason = part ? Reason::subset_of : Reason::other_scope;
      for (const std::uint32_t member : reading.members)
        input.gated.push_back({member, {reason, main->members.front()}, reading.time});
    } else {
      input.readings.push_back(reading);
    }
  }
}

}  // namespace

SeriesKey series_of(const Evidence& figure) {
  SeriesKey key;
  key.event = figure.event;
  key.kind = figure.kind;
  key.measure = figure.measure;
  // Words of an article name a spot, not the scope of the count: there the region tells it
  // (series_places.hpp). A claim that was written down names its scope itself.
  key.place = figure.article.empty() ? fold_space(figure.place) : figure.series_place;
  key.part_of = figure.part_of;
  key.fate = figure.fate;
  key.side = figure.side;
  key.definition = figure.definition;
  key.unit = figure.unit == Unit::bodies ? Unit::people : figure.unit;
  return key;
}

std::map<SeriesKey, SeriesInput> sort_into_series(const std::vector<Evidence>& evidence,
                                                  const std::vector<std::uint32_t>& members,
                                                  SourceBook& book) {
  std::map<SeriesKey, SeriesInput> all;
  std::map<SeriesKey, std::map<std::string_view, std::vector<std::uint32_t>>> by_article;
  std::map<std::tuple<SeriesKey, std::string_view, std::int64_t>, std::uint32_t>
      told;  // first telling in an article
  std::map<std::pair<std::string_view, std::int64_t>, std::string> first_voice;
  for (const std::uint32_t i : members) {
    const Evidence& figure = evidence[i];
    SeriesKey key = series_of(figure);
    const auto at = all.try_emplace(std::move(key)).first;
    SeriesInput& input = at->second;
    input.kind = figure.kind;
    const std::int64_t time = time_of(figure);
    if (figure.frame == Frame::retracted && !figure.rejected) {
      std::optional<std::int64_t> value = point(figure.quantity);
      if (value == 0) value.reset();  // "takes it back", whatever it was
      input.retractions.push_back({i, book.facts_of(figure).origin, 0, value, time});
      continue;
    }
    if (const auto reason = gate(figure)) {
      input.gated.push_back({i, {*reason, kNoOther}, time});
      continue;
    }
    if (figure.article.empty()) {
      input.readings.push_back(reading_of(evidence, i, book));
      continue;
    }
    const auto [first, fresh] = told.try_emplace({at->first, figure.article, *point(figure.quantity)}, i);
    if (!fresh && figure.duplicate) {
      input.gated.push_back({i, {Reason::copy_of, first->second}, time});
      continue;
    }
    by_article[at->first][figure.article].push_back(i);
    if (book.copies() && figure.source.empty() && split_words(figure.quote).size() >= kQuoteWords)
      first_voice.try_emplace({figure.quote, *point(figure.quantity)}, book.facts_of(figure).origin);
  }
  for (const auto& [key, articles] : by_article) {
    SeriesInput& input = all[key];
    for (const auto& [article, figures] : articles) read_article(evidence, figures, book, input);
    // Wire text: the same sentence with the same number speaks with the voice of the first who printed it.
    for (Reading& reading : input.readings) {
      const Evidence& figure = evidence[reading.members.front()];
      const auto voice = first_voice.find({figure.quote, point(figure.quantity).value_or(-1)});
      if (figure.source.empty() && voice != first_voice.end()) reading.origin = voice->second;
    }
  }
  // Among estimates an estimate is what a count is elsewhere.
  for (auto& [key, input] : all) {
    if (key.definition != Definition::estimated && key.definition != Definition::excess) continue;
    for (Reading& reading : input.readings) {
      if (reading.source_class == SourceClass::model) reading.trust = kAmongEstimates;
    }
  }
  return all;
}

void number_voices(SeriesInput& input) {
  std::vector<std::string_view> origins;
  for (const Reading& reading : input.readings) origins.emplace_back(reading.origin);
  for (const Retraction& retraction : input.retractions) origins.emplace_back(retraction.origin);
  std::sort(origins.begin(), origins.end());
  origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
  const auto number_of = [&](std::string_view origin) {
    return static_cast<std::uint32_t>(std::lower_bound(origins.begin(), origins.end(), origin) -
                                      origins.begin());
  };
  for (Reading& reading : input.readings) reading.voice = number_of(reading.origin);
  for (Retraction& retraction : input.retractions) retraction.voice = number_of(retraction.origin);
}

void read_axes(Evidence& claim, SourceBook& book) {
  if (!claim.article.empty()) return;  // read from the text; see evidence_of()
  const SeriesAxes axes = read_series_words({.after = {},
                                             .sentence = claim.quote,
                                             .source = claim.source,
                                             .source_kind = claim.source_kind,
                                             .victims = {}});
  if (claim.fate == Fate::known) claim.fate = axes.fate;
  if (claim.side == Side::everyone) claim.side = axes.side;
  if (claim.definition == Definition::reported) claim.definition = axes.definition;
  if (claim.definition == Definition::reported && claim.measure.empty() &&
      book.facts_of(claim).source_class == SourceClass::model)
    claim.definition = Definition::estimated;
}

}  // namespace annals
