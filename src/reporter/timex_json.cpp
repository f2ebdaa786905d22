#include "reporter/timex_json.hpp"

namespace annals {

namespace {

void write_span(JsonWriter& json, Span span, std::string_view text) {
  json.key("begin").value(std::int64_t{span.begin}).key("end").value(std::int64_t{span.end});
  json.key("text").value(slice(text, span));
}

void write_timex(JsonWriter& json, const Timex& timex, std::string_view text) {
  json.open_object();
  write_span(json, timex.span, text);
  json.key("type").value(name_of(timex.type)).key("value").value(timex.value);
  if (!timex.mod.empty()) json.key("mod").value(timex.mod);
  const auto dates = narrowed_dates(timex);
  json.key("edtf").text_or_null(dates ? to_edtf(*dates) : std::string());
  json.key("relation").value(name_of(timex.relation)).key("anchor").value(name_of(timex.anchor));
  if (!timex.alternates.empty()) {
    json.key("weight").thousandths(timex.weight).key("alternates").open_array();
    for (const TimexAlternate& alternate : timex.alternates) {
      json.open_object().key("value").value(alternate.value);
      json.key("edtf").value(to_edtf(alternate.dates)).key("other").value(name_of(alternate.other));
      json.key("weight").thousandths(alternate.weight).close_object();
    }
    json.close_array();
  }
  json.key("rule").text_or_null(timex.rule).close_object();
}

}  // namespace

void write_timexes(JsonWriter& json, const Extraction& extraction, std::string_view text) {
  json.open_array();
  for (const Timex& timex : extraction.timexes) write_timex(json, timex, text);
  json.close_array();
}

void write_ranges(JsonWriter& json, const Extraction& extraction, std::string_view text) {
  json.open_array();
  for (const TimeRange& range : extraction.ranges) {
    json.open_object();
    write_span(json, range.span, text);
    json.key("edtf").value(to_edtf(range.dates)).key("first").value(std::int64_t{range.first});
    json.key("last").value(std::int64_t{range.last}).key("rule").text_or_null(range.rule).close_object();
  }
  json.close_array();
}

}  // namespace annals
