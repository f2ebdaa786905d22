#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "annals/model/error.hpp"

#include "extractor/word_table.hpp"

using namespace annals;

namespace {

// The longest phrase of the class at the start of the text, as a number of words.
PhraseMatch longest(const WordTable& words, std::string_view text, ClassId klass) {
  std::vector<WordId> ids;
  for (const std::string& part : WordTable::split(text)) ids.push_back(words.find(part));
  return words.longest_phrase([&](std::size_t i) { return ids[i]; }, ids.size(), klass);
}

Entry entry(ClassId klass, std::string value = {}) {
  Entry row;
  row.klass = klass;
  row.value = std::move(value);
  row.where = "test.tsv:1";
  return row;
}

}  // namespace

TEST_CASE("phrases are split as text is cut") {
  using Parts = std::vector<std::string>;
  CHECK(WordTable::split("death toll") == Parts{"death", "toll"});
  CHECK(WordTable::split("Al-Ahli") == Parts{"al", "-", "ahli"});
  CHECK(WordTable::split(" a  b ") == Parts{"a", "b"});
  CHECK(WordTable::split("").empty());
}

TEST_CASE("a possessive in a phrase is cut off as it is in text") {
  using Parts = std::vector<std::string>;
  CHECK(WordTable::split("people's army") == Parts{"people", "'", "army"});
  CHECK(WordTable::split("people's") == Parts{"people", "'"});
}

TEST_CASE("a word has an id, classes and a value in each class") {
  WordTable words;
  const ClassId month = words.class_named("month");
  const ClassId modal = words.class_named("modal");
  words.add("may", entry(month, "5"));
  words.add("May", entry(modal));
  CHECK(words.class_named("month") == month);
  CHECK(words.find_class("modal") == modal);
  CHECK(words.class_name(modal) == "modal");
  CHECK(words.class_count() == 2);
  const WordId may = words.find("MAY");
  REQUIRE(may != kUnknownWord);
  CHECK(words.spelling(may) == "may");
  CHECK(words.classes(may).has(month));
  CHECK(words.classes(may).has(modal));
  REQUIRE(words.entry(may, month) != nullptr);
  CHECK(words.entry(may, month)->number == 5);
  CHECK(words.entry(may, modal)->number == 0);
  CHECK(words.find("june") == kUnknownWord);
  CHECK_FALSE(words.classes(kUnknownWord).any());
  CHECK(words.entry(kUnknownWord, month) == nullptr);
}

TEST_CASE("the longest phrase of a class is found") {
  WordTable words;
  const ClassId toll = words.class_named("toll");
  const ClassId harm = words.class_named("harm");
  words.add("death toll", entry(toll, "a"));
  words.add("death toll of the war", entry(toll, "b"));
  words.add("death toll of", entry(harm, "c"));
  words.add("toll", entry(toll, "d"));
  CHECK(longest(words, "death toll rose", toll).length == 2);
  CHECK(longest(words, "death toll of the war", toll).length == 5);
  CHECK(longest(words, "death toll of the", toll).length == 2);
  CHECK(longest(words, "death toll of the", harm).length == 3);
  CHECK(longest(words, "death toll of the", toll).entry->value == "a");
  CHECK(longest(words, "death", toll).length == 0);
  CHECK(longest(words, "toll", toll).length == 0);  // single words are no phrases
  CHECK(longest(words, "", toll).length == 0);
  CHECK(words.starts_phrase(words.find("death")));
  CHECK_FALSE(words.starts_phrase(words.find("toll")));
}

TEST_CASE("phrases with a hyphen match text cut at the hyphen") {
  WordTable words;
  const ClassId klass = words.class_named("number");
  words.add("half-dozen", entry(klass, "6"));
  CHECK(longest(words, "half-dozen men", klass).length == 3);
  CHECK(longest(words, "half dozen", klass).length == 0);
}

TEST_CASE("many words keep their ids while the table grows") {
  WordTable words;
  std::vector<WordId> ids;
  for (int i = 0; i < 30000; ++i) ids.push_back(words.intern("word" + std::to_string(i)));
  for (int i = 0; i < 30000; ++i)
    CHECK(words.find("WORD" + std::to_string(i)) == ids[static_cast<std::size_t>(i)]);
  CHECK(words.find("word30000") == kUnknownWord);
  CHECK(words.intern("word7") == ids[7]);
}

TEST_CASE("bad rows and unknown classes are errors that say where") {
  WordTable words;
  const ClassId klass = words.class_named("x");
  CHECK_THROWS_AS(words.add("  ", entry(klass)), const Error&);
  CHECK_THROWS_WITH_AS(words.find_class("nope"), "lexicon: no word has the class 'nope'", const Error&);
  for (std::size_t i = 1; i < kMaxClasses; ++i) words.class_named("c" + std::to_string(i));
  CHECK(words.class_count() == kMaxClasses);
  CHECK_THROWS_AS(words.class_named("one too many"), const Error&);
}
