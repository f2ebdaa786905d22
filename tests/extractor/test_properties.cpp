// What holds of every text: the cases, the sample articles in whatever form they have, and rubbish.

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "extractor/reading.hpp"

using namespace annals;

namespace {

void check_quote(const std::optional<Quote>& quote, std::string_view text) {
  if (!quote) return;
  CHECK(quote->span.end <= text.size());
  CHECK_FALSE(quote->span.empty());
  CHECK(slice(text, quote->span) == quote->text);
}

void check_days(const std::optional<DateSpan>& date) {
  if (date && date->first && date->last) CHECK(*date->first <= *date->last);
}

void check_claims(const Extraction& found, std::string_view text) {
  std::uint32_t end = 0;
  for (const Claim& claim : found.claims) {
    CHECK(claim.span.begin >= end);
    CHECK(claim.span.end > claim.span.begin);
    CHECK(claim.span.end <= text.size());
    // Between sentences stands nothing but white space and marks of notes ("[3]").
    const std::string_view gap = text.substr(end, claim.span.begin - end);
    if (gap.find('[') == std::string_view::npos)
      CHECK(gap.find_first_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string_view::npos);
    end = claim.span.end;
    check_quote(claim.speaker, text);
    if (claim.speaker) CHECK(claim.span.contains(claim.speaker->span));
    check_days(claim.date);
  }
}

void check_figures(const Extraction& found, std::string_view text) {
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < found.figures.size(); ++i) {
    const Figure& f = found.figures[i];
    INFO("figure ", i, ": ", line_of(f, text));
    CHECK(f.span.begin >= begin);
    begin = f.span.begin;
    CHECK_FALSE(f.span.empty());
    CHECK(f.span.end <= text.size());
    REQUIRE(f.sentence < found.claims.size());
    CHECK(found.claims[f.sentence].span.contains(f.span));
    if (f.duplicate_of) {
      CHECK(*f.duplicate_of < i);
      CHECK(found.figures[*f.duplicate_of].kind == f.kind);
      CHECK_FALSE(found.figures[*f.duplicate_of].duplicate_of);
    }
    for (const auto* quote : {&f.victims, &f.source, &f.via, &f.place}) check_quote(*quote, text);
    if (f.quantity.low) CHECK(*f.quantity.low >= 0);
    if (f.quantity.low && f.quantity.high) CHECK(*f.quantity.low <= *f.quantity.high);
    check_days(f.date);
    if (!f.part) CHECK_FALSE(f.rule.empty());
  }
}

void check_totals(const Extraction& found) {
  for (const auto& total : found.totals) {
    if (!total || !total->best) continue;
    CHECK(*total->best >= 0);
    if (total->low) CHECK(*total->low <= *total->best);
    if (total->high) CHECK(*total->best <= *total->high);
  }
}

void check_text(std::string_view text, std::string_view published) {
  const Extraction found = read(text, published);
  check_claims(found, text);
  check_figures(found, text);
  check_totals(found);
  std::uint32_t end = 0;
  for (const Timex& timex : found.timexes) {
    CHECK(timex.span.begin >= end);
    CHECK(timex.span.end > timex.span.begin);
    CHECK(timex.span.end <= text.size());
    end = timex.span.end;
    check_days(timex.dates);
  }
  for (const Diagnostic& diagnostic : found.diagnostics) CHECK(diagnostic.span.end <= text.size());
  CHECK(read(text, published) == found);
}

}  // namespace

TEST_CASE("every case keeps the promises of an extraction") {
  for (const char* kind : {"figures", "sources", "places", "sentences"}) {
    for (const char* ending : {".cases", "_wanted.cases"}) {
      const std::string name = std::string(kind) + ending;
      if (!has_cases(name)) continue;
      for (const Case& one : read_cases(name)) {
        INFO(one.where);
        check_text(one.text, one.published);
      }
    }
  }
}

TEST_CASE("every sample article keeps the promises of an extraction") {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (const auto& entry :
       fs::recursive_directory_iterator(std::string(ANNALS_SOURCE_DIR) + "/datasets/samples")) {
    if (entry.is_regular_file() && entry.path().parent_path().filename() == "articles")
      files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  CHECK(files.size() >= 40);
  for (const std::string& file : files) {
    INFO(file);
    check_text(read_file(file), fs::path(file).filename().string().substr(0, 10));
  }
}

TEST_CASE("rubbish keeps the promises of an extraction") {
  constexpr std::string_view kPieces[] = {"12",
                                          "killed",
                                          "people",
                                          " ",
                                          " ",
                                          " ",
                                          "at least",
                                          "said",
                                          "police",
                                          "\"",
                                          "\u201c",
                                          "\u201d",
                                          "'s",
                                          ".",
                                          ",",
                                          "\n",
                                          "\n\n",
                                          "(",
                                          ")",
                                          "-",
                                          "\u2013",
                                          "million",
                                          "999999999999999999999",
                                          "0",
                                          "Monday",
                                          "June",
                                          "2024",
                                          "were",
                                          "and",
                                          "of them",
                                          "in",
                                          "Gaza",
                                          "\xFF",
                                          "\xE2\x80",
                                          "U.S.",
                                          "no one",
                                          "death toll",
                                          "rose to",
                                          "between",
                                          "from",
                                          "to",
                                          ":",
                                          ";",
                                          "%",
                                          "$",
                                          "more",
                                          "another",
                                          "including",
                                          "three",
                                          "dozen",
                                          "year-old",
                                          "wounding",
                                          "a man"};
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) {
      text += kPieces[random() % std::size(kPieces)];
      if (random() % 3 != 0) text += ' ';
    }
    INFO(text);
    check_text(text, "2024-06-11");
  }
}

TEST_CASE("texts that are hard for their shape alone") {
  const auto repeated = [](std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
  };
  for (const std::string& text :
       {std::string(), std::string(" \n\n "), std::string("\0\0", 2), repeated("\"", 500), repeated("(", 500),
        repeated("12 ", 500), repeated("twenty ", 500), repeated("12 killed, ", 300), repeated("a-", 500),
        repeated("more than ", 300), repeated("and ", 500), repeated("U.S.", 300), repeated("A", 5000),
        repeated("in Gaza in ", 200), repeated("of of the ", 300), repeated("\n", 500),
        repeated("hundred million ", 200)}) {
    INFO(text.substr(0, 30));
    check_text(text, "2024-06-11");
  }
}
