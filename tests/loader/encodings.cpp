#include <doctest/doctest.h>

#include "loader/decode.hpp"
#include "loader/loading.hpp"

using namespace annals;
using namespace std::string_literals;

TEST_CASE("bytes of any encoding become UTF-8") {
  struct Row {
    const char* name;
    std::string bytes;
    const char* declared;
    const char* text;
    const char* encoding;
  };
  const Row rows[] = {
      {"UTF-8", "caf\xC3\xA9", "", "caf\u00E9", "UTF-8"},
      {"UTF-8 with a mark",
       "\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "", "caf\u00E9", "UTF-8"},
      {"UTF-16 with a mark", "\xFF\xFEh\0\xE9\0"s, "", "h\u00E9", "UTF-16LE"},
      {"UTF-16, big end first", "\xFE\xFF\0h\0\xE9"s, "", "h\u00E9", "UTF-16BE"},
      {"UTF-16 without a mark", "t\0w\0e\0l\0v\0e\0"s, "", "twelve", "UTF-16LE"},
      {"declared", "\xE4\xE2\xE0", "windows-1251", "\u0434\u0432\u0430", "windows-1251"},
      {"declared Latin-1 is read as the web reads it", "\x93yes\x94", "ISO-8859-1", "\u201Cyes\u201D",
       "windows-1252"},
      {"declared wrongly", "caf\xC3\xA9", "windows-1252", "caf\u00E9", "UTF-8"},
      {"an unknown name declared", "caf\xE9 of the town where nobody was hurt on Monday", "klingon",
       "caf\u00E9 of the town where nobody was hurt on Monday", "windows-1252"},
      {"curly quotes of Windows",
       "The mayor said \x93twelve\x94 were hurt \x96 not \x91more\x92, in all of the town, by the evening of "
       "Monday, and no one had died, the police of the town said.",
       "",
       "The mayor said \u201Ctwelve\u201D were hurt \u2013 not \u2018more\u2019, in all of the town, by the "
       "evening of Monday, and no one had died, the police of the town said.",
       "windows-1252"},
      {"ISO-2022-JP", "\x1B$B@n\x1B(B", "iso-2022-jp", "\u5DDD", "iso-2022-jp"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Decoded got = decode(row.bytes, row.declared);
    CHECK(got.text == row.text);
    CHECK(got.encoding == row.encoding);
    CHECK(got.binary.empty());
    CHECK_FALSE(got.damaged);
  }
}

TEST_CASE("a few broken bytes do not make UTF-8 another encoding") {
  const Decoded got = decode("\u00E9\u00E9\u00E9\u00E9\u00E9 and \xFF", "");
  CHECK(got.encoding == "UTF-8");
  CHECK(got.damaged);
  CHECK(got.text == "\u00E9\u00E9\u00E9\u00E9\u00E9 and \uFFFD");
  CHECK(says(load_article("Toll\n\n\u00E9\u00E9\u00E9\u00E9\u00E9 and \xFF", "a.txt").diagnostics,
             "some bytes are no UTF-8"));
}

TEST_CASE("the charset is read out of tags only") {
  CHECK(declared_charset("<meta charset=\"KOI8-R\">") == "koi8-r");
  CHECK(declared_charset("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>") ==
        "windows-1251");
  CHECK(declared_charset("<?xml version=\"1.0\" encoding='ISO-8859-2'?>") == "iso-8859-2");
  CHECK(declared_charset("<p>the charset=utf-7 of old</p>").empty());
  CHECK(declared_charset("<meta charset=>").empty());
}

TEST_CASE("an HTML page is decoded as it declares") {
  const Article got = load_article(
      "<html><head><meta "
      "charset=windows-1251><title>\xC4\xE2\xE0</title></head><body><p>\xE4\xE2\xE0</p></body></html>",
      "a.html");
  CHECK(got.title == "\u0414\u0432\u0430");
  CHECK(got.text == "\u0434\u0432\u0430");
  CHECK(got.encoding == "windows-1251");
}
