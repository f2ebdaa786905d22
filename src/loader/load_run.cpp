#include "annals/loader/load_run.hpp"

#include <fmt/core.h>
#include <simdjson.h>

#include "annals/model/error.hpp"

#include "loader/byte_source.hpp"
#include "loader/json_error.hpp"

namespace annals {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kMostBytes = std::size_t{1} << 30;

std::string text_of(const object& record, std::string_view name) {
  std::string_view words;
  return record.at_key(name).get(words) == simdjson::SUCCESS ? std::string(words) : std::string();
}

std::optional<std::int64_t> count_of(const object& record, std::string_view name) {
  std::int64_t count = 0;
  if (record.at_key(name).get(count) != simdjson::SUCCESS || count < 0) return std::nullopt;
  return count;
}

bool flag_of(const object& record, std::string_view name) {
  bool flag = false;
  return record.at_key(name).get(flag) == simdjson::SUCCESS && flag;
}

std::optional<Instant> time_of(const object& record, std::string_view name) {
  return parse_instant(text_of(record, name));
}

template <typename Enum>
Enum word_of(const object& record, std::string_view name, std::optional<Enum> (*named)(std::string_view),
             Enum otherwise) {
  return named(text_of(record, name)).value_or(otherwise);
}

// Calls `use` with each object of the list.
template <typename Use>
void each_object(const object& record, std::string_view name, Use use) {
  array list;
  if (record.at_key(name).get(list) != simdjson::SUCCESS) return;
  for (const element one : list) {
    object item;
    if (one.get(item) == simdjson::SUCCESS) use(item);
  }
}

std::vector<std::string> texts_of(const object& record, std::string_view name) {
  std::vector<std::string> texts;
  array list;
  if (record.at_key(name).get(list) != simdjson::SUCCESS) return texts;
  for (const element one : list) {
    std::string_view words;
    if (one.get(words) == simdjson::SUCCESS) texts.emplace_back(words);
  }
  return texts;
}

Evidence evidence_of(const object& figure) {
  Evidence e;
  e.id = text_of(figure, "id");
  e.event = text_of(figure, "event");
  e.kind = word_of(figure, "kind", harm_kind_named, HarmKind::affected);
  e.quantity = {count_of(figure, "low"), count_of(figure, "high"),
                word_of(figure, "bound", bound_named, Bound::exact)};
  e.unit = word_of(figure, "unit", unit_named, Unit::people);
  e.scope = word_of(figure, "scope", scope_named, Scope::event);
  e.frame = word_of(figure, "frame", frame_named, Frame::reported);
  e.part = flag_of(figure, "part");
  e.more = flag_of(figure, "more");
  e.part_of = text_of(figure, "part_of");
  e.victims = text_of(figure, "victims");
  e.place = text_of(figure, "place");
  e.source = text_of(figure, "source");
  e.source_kind = text_of(figure, "source_kind");
  e.via = text_of(figure, "via");
  e.publisher = text_of(figure, "publisher");
  e.published = time_of(figure, "published");
  e.date = parse_edtf(text_of(figure, "date"));
  e.article = text_of(figure, "article");
  e.quote = text_of(figure, "quote");
  return e;
}

Estimate estimate_of(const object& record) {
  Estimate e;
  e.series.event = text_of(record, "event");
  const std::string kind = text_of(record, "kind");
  if (const auto harm = harm_kind_named(kind)) {
    e.series.kind = *harm;
  } else {
    e.series.kind = HarmKind::affected;
    e.series.measure = kind;
  }
  e.series.place = text_of(record, "place");
  e.series.part_of = text_of(record, "part_of");
  e.series.unit = word_of(record, "unit", unit_named, Unit::people);
  e.known_from = time_of(record, "known_from");
  e.best = count_of(record, "best");
  e.low = count_of(record, "low");
  e.high = count_of(record, "high");
  e.bound = word_of(record, "bound", bound_named, Bound::exact);
  e.status = word_of(record, "status", estimate_status_named, EstimateStatus::single_source);
  e.headline = flag_of(record, "headline");
  e.cause = word_of(record, "cause", change_cause_named, ChangeCause::first_report);
  e.reason = text_of(record, "reason");
  e.carried_by = texts_of(record, "claims");
  each_object(record, "set_aside", [&](const object& aside) {
    e.set_aside.push_back({text_of(aside, "id"), word_of(aside, "reason", reason_named, Reason::outweighed),
                           text_of(aside, "other")});
  });
  return e;
}

OverrideOutcome outcome_of(const object& record) {
  OverrideOutcome outcome;
  outcome.entry.line = static_cast<std::uint32_t>(count_of(record, "line").value_or(0));
  outcome.entry.when = time_of(record, "when").value_or(Instant{});
  outcome.entry.who = text_of(record, "who");
  outcome.entry.act = word_of(record, "act", override_act_named, OverrideAct::accept);
  outcome.entry.target = text_of(record, "target");
  outcome.entry.reason = text_of(record, "reason");
  outcome.state = word_of(record, "state", override_state_named, OverrideState::applied);
  outcome.evidence = text_of(record, "figure");
  outcome.note = text_of(record, "note");
  each_object(record, "fields", [&](const object& field) {
    outcome.entry.fields.push_back({text_of(field, "name"), text_of(field, "value")});
  });
  return outcome;
}

Run run_of(const object& report) {
  Run run;
  run.tool = text_of(report, "tool");
  Reconciliation& all = run.reconciliation;
  all.policy = text_of(report, "policy");
  all.as_of = time_of(report, "as_of");
  each_object(report, "events", [&](const object& event) {
    const std::string date = text_of(event, "date");
    all.events.push_back({text_of(event, "id"), text_of(event, "title"), text_of(event, "place"),
                          parse_edtf(date), texts_of(event, "articles")});
  });
  each_object(report, "estimates", [&](const object& one) { all.estimates.push_back(estimate_of(one)); });
  each_object(report, "figures", [&](const object& one) { all.evidence.push_back(evidence_of(one)); });
  each_object(report, "overrides", [&](const object& one) { all.overrides.push_back(outcome_of(one)); });
  each_object(report, "articles", [&](const object& article) {
    run.articles.push_back({text_of(article, "id"), text_of(article, "url"), text_of(article, "title"),
                            text_of(article, "publisher"), text_of(article, "sha256"),
                            static_cast<std::uint32_t>(count_of(article, "version").value_or(1))});
  });
  return run;
}

}  // namespace

Run parse_run(std::string_view bytes, const std::string& path) {
  simdjson::dom::parser parser;
  element root;
  const auto error = parser.parse(bytes.data(), bytes.size()).get(root);
  if (error != simdjson::SUCCESS)
    throw Error(Error::Kind::input, fmt::format("{}: {}", path, describe(find_json_error(bytes), error)));
  object report;
  if (root.get(report) != simdjson::SUCCESS || text_of(report, "schema") != "annals.report/1") {
    throw Error(
        Error::Kind::input,
        fmt::format("{}: not a report of annals as JSON; make one with annals report -o FILE.json", path));
  }
  return run_of(report);
}

Run load_run(const std::string& path) {
  try {
    const InputFile file(path);
    const auto bytes = read_all(file.source(), "", kMostBytes);
    if (!bytes) throw ReadFailure("larger than any report; is it the right file?");
    return parse_run(*bytes, path);
  } catch (const ReadFailure& failure) {
    throw Error(Error::Kind::input, fmt::format("{}: {}", path, failure.what()));
  }
}

}  // namespace annals
