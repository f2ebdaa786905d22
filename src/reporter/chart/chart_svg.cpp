#include "reporter/chart/chart_svg.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/phrases.hpp"

namespace annals {

namespace {

// Pixels from the top of a panel.
constexpr double kTop = 8;
constexpr double kBottom = 160;  // the axis
constexpr double kEvents = 166;  // the strip of event ticks
constexpr double kEventHeight = 12;
constexpr double kLabels = 194;
constexpr double kLabelsAbove = 207;

constexpr std::size_t kManyDots = 150;  // of more, each is small, and the line is drawn above them

// "500,000", "20 M" where all marks are in whole millions: the room beside the axis is small.
std::string mark_label(std::int64_t mark, std::int64_t highest) {
  constexpr std::int64_t kMillion = 1'000'000;
  const bool is_short = highest >= 10 * kMillion && mark % kMillion == 0 && mark != 0;
  return is_short ? grouped(mark / kMillion) + " M" : grouped(mark);
}

class PanelDrawing {
 public:
  PanelDrawing(std::string& out, const Chart& chart, const ChartPanel& panel, Scale scale)
      : out_(out), chart_(chart), panel_(panel) {
    std::vector<std::int64_t> values;
    std::int64_t most = 0;
    for (const ChartStep& step : panel.steps) {
      for (const auto& value : {std::optional(step.best), step.low, step.high}) {
        if (value) values.push_back(*value);
      }
      most = std::max({most, step.best, step.high.value_or(0)});
    }
    // A lone report far above all estimates must not flatten them: it is drawn at the upper edge.
    for (const ChartDot& dot : panel.dots) values.push_back(std::min(dot.value, most * 3));
    axis_ = value_axis(values, scale);
  }

  void draw() {
    draw_values();
    draw_gaps();
    draw_grid();
    draw_events();
    draw_range();
    const bool many = panel_.dots.size() > kManyDots;
    if (many) draw_dots();
    draw_steps();
    if (!many) draw_dots();
    draw_beyond();
    draw_last();
  }

 private:
  // Per cent of the width.
  double x(std::int64_t when) const {
    return 100.0 * static_cast<double>(when - chart_.begin) / static_cast<double>(chart_.end - chart_.begin);
  }
  double y(std::int64_t value) const { return kBottom - axis_.height_of(value) * (kBottom - kTop); }

  void line(const char* kind, double x1, double y1, double x2, double y2) {
    out_ += fmt::format("<line class=\"{}\" x1=\"{:.2f}%\" y1=\"{:.1f}\" x2=\"{:.2f}%\" y2=\"{:.1f}\"/>",
                        kind, x1, y1, x2, y2);
  }
  void rectangle(const char* paint, double from, double to, double top, double height) {
    out_ += fmt::format("<rect {} x=\"{:.2f}%\" width=\"{:.2f}%\" y=\"{:.1f}\" height=\"{:.1f}\"/>", paint,
                        from, std::max(to - from, 0.0), top, height);
  }

  void draw_values() {
    for (const std::int64_t mark : axis_.marks)
      out_ += fmt::format("<text x=\"-8\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>", y(mark) + 4,
                          mark_label(mark, axis_.marks.back()));
    if (!chart_.events.empty())
      out_ += fmt::format("<text x=\"-8\" y=\"{:.1f}\" text-anchor=\"end\">events</text>", kEvents + 10);
  }

  void draw_gaps() {
    for (const auto& [from, to] : chart_.gaps)
      rectangle("fill=\"url(#gap)\"", x(from), std::min(x(to), 100.0), kTop, kBottom - kTop);
  }

  void draw_grid() {
    for (const std::int64_t mark : axis_.marks)
      line(mark == axis_.marks.front() ? "z" : "g", 0, y(mark), 100, y(mark));
    if (axis_.marks.empty() || y(axis_.marks.front()) < kBottom - 1) line("z", 0, kBottom, 100, kBottom);
    const std::vector<TimeMark> marks = time_marks(chart_.begin, chart_.end);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const double at = x(marks[i].when);
      line("g", at, kTop, at, kEvents + kEventHeight + 4);
      const char* narrow = i % 2 == 1 ? " class=\"m\"" : "";  // left out where there is little room
      const char* anchor = at > 96 ? " text-anchor=\"end\"" : at < 3 ? "" : " text-anchor=\"middle\"";
      out_ += fmt::format("<text{} x=\"{:.2f}%\" y=\"{}\"{}>{}</text>", narrow, at, kLabels, anchor,
                          marks[i].label);
      if (!marks[i].above.empty())
        out_ +=
            fmt::format("<text x=\"{:.2f}%\" y=\"{}\"{}>{}</text>", at, kLabelsAbove, anchor, marks[i].above);
    }
  }

  // Ticks that would fall on one another are one, and taller.
  void draw_events() {
    struct Tick {
      std::size_t events = 0;
      const ChartEvent* first = nullptr;
    };
    std::map<int, Tick> ticks;  // by half per cent of the width
    for (const ChartEvent& event : chart_.events) {
      if (event.to - event.from > 86400) {
        const double from = std::max(x(event.from), 0.0);
        rectangle("class=\"o\"", from, std::min(x(event.to), 100.0), kEvents + kEventHeight - 3, 3);
        continue;
      }
      Tick& tick = ticks[static_cast<int>(x(event.from) * 2)];
      if (tick.events++ == 0) tick.first = &event;
    }
    for (const auto& [cell, tick] : ticks) {
      const double height = std::min(kEventHeight, 6.0 + 2 * std::log2(static_cast<double>(tick.events)));
      out_ += fmt::format(
          "<rect class=\"e\" x=\"{:.2f}%\" y=\"{:.1f}\" width=\"3\" height=\"{:.1f}\" data-e=\"{}\"><title>",
          std::max(x(tick.first->from), 0.0), kEvents + kEventHeight - height, height, tick.first->name);
      out_ += escape_html(tick.first->words);
      if (tick.events > 1) out_ += fmt::format(" (and {} more)", tick.events - 1);
      out_ += "</title></rect>";
    }
  }

  // Steps that no eye could tell apart are left out; the last of them stays.
  std::vector<ChartStep> visible_steps() const {
    std::vector<ChartStep> visible;
    for (const ChartStep& step : panel_.steps) {
      if (!visible.empty() && x(step.from) - x(visible.back().from) < 0.05) visible.pop_back();
      visible.push_back(step);
    }
    return visible;
  }

  void draw_range() {
    const std::vector<ChartStep> steps = visible_steps();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const std::int64_t low = steps[i].low.value_or(steps[i].best);
      const std::int64_t high = steps[i].high.value_or(steps[i].best);
      if (low == high) continue;
      const double end = i + 1 < steps.size() ? x(steps[i + 1].from) : 100;
      rectangle("class=\"r\"", x(steps[i].from), end, y(high), std::max(y(low) - y(high), 1.0));
    }
  }

  // What stands with no newer report behind it is dashed.
  void draw_steps() {
    const std::vector<ChartStep> steps = visible_steps();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const double at = x(steps[i].from);
      const double height = y(steps[i].best);
      if (i > 0 && std::abs(y(steps[i - 1].best) - height) > 0.05)
        line("b", at, y(steps[i - 1].best), at, height);
      if (i + 1 < steps.size()) {
        line("b", at, height, x(steps[i + 1].from), height);
      } else {
        const double reported = std::max(at, panel_.dots.empty() ? at : x(panel_.dots.back().when));
        if (reported > at) line("b", at, height, reported, height);
        line("x", reported, height, 100, height);
      }
    }
  }

  void draw_dots() {
    struct Dot {
      std::size_t reports = 0;
      const ChartDot* first = nullptr;
    };
    const bool many = panel_.dots.size() > kManyDots;
    const double cells = many ? 4 : 10;  // a cell of the width is 0.25 or 0.1 per cent
    const double rows = many ? 3 : 1;
    std::map<std::tuple<bool, int, int, SpeakerClass>, Dot> dots;  // hollow ones first, below the others
    for (const ChartDot& dot : panel_.dots) {
      Dot& at = dots[{!dot.superseded, static_cast<int>(x(dot.when) * cells),
                      static_cast<int>(y(dot.value) / rows), dot.source}];
      if (at.reports++ == 0) at.first = &dot;
    }
    for (const auto& [cell, dot] : dots) {
      out_ += fmt::format(
          "<use href=\"#{}{}\" class=\"{}{}\" x=\"{:.2f}%\" y=\"{:.1f}\" data-q=\"{}\" "
          "data-k=\"{}\"{}><title>",
          many ? "s-" : "d-", name_of(dot.first->source), name_of(dot.first->source),
          dot.first->superseded ? " h" : "", x(dot.first->when), y(dot.first->value), dot.first->quote,
          dot.first->when,
          dot.first->superseded_from == 0 ? std::string()
                                          : fmt::format(" data-h=\"{}\"", dot.first->superseded_from));
      out_ += escape_html(dot.first->words);
      if (dot.reports > 1) out_ += fmt::format(" (and {} more here)", dot.reports - 1);
      out_ += "</title></use>";
    }
  }

  // A report beyond the scale stands at the edge, with its value in words.
  void draw_beyond() {
    constexpr std::size_t kMost = 3;
    std::size_t told = 0;
    for (const ChartDot& dot : panel_.dots) {
      if (static_cast<double>(dot.value) <= axis_.high || told == kMost) continue;
      ++told;
      out_ += fmt::format("<text x=\"{:.2f}%\" y=\"{:.1f}\" dx=\"9\">\u2191 {}</text>", x(dot.when), kTop + 4,
                          grouped(dot.value));
    }
  }

  void draw_last() {
    const ChartStep& last = panel_.steps.back();
    const double at = x(last.from);
    const char* anchor = at > 75 ? "end" : "start";
    out_ += fmt::format("<text class=\"v\" x=\"{:.2f}%\" y=\"{:.1f}\" text-anchor=\"{}\"{}>", at,
                        std::max(y(last.best) - 9, 11.0), anchor, at > 75 ? " dx=\"4\"" : " dx=\"-4\"");
    out_ += escape_html(short_best(*panel_.now)) + "</text>";
  }

  std::string& out_;
  const Chart& chart_;
  const ChartPanel& panel_;
  ValueAxis axis_;
};

struct Shape {
  SpeakerClass source;
  const char* path;  // around 0,0
};
constexpr Shape kShapes[] = {
    {SpeakerClass::official, "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"},
    {SpeakerClass::field, "M0-5.5L5.2 4H-5.2z"},
    {SpeakerClass::party, "M-4-4H4V4H-4z"},
    {SpeakerClass::agency, "M0-5.8L5.8 0L0 5.8L-5.8 0z"},
    {SpeakerClass::ngo, "M0 5.5L5.2-4H-5.2z"},
    {SpeakerClass::media, "M-2.7-4.6H2.7L5.3 0L2.7 4.6H-2.7L-5.3 0z"},
    {SpeakerClass::other, "M-1.6-5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5V-1.6H-1.6z"},
};

}  // namespace

void append_chart_shapes(std::string& out) {
  out +=
      "<defs><pattern id=\"gap\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\">"
      "<line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"9\"/></pattern>";
  for (const Shape& shape : kShapes) {
    out += fmt::format("<path id=\"d-{}\" d=\"{}\"/>", name_of(shape.source), shape.path);
    out += fmt::format("<path id=\"s-{}\" d=\"{}\" transform=\"scale(.6)\"/>", name_of(shape.source),
                       shape.path);
  }
  out += "</defs>";
}

void append_panel(std::string& out, const Chart& chart, const ChartPanel& panel, Scale scale) {
  out += fmt::format(
      "<svg class=\"chart {}\" width=\"100%\" height=\"{}\" role=\"img\" data-t0=\"{}\" data-t1=\"{}\" "
      "aria-label=\"",
      scale == Scale::linear ? "linear" : "log", kPanelHeight, chart.begin, chart.end);
  out += escape_html(describe(panel)) + "\">";
  PanelDrawing(out, chart, panel, scale).draw();
  out += "</svg>";
}

std::string describe(const ChartPanel& panel) {
  const Estimate* first = nullptr;
  const Estimate* last = nullptr;
  for (const Estimate* estimate : panel.estimates) {
    if (!estimate->best || !estimate->known_from) continue;
    if (first == nullptr) first = estimate;
    last = estimate;
  }
  if (first == nullptr) return say_series(panel.now->series);
  std::string text = say_series(panel.now->series);
  if (first == last) {
    text += fmt::format(": {} on {}", say_best(*last), short_time(last->known_from));
  } else {
    text += fmt::format(": from {} on {} to {} on {}, in {} steps", say_best(*first),
                        short_time(first->known_from), say_best(*last), short_time(last->known_from),
                        panel.steps.size());
  }
  return text + fmt::format("; {}.", counted(panel.dots.size(), "report"));
}

std::vector<SpeakerClass> classes_in(const Chart& chart) {
  std::vector<bool> occurs(kSpeakerClasses);
  for (const ChartPanel& panel : chart.panels) {
    for (const ChartDot& dot : panel.dots) occurs[static_cast<std::size_t>(dot.source)] = true;
  }
  std::vector<SpeakerClass> classes;
  for (std::size_t i = 0; i < occurs.size(); ++i) {
    if (occurs[i]) classes.push_back(static_cast<SpeakerClass>(i));
  }
  return classes;
}

void append_mark(std::string& out, SpeakerClass source, bool superseded) {
  out += fmt::format(
      "<svg class=\"key\" width=\"14\" height=\"14\" aria-hidden=\"true\"><use href=\"#d-{0}\" "
      "class=\"{0}{1}\" x=\"7\" y=\"7\"/></svg>",
      name_of(source), superseded ? " h" : "");
}

}  // namespace annals
