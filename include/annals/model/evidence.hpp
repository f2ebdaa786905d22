#pragma once
// What the normalizer works on: one figure of one article, cut loose from its text but still leading back to
// it. `annals reconcile` reads the same from JSON Lines, so that a spreadsheet of claims can be reconciled
// too.

#include <cstdint>
#include <optional>
#include <string>

#include "annals/model/date.hpp"
#include "annals/model/figure.hpp"
#include "annals/model/series.hpp"

namespace annals {

// Whether a figure is the toll that its article gives, one of those that add up to it, or outside the range
// that the article gives of it ("five are dead"; "three died at the scene, the captain said").
enum class OwnToll : std::uint8_t { no, whole, addend, beside };

struct Evidence {
  std::string id;     // "ARTICLE#N", or the id that the input gave
  std::string event;  // name of the event; empty until events are found
  HarmKind kind = HarmKind::killed;
  std::string measure;  // what is counted when it is no kind of harm ("recovered", "population"); `kind` is
                        // then affected
  Quantity quantity;
  Unit unit = Unit::people;
  Scope scope = Scope::event;
  Frame frame = Frame::reported;
  bool part = false;    // a subset of another figure: never added, never a rival
  bool more = false;    // an increment
  std::string part_of;  // name of the sub-series ("identified", "women"); empty for the whole
  Fate fate = Fate::known;
  Side side = Side::everyone;
  Definition definition = Definition::reported;
  std::string victims;       // as written
  std::string place;         // as written
  std::string series_place;  // set by the normalizer: whose count it is, where an event has counts of several
                             // countries
  std::string region;        // country or territory that the place lies in; empty: not known
  std::string source;        // who said it, as written; empty: the article's own voice
  std::string source_kind;   // official, field, party, agency, ngo, model, media, ...; empty: unknown
  std::string via;           // who passed it on; empty: nobody named
  std::string publisher;
  std::optional<Instant> published;  // when the world could know it
  std::optional<DateSpan> date;      // when the people were harmed, or the as-of interval of a total
  std::optional<Instant> ingested;   // when it was read in; unset: from the start
  std::string wire;                  // origin of the outlet that printed this text first; empty: this one did
  OwnToll own_toll = OwnToll::no;    // what its article gives as its own toll (Extraction::totals)
  std::string article;               // id of the article; empty for claims given directly
  Span span;                         // of the count in the article's text
  std::string quote;                 // the sentence, verbatim
  bool duplicate = false;            // the same article says it again
  bool rejected = false;             // by an editor: never stands
  bool accepted = false;             // by an editor: looked at and found right
  bool operator==(const Evidence&) const = default;
};

}  // namespace annals
