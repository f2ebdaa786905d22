#include "reporter/sparkline.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::array<std::string_view, 8> kBlocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

std::vector<const Estimate*> drawn(const std::vector<const Estimate*>& history) {
  std::vector<const Estimate*> points;
  for (const Estimate* estimate : history) {
    // Figures of another place or definition are not on the same scale.
    if (estimate->known_from && estimate->series == history.back()->series) points.push_back(estimate);
  }
  const auto numbered =
      std::count_if(points.begin(), points.end(), [](const Estimate* e) { return e->best; });
  if (numbered < 2) points.clear();
  return points;
}

}  // namespace

std::string sparkline(const std::vector<const Estimate*>& history, std::size_t columns) {
  const std::vector<const Estimate*> points = drawn(history);
  if (points.empty() || columns == 0) return {};
  std::int64_t most = 1;
  for (const Estimate* estimate : points) most = std::max(most, estimate->best.value_or(0));
  const std::int64_t first = points.front()->known_from->seconds;
  const double length = std::max(1.0, static_cast<double>(points.back()->known_from->seconds - first));
  std::string line;
  std::size_t at = 0;
  for (std::size_t column = 0; column < columns; ++column) {
    // The last column ends exactly with the last figure, whatever the rounding.
    const bool is_last = column + 1 == columns;
    const double end = length * static_cast<double>(column + 1) / static_cast<double>(columns);
    while (at + 1 < points.size() &&
           (is_last || static_cast<double>(points[at + 1]->known_from->seconds - first) <= end))
      ++at;
    if (!points[at]->best) {
      line += ' ';
      continue;
    }
    const double share = static_cast<double>(*points[at]->best) / static_cast<double>(most);
    line += kBlocks.at(static_cast<std::size_t>(share * 7.0));
  }
  return line;
}

Course course_of(const std::vector<const Estimate*>& history, std::size_t columns) {
  Course course;
  course.line = sparkline(history, columns);
  if (course.line.empty()) return {};
  const std::vector<const Estimate*> points = drawn(history);
  course.first = short_best(*points.front());
  course.last = short_best(*points.back());
  course.days =
      to_iso(points.front()->known_from->date()) + " to " + to_iso(points.back()->known_from->date());
  return course;
}

std::string say_course(const std::vector<const Estimate*>& history, std::size_t columns) {
  const Course course = course_of(history, columns);
  if (course.line.empty()) return {};
  return fmt::format("{} {} {}  {}", course.first, course.line, course.last, course.days);
}

}  // namespace annals
