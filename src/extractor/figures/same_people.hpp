#pragma once
// Can two figures of an article count the same people? By the words that name them.
//   "people" and "miners": yes; "miners" and "soldiers": no; "Omar Haddad" and "Haddad": yes; "a 34-year-old
//   man" and "a 63-year-old man": no
// Numbers are not compared here.

#include <string_view>

#include "annals/model/figure.hpp"

#include "extractor/figures/read_figures.hpp"

namespace annals {

// Is the figure one person by name ("Omar Haddad was killed")?
bool is_named(const Figure& figure);
// Or told without any determiner, by name or not ("his mother and grandfather were killed")?
bool is_undetermined(const Figure& figure);
// What a word for people, or the last word of the victims, says they are: "relative", "attacker", "police";
// empty if nothing.
std::string_view role_of_word(std::string_view word, const WordTable& words, const FramingRules& framing);
std::string_view role_of(const Figure& figure, const WordTable& words, const FramingRules& framing);
// Does it count whoever was harmed ("people", "the dead", no word at all) rather than some of them?
bool counts_anyone(const Figure& figure, const WordTable& words, const FramingRules& framing);
// Are both told by the same noun ("a woman", "the woman")?
bool are_called_alike(const Figure& a, const Figure& b);
bool may_be_same_people(const Figure& a, const Figure& b, const WordTable& words,
                        const FramingRules& framing);

}  // namespace annals
