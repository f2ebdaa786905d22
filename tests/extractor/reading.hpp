#pragma once
// What the extractor's tests share: the shipped lexicon, compiled once; a sentence cut into tokens or read
// whole; and figures, counts and sentences as the short lines that tables and .cases files compare with.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/extractor/extract.hpp"

#include "extractor/tokenized_text.hpp"

namespace annals {

const Lexicon& shipped_lexicon();
// Tokens and sentences; `text` must outlive the result.
TokenizedText cut(std::string_view text);
Article article_of(std::string_view text, std::string_view published = {});
Extraction read(std::string_view text, std::string_view published = {});

// "12", "20-30", "12-", "-300"; "-" when the text gives no number.
std::string ends_of(const Quantity& quantity);
// "at_least 12-"
std::string line_of(const Quantity& quantity);
// "at least 12 | killed | at_least 12- | people | police | Gaza | event | reported part more"; "-" for none.
std::string line_of(const Figure& figure, std::string_view text);
// Lines of the figures, one each with a line end.
std::string lines_of(const Extraction& found, std::string_view text);
// The text of each claim, white space folded, one a line.
std::string sentence_lines(const Extraction& found, std::string_view text);

// A block of a .cases file: a title, an optional "published: DATE", text, "----", the lines expected.
struct Case {
  std::string where;  // file:line of the title
  std::string title;
  std::string published;
  std::string text;
  std::string expected;
};
// Blocks of tests/corpus/NAME, separated by lines of "===="; throws when a block has no "----".
std::vector<Case> read_cases(const std::string& name);
bool has_cases(const std::string& name);
// The bytes of a file; throws when it cannot be read.
std::string read_file(const std::string& path);

}  // namespace annals
