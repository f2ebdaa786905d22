// A very long text is read in parts, and what is read does not depend on where they end.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "extractor/reading.hpp"
#include "extractor/text_parts.hpp"

using namespace annals;

namespace {

std::vector<std::string> parts_of(std::string_view text, std::size_t longest) {
  std::vector<std::string> parts;
  for (const Span& part : cut_into_parts(text, longest)) parts.emplace_back(slice(text, part));
  return parts;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("a long text is cut where it hurts least") {
  CHECK(parts_of("", 8) == Parts{""});
  CHECK(parts_of("one two", 8) == Parts{"one two"});
  CHECK(parts_of("a b c\n\nd e\nf g", 10) == Parts{"a b c\n\n", "d e\nf g"});
  CHECK(parts_of("a b c d\ne f", 10) == Parts{"a b c d\n", "e f"});
  CHECK(parts_of("a b c d e f", 9) == Parts{"a b c d ", "e f"});
  CHECK(parts_of("aaaaaaaaaaaa", 5) == Parts{"aaaaa", "aaaaa", "aa"});
  // never inside a letter
  CHECK(parts_of("aaa\u00e9\u00e9\u00e9", 4) == Parts{"aaa", "\u00e9\u00e9", "\u00e9"});
}

TEST_CASE("figures, times and claims of a text of many parts lie where they stand, and repeats are found") {
  const std::string paragraph = "Police said 12 miners were killed on Monday in Arden.\n\n";
  std::string text;
  while (text.size() < 2 * kPartBytes + 1000) text += paragraph;
  const Extraction found = read(text, "2024-06-11");
  const std::size_t paragraphs = text.size() / paragraph.size();
  REQUIRE(found.claims.size() == paragraphs);
  REQUIRE(found.timexes.size() == paragraphs);
  REQUIRE(found.figures.size() == paragraphs);
  for (std::size_t i = 0; i < paragraphs; ++i) {
    REQUIRE(found.claims[i].span.begin == i * paragraph.size());
    REQUIRE(slice(text, found.timexes[i].span) == "Monday");
    REQUIRE(found.figures[i].sentence == i);
    REQUIRE(slice(text, found.figures[i].span) == "12");
    REQUIRE(found.figures[i].duplicate_of.has_value() == (i > 0));
  }
  REQUIRE(found.totals[static_cast<std::size_t>(HarmKind::killed)]);
  CHECK(found.totals[static_cast<std::size_t>(HarmKind::killed)]->best == 12);
}
