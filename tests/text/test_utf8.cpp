#include <random>
#include <string>

#include <doctest/doctest.h>

#include "annals/text/utf8.hpp"

using namespace annals;

namespace {

const std::string kMark = "\xEF\xBF\xBD";

// Bytes that are likelier than chance to look like the start or the middle of a letter.
std::string random_bytes(std::mt19937& random, std::size_t length) {
  constexpr std::string_view kTempting = "a \xC0\xC3\xA9\xE2\x80\x93\xED\xA0\xF0\x9F\x98\xF4\x90\xFF\x7F\n";
  std::string bytes;
  while (bytes.size() < length) {
    bytes += random() % 4 == 0 ? static_cast<char>(random() % 256) : kTempting[random() % kTempting.size()];
  }
  return bytes;
}

}  // namespace

TEST_CASE("ill-formed UTF-8 is found where it begins and mended with one mark") {
  struct Row {
    std::string what;
    std::string bytes;
    std::size_t bad;
    std::string mended;
  };
  const Row rows[] = {
      {"nothing", "", std::string_view::npos, ""},
      {"ASCII", "12 killed", std::string_view::npos, "12 killed"},
      {"two, three and four bytes", "\u00e9\u2013\U0001F525", std::string_view::npos,
       "\u00e9\u2013\U0001F525"},
      {"the last code point", "\xF4\x8F\xBF\xBF", std::string_view::npos, "\xF4\x8F\xBF\xBF"},
      {"a NUL", std::string("a\0b", 3), std::string_view::npos, std::string("a\0b", 3)},
      {"Latin-1", "caf\xE9", 3, "caf" + kMark},
      {"Latin-1 before ASCII", "caf\xE9 noir", 3, "caf" + kMark + " noir"},
      {"a lonely continuation byte", "a\x80z", 1, "a" + kMark + "z"},
      {"an overlong slash", "\xC0\xAF", 0, kMark},
      {"an overlong of three bytes", "\xE0\x80\xAF.", 0, kMark + "."},
      {"a surrogate", "\xED\xA0\x80!", 0, kMark + "!"},
      {"beyond the last code point", "\xF4\x90\x80\x80", 0, kMark},
      {"a letter cut off at the end", "ab\xE2\x80", 2, "ab" + kMark},
      {"a letter cut off by another", "\xE2\x80\xC3\xA9", 0, kMark + "\u00e9"},
      {"a bad byte past the first eight", "abcdefghij\xFFk", 10, "abcdefghij" + kMark + "k"},
      {"two bad bytes apart", "\xFFx\xFE", 0, kMark + "x" + kMark},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(find_invalid_utf8(row.bytes) == row.bad);
    CHECK(to_valid_utf8(row.bytes) == row.mended);
  }
}

TEST_CASE("whatever the bytes, mending gives valid text, and mending that changes nothing") {
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    const std::string bytes = random_bytes(random, random() % 40);
    const std::string mended = to_valid_utf8(bytes);
    CHECK(find_invalid_utf8(mended) == std::string_view::npos);
    CHECK(to_valid_utf8(mended) == mended);
    // Walking it letter by letter and writing the code points gives it back.
    std::string again;
    for (std::size_t at = 0; at < mended.size(); at += utf8_length(mended, at))
      append_utf8(again, utf8_at(mended, at));
    CHECK(again == mended);
  }
}

TEST_CASE("code points that are none are written as the replacement character") {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    std::string out;
    append_utf8(out, c);
    CHECK(out == kMark);
  }
}

TEST_CASE("walking past a letter that is cut off stays inside the text") {
  const std::string_view text = "\xF0\x9F";
  CHECK(utf8_length(text, 0) == 1);
  CHECK(utf8_length(text, 1) == 1);
  CHECK(utf8_at(text, 0) == 0xF0);
}

TEST_CASE("columns: combining marks need none, East Asian letters two") {
  const std::pair<std::string, std::size_t> rows[] = {
      {"", 0},           {"killed", 6},   {"caf\u00e9", 4}, {"cafe\u0301", 4}, {"\u9707\u707d", 4},
      {"\U0001F525", 2}, {"a\u200Bb", 2}, {"\x1b[0m", 3},
  };
  for (const auto& [text, columns] : rows) {
    INFO(text);
    CHECK(display_width(text) == columns);
  }
}

TEST_CASE("a shortened text fits its columns and says that something is missing") {
  struct Row {
    std::string text;
    std::size_t columns;
    std::string want;
  };
  const Row rows[] = {
      {"killed", 6, "killed"},
      {"killed", 5, "kill\u2026"},
      {"two dead", 5, "two\u2026"},
      {"killed", 1, "\u2026"},
      {"killed", 0, ""},
      {"", 0, ""},
      {"\u9707\u707d\u5730", 4, "\u9707\u2026"},
      {"caf\u00e9s", 4, "caf\u2026"},
  };
  for (const Row& row : rows) {
    INFO(row.text, " in ", row.columns);
    CHECK(shorten(row.text, row.columns) == row.want);
    CHECK(display_width(shorten(row.text, row.columns)) <= row.columns);
  }
}

TEST_CASE("case, trimming and folding touch ASCII only") {
  CHECK(to_lower_ascii("KILLED \u00c9") == "killed \u00c9");
  CHECK(trim(" \t\r\n a b \v\f") == "a b");
  CHECK(trim(" \n ").empty());
  CHECK(trim("\u00a0a") == "\u00a0a");
  CHECK(fold_space("  a \n\t b  ") == "a b");
  CHECK(fold_space(" ").empty());
  CHECK(fold_space("").empty());
  CHECK_FALSE(is_space_ascii('\0'));
  CHECK_FALSE(is_space_ascii('\xA0'));
}
