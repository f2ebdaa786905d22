#include "reporter/sample_reports.hpp"

#include <algorithm>
#include <stdexcept>

#include "annals/text/utf8.hpp"

namespace annals::sample {

namespace {

Span find(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  if (at == std::string_view::npos) throw std::logic_error("no such words: " + std::string(words));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// One claim a line of the text.
Document article(std::string id, std::string_view published, std::string publisher, std::string title,
                 std::string text) {
  Document document;
  Article& a = document.article;
  a.id = std::move(id);
  a.path = "news/" + a.id + ".txt";
  a.url = "https://news.example/" + a.id;
  a.title = std::move(title);
  a.publisher = std::move(publisher);
  if (const auto when = parse_instant(published)) a.published = StampedDate{*when, DateOrigin::record};
  a.text = std::move(text);
  a.sha256 = std::string(64, static_cast<char>('a' + a.id.size() % 6));
  for (std::size_t at = 0; at < a.text.size();) {
    const std::size_t end = std::min(a.text.find('\n', at), a.text.size());
    Claim claim;
    claim.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    document.extraction.claims.push_back(claim);
    at = end + 1;
  }
  return document;
}

Figure& figure(Document& document, std::string_view words, HarmKind kind, Quantity quantity,
               std::string_view source = {}) {
  Figure f;
  const std::string_view text = document.article.text;
  f.span = find(text, words);
  f.kind = kind;
  f.quantity = quantity;
  if (!source.empty()) f.source = Quote{find(text, source), std::string(source)};
  const auto& claims = document.extraction.claims;
  while (!claims[f.sentence].span.contains(f.span)) ++f.sentence;
  f.rule = "figures.tsv:12";
  document.extraction.figures.push_back(f);
  return document.extraction.figures.back();
}

Evidence evidence(const Document& document, std::size_t index, std::string event) {
  const Figure& f = document.extraction.figures.at(index);
  Evidence e;
  e.id = document.article.id + "#" + std::to_string(index);
  e.event = std::move(event);
  e.kind = f.kind;
  e.quantity = f.quantity;
  e.scope = f.scope;
  e.frame = f.frame;
  e.part = f.part;
  e.victims = f.victims ? f.victims->text : "";
  e.place = f.place ? f.place->text : "";
  e.source = f.source ? f.source->text : "";
  e.publisher = document.article.publisher;
  if (document.article.published) e.published = document.article.published->when;
  e.date = f.date;
  e.article = document.article.id;
  e.span = f.span;
  e.quote = slice(document.article.text, document.extraction.claims.at(f.sentence).span);
  return e;
}

Estimate estimate(const Evidence& carrier, EstimateStatus status, ChangeCause cause, std::string reason) {
  Estimate e;
  e.series.event = carrier.event;
  e.series.kind = carrier.kind;
  e.known_from = carrier.published;
  e.best = point(carrier.quantity);
  e.low = carrier.quantity.low;
  e.high = carrier.quantity.high;
  e.bound = carrier.quantity.bound;
  e.status = status;
  e.headline = true;
  e.cause = cause;
  e.reason = std::move(reason);
  e.carried_by = {carrier.id};
  return e;
}

TimelineEntry entry(std::string_view date, const Document& document, std::string_view words,
                    std::string speaker = {}) {
  TimelineEntry e;
  e.date = parse_edtf(date).value();
  e.sentences.push_back(
      {std::string(words), document.article.id, find(document.article.text, words), std::move(speaker)});
  e.sources.push_back(document.article.id);
  return e;
}

}  // namespace

std::string right_to_left_override() {
  std::string letter;
  append_utf8(letter, 0x202E);
  return letter;
}

Case quake() {
  Case c;
  Document first = article("q1", "2021-08-14T16:03:00Z", "Coast Wire", "Quake strikes the peninsula",
                           "A strong earthquake struck the peninsula on Saturday morning.\n"
                           "At least 29 people were killed, the civil protection agency said.\n"
                           "Officials feared thousands of victims.");
  figure(first, "At least 29", HarmKind::killed, {29, std::nullopt, Bound::at_least},
         "the civil protection agency");
  first.extraction.figures[0].victims = Quote{find(first.article.text, "people"), "people"};
  first.extraction.figures[0].scope = Scope::total;
  first.extraction.figures[0].date = parse_edtf("2021-08-14");
  figure(first, "thousands", HarmKind::killed, {2000, 9999, Bound::vague}, "Officials").frame = Frame::feared;
  first.extraction.timexes.push_back(
      {find(first.article.text, "Saturday morning"), TimexType::date, "2021-08-14TMO", "", {}, {}, {}, ""});
  first.extraction.claims[0].date = parse_edtf("2021-08-14");
  first.extraction.claims[1].type = ClaimType::statement;
  first.extraction.claims[1].speaker =
      Quote{find(first.article.text, "the civil protection agency"), "the civil protection agency"};
  first.extraction.totals[0] = Total{29, 29, std::nullopt};

  Document second = article("q2", "2021-08-15", "Hill Gazette", "Toll rises to 304",
                            "The toll rose to 304 on Sunday, the agency said, including 12 children.\n"
                            "More than 1,800 people were injured.\n"
                            "Hospitals in the town of Les Cayes were full.");
  figure(second, "304", HarmKind::killed, exactly(304), "the agency").scope = Scope::total;
  figure(second, "12", HarmKind::killed, exactly(12)).part = true;
  second.extraction.figures[1].victims = Quote{find(second.article.text, "children"), "children"};
  figure(second, "More than 1,800", HarmKind::injured, {1800, std::nullopt, Bound::more_than});

  auto& r = c.reconciliation;
  r.policy = "official";
  r.events.push_back({"quake-2021-08-14",
                      "Quake strikes the peninsula",
                      "peninsula",
                      parse_edtf("2021-08-14"),
                      {"q1", "q2"}});
  for (std::size_t i = 0; i < 2; ++i) r.evidence.push_back(evidence(first, i, "quake-2021-08-14"));
  for (std::size_t i = 0; i < 3; ++i) r.evidence.push_back(evidence(second, i, "quake-2021-08-14"));
  r.evidence[3].part_of = "children";
  r.evidence[3].victims = "children";
  const auto& ev = r.evidence;
  r.estimates.push_back(
      estimate(ev[0], EstimateStatus::single_source, ChangeCause::first_report, "The only figure so far."));
  r.estimates.back().set_aside = {{"q1#1", Reason::prediction, ""}};
  r.estimates.push_back(estimate(ev[2], EstimateStatus::revised, ChangeCause::new_deaths,
                                 "The agency's newer figure replaces its older one."));
  r.estimates.back().set_aside = {{"q1#0", Reason::superseded, "q2#0"},
                                  {"q1#1", Reason::prediction, ""},
                                  {"q2#1", Reason::subset_of, "q2#0"}};
  r.estimates.push_back(
      estimate(ev[3], EstimateStatus::single_source, ChangeCause::first_report, "The only figure."));
  r.estimates.back().series.part_of = "children";
  r.estimates.back().headline = false;
  r.estimates.push_back(
      estimate(ev[4], EstimateStatus::single_source, ChangeCause::first_report, "The only figure."));

  c.timeline.entries.push_back(
      entry("2021-08-14", first, "A strong earthquake struck the peninsula on Saturday morning."));
  c.timeline.entries.back().sources.emplace_back("q2");
  c.timeline.entries.push_back(
      entry("2021-08-15", second, "The toll rose to 304 on Sunday, the agency said, including 12 children.",
            "the agency"));
  c.documents = {std::move(first), std::move(second)};
  return c;
}

Case contested() {
  Case c;
  const std::string event = "strike-2019-02-26";
  Document army = article("army", "2019-02-26", "Subcontinent Wire", "Jets strike a camp",
                          "Jets struck a camp in the hills before dawn on Tuesday.\n"
                          "Some 300 fighters were killed, the army said.");
  figure(army, "Some 300", HarmKind::killed, {300, 300, Bound::about}, "the army").place =
      Quote{find(army.article.text, "the hills"), "the hills"};
  Document copy = article("copy", "2019-02-27", "Lake Chronicle", "",
                          "Some 300 fighters were killed, the army said, Subcontinent Wire reported.");
  figure(copy, "Some 300", HarmKind::killed, {300, 300, Bound::about}, "the army");
  Document village = article("village", "2019-03-02", "Valley Post", "What the villagers saw",
                             "Villagers said one man was hurt and nobody was killed.\n"
                             "The foreign office denied that 300 people had died.\n"
                             "In 2005 a quake killed 73,000 people in the same valley.");
  figure(village, "nobody", HarmKind::killed, exactly(0), "Villagers");
  figure(village, "300", HarmKind::killed, exactly(300), "The foreign office").frame = Frame::denied;
  figure(village, "73,000", HarmKind::killed, exactly(73000)).frame = Frame::background;
  figure(village, "one", HarmKind::injured, exactly(1), "Villagers");
  Document undated =
      article("undated", "", "Valley Post", "A note", "The camp stood empty, two visitors said.");

  auto& r = c.reconciliation;
  r.policy = "range";
  r.as_of = parse_instant("2019-03-05T12:00:00Z");
  r.events.push_back(
      {event, "Jets strike a camp", "the hills", parse_edtf("2019-02-26"), {"army", "copy", "village"}});
  r.events.push_back({"quake-2005", "", "valley", parse_edtf("2005"), {"village"}});
  r.evidence.push_back(evidence(army, 0, event));
  r.evidence.push_back(evidence(copy, 0, event));
  r.evidence[1].via = "Subcontinent Wire";
  for (std::size_t i = 0; i < 4; ++i) r.evidence.push_back(evidence(village, i, event));
  r.evidence[0].source_kind = "party";
  r.evidence[2].source_kind = "field";
  const auto& ev = r.evidence;
  r.estimates.push_back(estimate(ev[0], EstimateStatus::contested, ChangeCause::first_report,
                                 "The army's figure; villagers and the foreign office contradict it."));
  Estimate& e = r.estimates.back();
  e.low = 0;
  e.high = 300;
  e.set_aside = {{"copy#0", Reason::copy_of, "army#0"},
                 {"village#0", Reason::outweighed, "army#0"},
                 {"village#1", Reason::denied, "army#0"},
                 {"village#2", Reason::background, ""}};
  r.estimates.push_back(
      estimate(ev[5], EstimateStatus::single_source, ChangeCause::first_report, "The only figure."));
  Estimate place = r.estimates.front();
  place.headline = false;
  place.series.place = "the hills";
  r.estimates.insert(r.estimates.begin() + 1, place);
  place.series.place = "the valley";
  place.carried_by = {"village#0"};
  place.best = place.low = place.high = 0;
  place.bound = Bound::exact;
  place.set_aside = {};
  r.estimates.insert(r.estimates.begin() + 2, place);

  c.timeline.entries.push_back(
      entry("2005", village, "In 2005 a quake killed 73,000 people in the same valley."));
  c.timeline.entries.push_back(
      entry("2019-02-26", army, "Jets struck a camp in the hills before dawn on Tuesday."));
  c.documents = {std::move(undated), std::move(village), std::move(copy), std::move(army)};
  return c;
}

Case hostile() {
  Case c;
  const std::string evil =
      "a|b `c` <script>alert(1)</script> \x1b[31mred [x](javascript:alert(1)) " + right_to_left_override() +
      "abc \xFF _e_ ![i](http://t.example/p.png) www.evil.example <http://e.example> x@y.example";
  Document d = article("=cmd|'/c calc'!A1", "2024-01-02", evil, "# " + evil + "\n---\ntitle: other",
                       "1968. " + evil + " said 12 were killed.\nThe end.");
  d.article.url = "javascript:alert(1)";
  d.article.author = "\"><img src=x onerror=alert(1)>";
  d.article.path = "../" + evil;
  d.article.sha256 = "`|`";
  figure(d, "12", HarmKind::killed, exactly(12)).source = Quote{{0, 4}, evil};
  d.extraction.figures[0].place = Quote{{0, 4}, "=1+1"};
  d.extraction.figures[0].victims = Quote{{0, 4}, "\"quoted\", \r\nvictims"};
  d.extraction.claims[0].date = parse_edtf("2024-01-02");
  d.extraction.claims[0].speaker = Quote{{0, 4}, evil};
  auto& r = c.reconciliation;
  r.policy = "official|`";
  r.events.push_back({"e|1`", evil, "=1+1", parse_edtf("2024-01-02"), {d.article.id}});
  r.evidence.push_back(evidence(d, 0, "e|1`"));
  r.evidence.push_back(evidence(d, 0, "e|1`"));
  r.evidence[1].id = "rival|`";
  r.evidence[1].quantity = exactly(40);
  r.estimates.push_back(estimate(r.evidence[0], EstimateStatus::contested, ChangeCause::first_report, evil));
  r.estimates.back().set_aside = {{"rival|`", Reason::outweighed, d.article.id}};
  c.timeline.entries.push_back(entry("2024-01-02", d, "1968. " + evil + " said 12 were killed.", evil));
  c.documents.push_back(std::move(d));
  return c;
}

}  // namespace annals::sample
