#include <random>
#include <string>

#include <doctest/doctest.h>

#include "extractor/lexicon_data.hpp"
#include "extractor/reading.hpp"

using namespace annals;

namespace {

std::vector<Token> tokens_of(std::string_view text) {
  return tokenize(text, shipped_lexicon().data().words);
}

// "12/number -/mark year ..." : words bare, others with their kind, a '+' before what is glued.
std::string shown(std::string_view text) {
  std::string all;
  for (const Token& t : tokens_of(text)) {
    if (!all.empty()) all += ' ';
    if (t.kind == TokenKind::line_break) {
      all += "BREAK";
      continue;
    }
    if (t.glued) all += '+';
    all += slice(text, t.span());
    switch (t.kind) {
      case TokenKind::number: all += "/number"; break;
      case TokenKind::ordinal: all += "/ordinal"; break;
      case TokenKind::decade: all += "/decade"; break;
      case TokenKind::quote_open: all += "/open"; break;
      case TokenKind::quote_close: all += "/close"; break;
      default: break;
    }
  }
  return all;
}

struct Row {
  std::string text;
  std::string want;
};

}  // namespace

TEST_CASE("text is cut where words, numbers and marks meet") {
  const Row rows[] = {
      {"", ""},
      {" \t\n", ""},
      {"At least 12 killed", "At least 12/number killed"},
      {"12-year-old", "12/number +- +year +- +old"},
      {"Blinken's", "Blinken +'s"},
      {"Blinken\u2019s", "Blinken +\u2019s"},
      {"don't", "don't"},
      {"the soldiers' camp", "the soldiers +' camp"},
      {"O'Brien", "O'Brien"},
      {"U.S. envoy", "U.S. envoy"},
      {"at 5 p.m. on", "at 5/number p.m. on"},
      {"D.C.", "D.C."},
      {"died.[3][nb 1] The storm", "died +. The storm"},
      {"two,[6]In", "two +, In"},
      {"in 2021[update], six", "in 2021/number , six"},
      {"the [mayor] said", "the [ +mayor +] said"},
      {"the govern[ment]al", "the govern +[ +ment +] +al"},
      {"see[this](page)", "see +[ +this +] +( +page +)"},
      {"died[ no end", "died +[ no end"},
      {"end.", "end +."},
      {"killed,injured", "killed +, +injured"},
      {"(12)", "( +12/number +)"},
      {"and/or", "and +/ +or"},
      {"20\u201330", "20/number +\u2013 +30/number"},
      {"war\u2014and", "war +\u2014 +and"},
      {"\u201cWe ran\u201d", "\u201c/open +We ran +\u201d/close"},
      {"\"We ran,\" he", "\"/open +We ran +, +\"/close he"},
      {"12\u00a0people", "12/number people"},
      {"caf\u00e9 Z\u00fcrich", "caf\u00e9 Z\u00fcrich"},
      {"\u9707\u707d", "\u9707\u707d"},
      {"one.\n\nTwo", "one +. BREAK Two"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(shown(row.text) == row.want);
  }
}

TEST_CASE("numbers keep their value, their digits and their fraction") {
  struct Number {
    std::string text;
    TokenKind kind;
    std::int64_t value;
    int digits;
    int thousandths;
  };
  const Number rows[] = {
      {"12", TokenKind::number, 12, 2, 0},
      {"007", TokenKind::number, 7, 3, 0},
      {"37,000", TokenKind::number, 37000, 5, 0},
      {"1,234,567", TokenKind::number, 1234567, 7, 0},
      {"2.3", TokenKind::number, 2, 1, 300},
      {"7.62", TokenKind::number, 7, 1, 620},
      {"0.0001", TokenKind::number, 0, 1, 0},
      {"3rd", TokenKind::ordinal, 3, 1, 0},
      {"21ST", TokenKind::ordinal, 21, 2, 0},
      {"11th", TokenKind::ordinal, 11, 2, 0},
      {"1990s", TokenKind::decade, 1990, 4, 0},
      {"1990's", TokenKind::decade, 1990, 4, 0},
      {"999999999999999999", TokenKind::number, 999999999999999999, 18, 0},
      {"9999999999999999999999", TokenKind::number, -1, 22, 0},
  };
  for (const Number& row : rows) {
    INFO(row.text);
    const auto tokens = tokens_of(row.text);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].kind == row.kind);
    CHECK(tokens[0].value == row.value);
    CHECK(tokens[0].digits == row.digits);
    CHECK(tokens[0].thousandths == row.thousandths);
    CHECK(tokens[0].decimal == (row.text.find('.') != std::string::npos));
  }
}

TEST_CASE("commas that are no separators end a number") {
  CHECK(shown("12,13") == "12/number +, +13/number");
  CHECK(shown("1,2345") == "1/number +, +2345/number");
  CHECK(shown("2024,300") == "2024/number +, +300/number");
  CHECK(shown("12, 300") == "12/number +, 300/number");
  CHECK(shown("0,300") == "0/number +, +300/number");
  CHECK(shown("12.") == "12/number +.");
}

TEST_CASE("words are looked up without regard to capitals") {
  const WordTable& words = shipped_lexicon().data().words;
  const ClassId harm = words.find_class("harm_ed");
  for (const char* text : {"killed", "Killed", "KILLED"}) {
    const auto tokens = tokens_of(text);
    REQUIRE(tokens.size() == 1);
    CHECK(words.classes(tokens[0].word).has(harm));
  }
  const auto token = [](std::string_view text) { return tokens_of(text).at(0); };
  CHECK(token("Gaza").capitalised);
  CHECK_FALSE(token("gaza").capitalised);
  CHECK(token("\u00c9vora").capitalised);
  CHECK_FALSE(token("\u00e9vora").capitalised);
  CHECK(token("UN").upper);
  CHECK_FALSE(token("A").upper);
  CHECK_FALSE(token("Un").upper);
  CHECK(token("zzyzzx").word == kUnknownWord);
}

TEST_CASE("lines end a sentence, unless the text is wrapped at a column") {
  CHECK(shown("Title\nText") == "Title BREAK Text");
  const std::string wrapped =
      "The river rose overnight and flooded the lower part of the town and\n"
      "nobody could warn the people who lived along the banks, so that the\n"
      "water stood as high as the windows of the school by dawn on Monday.\n"
      "\nNine were hurt.\n";
  const std::string cut = shown(wrapped);
  CHECK(cut.find("and BREAK") == std::string::npos);
  CHECK(cut.find("BREAK Nine") != std::string::npos);
}

TEST_CASE("tokens of any bytes lie in the text and ascend") {
  constexpr std::string_view kTempting = "a1 ,.'\"-\n(\xE2\x80\x99s\xC2\xA0\xC3\xA9\xFF\x80";
  std::mt19937 random(23);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n)
      text += random() % 5 == 0 ? static_cast<char>(random() % 256) : kTempting[random() % kTempting.size()];
    std::uint32_t end = 0;
    for (const Token& t : tokens_of(text)) {
      CHECK(t.begin >= end);
      CHECK(t.end <= text.size());
      CHECK((t.end > t.begin || t.kind == TokenKind::line_break));
      end = t.end;
    }
  }
}
