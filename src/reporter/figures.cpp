// The register of figures in every format. JSON and CSV hold every figure, also copies and repeats.

#include <array>
#include <map>

#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"

#include "reporter/phrases.hpp"
#include "reporter/record_json.hpp"
#include "reporter/register_table.hpp"
#include "reporter/sparkline.hpp"

namespace annals {

namespace {

std::string heading(const RegisterGroup& group, const Standings& standings) {
  if (group.event.empty()) return kind_label(group.kind);
  return std::string(standings.event_title(group.event)) + ": " + kind_label(group.kind);
}

// How the headline of the group went, under its table.
void append_course(std::string& out, const RegisterGroup& group, const Standings& standings,
                   const RenderOptions& options) {
  constexpr std::size_t kColumns = 32;
  for (const Toll& toll : standings.tolls()) {
    if (toll.event != group.event || toll.kind != group.kind) continue;
    const std::string course = say_course(toll.history, kColumns);
    if (!course.empty()) out += styled("BEST OVER TIME  " + course, Style::dim, options) + '\n';
  }
}

std::string as_text(const std::vector<RegisterGroup>& groups, const Standings& standings,
                    const ArticleIndex& articles, const RenderOptions& options) {
  if (groups.empty()) return "no figures\n";
  std::string out;
  for (const RegisterGroup& group : groups) {
    out += styled(heading(group, standings), Style::bold, options) + '\n';
    append_text_table(out, register_table(group, standings, articles), options);
    append_course(out, group, standings, options);
    out += '\n';
  }
  return out + styled(register_legend(groups), Style::dim, options) + '\n';
}

std::string as_markdown(const std::vector<RegisterGroup>& groups, const Standings& standings,
                        const ArticleIndex& articles) {
  std::string out;
  for (const RegisterGroup& group : groups) {
    if (!out.empty()) out += '\n';
    out += "## " + escape_markdown(heading(group, standings)) + "\n\n";
    append_markdown_table(out, register_table(group, standings, articles,
                                              [](const Evidence& e) { return escape_markdown(e.id); }));
  }
  return out;
}

std::string number_text(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

std::string_view grain_name(Grain grain) {
  constexpr std::array<std::string_view, 8> kNames{"day",     "week", "month",  "season",
                                                   "quarter", "year", "decade", "century"};
  return kNames.at(static_cast<std::size_t>(grain));
}

// What else speaks for a figure: the status of the estimate that it carries, and the last report that says
// the same.
class Support {
 public:
  Support(const Reconciliation& reconciliation, const Standings& standings) {
    for (const Toll& toll : standings.tolls()) {
      if (toll.now() != nullptr) note(*toll.now());
      for (const Estimate* estimate : toll.beside) note(*estimate);
    }
    for (const Evidence& e : reconciliation.evidence) {
      const FigureStanding standing = standings.standing(e);
      const bool confirms = standing.reason == Reason::agrees || standing.reason == Reason::copy_of ||
                            standing.reason == Reason::rounds_to;
      if (!confirms || standing.other.empty() || !e.published) continue;
      const auto [last, fresh] = last_.try_emplace(standing.other, *e.published);
      if (!fresh && last->second < *e.published) last->second = *e.published;
    }
  }
  std::string_view confidence(const Evidence& e) const {
    const auto it = status_.find(e.id);
    return it == status_.end() ? std::string_view{} : name_of(it->second);
  }
  std::string last_confirmed(const Evidence& e) const {
    const auto it = last_.find(e.id);
    return it == last_.end() ? std::string() : to_iso(it->second);
  }

 private:
  void note(const Estimate& estimate) {
    for (const std::string& id : estimate.carried_by) status_.try_emplace(id, estimate.status);
  }
  std::map<std::string_view, EstimateStatus> status_;
  std::map<std::string_view, Instant> last_;
};

Table csv_table(const Reconciliation& reconciliation, const Standings& standings,
                const ArticleIndex& articles) {
  Table table;
  for (const std::string_view name :
       {"event_id",      "date_edtf",  "date_start", "date_end",     "precision", "title",
        "place",         "lat",        "lon",        "measure",      "low",       "best",
        "high",          "bound",      "unit",       "basis",        "scope",     "frame",
        "status",        "confidence", "reason",     "source",       "via",       "publisher",
        "source_ids",    "quote",      "url",        "archived_url", "sha256",    "first_reported",
        "last_confirmed"})
    table.columns.push_back({std::string(name)});
  const Support support(reconciliation, standings);
  for (const Evidence& e : reconciliation.evidence) {
    const Document* document = articles.find(e.article);
    const FigureStanding standing = standings.standing(e);
    table.rows.push_back({cell(e.event),
                          cell(e.date ? to_plain_edtf(*e.date) : ""),
                          cell(e.date && e.date->first ? to_iso(*e.date->first) : ""),
                          cell(e.date && e.date->last ? to_iso(*e.date->last) : ""),
                          cell(e.date && (e.date->first || e.date->last) ? grain_name(e.date->grain) : ""),
                          cell(standings.event_title(e.event)),
                          cell(e.place),
                          cell(""),  // no word list has coordinates
                          cell(""),
                          cell(name_of(e.kind)),
                          cell(number_text(e.quantity.low)),
                          cell(number_text(point(e.quantity))),
                          cell(number_text(e.quantity.high)),
                          cell(name_of(e.quantity.bound)),
                          cell(name_of(e.unit)),
                          cell(e.more                    ? "increment"
                               : e.scope == Scope::total ? "cumulative"
                                                         : "event"),
                          cell(say_scope(e)),
                          cell(name_of(e.frame)),
                          cell(standing_label(standing)),
                          cell(support.confidence(e)),
                          cell(name_of(standing.reason)),
                          cell(e.source),
                          cell(e.via),
                          cell(e.publisher),
                          cell(e.id),
                          cell(e.quote),
                          cell(document == nullptr ? "" : document->article.url),
                          cell(""),  // articles carry no archived address
                          cell(document == nullptr ? "" : document->article.sha256),
                          cell(e.published ? to_iso(*e.published) : ""),
                          cell(support.last_confirmed(e))});
  }
  return table;
}

}  // namespace

std::string render_figures(const Reconciliation& reconciliation, const std::vector<Document>& documents,
                           const RenderOptions& options) {
  const Standings standings(reconciliation);
  const ArticleIndex articles(documents);
  std::string out;
  JsonWriter json(out);
  switch (options.format) {
    case OutputFormat::json:
      json.open_object()
          .key("schema")
          .value("annals.figures/1")
          .key("policy")
          .value(reconciliation.policy)
          .key("figures")
          .open_array();
      for (const Evidence& e : reconciliation.evidence) {
        json.open_object();
        write_figure(json, e, standings, articles);
        json.close_object();
      }
      json.close_array().close_object().end_line();
      return out;
    case OutputFormat::jsonl:
      for (const Evidence& e : reconciliation.evidence) {
        json.open_object();
        write_figure(json, e, standings, articles);
        json.close_object().end_line();
      }
      return out;
    case OutputFormat::csv:
    case OutputFormat::tsv:
      append_rows(out, csv_table(reconciliation, standings, articles), options.format);
      return out;
    case OutputFormat::md:
      return as_markdown(register_groups(reconciliation, standings), standings, articles);
    default: break;
  }
  return as_text(register_groups(reconciliation, standings), standings, articles, options);
}

}  // namespace annals
