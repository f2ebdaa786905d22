#include <doctest/doctest.h>

#include "loader/loading.hpp"

using namespace annals;

TEST_CASE("plain text has its head taken off and its text kept byte for byte") {
  struct Row {
    const char* name;
    const char* bytes;
    const char* title;
    const char* published;
    const char* text;
  };
  const Row rows[] = {
      {"a date line", " date 2024-06-11 Toll rises to 12\n\nAt least 12 died.\n", "Toll rises to 12",
       "2024-06-11 header_line", "At least 12 died.\n"},
      {"a date line without a blank line", "date 2024-06-11 Toll rises\r\nAt least 12 died.\r\n\r\nMore.\r\n",
       "Toll rises", "2024-06-11 header_line", "At least 12 died.\r\n\r\nMore.\r\n"},
      {"a date line without a headline", "date 2024-06-11\n\nToll rises\n\nAt least 12 died.", "Toll rises",
       "2024-06-11 header_line", "At least 12 died."},
      {"a byte order mark", "\xEF\xBB\xBF date 2024-06-11 Toll rises\nTwelve died.", "Toll rises",
       "2024-06-11 header_line", "Twelve died."},
      {"the word date at the start", "Date palms burned in the fire.\n\nTwo people died.", "", "",
       "Date palms burned in the fire.\n\nTwo people died."},
      {"a block of head lines", "Title: Toll rises\nDate: 11 June 2024\nSection: World\n\nTwelve died.",
       "Toll rises", "2024-06-11 header_line", "Twelve died."},
      {"a block without a blank line", "Headline: Toll rises\nPublished: 2024-06-11\nTwelve died.",
       "Toll rises", "2024-06-11 header_line", "Twelve died."},
      {"a block and a headline", "Date: 2024-06-11\n\nToll rises\n\nTwelve died.", "Toll rises",
       "2024-06-11 header_line", "Twelve died."},
      {"a headline and a block", "Toll rises\nDate: 2024-06-11\n\nTwelve died.", "Toll rises",
       "2024-06-11 header_line", "Twelve died."},
      {"a paragraph like a head line", "Source: twelve people died, and no one knows why.\nMore follows.", "",
       "", "Source: twelve people died, and no one knows why.\nMore follows."},
      {"a headline", "Toll rises in the U.S.\n\nTwelve died.\n", "Toll rises in the U.S.", "",
       "Twelve died.\n"},
      {"a headline right above a paragraph", "Toll rises\nTwelve people died on Monday, the police said.\n",
       "Toll rises", "", "Twelve people died on Monday, the police said.\n"},
      {"wrapped lines are no headline", "Twelve people died on Monday, the ministry\nsaid in a statement.\n",
       "", "", "Twelve people died on Monday, the ministry\nsaid in a statement.\n"},
      {"a sentence is no headline", "Twelve people died on Monday.\n\nThree were hurt.", "", "",
       "Twelve people died on Monday.\n\nThree were hurt."},
      {"one line only", "Twelve people died", "", "", "Twelve people died"},
      {"leading blank lines", "\n\n  \nToll rises\n\n\n  Twelve died.\n\n\n", "Toll rises", "",
       "  Twelve died.\n\n\n"},
      {"an impossible day", " date 2023-02-30 Toll rises\nTwelve died.", "Toll rises", "", "Twelve died."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Article got = load_article(row.bytes, "a.txt");
    CHECK(got.title == row.title);
    CHECK(shown(got.published) == row.published);
    CHECK(got.text == row.text);
    CHECK(got.encoding == "UTF-8");
    CHECK(got.path == "a.txt");
  }
}

TEST_CASE("head lines fill the other fields") {
  const Article got = load_article(
      "Title: A\nUpdated: 2024-06-12\nSource: Daily News\nBy: Ann Other\nLink: "
      "https://x.example/a\nLanguage: en\nDate: 2024-06-11\n\nText.",
      "a.txt");
  CHECK(got.publisher == "Daily News");
  CHECK(got.author == "Ann Other");
  CHECK(got.url == "https://x.example/a");
  CHECK(got.language == "en");
  CHECK(shown(got.modified) == "2024-06-12 header_line");
  CHECK(got.diagnostics.empty());
}

TEST_CASE("doubts about dates are said in the article") {
  struct Row {
    const char* bytes;
    const char* says;
  };
  const Row rows[] = {
      {" date 2023-02-30 Toll\nText.", "\"2023-02-30\" is no day of the calendar"},
      {"Title: A\nDate: 06/11/2024\n\nText.", "cannot read \"06/11/2024\" as a date"},
      {"Title: A\n\nText.",
       "no publication date; relative dates cannot be resolved (set one with --published DATE)"},
      {"Title: A\nDate: 2024-06-11\nUpdated: 2024-06-10\n\nText.",
       "modified 2024-06-10 is earlier than published 2024-06-11"},
      {"Title: A\n\nCAIRO, Feb. 30 (Agency) - Text.",
       "\"Feb. 30\" in the dateline is no day of the calendar"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(says(load_article(row.bytes, "a.txt").diagnostics, row.says));
  }
}

TEST_CASE("the publication date is the article's own, then its address, then the argument") {
  LoadOptions options;
  options.published = parse_instant("2024-01-01");
  CHECK(shown(load_article("Title: A\nDate: 2024-06-11\n\nText.", "a.txt", options).published) ==
        "2024-06-11 header_line");
  CHECK(shown(load_article("Title: A\nURL: https://x.example/2024/06/12/a\n\nText.", "a.txt", options)
                  .published) == "2024-06-12 url");
  CHECK(shown(load_article("Title: A\n\nText.", "a.txt", options).published) == "2024-01-01 argument");
  CHECK(shown(load_article("Title: A\nDate: 2024-06-12\n\nCAIRO, June 11 (Agency) - Text.", "a.txt")
                  .dateline) == "2024-06-11 dateline");
}

TEST_CASE("an article is known by what it says") {
  const Article a = load_article("Title: A\nDate: 2024-06-11\n\nText.", "a.txt");
  const Article again = load_article("Headline: A\nPublished: 2024-06-11\n\nText.", "b.txt");
  const Article other = load_article("Title: A\nDate: 2024-06-11\n\nText!", "a.txt");
  CHECK(a.sha256.size() == 64);
  CHECK(a.id == a.sha256.substr(0, 12));
  CHECK(a.sha256 == again.sha256);
  CHECK(a.sha256 != other.sha256);
  // A byte that moves from one field to the next makes another article.
  Article left;
  left.title = "ab";
  left.publisher = "c";
  Article right;
  right.title = "a";
  right.publisher = "bc";
  identify(left);
  identify(right);
  CHECK(left.sha256 != right.sha256);
  Article named;
  named.id = "given";
  identify(named);
  CHECK(named.id == "given");
}
