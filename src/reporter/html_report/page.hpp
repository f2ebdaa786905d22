#pragma once
// The sections of the HTML report. Each appends its heading and body, or nothing when it has nothing to say.
// Like the Markdown report it is written twice: the first time collects what is cited and what there is to
// filter by, the second time writes it.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "reporter/chart/chart.hpp"
#include "reporter/findings/report_view.hpp"
#include "reporter/html_report/markup.hpp"
#include "reporter/register_table.hpp"

namespace annals {

// The values of one filter; rows name them by their place in the sorted list.
class FilterValues {
 public:
  // Place of the value; 0 until number() was called. Empty values have none: npos.
  std::size_t place(std::string_view value);
  void number();
  const std::map<std::string, std::size_t, std::less<>>& all() const { return places_; }
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  std::map<std::string, std::size_t, std::less<>> places_;
};

struct Filters {
  FilterValues measures;
  FilterValues places;
  FilterValues sources;
  FilterValues statuses;
  FilterValues grades;
  void number();
};

// What a row or an entry can be filtered by: ` data-m="0" data-s="2 5" data-k="1628956980"`
class FilterMarks {
 public:
  explicit FilterMarks(Filters& filters) : filters_(filters) {}
  FilterMarks& measure(std::string_view value) { return add(measures_, filters_.measures, value); }
  FilterMarks& place(std::string_view value) { return add(places_, filters_.places, value); }
  FilterMarks& source(std::string_view value) { return add(sources_, filters_.sources, value); }
  FilterMarks& status(std::string_view value) { return add(statuses_, filters_.statuses, value); }
  FilterMarks& grade(std::string_view grade);                              // "B2 fair"
  FilterMarks& figure(const Evidence& evidence, std::string_view status);  // all of it
  FilterMarks& known(const std::optional<Instant>& from);
  std::string attributes() const;

 private:
  FilterMarks& add(std::vector<std::size_t>& marks, FilterValues& values, std::string_view value);

  Filters& filters_;
  std::vector<std::size_t> measures_;
  std::vector<std::size_t> places_;
  std::vector<std::size_t> sources_;
  std::vector<std::size_t> statuses_;
  std::vector<std::size_t> grades_;
  std::optional<Instant> known_;
};

// Of each figure that stands, by its id, the grade of the estimate that it carries; looked up only.
using Grades = std::unordered_map<std::string_view, std::string_view>;

// The register as it is listed: groups of the main event, of very many rows those that tell most.
struct ListedGroup {
  RegisterGroup group;
  std::size_t all = 0;  // rows, listed or not
};

struct Page {
  const ReportView& view;
  const Chart& chart;
  Filters& filters;
  const Grades& grades;
  const std::vector<ListedGroup>& listed;  // of what stands last
};

using SectionList = std::vector<std::pair<std::string_view, std::string_view>>;  // id, heading
void append_header(std::string& out, const Page& page, const SectionList& sections);
void append_state(std::string& out, const ReportView& view);  // as of when, of what
void append_tiles(std::string& out, const Page& page);
void append_changes_list(std::string& out, const Page& page);
void append_charts(std::string& out, const Page& page);
void append_registers(std::string& out, const Page& page);
void append_timeline_list(std::string& out, const Page& page);
void append_disagreement_cards(std::string& out, const Page& page);
void append_place_table(std::string& out, const Page& page);
void append_other_events_table(std::string& out, const Page& page);
void append_open_questions(std::string& out, const Page& page);
void append_reasons(std::string& out, const Page& page);
void append_voices(std::string& out, const Page& page);
void append_source_table(std::string& out, const Page& page);
void append_quote_list(std::string& out, const Page& page);
void append_footer(std::string& out, const Page& page);
// The report for machines that read pages: JSON-LD in the words of schema.org.
void append_json_ld(std::string& out, const Page& page);
std::vector<ListedGroup> listed_register(const ReportView& view);

// <section id="ID"><h2>HEADING</h2>; close_section() ends it.
void open_section(std::string& out, std::string_view id, std::string_view heading);
void close_section(std::string& out);
// "why-killed-gaza-strip": where the reasons of a series are told.
std::string reasons_id(const SeriesKey& series);

}  // namespace annals
