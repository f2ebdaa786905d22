// HXL (https://hxlstandard.org): CSV whose second row says in hashtags what each column holds, so that
// humanitarian tools can join it with other tables. One row for each change of an estimate.

#include <array>

#include "reporter/exports/formats.hpp"
#include "reporter/index.hpp"
#include "reporter/phrases.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

struct Tagged {
  std::string_view header;
  std::string_view tag;
};

// The numbers of one row stand under the kind that they count.
constexpr std::array<Tagged, kHarmKinds> kKinds{{{"killed", "#affected+killed"},
                                                 {"injured", "#affected+injured"},
                                                 {"missing", "#affected+missing"},
                                                 {"captive", "#affected+captive"},
                                                 {"released", "#affected+released"},
                                                 {"detained", "#affected+detained"},
                                                 {"displaced", "#affected+displaced"},
                                                 {"trapped", "#affected+trapped"},
                                                 {"rescued", "#affected+rescued"},
                                                 {"sick", "#affected+infected"},
                                                 {"casualties", "#affected+casualties"},
                                                 {"affected", "#affected+total"}}};
constexpr std::array<Tagged, 8> kBefore{{{"event_id", "#event+id"},
                                         {"event", "#event+name"},
                                         {"occurred", "#date+occurred"},
                                         {"reported", "#date+reported"},
                                         {"place", "#loc+name"},
                                         {"lat", "#geo+lat"},
                                         {"lon", "#geo+lon"},
                                         {"part_of", "#population+name"}}};
constexpr std::array<Tagged, 8> kAfter{{{"low", "#affected+min"},
                                        {"high", "#affected+max"},
                                        {"unit", "#affected+unit"},
                                        {"status", "#status+name"},
                                        {"headline", "#status+headline"},
                                        {"source", "#meta+source"},
                                        {"quote", "#description+quote"},
                                        {"url", "#meta+url"}}};

std::string number_text(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

std::vector<Cell> row_of(const Estimate& e, const Standings& standings, const ArticleIndex& articles) {
  const Evidence* carrier = e.carried_by.empty() ? nullptr : standings.evidence(e.carried_by.front());
  const Document* document = carrier == nullptr ? nullptr : articles.find(carrier->article);
  const Event* event = standings.event(e.series.event);
  std::string place = e.series.place;
  if (place.empty() && event != nullptr) place = event->place;
  std::vector<Cell> row{cell(e.series.event),
                        cell(standings.event_title(e.series.event)),
                        cell(event != nullptr && event->date ? to_edtf(*event->date) : ""),
                        cell(e.known_from ? to_iso(*e.known_from) : ""),
                        cell(place),
                        cell(""),
                        cell(""),
                        cell(e.series.part_of)};
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
    const bool counted = static_cast<std::size_t>(e.series.kind) == kind && e.series.measure.empty();
    row.push_back(cell(counted ? number_text(e.best) : std::string()));
  }
  for (const std::string& text :
       {number_text(e.low), number_text(e.high), std::string(name_of(e.series.unit)),
        std::string(name_of(e.status)), std::string(e.headline ? "true" : "false"),
        carrier == nullptr ? std::string() : said_by(*carrier),
        carrier == nullptr ? std::string() : carrier->quote,
        document == nullptr ? std::string() : document->article.url})
    row.push_back(cell(text));
  return row;
}

}  // namespace

std::string render_hxl(const Report& report) {
  const Standings standings(*report.reconciliation);
  const ArticleIndex articles(*report.documents);
  Table table;
  std::vector<Cell> tags;
  const auto add = [&](const auto& columns) {
    for (const Tagged& column : columns) {
      table.columns.push_back({std::string(column.header)});
      tags.push_back(cell(column.tag));
    }
  };
  add(kBefore);
  add(kKinds);
  add(kAfter);
  table.rows.push_back(std::move(tags));
  for (const Estimate& estimate : report.reconciliation->estimates)
    table.rows.push_back(row_of(estimate, standings, articles));
  std::string out;
  append_rows(out, table, OutputFormat::csv);
  return out;
}

}  // namespace annals
