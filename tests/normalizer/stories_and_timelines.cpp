// Articles into events, and days into timelines.
#include <algorithm>

#include <doctest/doctest.h>

#include "annals/normalizer/reconcile.hpp"
#include "annals/normalizer/timeline.hpp"
#include "annals/text/utf8.hpp"

#include "normalizer/telling.hpp"

using namespace annals;

namespace {

// Every sentence of the text becomes a claim; a number before "killed" becomes a figure.
struct Told {
  std::string id;
  std::string day;
  std::string text;
  std::int64_t killed = 0;
  std::string place;
  std::string date;  // of all its sentences; empty: undated
};

Document document_of(const Told& told) {
  Document document;
  document.article.id = told.id;
  document.article.text = told.text;
  document.article.publisher = "paper " + told.id;
  if (const auto day = parse_iso_date(told.day))
    document.article.published = StampedDate{instant_of(*day), DateOrigin::record};
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at < told.text.size(); ++at) {
    if (told.text[at] != '.') continue;
    Claim claim;
    claim.span = {begin, at + 1};
    if (const auto date = parse_edtf(told.date); date && !told.date.empty()) {
      claim.date = date;
      if (begin == 0) {
        Timex timex;
        timex.span = {0, 1};
        timex.dates = date;
        document.extraction.timexes.push_back(timex);
      }
    }
    document.extraction.claims.push_back(claim);
    begin = std::min(at + 2, static_cast<std::uint32_t>(told.text.size()));
  }
  if (told.killed > 0) {
    Figure figure;
    figure.quantity = exactly(told.killed);
    if (!told.place.empty()) figure.place = Quote{{}, told.place};
    document.extraction.figures.push_back(figure);
  }
  return document;
}

std::vector<Document> documents_of(const std::vector<Told>& all) {
  std::vector<Document> documents;
  for (const Told& told : all) documents.push_back(document_of(told));
  return documents;
}

std::vector<Told> quake_and_others() {
  return {
      {"a", "2020-05-01", "A strong quake hit the coast of Ruritania near the town of Selm.", 12, "Selm", ""},
      {"b", "2020-05-02", "Rescuers in Selm dug through the ruins left by the Ruritania quake.", 40, "Selm",
       ""},
      {"c", "2020-05-02", "A bus of football fans fell into a gorge in Karlovia, the Bordurian press wrote.",
       9, "Karlovia", ""},
      {"d", "2020-05-03", "The death toll rises to 61.", 61, "", ""},
      {"e", "2020-08-30", "Months after the quake Ruritania remembers those lost in Selm.", 61, "Selm", ""},
      {"f", "2020-05-04", "Aid reaches Ruritania by ship as Selm is cut off.", 63, "Ruritania", ""},
  };
}

}  // namespace

TEST_CASE("one story told for months is one event, another story is another") {
  const std::vector<Document> documents = documents_of(quake_and_others());
  std::vector<Evidence> evidence;
  for (const Document& document : documents) {
    const std::vector<Evidence> own = evidence_of(document);
    evidence.insert(evidence.end(), own.begin(), own.end());
  }
  const std::vector<Event> events = find_events(documents, evidence);
  REQUIRE(events.size() == 2);
  CHECK(events[0].articles == std::vector<std::string>{"a", "b", "d", "f", "e"});
  CHECK(events[1].articles == std::vector<std::string>{"c"});
  CHECK(events[0].place == "Selm");
  CHECK(events[0].id == "2020-05-01-selm");
  CHECK(evidence[2].event == events[1].id);
  CHECK(evidence[3].event == events[0].id);
}

TEST_CASE("the order in which documents are given does not matter") {
  std::vector<Document> documents = documents_of(quake_and_others());
  const Reconciliation once = reconcile(documents, {});
  const Timeline days = build_timeline(documents, {});
  std::reverse(documents.begin(), documents.end());
  CHECK(reconcile(documents, {}) == once);
  CHECK(build_timeline(documents, {}) == days);
  std::swap(documents[1], documents[4]);
  CHECK(reconcile(documents, {}) == once);
}

TEST_CASE("documents known later are not used as of a day") {
  const Reconciliation early =
      reconcile(documents_of(quake_and_others()), {Policy::official, parse_instant("2020-05-02")});
  REQUIRE_FALSE(early.events.empty());
  for (const Event& event : early.events) {
    for (const std::string& article : event.articles) CHECK(article < "d");
  }
}

TEST_CASE("no documents give no events and no days") {
  std::vector<Evidence> none;
  CHECK(find_events({}, none).empty());
  CHECK(reconcile({}, {}).estimates.empty());
  CHECK(build_timeline({}, {}).entries.empty());
}

TEST_CASE("evidence carries what its figure and its article say") {
  Document document = document_of({"a", "2020-05-01", "The ministry said 12 people died.", 12, "Selm", ""});
  Figure& figure = document.extraction.figures.front();
  figure.source = Quote{{}, "The\n ministry"};
  figure.part = true;
  figure.victims = Quote{{}, "Young Children"};
  figure.duplicate_of = 0;
  const std::vector<Evidence> evidence = evidence_of(document);
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].id == "a#0");
  CHECK(evidence[0].source == "The ministry");
  CHECK(evidence[0].source_kind == "official");
  CHECK(evidence[0].publisher == "paper a");
  CHECK(evidence[0].quote == "The ministry said 12 people died.");
  CHECK(evidence[0].part_of == "children");
  CHECK(evidence[0].duplicate);
  CHECK(to_iso(*evidence[0].published) == "2020-05-01");
}

TEST_CASE("two counts of different people in one sentence are added up once") {
  Document document =
      document_of({"a", "2020-05-01", "Two soldiers and three civilians were killed.", 2, "Selm", ""});
  document.extraction.figures.front().victims = Quote{{}, "soldiers"};
  document.extraction.figures.push_back(document.extraction.figures.front());
  document.extraction.figures.back().quantity = exactly(3);
  document.extraction.figures.back().victims = Quote{{}, "civilians"};
  const Reconciliation result = reconcile({document}, {});
  REQUIRE(result.estimates.size() == 1);
  CHECK(result.estimates[0].best == 5);
  CHECK(result.estimates[0].carried_by == std::vector<std::string>{"a#0", "a#1"});
}

TEST_CASE("an incident of a longer story does not replace its total") {
  std::vector<Document> documents = documents_of({
      {"a", "2020-05-01", "The war in Ruritania has killed 900 people, the Ruritania ministry said.", 900,
       "Ruritania", ""},
      {"b", "2020-05-03", "A raid on Selm in Ruritania killed 12 on Sunday.", 12, "Selm", ""},
      {"c", "2020-05-05", "The toll of the war in Ruritania is now 950, the Ruritania ministry said.", 950,
       "Ruritania", ""},
  });
  documents[0].extraction.figures[0].scope = Scope::total;
  documents[2].extraction.figures[0].scope = Scope::total;
  const Reconciliation result = reconcile(documents, {});
  REQUIRE(result.events.size() == 1);
  REQUIRE(result.estimates.size() == 2);
  CHECK(result.estimates[0].best == 900);
  CHECK(result.estimates[1].best == 950);
  const auto& aside = result.estimates[1].set_aside;
  const auto raid =
      std::find_if(aside.begin(), aside.end(), [](const SetAside& s) { return s.evidence == "b#0"; });
  REQUIRE(raid != aside.end());
  CHECK(raid->reason == Reason::other_scope);
}

TEST_CASE("a sentence reprinted by another paper is a copy, not a second source") {
  const std::string wire = "At least 12 people died when a quake shook the old town of Selm in Ruritania.";
  const Reconciliation result = reconcile(documents_of({
                                              {"a", "2020-05-01", wire, 12, "Selm", ""},
                                              {"b", "2020-05-02", wire, 12, "Selm", ""},
                                          }),
                                          {});
  REQUIRE(result.estimates.size() == 1);
  CHECK(result.estimates[0].status == EstimateStatus::single_source);
  REQUIRE(result.estimates[0].set_aside.size() == 1);
  CHECK(result.estimates[0].set_aside[0].reason == Reason::copy_of);
}

TEST_CASE("a wrong first total falls when three others count lower ones and nobody repeats it") {
  std::vector<Document> documents = documents_of({
      {"a", "2020-05-01", "The Ruritania quake killed 59,000 in Selm.", 59000, "Selm", ""},
      {"b", "2020-05-02", "The toll of the Ruritania quake in Selm rose to 21,000.", 21000, "Selm", ""},
      {"c", "2020-05-03", "The toll of the Ruritania quake in Selm is 24,000.", 24000, "Selm", ""},
      {"d", "2020-05-04", "The toll of the Ruritania quake in Selm climbed to 27,100.", 27100, "Selm", ""},
  });
  for (Document& document : documents) document.extraction.figures[0].scope = Scope::total;
  const Reconciliation result = reconcile(documents, {});
  REQUIRE_FALSE(result.estimates.empty());
  CHECK(result.estimates.back().best == 27100);
  CHECK(result.estimates.back().cause == ChangeCause::source_switch);
  documents[2].extraction.figures[0].scope = Scope::event;
  CHECK(reconcile(documents, {}).estimates.back().best == 59000);
}

TEST_CASE("days are ranked by the documents that mention them and told in order of time") {
  const std::vector<Document> documents = documents_of({
      {"a", "2020-05-02", "Troops entered the city of Selm at dawn.", 0, "", "2020-05-01"},
      {"b", "2020-05-03", "Troops took the city of Selm after a fight.", 0, "", "2020-05-01"},
      {"c", "2020-05-09", "A truce was signed in the town of Arl.", 0, "", "2020-05-08"},
      {"d", "2020-05-10", "The truce of Arl holds, both sides wrote.", 0, "", "2020-05-08"},
      {"e", "2020-05-11", "Rain fell on the fields of Karlovia again.", 0, "", "2020-05-11"},
      {"f", "2020-05-12", "Elections will come in the month of June.", 0, "", "2020-06"},
  });
  TimelineOptions options;
  options.top = 2;
  const Timeline two = build_timeline(documents, options);
  REQUIRE(two.entries.size() == 2);
  CHECK(to_edtf(two.entries[0].date) == "2020-05-01");
  CHECK(to_edtf(two.entries[1].date) == "2020-05-08");
  CHECK(two.entries[0].sources == std::vector<std::string>{"a", "b"});
  CHECK(two.entries[0].sentences.size() == 1);

  options.top = 20;
  const Timeline all = build_timeline(documents, options);
  REQUIRE(all.entries.size() == 3);  // a month is no day
  CHECK(to_edtf(all.entries[2].date) == "2020-05-11");

  options.since = parse_iso_date("2020-05-02");
  options.until = parse_iso_date("2020-05-10");
  const Timeline between = build_timeline(documents, options);
  REQUIRE(between.entries.size() == 1);
  CHECK(to_edtf(between.entries[0].date) == "2020-05-08");

  options = {};
  options.keywords = {"TRUCE"};
  options.sentences = 3;
  const Timeline about = build_timeline(documents, options);
  REQUIRE(about.entries.size() == 1);
  CHECK(about.entries[0].sentences.size() == 2);
}

TEST_CASE("the sentence behind one that names a single earlier day tells of that day") {
  const Told story{"a", "2020-05-20", "Troops entered Selm. Tanks burned. Rain fell there.",
                   0,   "",           "2020-05-01"};
  TimelineOptions options;
  options.sentences = 5;
  Document document = document_of(story);
  const auto told_of = [&](std::string_view day) {
    const Timeline timeline = build_timeline({document}, options);
    for (const TimelineEntry& entry : timeline.entries) {
      if (to_edtf(entry.date) == day) return entry.sentences.size();
    }
    return std::size_t{0};
  };
  CHECK(told_of("2020-05-01") == 2);  // the third is one too far
  document.extraction.claims[1].type = ClaimType::background;
  CHECK(told_of("2020-05-01") == 1);
  document.extraction.claims[1].type = ClaimType::event;
  document.extraction.timexes.push_back(document.extraction.timexes[0]);
  document.extraction.timexes[1].dates = parse_edtf("2020-04-20");
  CHECK(told_of("2020-05-01") == 1);  // which of the two days it goes on about nobody knows
}

TEST_CASE("a sentence told twice is shown once") {
  const std::vector<Document> documents = documents_of({
      {"a", "2020-05-02", "Troops entered the city of Selm at dawn.", 0, "", "2020-05-01"},
      {"b", "2020-05-02", "Troops entered the city of Selm at dawn.", 0, "", "2020-05-01"},
  });
  TimelineOptions options;
  options.sentences = 5;
  const Timeline timeline = build_timeline(documents, options);
  REQUIRE(timeline.entries.size() == 1);
  CHECK(timeline.entries[0].sentences.size() == 1);
}

TEST_CASE("a day still told weeks later outweighs one that as many papers told at once") {
  const std::vector<Document> documents = documents_of({
      {"a", "2020-05-02", "The dam of Selm broke in the night.", 0, "", "2020-05-01"},
      {"b", "2020-07-20", "The dam of Selm had broken after weeks of rain.", 0, "", "2020-05-01"},
      {"c", "2020-05-09", "A fair opened in the town of Arl.", 0, "", "2020-05-08"},
      {"d", "2020-05-09", "The fair of Arl drew many guests.", 0, "", "2020-05-08"},
  });
  TimelineOptions options;
  options.top = 1;
  const Timeline timeline = build_timeline(documents, options);
  REQUIRE(timeline.entries.size() == 1);
  CHECK(to_edtf(timeline.entries[0].date) == "2020-05-01");
}

TEST_CASE("a day without a keyword is told by articles that have one, and by no others") {
  const std::vector<Document> documents = documents_of({
      {"a", "2020-05-02", "Bridges near Selm were swept away by the water.", 0, "", "2020-05-01"},
      {"b", "2020-05-10", "A bank in Arl closed its doors for good.", 0, "", "2020-05-08"},
  });
  std::vector<Document> titled = documents;
  titled[0].article.title = "The Ruritania flood";
  TimelineOptions options;
  options.keywords = {"flood"};
  CHECK(build_timeline(documents, options).entries.empty());
  const Timeline timeline = build_timeline(titled, options);
  REQUIRE(timeline.entries.size() == 1);
  CHECK(to_edtf(timeline.entries[0].date) == "2020-05-01");
}

TEST_CASE("what a timeline shows of a sentence begins behind the dateline") {
  struct Row {
    std::string sentence, shown;
  };
  const std::vector<Row> rows = {
      {"SELM, Ruritania (Agency) - Shells fell on the port.", "Shells fell on the port."},
      {"By Our Staff Two dead, says mayor SELM (ABC) -- Shells fell on the old port.",
       "Shells fell on the old port."},
      {"SELM, Ruritania \u2014 Shells fell on the port.", "Shells fell on the port."},
      {"SELM, June 3 - Shells fell on the old port.", "Shells fell on the old port."},
      {"Shells fell (two at once) on the port.", "Shells fell (two at once) on the port."},
      {"The league (UNL) said shells fell on the port.", "The league (UNL) said shells fell on the port."},
      {"Selm (the old port) - a town of 3,000 - was shelled.",
       "Selm (the old port) - a town of 3,000 - was shelled."},
      {"UNL - the league of towns - met in Selm.", "UNL - the league of towns - met in Selm."},
      {"SELM (Agency) - More.", "SELM (Agency) - More."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sentence);
    const std::string text = "Before. " + row.sentence;
    const Span all{8, static_cast<std::uint32_t>(text.size())};
    CHECK(slice(text, telling_of(text, all)) == row.shown);
  }
}

TEST_CASE("a plain report stands alone better than what leans, asks or speaks to the reader") {
  const double plain = weight_of_telling("Shells fell on the port of Selm.", ClaimType::event, false);
  CHECK(plain == 1);
  CHECK(weight_of_telling("Thieves stole a map of the UN.", ClaimType::event, false) == 1);
  for (const char* sentence : {"He fell on the way to Selm.", "But shells fell on Selm.", "Who shelled Selm?",
                               "We saw shells fall on Selm.", "Send us your pictures of Selm."}) {
    CAPTURE(sentence);
    CHECK(weight_of_telling(sentence, ClaimType::event, false) < 1);
  }
  CHECK(weight_of_telling("Shells fell on Selm a day later.", ClaimType::event, true) < 1);
  CHECK(weight_of_telling("The mayor said shells fell.", ClaimType::statement, false) < 1);
}

namespace {

// One article of one sentence that names these dates.
Document dated(const std::string& id, const std::string& text, const std::vector<std::string>& named) {
  Document document = document_of({id, "2020-05-10", text, 0, "", ""});
  for (std::size_t i = 0; i < named.size(); ++i) {
    Timex timex;
    timex.span = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1)};
    timex.dates = parse_edtf(named[i]);
    document.extraction.timexes.push_back(timex);
  }
  return document;
}

}  // namespace

TEST_CASE("a doubtful day and a stretch of days are shown as such") {
  CHECK(to_edtf(
            build_timeline({dated("a", "The dam of Selm broke.", {"2020-05-03~"})}, {}).entries.at(0).date) ==
        "2020-05-03~");
  CHECK(to_edtf(
            build_timeline({dated("a", "The dam of Selm broke.", {"2020-05-03"})}, {}).entries.at(0).date) ==
        "2020-05-03");

  Document stretch = dated("a", "Water stood in the streets of Selm.", {"2020-05-03", "2020-05-06"});
  TimeRange range;
  range.span = {0, 2};
  range.first = 0;
  range.last = 1;
  range.dates = interval(parse_iso_date("2020-05-03"), parse_iso_date("2020-05-06"));
  stretch.extraction.ranges.push_back(range);
  const Timeline once = build_timeline({stretch}, {});
  REQUIRE(once.entries.size() == 1);
  CHECK(to_edtf(once.entries[0].date) == "2020-05-03/2020-05-06");

  Document year = stretch;
  year.extraction.timexes[1].dates = parse_edtf("2021-05-06");
  year.extraction.ranges[0].dates = interval(parse_iso_date("2020-05-03"), parse_iso_date("2021-05-06"));
  const Timeline longer = build_timeline({year}, {});
  REQUIRE(longer.entries.size() == 2);
  CHECK(to_edtf(longer.entries[0].date) == "2020-05-03");
}

TEST_CASE("what one day is told by is not told again for another while that has words of its own") {
  const std::vector<Document> documents = {
      dated("a", "The dam of Selm, shut on one day, broke on another.", {"2020-05-03", "2020-05-05"}),
      dated("b", "The dam of Selm, shut on one day, broke on another.", {"2020-05-03", "2020-05-05"}),
      dated("c", "Engineers shut the gates.", {"2020-05-05"}),
      dated("d", "A storm took the roofs of Arl.", {"2020-05-03"}),
  };
  const Timeline timeline = build_timeline(documents, {});
  REQUIRE(timeline.entries.size() == 2);
  CHECK(timeline.entries[0].sentences[0].text != timeline.entries[1].sentences[0].text);
}

TEST_CASE("keywords choose articles, and of their sentences rather those that have one") {
  std::vector<Document> documents = {
      dated("a", "The dam of Selm broke in the night.", {"2020-05-03"}),
      dated("b", "The dam of Selm broke in the flood.", {"2020-05-03"}),
  };
  for (Document& document : documents) document.article.title = "Flood";
  TimelineOptions options;
  options.keywords = {"flood"};
  const Timeline timeline = build_timeline(documents, options);
  REQUIRE(timeline.entries.size() == 1);
  CHECK(timeline.entries[0].sentences[0].article == "b");
}
