// The .cases files of tests/corpus: prose, what is wanted of it, and a failure that shows both whole. Cases
// of NAME_wanted.cases are known not to hold yet; one that does hold fails the test, so that it is moved.

#include <functional>
#include <string>

#include <doctest/doctest.h>

#include "annals/text/utf8.hpp"

#include "extractor/reading.hpp"

using namespace annals;

namespace {

using Show = std::function<std::string(const Extraction&, std::string_view)>;

std::string quote_or_dash(const std::optional<Quote>& quote) {
  return quote ? fold_space(quote->text) : "-";
}

// "count | source | via"
std::string source_lines(const Extraction& found, std::string_view text) {
  std::string lines;
  for (const Figure& f : found.figures) {
    lines += fold_space(slice(text, f.span)) + " | " + quote_or_dash(f.source) + " | " +
             quote_or_dash(f.via) + "\n";
  }
  return lines;
}

// "count | place"
std::string place_lines(const Extraction& found, std::string_view text) {
  std::string lines;
  for (const Figure& f : found.figures)
    lines += fold_space(slice(text, f.span)) + " | " + quote_or_dash(f.place) + "\n";
  return lines;
}

// "count | date"
std::string date_lines(const Extraction& found, std::string_view text) {
  std::string lines;
  for (const Figure& f : found.figures)
    lines += fold_space(slice(text, f.span)) + " | " + (f.date ? to_edtf(*f.date) : "-") + "\n";
  return lines;
}

void run_cases(const std::string& name, const Show& show, std::size_t least) {
  const auto cases = read_cases(name + ".cases");
  CHECK(cases.size() >= least);
  for (const Case& one : cases) {
    const std::string got = show(read(one.text, one.published), one.text);
    if (got != one.expected) {
      FAIL_CHECK(one.where << ": " << one.title << "\n"
                           << one.text << "wanted:\n"
                           << one.expected << "got:\n"
                           << got);
    }
  }
  if (!has_cases(name + "_wanted.cases")) return;
  for (const Case& one : read_cases(name + "_wanted.cases")) {
    if (show(read(one.text, one.published), one.text) == one.expected) {
      FAIL_CHECK(one.where << ": holds now, move it to " << name << ".cases: " << one.title);
    }
  }
}

}  // namespace

TEST_CASE("figures of the corpus of cases") {
  run_cases("figures", lines_of, 60);
}

TEST_CASE("sources of the corpus of cases") {
  run_cases("sources", source_lines, 15);
}

TEST_CASE("places of the corpus of cases") {
  run_cases("places", place_lines, 10);
}

TEST_CASE("dates of the corpus of cases") {
  run_cases("dates", date_lines, 15);
}

TEST_CASE("sentences of the corpus of cases") {
  run_cases("sentences", sentence_lines, 15);
}
