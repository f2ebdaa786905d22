#include "normalizer/toll/reading.hpp"

#include <algorithm>
#include <cassert>

namespace annals {

namespace {

// "county (from 145, duplicates)": what a sheet of claims notes behind the name of the source.
std::string_view note_of(std::string_view source) {
  const std::size_t open = source.find('(');
  return open == std::string_view::npos ? std::string_view{} : source.substr(open);
}

}  // namespace

std::int64_t time_of(const Evidence& evidence) {
  return evidence.published ? evidence.published->seconds : kAlwaysKnown;
}

Reading reading_of(const std::vector<Evidence>& evidence, std::uint32_t index, SourceBook& book) {
  const Evidence& figure = evidence[index];
  Reading reading;
  reading.members = {index};
  reading.quantity = figure.quantity;
  reading.value = point(figure.quantity).value_or(0);
  const SourceFacts facts = book.facts_of(figure);
  reading.source_class = facts.source_class;
  reading.origin = facts.origin;
  reading.time = time_of(figure);
  reading.scope = figure.scope;
  reading.by_day = figure.published && figure.published->precision == Instant::Precision::day;
  reading.from_article = !figure.article.empty();
  reading.own_toll = figure.own_toll == OwnToll::whole || figure.own_toll == OwnToll::addend;
  reading.cue = cue_of(figure.quote);
  if (!reading.cue && figure.quote.empty()) reading.cue = cue_of(note_of(figure.source));
  return reading;
}

Reading sum_of(const std::vector<Reading>& parts) {
  assert(!parts.empty());
  Reading sum = parts.front();
  if (parts.size() == 1) return sum;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const Reading& part = parts[i];
    sum.members.insert(sum.members.end(), part.members.begin(), part.members.end());
    sum.value += part.value;
    if (rank_of(part.source_class) < rank_of(sum.source_class)) sum.source_class = part.source_class;
    if (part.origin != sum.origin && sum.origin.find(part.origin) == std::string::npos)
      sum.origin += " + " + part.origin;
    sum.time = std::max(sum.time, part.time);
    if (part.scope == Scope::total) sum.scope = Scope::total;
    if (part.quantity.bound != Bound::exact) sum.quantity.bound = part.quantity.bound;
    sum.own_toll = sum.own_toll && part.own_toll;
    if (!sum.cue) sum.cue = part.cue;
  }
  const bool exact = sum.quantity.bound == Bound::exact;
  sum.quantity = exact ? exactly(sum.value) : Quantity{sum.value, std::nullopt, Bound::at_least};
  return sum;
}

}  // namespace annals
