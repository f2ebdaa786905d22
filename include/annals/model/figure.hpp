#pragma once
// A casualty figure: a count of people harmed, freed or fled, as one article states it, with everything that
// the text says about it. Definitions are those of docs/formats.md.
//   "at least 12 people were killed, police said" => killed, at_least 12, victims "people", source "police"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "annals/model/date.hpp"
#include "annals/model/quantity.hpp"
#include "annals/model/span.hpp"

namespace annals {

enum class HarmKind : std::uint8_t {
  killed,
  injured,
  missing,
  captive,
  released,
  detained,
  displaced,
  trapped,
  rescued,
  sick,
  casualties,  // dead and hurt mixed in one count
  affected,
};
inline constexpr int kHarmKinds = 12;
std::string_view name_of(HarmKind kind);
std::optional<HarmKind> harm_kind_named(std::string_view name);

enum class Unit : std::uint8_t { people, families, households, bodies };
std::string_view name_of(Unit unit);
std::optional<Unit> unit_named(std::string_view name);

enum class Scope : std::uint8_t {
  event,  // one incident, or one day's or period's batch
  total,  // running total of a longer war, disaster, epidemic or period
};
std::string_view name_of(Scope scope);
std::optional<Scope> scope_named(std::string_view name);

enum class Frame : std::uint8_t {
  reported,
  feared,
  denied,
  background,  // another, earlier event mentioned for context
  hypothetical,
  retracted,  // the origin takes it back; only in claims given to `reconcile`
};
std::string_view name_of(Frame frame);
std::optional<Frame> frame_named(std::string_view name);

// Words of the article: where they stand and what they are.
struct Quote {
  Span span;
  std::string text;
  bool operator==(const Quote&) const = default;
};

struct Figure {
  Span span;  // the count with its qualifier: "more than 37,000"
  HarmKind kind = HarmKind::killed;
  Quantity quantity;
  Unit unit = Unit::people;
  std::optional<Quote> victims;  // who: "Palestinians"
  Scope scope = Scope::event;
  bool part = false;  // an explicit subset of another count of the text
  bool more = false;  // an increment on top of another count of the same kind
  Frame frame = Frame::reported;
  std::optional<Quote> source;   // who is given as the source; unset when the article speaks in its own voice
  std::optional<Quote> via;      // who passed it on ("Reuters", of "Reuters quoted the ministry")
  std::optional<Quote> place;    // most specific named place
  std::string region;            // country or territory that the place lies in, by the gazetteer; may be empty
  std::optional<DateSpan> date;  // when people were harmed; of a total: from its start to the as-of date
  std::optional<std::uint32_t> duplicate_of;  // index of the figure of the same article that this one repeats
  std::uint32_t sentence = 0;                 // index into Extraction::claims
  std::string rule;                           // the line of data that recognised it
  bool operator==(const Figure&) const = default;
};

}  // namespace annals
