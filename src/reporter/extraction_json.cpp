#include "reporter/extraction_json.hpp"

#include "reporter/json_writer.hpp"
#include "reporter/timex_json.hpp"

namespace annals {

namespace {

void write_span(JsonWriter& json, Span span, std::string_view text) {
  json.key("begin").value(std::int64_t{span.begin}).key("end").value(std::int64_t{span.end});
  json.key("text").value(text);
}

void write_quote(JsonWriter& json, std::string_view key, const std::optional<Quote>& quote) {
  json.key(key).text_or_null(quote ? std::string_view(quote->text) : std::string_view{});
}

void write_date(JsonWriter& json, const std::optional<DateSpan>& date) {
  json.key("date").text_or_null(date && (date->first || date->last) ? to_plain_edtf(*date) : std::string());
}

void write_figure(JsonWriter& json, const Figure& figure, std::string_view text) {
  json.open_object();
  write_span(json, figure.span, slice(text, figure.span));
  json.key("kind").value(name_of(figure.kind)).key("bound").value(name_of(figure.quantity.bound));
  json.key("low").value_or_null(figure.quantity.low).key("high").value_or_null(figure.quantity.high);
  json.key("unit").value(name_of(figure.unit)).key("victims");
  if (figure.victims) {
    json.open_object();
    write_span(json, figure.victims->span, figure.victims->text);
    json.close_object();
  } else {
    json.null();
  }
  json.key("scope").value(name_of(figure.scope)).key("part").boolean(figure.part);
  json.key("more").boolean(figure.more).key("frame").value(name_of(figure.frame));
  write_quote(json, "source", figure.source);
  if (figure.via) write_quote(json, "via", figure.via);
  write_quote(json, "place", figure.place);
  if (!figure.region.empty()) json.key("region").value(figure.region);
  write_date(json, figure.date);
  if (figure.duplicate_of) json.key("duplicate_of").value(std::int64_t{*figure.duplicate_of});
  json.key("rule").text_or_null(figure.rule);
  json.close_object();
}

void write_claim(JsonWriter& json, const Claim& claim, std::string_view text) {
  json.open_object();
  write_span(json, claim.span, slice(text, claim.span));
  json.key("type").value(name_of(claim.type));
  write_date(json, claim.date);
  write_quote(json, "speaker", claim.speaker);
  json.close_object();
}

}  // namespace

void append_extraction_json(std::string& out, const Document& document) {
  const Article& article = document.article;
  const Extraction& extraction = document.extraction;
  const std::string_view text = article.text;
  JsonWriter json(out);
  json.open_object().key("id").value(article.id).key("published");
  json.text_or_null(article.published ? to_iso(article.published->when) : std::string());
  json.key("title").text_or_null(article.title).key("publisher").text_or_null(article.publisher);
  json.key("timexes");
  write_timexes(json, extraction, text);
  if (!extraction.ranges.empty()) {
    json.key("ranges");
    write_ranges(json, extraction, text);
  }
  json.key("figures").open_array();
  for (const Figure& figure : extraction.figures) write_figure(json, figure, text);
  json.close_array().key("claims").open_array();
  for (const Claim& claim : extraction.claims) write_claim(json, claim, text);
  json.close_array().key("totals").open_object();
  for (int kind = 0; kind < kHarmKinds; ++kind) {
    const auto& total = extraction.totals.at(static_cast<std::size_t>(kind));
    if (!total) continue;
    json.key(name_of(static_cast<HarmKind>(kind))).open_object();
    json.key("low").value_or_null(total->low).key("best").value_or_null(total->best);
    json.key("high").value_or_null(total->high).close_object();
  }
  json.close_object().close_object().end_line();
}

}  // namespace annals
