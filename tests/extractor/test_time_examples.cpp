// Runs the EXAMPLE lines of the lexicon whose expected part begins with "timex": the values found, in order.
// A day in brackets at the end of the input is the day of writing; else it is 2024-06-11, a Tuesday.

#include <doctest/doctest.h>

#include "temporal_reading.hpp"

namespace annals {
namespace {

constexpr std::string_view kMark = "timex";

struct DatedText {
  std::string text;
  std::optional<Date> written;
};

DatedText dated(std::string text) {
  constexpr std::size_t kSuffix = 13;  // " (2024-06-11)"
  if (text.size() > kSuffix && text.back() == ')') {
    const auto day = parse_iso_date(std::string_view(text).substr(text.size() - 11, 10));
    if (day && text[text.size() - 12] == '(') return {text.substr(0, text.size() - kSuffix), day};
  }
  return {std::move(text), make_date(2024, 6, 11)};
}

TEST_CASE("every example of ranges and of EDTF gives what it promises") {
  int examples = 0;
  for (const Lexicon::Example& example : shipped_lexicon().examples()) {
    const bool range = example.expected.starts_with("range");
    if (!range && !example.expected.starts_with("edtf")) continue;
    ++examples;
    const DatedText input = dated(example.input);
    const std::vector<Timex> timexes = timexes_of(input.text, input.written);
    std::string got = range ? "range" : "edtf";
    if (range) {
      for (const TimeRange& one : ranges_of(input.text, timexes, input.written))
        got += " " + to_edtf(one.dates);
    } else {
      for (const Timex& timex : timexes) {
        if (const auto dates = narrowed_dates(timex)) got += " " + to_edtf(*dates);
      }
    }
    CAPTURE(example.where);
    CAPTURE(example.input);
    CHECK(got == example.expected);
  }
  CHECK(examples > 8);
}

TEST_CASE("every timex example of the lexicon gives the values it promises") {
  int examples = 0;
  for (const Lexicon::Example& example : shipped_lexicon().examples()) {
    if (!example.expected.starts_with(kMark)) continue;
    ++examples;
    const DatedText input = dated(example.input);
    std::string got{kMark};
    for (const Timex& timex : timexes_of(input.text, input.written)) got += " " + timex.value;
    CAPTURE(example.where);
    CAPTURE(example.input);
    CHECK(got == example.expected);
  }
  CHECK(examples > 40);
}

}  // namespace
}  // namespace annals
