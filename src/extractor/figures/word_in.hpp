#pragma once
// Does a word or phrase of a class stand in some bytes of a text?
//   word_in("six of whom later died", words, sequel) => "later" is of the class sequel
// Words are runs of ASCII letters in any case; a phrase counts as a word.

#include <string_view>

#include "extractor/word_table.hpp"

namespace annals {

bool word_in(std::string_view bytes, const WordTable& words, ClassId klass);

}  // namespace annals
