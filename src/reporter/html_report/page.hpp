#pragma once
// The sections of the HTML report. Each appends its heading and body, or nothing when it has nothing to say.
// Like the Markdown report it is written twice: the first time collects what is cited and what there is to
// filter by, the second time writes it.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reporter/chart/chart.hpp"
#include "reporter/findings/report_view.hpp"
#include "reporter/html_report/markup.hpp"

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
  std::optional<Instant> known_;
};

struct Page {
  const ReportView& view;
  const Chart& chart;
  Filters& filters;
};

using SectionList = std::vector<std::pair<std::string_view, std::string_view>>;  // id, heading
void append_header(std::string& out, const Page& page, const SectionList& sections);
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
void append_source_table(std::string& out, const Page& page);
void append_quote_list(std::string& out, const Page& page);
void append_footer(std::string& out, const Page& page);
// What the script needs to go back in time: moments of knowledge, states of the tiles.
void append_page_data(std::string& out, const Page& page);

// <section id="ID"><h2>HEADING</h2>; close_section() ends it.
void open_section(std::string& out, std::string_view id, std::string_view heading);
void close_section(std::string& out);
// "why-killed-gaza-strip": where the reasons of a series are told.
std::string reasons_id(const SeriesKey& series);

}  // namespace annals
