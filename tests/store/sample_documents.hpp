#pragma once
// Documents for the tests of the store: one with every field set, and simple ones.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "annals/model/document.hpp"

namespace annals {

// One sentence a line of `text`; identity and id from `id`, `text`, `url` as the loader would make them
// differ.
inline Document simple_document(const std::string& id, const std::string& text, const std::string& url = "",
                                const std::string& published = "") {
  Document document;
  Article& article = document.article;
  article.id = id;
  article.sha256 = "sha of " + url + "|" + text;
  article.url = url;
  article.text = text;
  article.encoding = "UTF-8";
  if (!published.empty())
    article.published = StampedDate{parse_instant(published).value(), DateOrigin::record};
  std::uint32_t begin = 0;
  while (begin < text.size()) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()));
    document.extraction.claims.push_back({{begin, end}, ClaimType::event, std::nullopt, std::nullopt});
    begin = end + 1;
  }
  return document;
}

// Every field has a value that is not its default.
inline Document rich_document() {
  Document document =
      simple_document("rich", "Caf\xC3\xA9 blast: at least 12 killed, police said.\nIt rained.",
                      "https://example.org/a?b=1&c='2'", "2024-06-11T09:30:00+02:00");
  Article& article = document.article;
  article.path = "news/a.jsonl#3";
  article.title = "Blast";
  article.publisher = "Example Post";
  article.author = "A. Writer";
  article.language = "en-GB";
  article.modified = StampedDate{{1718200000, Instant::Precision::second, -300}, DateOrigin::meta};
  article.dateline = StampedDate{instant_of({2024, 6, 10}), DateOrigin::dateline};
  article.captions = {{0, 5}, {46, 56}};
  article.encoding = "windows-1252";
  article.version = 3;
  article.diagnostics = {{Severity::note, "news/a.jsonl:3", {1, 2}, "odd"},
                         {Severity::error, "", {}, "broken"}};
  Extraction& extraction = document.extraction;
  extraction.claims[0] = {{0, 45}, ClaimType::statement, month_span(2024, 6), Quote{{33, 39}, "police"}};
  extraction.claims[1].type = ClaimType::background;
  DateSpan since = interval(Date{2023, 10, 7}, std::nullopt);
  since.approximate = since.uncertain = true;
  since.grain = Grain::century;
  Figure figure;
  figure.span = {13, 24};
  figure.kind = HarmKind::affected;
  figure.quantity = {12, std::nullopt, Bound::at_least};
  figure.unit = Unit::bodies;
  figure.victims = Quote{{1, 2}, "people"};
  figure.scope = Scope::total;
  figure.part = figure.more = true;
  figure.frame = Frame::retracted;
  figure.source = Quote{{33, 39}, "police"};
  figure.via = Quote{{3, 4}, ""};
  figure.place = Quote{{0, 5}, "Caf\xC3\xA9"};
  figure.region = "France";
  figure.date = since;
  figure.duplicate_of = 1;
  figure.sentence = 1;
  figure.rule = "frames.tsv:7";
  extraction.figures = {figure, {}};
  extraction.figures[1].quantity = {std::nullopt, 300, Bound::less_than};
  Timex timex;
  timex.span = {46, 48};
  timex.type = TimexType::set;
  timex.value = "XXXX-WXX-1";
  timex.mod = "APPROX";
  timex.dates = day_span({-240, 3, 10});
  timex.relation = TimexRelation::as_of;
  timex.anchor = AnchorKind::dateline;
  timex.rule = "patterns.tsv:31";
  timex.weight = 700;
  timex.alternates = {{"2024-06-17", day_span({2024, 6, 17}), OtherReading::order, 200},
                      {"2023", year_span(2023), OtherReading::year, 100}};
  extraction.timexes = {timex, {}};
  extraction.timexes[1].anchor = AnchorKind::event;
  extraction.ranges = {{{46, 52}, 0, 1, since, "time_links.tsv:3"}};
  extraction.totals[0] = Total{1, 2, 3};
  extraction.totals[11] = Total{std::nullopt, 0, std::nullopt};
  extraction.diagnostics = {{Severity::warning, "", {4, 9}, "doubt"}};
  return document;
}

}  // namespace annals
