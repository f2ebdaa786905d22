#include "reporter/record_json.hpp"

#include "reporter/difference_words.hpp"
#include "reporter/evidence_json.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

std::string stamp(const std::optional<StampedDate>& date) {
  return date ? to_iso(date->when) : std::string();
}

void write_estimate_side(JsonWriter& json, const std::optional<Estimate>& e) {
  if (!e) {
    json.null();
    return;
  }
  json.open_object().key("said").value(say_best(*e)).key("low").value_or_null(e->low);
  json.key("best").value_or_null(e->best).key("high").value_or_null(e->high);
  json.key("bound").value(name_of(e->bound)).key("status").value(name_of(e->status));
  json.key("known_from").text_or_null(e->known_from ? to_iso(*e->known_from) : std::string());
  json.key("place").text_or_null(e->series.place).key("reason").text_or_null(e->reason).close_object();
}

}  // namespace

void write_estimate(JsonWriter& json, const Estimate& e) {
  json.key("event").value(e.series.event).key("kind").value(kind_name(e.series));
  json.key("place")
      .text_or_null(e.series.place)
      .key("known_from")
      .value(e.known_from ? to_iso(*e.known_from) : std::string());
  json.key("best").value_or_null(e.best).key("low").value_or_null(e.low).key("high").value_or_null(e.high);
  json.key("bound").value(name_of(e.bound)).key("status").value(name_of(e.status));
  json.key("headline").boolean(e.headline).key("reason").value(e.reason);
  json.key("cause").value(name_of(e.cause)).key("part_of").text_or_null(e.series.part_of);
  json.key("unit").value(name_of(e.series.unit)).key("claims").open_array();
  for (const std::string& id : e.carried_by) json.value(id);
  json.close_array().key("set_aside").open_array();
  for (const SetAside& aside : e.set_aside) {
    json.open_object().key("id").value(aside.evidence).key("reason").value(name_of(aside.reason));
    json.key("other").text_or_null(aside.other).close_object();
  }
  json.close_array().key("said").value(say_best(e));
}

void write_figure(JsonWriter& json, const Evidence& e, const Standings& standings,
                  const ArticleIndex& articles) {
  const FigureStanding standing = standings.standing(e);
  const Estimate* then = standings.headline_at(e);
  json.key("event").text_or_null(e.event).key("kind").value(name_of(e.kind));
  write_evidence(json, e, articles);
  json.key("best").value_or_null(then == nullptr ? std::nullopt : then->best);
  json.key("status").value(standing_label(standing));
  json.key("reason").text_or_null(standing.letter == '?' ? std::string_view{} : name_of(standing.reason));
  json.key("other").text_or_null(standing.other);
}

void write_entry(JsonWriter& json, const TimelineEntry& entry) {
  json.key("date").value(to_plain_edtf(entry.date)).key("sentences").open_array();
  for (const TimelineSentence& sentence : entry.sentences) json.value(sentence.text);
  json.close_array().key("sources").open_array();
  for (const std::string& source : entry.sources) json.value(source);
  json.close_array().key("speakers").open_array();
  for (const TimelineSentence& sentence : entry.sentences) json.text_or_null(sentence.speaker);
  json.close_array().key("spans").open_array();
  for (const TimelineSentence& sentence : entry.sentences) {
    json.open_object().key("article").value(sentence.article);
    json.key("begin").value(std::int64_t{sentence.span.begin});
    json.key("end").value(std::int64_t{sentence.span.end}).close_object();
  }
  json.close_array();
  json.key("said").value(to_prose(entry.date));
}

void write_event(JsonWriter& json, const Event& event) {
  json.key("id").value(event.id).key("title").text_or_null(event.title);
  json.key("place").text_or_null(event.place);
  json.key("date").text_or_null(event.date ? to_edtf(*event.date) : std::string());
  json.key("articles").open_array();
  for (const std::string& id : event.articles) json.value(id);
  json.close_array();
}

void write_article(JsonWriter& json, const Article& article) {
  const auto known = known_from(article);
  json.key("id").value(article.id).key("title").text_or_null(article.title);
  json.key("publisher").text_or_null(article.publisher).key("author").text_or_null(article.author);
  json.key("published").text_or_null(stamp(article.published));
  json.key("modified").text_or_null(stamp(article.modified));
  json.key("known_from").text_or_null(known ? to_iso(*known) : std::string());
  json.key("url").text_or_null(article.url).key("path").text_or_null(article.path);
  json.key("language").text_or_null(article.language);
  json.key("version").value(std::int64_t{article.version}).key("sha256").text_or_null(article.sha256);
}

void write_override(JsonWriter& json, const OverrideOutcome& outcome) {
  const Override& entry = outcome.entry;
  json.key("line").value(std::int64_t{entry.line}).key("when").value(to_iso(entry.when));
  json.key("who").text_or_null(entry.who).key("act").value(name_of(entry.act));
  json.key("target").text_or_null(entry.target).key("fields").open_array();
  for (const OverrideField& field : entry.fields)
    json.open_object().key("name").value(field.name).key("value").value(field.value).close_object();
  json.close_array().key("reason").text_or_null(entry.reason).key("state").value(name_of(outcome.state));
  json.key("figure").text_or_null(outcome.evidence).key("note").text_or_null(outcome.note);
}

void write_difference(JsonWriter& json, const Difference& d) {
  const Estimate* e = d.now ? &*d.now : d.before ? &*d.before : nullptr;
  json.key("change").value(name_of(d.kind)).key("said").value(say_difference(d));
  json.key("event").text_or_null(d.event).key("title").text_or_null(d.title);
  json.key("kind").text_or_null(e == nullptr ? std::string_view{} : kind_name(e->series));
  json.key("part_of").text_or_null(e == nullptr ? std::string_view{} : std::string_view(e->series.part_of));
  json.key("before");
  write_estimate_side(json, d.before);
  json.key("now");
  write_estimate_side(json, d.now);
  json.key("cause").value(name_of(d.cause)).key("why").value(say_cause(d));
  json.key("source").text_or_null(d.said_by).key("quote").text_or_null(d.quote).key("articles").open_array();
  for (const ArticleStamp& article : d.articles) {
    json.open_object().key("id").value(article.id).key("title").text_or_null(article.title);
    json.key("publisher").text_or_null(article.publisher).key("url").text_or_null(article.url);
    json.key("version").value(std::int64_t{article.version}).key("sha256").text_or_null(article.sha256);
    json.close_object();
  }
  json.close_array();
}

}  // namespace annals
