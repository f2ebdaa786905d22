#include "cli/words.hpp"

#include <doctest/doctest.h>

#include "cli/suggest.hpp"

namespace annals {

TEST_CASE("a mistyped word is answered with the nearest known one, or with none") {
  const std::vector<std::string_view> verbs{"timeline", "figures", "search", "help", "compare"};
  struct Row {
    std::string_view word;
    std::string_view meant;
  };
  for (const Row& row :
       {Row{"timelin", "timeline"}, Row{"tiemline", "timeline"}, Row{"figrues", "figures"},
        Row{"serch", "search"}, Row{"hlep", "help"}, Row{"comp", "compare"}, Row{"time", "timeline"},
        Row{"", ""}, Row{"x", ""}, Row{"xyzzy", ""}, Row{"delete", ""}}) {
    CAPTURE(row.word);
    CHECK(suggest(row.word, verbs) == row.meant);
  }
  CHECK(suggest(std::string(100'000, 'a'), verbs).empty());
}

TEST_CASE("edits are inserts, deletes, replacements and swaps of neighbours") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("abc", "abc") == 0);
  CHECK(edit_distance("abc", "acb") == 1);
  CHECK(edit_distance("abc", "abd") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("a text is split at every mark") {
  using Words = std::vector<std::string_view>;
  CHECK(split("a|b", '|') == Words{"a", "b"});
  CHECK(split("a,,b", ',') == Words{"a", "", "b"});
  CHECK(split("a", ',') == Words{"a"});
  CHECK(split("", ',').empty());
}

TEST_CASE("paragraphs are wrapped by columns, and a long word stays whole") {
  CHECK(wrap("one two three", 9, 2) == "  one two\n  three\n");
  CHECK(wrap("one\n\ntwo", 20, 0) == "one\n\ntwo\n");
  CHECK(wrap("abcdefghij k", 4, 1) == " abcdefghij\n k\n");
  CHECK(wrap("äöü äöü", 7, 0) == "äöü äöü\n");
}

}  // namespace annals
