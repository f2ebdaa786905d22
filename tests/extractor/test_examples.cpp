// The EXAMPLE lines of the word tables, run. Those of temporal expressions ("timex ...") have a test of their
// own, and the tables that the normalizer reads are tested with it.

#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "annals/text/utf8.hpp"

#include "extractor/figures/count.hpp"
#include "extractor/lexicon_data.hpp"
#include "extractor/reading.hpp"

using namespace annals;

namespace {

bool read_by_normalizer(std::string_view where) {
  return where.starts_with("source_kinds.tsv") || where.starts_with("event_words.tsv");
}

// "12", "24-99 vague", "12.. at_least", "..300 less_than"
std::string quantity_of(std::string_view input) {
  const LexiconData& data = shipped_lexicon().data();
  const TokenizedText text = cut(input);
  const auto quantity = parse_quantity(text, data.words, CountRules(data.words));
  if (!quantity) return "none";
  std::string ends;
  if (quantity->low && quantity->low == quantity->high) {
    ends = std::to_string(*quantity->low);
  } else if (quantity->low && quantity->high) {
    ends = std::to_string(*quantity->low) + "-" + std::to_string(*quantity->high);
  } else {
    ends = (quantity->low ? std::to_string(*quantity->low) : "") + ".." +
           (quantity->high ? std::to_string(*quantity->high) : "");
  }
  return quantity->bound == Bound::exact ? ends : ends + " " + std::string(name_of(quantity->bound));
}

// "killed exact 12; injured at_least 3"
std::string figures_of(const Extraction& found) {
  std::string all;
  for (const Figure& f : found.figures) {
    const Quantity& q = f.quantity;
    const bool range = q.bound == Bound::range || q.bound == Bound::vague;
    const auto stated = point(q);
    all += (all.empty() ? "" : "; ") + std::string(name_of(f.kind)) + " " + std::string(name_of(q.bound)) +
           " " +
           (range    ? ends_of(q)
            : stated ? std::to_string(*stated)
                     : "-");
  }
  return all.empty() ? "none" : all;
}

// "event 2024-06-10" of the last sentence
std::string claim_of(const Extraction& found) {
  if (found.claims.empty()) return "none";
  const Claim& claim = found.claims.back();
  return std::string(name_of(claim.type)) + ' ' + (claim.date ? to_edtf(*claim.date) : "-");
}

std::string quote_or_none(const std::optional<Quote>& quote) {
  return quote ? quote->text : "none";
}

// What the extractor makes of the input, in the words of `verb`; empty for an unknown verb.
std::string answer(std::string_view verb, std::string_view input) {
  if (verb == "quantity") return quantity_of(input);
  const Extraction found = read(input);
  if (verb == "sentences") return std::to_string(found.claims.size());
  if (verb == "figure") return figures_of(found);
  if (verb == "claim") return claim_of(found);
  if (verb != "source" && verb != "frame" && verb != "scope" && verb != "place") return {};
  if (found.figures.empty()) return "no figure";
  const Figure& first = found.figures.front();
  if (verb == "source") return quote_or_none(first.source);
  if (verb == "place") return quote_or_none(first.place);
  return std::string(verb == "frame" ? name_of(first.frame) : name_of(first.scope));
}

}  // namespace

TEST_CASE("the examples of the word tables hold") {
  int run = 0;
  for (const Lexicon::Example& example : shipped_lexicon().examples()) {
    if (read_by_normalizer(example.where)) continue;
    const std::size_t blank = std::min(example.expected.find(' '), example.expected.size());
    const std::string verb = example.expected.substr(0, blank);
    if (verb == "timex" || verb == "range" || verb == "edtf") continue;
    const std::string want(trim(std::string_view(example.expected).substr(blank)));
    const std::string got = answer(verb, example.input);
    INFO(example.where, ": ", example.input);
    REQUIRE_MESSAGE(!got.empty(), "an example cannot ask for '", verb, "'");
    CHECK(got == want);
    ++run;
  }
  CHECK(run > 60);
}

TEST_CASE("examples stand in the tables that hold patterns and words of grammar") {
  std::set<std::string> tables;
  for (const Lexicon::Example& example : shipped_lexicon().examples())
    tables.insert(example.where.substr(0, example.where.find(':')));
  for (const char* name : {"numbers.tsv", "harm.tsv", "frame_patterns.tsv", "framing.tsv", "sources.tsv",
                           "sentences.tsv", "time_patterns.tsv", "claims.tsv"}) {
    INFO(std::string(name));
    CHECK(tables.count(name) == 1);
  }
  for (const auto& [name, table] : shipped_lexicon().data().tables) {
    if (tables.count(name) == 0) MESSAGE(name << " has no example");
  }
}
