#pragma once
// The word classes that tell what a claim is and when, looked up once. The words are in claims.tsv.

#include "extractor/word_table.hpp"

namespace annals {

struct ClaimRules {
  ClassId present_state;  // "is", "comprises": a main verb that tells how things are
  ClassId past_state;     // "had"
  ClassId standing;       // "located": behind "is" it tells how things are
  ClassId deed;           // "shelled": what people see happen
  ClassId picture;        // "photos": showing one is an act
  ClassId posting;        // "Facebook", "tribute": read at some other time
  ClassId beside;         // "after": opens what stands beside the main clause
  explicit ClaimRules(const WordTable& words)
      : present_state(words.find_class("present_state")),
        past_state(words.find_class("past_state")),
        standing(words.find_class("standing")),
        deed(words.find_class("deed")),
        picture(words.find_class("picture")),
        posting(words.find_class("posting")),
        beside(words.find_class("beside")) {}
};

}  // namespace annals
