#include "reporter/html_report/page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/utf8.hpp"

#include "reporter/phrases.hpp"

namespace annals {

std::size_t FilterValues::place(std::string_view value) {
  if (value.empty()) return npos;
  const auto it = places_.find(value);
  return it == places_.end() ? places_.emplace(std::string(value), 0).first->second : it->second;
}

void FilterValues::number() {
  std::size_t next = 0;
  for (auto& [value, place] : places_) place = next++;
}

void Filters::number() {
  measures.number();
  places.number();
  sources.number();
  statuses.number();
  grades.number();
}

FilterMarks& FilterMarks::add(std::vector<std::size_t>& marks, FilterValues& values, std::string_view value) {
  const std::string folded = fold_space(value);
  const std::size_t place = values.place(folded);
  if (place != FilterValues::npos && std::find(marks.begin(), marks.end(), place) == marks.end())
    marks.push_back(place);
  return *this;
}

FilterMarks& FilterMarks::figure(const Evidence& evidence, std::string_view its_status) {
  return measure(kind_label(evidence))
      .place(evidence.place)
      .place(evidence.series_place)
      .source(evidence.source)
      .source(evidence.via)
      .source(evidence.publisher)
      .status(its_status);
}

FilterMarks& FilterMarks::grade(std::string_view grade) {
  return add(grades_, filters_.grades, grade);
}

FilterMarks& FilterMarks::known(const std::optional<Instant>& from) {
  if (from && (!known_ || *from < *known_)) known_ = from;
  return *this;
}

std::string FilterMarks::attributes() const {
  std::string out;
  const auto add_marks = [&out](char name, const std::vector<std::size_t>& marks) {
    if (!marks.empty()) out += fmt::format(" data-{}=\"{}\"", name, fmt::join(marks, " "));
  };
  add_marks('m', measures_);
  add_marks('p', places_);
  add_marks('s', sources_);
  add_marks('t', statuses_);
  add_marks('g', grades_);
  if (known_) out += fmt::format(" data-k=\"{}\"", known_->seconds);
  return out;
}

void open_section(std::string& out, std::string_view id, std::string_view heading) {
  out += fmt::format("\n<section id=\"{0}\" aria-labelledby=\"{0}-h\">\n<h2 id=\"{0}-h\">{1}</h2>\n", id,
                     heading);
}

void close_section(std::string& out) {
  out += "</section>\n";
}

std::string reasons_id(const SeriesKey& series) {
  std::string id = "why";
  bool parted = true;
  for (const char c : say_series(series)) {
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9')) {
      if (parted) id += '-';
      id += low;
      parted = false;
    } else if (static_cast<unsigned char>(c) >= 0x80) {  // letters of other scripts by their bytes
      if (parted) id += '-';
      id += fmt::format("{:02x}", static_cast<unsigned char>(c));
      parted = false;
    } else {
      parted = true;
    }
  }
  return id;
}

}  // namespace annals
