#pragma once
// Text to tokens, once: every later step works on these and never looks at a byte again to find out what it
// is.
//   "At least 37,000 people" => At | least | 37,000 (number, 37000) | people
// Words are looked up in the lexicon as they are cut: a token carries its word id, and with it its classes
// and values. A hyphen, a slash and a possessive 's are tokens of their own, marked as glued to the letter
// before them:
//   "12-year-old" => 12 -year -old;  "Blinken's" => Blinken 's
// Abbreviations with inner dots ("U.S.", "a.m.") are one token. Marks that point at notes ("died.[3]") are
// none.

#include <cstdint>
#include <string_view>
#include <vector>

#include "annals/model/span.hpp"

#include "extractor/word_table.hpp"

namespace annals {

enum class TokenKind : std::uint8_t {
  word,
  number,       // 12  37,000  1.5
  ordinal,      // 3rd
  decade,       // 1990s
  punctuation,  // one mark
  quote_open,   // “ or a straight " that opens
  quote_close,
  line_break,  // an empty line or the end of a block: a sentence never crosses it
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  WordId word = kUnknownWord;  // lexicon entry of the lower-cased form; punctuation has one too
  TokenKind kind = TokenKind::word;
  bool glued = false;            // no space before it
  bool capitalised = false;      // first letter is a capital
  bool upper = false;            // all letters are capitals, at least two
  bool decimal = false;          // number with a fraction
  char mark = 0;                 // the ASCII mark of punctuation; dashes are '-', with '_' for a long one
  std::uint8_t digits = 0;       // digits of a number as written, without separators
  std::int64_t value = -1;       // of number, ordinal, decade; thousandths are dropped, see `fraction`
  std::int32_t thousandths = 0;  // fraction of a decimal number: 2.3 => value 2, thousandths 300

  Span span() const { return {begin, end}; }
};

// Tokens of the text in order. Any bytes are legal; ill-formed UTF-8 counts as letters.
std::vector<Token> tokenize(std::string_view text, const WordTable& words);

}  // namespace annals
