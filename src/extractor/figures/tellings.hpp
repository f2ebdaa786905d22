#pragma once
// What the sentences of an article count of one kind of harm: figures of different people side by side, which
// add up, and figures that sources set against one another, which do not.
//   "Two soldiers and three civilians were killed"             => one telling of 5
//   "Six people, three men and three women, were hurt"         => one telling of 6
//   "Police said nine were killed, the hospital said 11 were"  => two tellings, 9 and 11
// Feared, denied and background figures and those without a number are left out.

#include <string_view>
#include <vector>

#include "annals/model/claim.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

struct Telling {
  std::uint32_t sentence = 0;
  std::vector<const Figure*> figures;  // to be added up; never empty
  std::vector<const Figure*> parts;    // of its sentence, counted in them
  Quantity stated;                     // their sum; low and high are both set
  bool in_all = false;                 // a running total, or its sentence speaks of the whole: "in total"
  bool loose = false;                  // parts of a whole that is not told

  std::int64_t best() const { return *point(stated); }
  bool is_vague() const;  // all of its numbers are: "dozens"
};

// In order of the text. Parts of a sentence that gives no whole are a telling where no other one is as large.
std::vector<Telling> tellings_of(std::string_view text, const std::vector<Claim>& claims,
                                 const std::vector<Figure>& figures, HarmKind kind, const WordTable& words,
                                 const FramingRules& framing);

}  // namespace annals
