#include "loader/header_dates.hpp"

#include <doctest/doctest.h>

#include "loader/dateline.hpp"

using namespace annals;

TEST_CASE("dates of article heads are read as people write them") {
  struct Row {
    const char* text;
    const char* want;  // "" unreadable, "!" impossible
  };
  const Row rows[] = {
      {"2024-06-11", "2024-06-11"},
      {"2024-06-11T17:30:00-04:00", "2024-06-11T21:30:00Z"},
      {"20240611", "2024-06-11"},
      {"20240611T100000Z", "2024-06-11"},
      {"2024/6/11", "2024-06-11"},
      {"25/12/2023", "2023-12-25"},
      {"12/25/2023", "2023-12-25"},
      {"11.06.2024", "2024-06-11"},
      {"06/11/2024", ""},
      {"June 11, 2024", "2024-06-11"},
      {"11 June 2024", "2024-06-11"},
      {"Aug. 11th, 2023", "2023-08-11"},
      {"the 3rd of Sept. 2021", "2021-09-03"},
      {"Tuesday, 11 June 2024", "2024-06-11"},
      {"Updated June 11, 2024 at 5:30 p.m. EDT", "2024-06-11T21:30:00Z"},
      {"11 June 2024 16.05 GMT", "2024-06-11T16:05:00Z"},
      {"June 11, 2024, 12:15 am EDT", "2024-06-11T04:15:00Z"},
      {"June 11, 2024, 6:40 p.m. IST", "2024-06-11"},  // India, Israel or Ireland
      {"27 February 2019, 8:05 pm", "2019-02-27"},
      {"2023-02-30", "!"},
      {"February 30, 2023", "!"},
      {"31 June 2024", "!"},
      {"2023-13-01", "!"},
      {"yesterday", ""},
      {"May we see 2024", ""},
      {"June 2024", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const HeaderDate got = read_header_date(row.text);
    CHECK(std::string(got.when ? to_iso(*got.when) : got.impossible ? "!" : "") == row.want);
  }
}

TEST_CASE("the zone of a head is kept, so that the day is the writer's") {
  const HeaderDate got = read_header_date("June 11, 2024 at 11:30 p.m. EDT");
  REQUIRE(got.when);
  CHECK(to_iso(*got.when) == "2024-06-12T03:30:00Z");
  CHECK(to_iso(got.when->date()) == "2024-06-11");
}

TEST_CASE("days are found in web addresses") {
  struct Row {
    const char* url;
    const char* want;
  };
  const Row rows[] = {
      {"https://x.example/2024/06/11/toll-rises", "2024-06-11"},
      {"https://x.example/news/2024-06-11-toll", "2024-06-11"},
      {"https://x.example/world/2023/oct/08/toll", "2023-10-08"},
      {"https://x.example/2024/6/1/", "2024-06-01"},
      {"https://x.example/2024/06/11", "2024-06-11"},
      {"https://x.example/world/2024/06/toll", ""},
      {"https://x.example/2024/02/30/toll", ""},
      {"https://x.example/item-12024-06-11", ""},
      {"https://x.example/a?d=2024-06-11", ""},
      {"https://x.example/1234-56-78", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.url);
    const auto got = day_of_url(row.url);
    CHECK((got ? to_iso(*got) : std::string()) == row.want);
  }
}

TEST_CASE("datelines name their day, with the year nearest to publication") {
  struct Row {
    const char* text;
    std::optional<Date> published;
    const char* want;  // "!" impossible
  };
  const auto june = make_date(2024, 6, 12);
  const auto new_year = make_date(2024, 1, 1);
  const Row rows[] = {
      {"CAIRO, June 11 (Agency) - Talks went on.", june, "2024-06-11"},
      {"\n CAIRO, June 11 (Agency) \u2014 Talks went on.", june, "2024-06-11"},
      {"GAZA CITY, 11 June \u2013 Talks went on.", june, "2024-06-11"},
      {"KABUL, Afghanistan, Aug. 14 (Agency) -- A quake", make_date(2021, 8, 15), "2021-08-14"},
      {"PARIS, Dec. 31 (Agency) - Crowds", new_year, "2023-12-31"},
      {"PARIS, Jan. 1 (Agency) - Crowds", make_date(2023, 12, 31), "2024-01-01"},
      {"CAIRO, June 11, 2019 (Agency) - Talks", june, "2019-06-11"},
      {"CAIRO, June 11, 2019 (Agency) - Talks", std::nullopt, "2019-06-11"},
      {"CAIRO, June 11 (Agency) - Talks", std::nullopt, ""},
      {"CAIRO, Feb. 30 (Agency) - Talks", june, "!"},
      {"CAIRO, Feb. 30 (Agency) - Talks", std::nullopt, "!"},
      {"CAIRO (Agency) - On June 11 talks went on", june, ""},
      {"Cairo was calm on June 11 - for once.", june, ""},
      {"MAY 9 (Agency) - Talks", june, ""},
      {"UN staff on June 11 said talks would go on.", june, ""},
      {"", june, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Dateline got = read_dateline(row.text, row.published);
    CHECK(std::string(got.day ? to_iso(*got.day) : got.impossible.empty() ? "" : "!") == row.want);
  }
}
