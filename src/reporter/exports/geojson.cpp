// GeoJSON (RFC 7946): what stands, place by place.

#include "reporter/exports/formats.hpp"
#include "reporter/index.hpp"
#include "reporter/json_writer.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

std::string place_of(const Estimate& estimate, const Standings& standings) {
  if (!estimate.series.place.empty()) return estimate.series.place;
  for (const std::string& id : estimate.carried_by) {
    const Evidence* evidence = standings.evidence(id);
    if (evidence != nullptr && !evidence->place.empty()) return evidence->place;
  }
  const Event* event = standings.event(estimate.series.event);
  return event == nullptr ? std::string() : event->place;
}

void write_feature(JsonWriter& json, const Estimate& e, const Standings& standings,
                   const ArticleIndex& articles) {
  const Evidence* carrier = e.carried_by.empty() ? nullptr : standings.evidence(e.carried_by.front());
  const Document* document = carrier == nullptr ? nullptr : articles.find(carrier->article);
  json.open_object().key("type").value("Feature").key("geometry").null().key("properties").open_object();
  json.key("event").value(e.series.event).key("title").value(standings.event_title(e.series.event));
  json.key("place").text_or_null(place_of(e, standings));
  json.key("measure").value(kind_name(e.series)).key("part_of").text_or_null(e.series.part_of);
  json.key("unit").value(name_of(e.series.unit)).key("said").value(say_best(e));
  json.key("low").value_or_null(e.low).key("best").value_or_null(e.best).key("high").value_or_null(e.high);
  json.key("bound").value(name_of(e.bound)).key("status").value(name_of(e.status));
  json.key("headline").boolean(e.headline);
  json.key("known_from").text_or_null(e.known_from ? to_iso(*e.known_from) : std::string());
  json.key("source").text_or_null(carrier == nullptr ? std::string() : said_by(*carrier));
  json.key("quote").text_or_null(carrier == nullptr ? std::string_view{} : std::string_view(carrier->quote));
  json.key("url").text_or_null(document == nullptr ? std::string_view{}
                                                   : std::string_view(document->article.url));
  json.close_object().close_object();
}

}  // namespace

std::string render_geojson(const Report& report) {
  const Standings standings(*report.reconciliation);
  const ArticleIndex articles(*report.documents);
  std::string out;
  JsonWriter json(out);
  json.open_object().key("type").value("FeatureCollection").key("features").open_array();
  for (const Toll& toll : standings.tolls()) {
    if (toll.now() != nullptr) write_feature(json, *toll.now(), standings, articles);
    for (const Estimate* beside : toll.beside) write_feature(json, *beside, standings, articles);
  }
  json.close_array().close_object().end_line();
  return out;
}

}  // namespace annals
