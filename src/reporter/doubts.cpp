// The queue of `annals review`: what to look at, where it stands, and the commands that settle it.

#include <algorithm>

#include <fmt/format.h>

#include "annals/reporter/report.hpp"
#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/json_writer.hpp"
#include "reporter/phrases.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

const Evidence* figure_of(const Doubt& doubt, const Reconciliation& all) {
  const auto at = std::ranges::find(all.evidence, doubt.evidence, &Evidence::id);
  return doubt.evidence.empty() || at == all.evidence.end() ? nullptr : &*at;
}

void write_json(JsonWriter& json, const Doubt& doubt, const Reconciliation& all) {
  const Evidence* figure = figure_of(doubt, all);
  json.open_object().key("doubt").value(name_of(doubt.kind)).key("figure").text_or_null(doubt.evidence);
  json.key("event").text_or_null(doubt.series.event).key("kind").value(kind_name(doubt.series));
  json.key("weight").value(doubt.weight).key("question").value(doubt.question);
  json.key("quote").text_or_null(figure == nullptr ? std::string() : fold_space(figure->quote));
  json.close_object();
}

}  // namespace

std::string render_changed_estimates(const Reconciliation& before, const Reconciliation& after) {
  const std::vector<Estimate> old = current_estimates(before);
  const std::vector<Estimate> now = current_estimates(after);
  const auto words = [](const std::vector<Estimate>& in, const SeriesKey& key) {
    const auto at = std::ranges::find(in, key, &Estimate::series);
    return at == in.end() ? std::string("nothing") : say_best(*at);
  };
  std::string lines;
  const auto say = [&](const SeriesKey& key) {
    const std::string was = words(old, key);
    const std::string is = words(now, key);
    if (was == is) return;
    lines += escape_terminal(fmt::format("{}{}{}: {} -> {}", key.event, key.event.empty() ? "" : ": ",
                                         say_series(key), was, is)) +
             '\n';
  };
  for (const Estimate& estimate : old) say(estimate.series);
  for (const Estimate& estimate : now) {
    if (std::ranges::find(old, estimate.series, &Estimate::series) == old.end()) say(estimate.series);
  }
  return lines.empty() ? "Nothing that stands changes.\n" : lines;
}

std::string render_doubt(const Doubt& doubt, const Reconciliation& all, const RenderOptions& options) {
  std::string out = styled(doubt.evidence.empty() ? std::string(name_of(doubt.kind)) : doubt.evidence,
                           Style::bold, options);
  if (!doubt.series.event.empty()) out += styled("  " + doubt.series.event, Style::dim, options);
  out += '\n';
  append_wrapped(out, doubt.question, "  ", options.width);
  if (const Evidence* figure = figure_of(doubt, all)) {
    append_wrapped(out, said_by(*figure) + ", " + short_time(figure->published), "  ", options.width);
    if (!figure->quote.empty()) append_wrapped(out, '"' + figure->quote + '"', "    ", options.width);
  }
  return out;
}

std::string render_doubts(const std::vector<Doubt>& doubts, const Reconciliation& all,
                          const RenderOptions& options) {
  std::string out;
  JsonWriter json(out);
  if (options.format == OutputFormat::json) {
    json.open_object().key("doubts").open_array();
    for (const Doubt& doubt : doubts) write_json(json, doubt, all);
    json.close_array().close_object().end_line();
    return out;
  }
  if (options.format == OutputFormat::jsonl) {
    for (const Doubt& doubt : doubts) {
      write_json(json, doubt, all);
      json.end_line();
    }
    return out;
  }
  for (const Doubt& doubt : doubts) {
    if (!out.empty()) out += '\n';
    out += render_doubt(doubt, all, options);
  }
  if (doubts.empty()) return "nothing to review\n";
  return out + "\nDecide with: annals set FIGURE accept | reject | FIELD=VALUE... --by WHO --reason TEXT\n";
}

}  // namespace annals
