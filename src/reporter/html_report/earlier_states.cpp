#include "reporter/html_report/earlier_states.hpp"

#include <algorithm>
#include <set>

#include "reporter/json_writer.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::size_t kMostWork = 400'000;  // moments times figures and estimates
constexpr std::size_t kFewestMoments = 12;

std::int64_t end_of_day(std::int64_t seconds) {
  const std::int64_t rest = seconds % kDay;
  return seconds - (rest < 0 ? rest + kDay : rest) + kDay - 1;
}

// The ends of all days on which something became known, or of very many an even choice with the last.
std::vector<std::int64_t> moments_of(const Report& report) {
  std::set<std::int64_t> days;
  const auto note = [&days](const std::optional<Instant>& when) {
    if (when) days.insert(end_of_day(when->seconds));
  };
  for (const Document& document : *report.documents) note(known_from(document.article));
  for (const Evidence& evidence : report.reconciliation->evidence) note(evidence.published);
  const std::vector<std::int64_t> all(days.begin(), days.end());
  const std::size_t records =
      report.reconciliation->evidence.size() + report.reconciliation->estimates.size() + 1;
  const std::size_t most = std::max(kFewestMoments, kMostWork / records);
  if (all.size() <= most) return all;
  std::vector<std::int64_t> chosen;
  for (std::size_t i = 1; i <= most; ++i) chosen.push_back(all[i * all.size() / most - 1]);
  return chosen;
}

// What the sections look at in an article, without its text, in order of when it became known.
std::vector<Document> heads_of(const std::vector<Document>& documents) {
  std::vector<Document> heads(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Article& article = documents[i].article;
    Article& head = heads[i].article;
    head.id = article.id;
    head.publisher = article.publisher;
    head.published = article.published;
    head.modified = article.modified;
    head.dateline = article.dateline;
  }
  std::stable_sort(heads.begin(), heads.end(), [](const Document& a, const Document& b) {
    const auto at = known_from(a.article);
    const auto bt = known_from(b.article);
    return !at || !bt ? !at && bt : *at < *bt;
  });
  return heads;
}

bool same(const FigureStanding& a, const FigureStanding& b) {
  return a.reason == b.reason && a.letter == b.letter;
}

// Whether estimates that were replaced tell what they had set aside. A pile whose earlier ones never do was
// reconciled without.
bool earlier_ones_tell(const Report& report) {
  if (page_carries_data(*report.documents)) return true;
  const auto& all = report.reconciliation->estimates;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    const bool is_replaced = all[i + 1].series == all[i].series;
    if (is_replaced && !all[i].headline && !all[i].set_aside.empty()) return true;
  }
  return false;
}

void append_state_section(std::string& out, const Page& page) {
  append_state(out, page.view);
}

}  // namespace

const std::vector<ChangingSection>& changing_sections() {
  static const std::vector<ChangingSection> sections{
      {"state", append_state_section},
      {"key", append_tiles},
      {"disagreements", append_disagreement_cards},
      {"places", append_place_table},
      {"others", append_other_events_table},
      {"gaps", append_open_questions},
      {"why", append_reasons},
  };
  return sections;
}

EarlierStates::EarlierStates(const Page& page)
    : is_told_(earlier_ones_tell(page.view.report)),
      moments_(moments_of(page.view.report)),
      sections_(changing_sections().size()) {
  for (const ListedGroup& group : page.listed) {
    for (std::size_t row = 0; row < group.group.rows.size(); ++row) rows_.push_back({rows_.size(), {}});
  }
  figures_ = rows_.size();
  if (moments_.size() > 1) look_back(page);
  std::erase_if(rows_, [](const RowStates& row) { return row.states.empty(); });
}

void EarlierStates::look_back(const Page& page) {
  const ReportView& view = page.view;
  const std::vector<Document> heads = heads_of(*view.report.documents);
  std::vector<Document> known;
  Reconciliation standing;  // of which only the events are asked: figures and estimates come by `then`
  standing.policy = view.report.reconciliation->policy;
  standing.events = view.report.reconciliation->events;
  std::vector<const RegisterRow*> rows;
  for (const ListedGroup& group : page.listed) {
    for (const RegisterRow& row : group.group.rows) rows.push_back(&row);
  }
  auto next = heads.begin();
  for (std::size_t moment = 0; moment + 1 < moments_.size(); ++moment) {
    Instant until;
    until.seconds = moments_[moment];
    until.precision = Instant::Precision::day;
    standing.as_of = until;
    for (; next != heads.end(); ++next) {
      const auto from = known_from(next->article);
      if (from && until < *from) break;
      known.push_back(*next);
    }
    const Standings then(view.standings, until);
    const Report report{view.report.title, &known, &standing, view.report.timeline, view.report.licence};
    const ReportView past{report, then, view.articles, view.citations, view.options, view.main_event};
    const Page page_then{past, page.chart, page.filters, page.grades, page.listed};
    for (std::size_t section = 0; section < sections_.size(); ++section) {
      const auto& [id, append] = changing_sections()[section];
      if (!is_told_ && id == "disagreements") continue;
      std::string markup;
      append(markup, page_then);
      note_section(section, moment, markup);
    }
    if (is_told_) note_rows(rows, then, moment);
  }
}

void EarlierStates::note_section(std::size_t section, std::size_t moment, std::string_view markup) {
  State state{moment, {}};
  while (!markup.empty()) {
    const std::size_t end = std::min(markup.find('\n'), markup.size() - 1) + 1;
    const auto [at, fresh] = line_of_.try_emplace(std::string(markup.substr(0, end)), lines_.size());
    if (fresh) lines_.push_back(at->first);
    state.lines.push_back(at->second);
    markup.remove_prefix(end);
  }
  std::vector<State>& states = sections_[section];
  if (states.empty() || !(states.back() == state)) states.push_back(std::move(state));
}

void EarlierStates::note_rows(const std::vector<const RegisterRow*>& rows, const Standings& then,
                              std::size_t moment) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const RegisterRow& row = *rows[i];
    if (!then.knows(*row.evidence)) continue;
    const FigureStanding standing = then.standing(*row.evidence);
    const std::size_t prints =
        1 + static_cast<std::size_t>(std::count_if(row.copies.begin(), row.copies.end(),
                                                   [&](const Evidence* copy) { return then.knows(*copy); }));
    std::vector<RowState>& states = rows_[i].states;
    const bool is_as_now = same(standing, row.standing) && prints == row.copies.size() + 1;
    if (states.empty() && is_as_now) continue;
    if (!states.empty() && same(standings_[states.back().standing], standing) &&
        states.back().prints == prints)
      continue;
    auto at = std::find_if(standings_.begin(), standings_.end(),
                           [&](const FigureStanding& other) { return same(other, standing); });
    if (at == standings_.end()) at = standings_.insert(at, standing);
    states.push_back({moment, static_cast<std::size_t>(at - standings_.begin()), prints});
  }
}

void EarlierStates::append_json(std::string& out) const {
  const auto number = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  JsonWriter json(out);
  json.open_object()
      .key("told")
      .boolean(is_told_)
      .key("figures")
      .value(number(figures_))
      .key("moments")
      .open_array();
  for (const std::int64_t moment : moments_) json.value(moment);
  json.close_array().key("lines").open_array();
  for (const std::string& line : lines_) json.value(line);
  json.close_array().key("sections").open_object();
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    if (sections_[i].empty()) continue;
    json.key(changing_sections()[i].id).open_array();
    for (const State& state : sections_[i]) {
      json.open_array().value(number(state.moment)).open_array();
      for (const std::size_t line : state.lines) json.value(number(line));
      json.close_array().close_array();
    }
    json.close_array();
  }
  json.close_object().key("standings").open_array();
  for (const FigureStanding& standing : standings_) {
    json.open_array().value(standing_label(standing)).value(name_of(standing.reason));
    json.boolean(standing.letter == '*').close_array();
  }
  json.close_array().key("rows").open_array();
  for (const RowStates& row : rows_) {
    json.open_array().value(number(row.row)).open_array();
    for (const RowState& state : row.states) {
      json.open_array().value(number(state.moment)).value(number(state.standing));
      json.value(number(state.prints)).close_array();
    }
    json.close_array().close_array();
  }
  json.close_array().close_object();
}

}  // namespace annals
