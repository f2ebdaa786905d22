// The brief: lines by section, each section with a share of the screen.

#include "annals/reporter/brief.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/difference_words.hpp"
#include "reporter/index.hpp"
#include "reporter/json_writer.hpp"
#include "reporter/phrases.hpp"
#include "reporter/record_json.hpp"
#include "reporter/table.hpp"

namespace annals {

namespace {

// With the heading, a heading a section and two lines of what to do next this makes 24 at most.
constexpr std::size_t kMostFigures = 8;
constexpr std::size_t kMostEvents = 3;
constexpr std::size_t kMostDays = 3;
constexpr std::size_t kMostGaps = 3;

struct Section {
  std::string heading;
  std::vector<std::string> lines;
};

bool is_headline(const Difference& d) {
  return d.now ? d.now->headline : d.before && d.before->headline;
}

bool is_event(const Difference& d) {
  return d.kind == DifferenceKind::new_event || d.kind == DifferenceKind::gone_event;
}

// What was said and is not so any more comes first; then deaths before other harm.
int urgency(const Difference& d) {
  switch (d.kind) {
    case DifferenceKind::withdrawn: return 0;
    case DifferenceKind::newly_disputed: return 1;
    case DifferenceKind::revised: return 2;
    case DifferenceKind::new_figure: return 3;
    default: return 4;
  }
}

std::string figure_line(const Difference& d) {
  std::string line = fmt::format("{} {}", difference_mark(d.kind), say_difference(d));
  if (!d.said_by.empty()) line += ", " + fold_space(d.said_by);
  return line + " [" + say_cause(d) + "]";
}

Section figures_section(const Brief& brief, const std::set<std::string_view>& new_events) {
  std::vector<const Difference*> chosen;
  for (const Difference& d : brief.differences) {
    if (!is_event(d) && is_headline(d) && !new_events.contains(d.event)) chosen.push_back(&d);
  }
  // Of several lines on one toll each says something else: its number, and that it is disputed.
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Difference* a, const Difference* b) { return urgency(*a) < urgency(*b); });
  Section section{"Tolls", {}};
  for (std::size_t i = 0; i < std::min(chosen.size(), kMostFigures); ++i)
    section.lines.push_back(figure_line(*chosen[i]));
  if (chosen.size() > kMostFigures)
    section.lines.back() = fmt::format("  and {} more: annals diff", chosen.size() - kMostFigures + 1);
  return section;
}

// "+ Quake near Selm (Killed: 12; Injured: 30)"
Section events_section(const Brief& brief) {
  std::map<std::string_view, std::string> tolls;
  for (const Difference& d : brief.differences) {
    if (is_event(d) || !is_headline(d) || !d.now) continue;
    std::string& toll = tolls[d.event];
    toll += (toll.empty() ? "" : "; ") + say_difference(d);
  }
  Section section{"Events", {}};
  std::size_t hidden = 0;
  for (const Difference& d : brief.differences) {
    if (!is_event(d)) continue;
    if (section.lines.size() == kMostEvents) {
      ++hidden;
      continue;
    }
    std::string line = fmt::format("{} {}", difference_mark(d.kind), say_difference(d));
    const auto toll = tolls.find(d.event);
    if (toll != tolls.end() && d.kind == DifferenceKind::new_event) line += " (" + toll->second + ")";
    section.lines.push_back(line + " [" + say_cause(d) + "]");
  }
  if (hidden > 0) section.lines.back() = fmt::format("  and {} more: annals diff", hidden + 1);
  return section;
}

Section days_section(const Brief& brief) {
  Section section{"Days told of", {}};
  const auto& entries = brief.days.entries;
  const std::size_t first = entries.size() - std::min(entries.size(), kMostDays);
  for (std::size_t i = first; i < entries.size(); ++i) {
    if (entries[i].sentences.empty()) continue;
    section.lines.push_back(short_date(entries[i].date) + "  " +
                            fold_space(entries[i].sentences.front().text));
  }
  return section;
}

// Headlines that rest on one source or are disputed, changed or not; publishers that fell silent.
Section gaps_section(const Brief& brief) {
  Section section{"Open", {}};
  const Standings standings(*brief.reconciliation);
  std::string weak;
  std::string disputed;
  for (const Toll& toll : standings.tolls()) {
    if (toll.now() == nullptr || brief.reconciliation->events.empty() ||
        toll.event != brief.reconciliation->events.front().id)
      continue;
    const Estimate& now = *toll.now();
    std::string* list = now.status == EstimateStatus::single_source ? &weak
                        : now.status == EstimateStatus::contested   ? &disputed
                                                                    : nullptr;
    if (list != nullptr)
      *list += (list->empty() ? "" : ", ") + say_series(now.series) + " " + short_best(now);
  }
  if (!disputed.empty()) section.lines.push_back("? disputed: " + disputed);
  if (!weak.empty()) section.lines.push_back("? on one source: " + weak);
  std::map<std::string_view, bool> reported_since;
  for (const Document& document : *brief.documents) {
    const auto known = known_from(document.article);
    if (document.article.publisher.empty() || !known) continue;
    reported_since[document.article.publisher] |= brief.since < *known;
  }
  std::vector<std::string> silent;
  for (const auto& [publisher, is_heard] : reported_since) {
    if (!is_heard) silent.emplace_back(fold_space(publisher));
  }
  constexpr std::size_t kMostNames = 5;
  if (!silent.empty()) {
    const std::size_t shown = std::min(silent.size(), kMostNames);
    std::string names = fmt::format(
        "{}", fmt::join(silent.begin(), silent.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    if (silent.size() > shown) names += fmt::format(" and {} more", silent.size() - shown);
    section.lines.push_back("? nothing since then from " + names);
  }
  if (section.lines.size() > kMostGaps) section.lines.resize(kMostGaps);
  return section;
}

std::size_t new_articles(const Brief& brief) {
  return static_cast<std::size_t>(
      std::count_if(brief.documents->begin(), brief.documents->end(), [&](const Document& document) {
        const auto known = known_from(document.article);
        return known && brief.since < *known;
      }));
}

// The day that ends with the moment: "since a day" means since the end of the day before.
std::optional<Date> day_ended(const Instant& moment) {
  constexpr std::int64_t kSecondsOfDay = 86400;
  const std::int64_t next = moment.seconds + 1;
  if (next % kSecondsOfDay != 0) return std::nullopt;
  return from_days(static_cast<std::int32_t>(next / kSecondsOfDay - 1));
}

std::string head_of(const Brief& brief) {
  const std::size_t articles = new_articles(brief);
  const auto full_day = day_ended(brief.since);
  std::string line =
      fmt::format("Since {}: {} new {}", full_day ? to_iso(add_days(*full_day, 1)) : short_time(brief.since),
                  articles, articles == 1 ? "article" : "articles");
  if (brief.until) line += ", the last of " + short_time(brief.until);
  return line + fmt::format(". Policy: {}.", brief.reconciliation->policy);
}

std::vector<std::string> next_steps(const Brief& brief) {
  const auto full_day = day_ended(brief.since);
  std::vector<std::string> steps{
      fmt::format("annals diff {} {}", full_day ? to_iso(*full_day) : to_iso(brief.since), brief.source)};
  for (const Difference& d : brief.differences) {
    if (is_event(d) || !is_headline(d) || !d.now || !d.now->series.measure.empty()) continue;
    std::string step = fmt::format("annals explain --kind {}", name_of(d.now->series.kind));
    if (!d.event.empty() && brief.reconciliation->events.size() > 1) step += " --event " + d.event;
    steps.push_back(step + " " + brief.source);
    break;
  }
  return steps;
}

std::vector<Section> sections_of(const Brief& brief) {
  std::set<std::string_view> new_events;
  for (const Difference& d : brief.differences) {
    if (is_event(d)) new_events.insert(d.event);
  }
  std::vector<Section> sections;
  for (Section section : {figures_section(brief, new_events), events_section(brief), days_section(brief),
                          gaps_section(brief)}) {
    if (!section.lines.empty()) sections.push_back(std::move(section));
  }
  return sections;
}

std::string as_text(const Brief& brief, const RenderOptions& options) {
  const auto append_line = [&](std::string& out, std::string_view line, Style style) {
    out += styled(shorten(escape_terminal(line), options.width), style, options) + '\n';
  };
  std::string out;
  append_line(out, head_of(brief), Style::bold);
  if (brief.differences.empty()) append_line(out, "No toll changed, and no event is new.", Style::plain);
  for (const Section& section : sections_of(brief)) {
    append_line(out, section.heading, Style::dim);
    for (const std::string& line : section.lines) append_line(out, "  " + line, Style::plain);
  }
  for (const std::string& step : next_steps(brief)) append_line(out, "Next: " + step, Style::dim);
  return out;
}

std::string as_markdown(const Brief& brief) {
  std::string out = escape_markdown(head_of(brief)) + '\n';
  if (brief.differences.empty()) out += "\nNo toll changed, and no event is new.\n";
  for (const Section& section : sections_of(brief)) {
    out += "\n## " + section.heading + "\n\n";
    for (const std::string& line : section.lines) out += "- " + escape_markdown(line) + '\n';
  }
  out += "\n## Next\n\n";
  for (const std::string& step : next_steps(brief)) out += "- " + escape_markdown(step) + '\n';
  return out;
}

std::string as_json(const Brief& brief) {
  std::string out;
  JsonWriter json(out);
  json.open_object().key("schema").value("annals.brief/1").key("since").value(to_iso(brief.since));
  json.key("until").text_or_null(brief.until ? to_iso(*brief.until) : std::string());
  json.key("policy").value(brief.reconciliation->policy);
  json.key("new_articles").value(static_cast<std::int64_t>(new_articles(brief)));
  json.key("differences").open_array();
  for (const Difference& difference : brief.differences) {
    json.open_object();
    write_difference(json, difference);
    json.close_object();
  }
  json.close_array().key("days").open_array();
  for (const TimelineEntry& entry : brief.days.entries) {
    json.open_object();
    write_entry(json, entry);
    json.close_object();
  }
  json.close_array().key("open").open_array();
  for (const std::string& line : gaps_section(brief).lines) json.value(line);
  json.close_array().key("next").open_array();
  for (const std::string& step : next_steps(brief)) json.value(step);
  json.close_array().close_object().end_line();
  return out;
}

}  // namespace

std::string render_brief(const Brief& brief, const RenderOptions& options) {
  switch (options.format) {
    case OutputFormat::json: return as_json(brief);
    case OutputFormat::md: return as_markdown(brief);
    default: break;
  }
  return as_text(brief, options);
}

}  // namespace annals
