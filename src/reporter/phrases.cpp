#include "reporter/phrases.hpp"

#include <algorithm>
#include <array>

namespace annals {

namespace {

constexpr std::array<std::string_view, kHarmKinds> kKinds{"Killed",
                                                          "Injured",
                                                          "Missing",
                                                          "Held captive",
                                                          "Released",
                                                          "Detained",
                                                          "Displaced",
                                                          "Trapped",
                                                          "Rescued",
                                                          "Sick",
                                                          "Casualties (killed or hurt)",
                                                          "Affected"};
constexpr std::array<std::string_view, 6> kFrames{
    "", "feared", "denied", "another event", "hypothetical", "withdrawn"};
constexpr std::array<std::string_view, 6> kStatuses{"one source", "corroborated", "disputed",
                                                    "revised",    "withdrawn",    "settled"};
constexpr std::array<std::string_view, 18> kReasons{"carries the figure",
                                                    "says the same",
                                                    "a copy of another report",
                                                    "a rounding of it",
                                                    "an older value, repeated late",
                                                    "replaced by a later figure",
                                                    "one of the parts summed",
                                                    "part of the whole, not added",
                                                    "an increment on top of another figure",
                                                    "another place, period or definition",
                                                    "feared or expected, not reported",
                                                    "about another event",
                                                    "a denial",
                                                    "taken back by its origin",
                                                    "a rival that the policy did not choose",
                                                    "no number to compare with",
                                                    "rejected by an editor",
                                                    "a slip of the pen for it"};
constexpr std::array<std::string_view, 16> kCauses{"first report",
                                                   "more deaths reported",
                                                   "revised up",
                                                   "revised down",
                                                   "identified only",
                                                   "taken back",
                                                   "another source leads now",
                                                   "a rounded figure made precise",
                                                   "bodies found",
                                                   "late deaths",
                                                   "older deaths entered at once",
                                                   "counted twice before",
                                                   "counted wrongly before",
                                                   "another rule of who counts",
                                                   "another area or period",
                                                   "a slip of the pen before"};

Quantity quantity_of(const Estimate& estimate) {
  Quantity q{estimate.best, estimate.best, estimate.bound};
  if (estimate.bound == Bound::range || estimate.bound == Bound::vague) {
    q.low = estimate.low ? estimate.low : estimate.best;
    q.high = estimate.high ? estimate.high : estimate.best;
    if (q.low == q.high) q.bound = estimate.bound == Bound::vague ? Bound::about : Bound::exact;
  }
  return q;
}

}  // namespace

std::string kind_label(HarmKind kind, Unit unit) {
  std::string label(kKinds.at(static_cast<std::size_t>(kind)));
  if (unit != Unit::people) label += " (" + std::string(name_of(unit)) + ")";
  return label;
}

namespace {

std::string measure_label(std::string measure) {
  std::replace(measure.begin(), measure.end(), '_', ' ');
  if (!measure.empty() && measure[0] >= 'a' && measure[0] <= 'z')
    measure[0] = static_cast<char>(measure[0] - 'a' + 'A');
  return measure;
}

}  // namespace

std::string kind_label(const SeriesKey& series) {
  return series.measure.empty() ? kind_label(series.kind, series.unit) : measure_label(series.measure);
}

std::string kind_label(const Evidence& evidence) {
  return evidence.measure.empty() ? kind_label(evidence.kind) : measure_label(evidence.measure);
}

std::string_view kind_name(const SeriesKey& series) {
  return series.measure.empty() ? name_of(series.kind) : std::string_view(series.measure);
}

std::string_view frame_label(Frame frame) {
  return kFrames.at(static_cast<std::size_t>(frame));
}

std::string say_best(const Estimate& estimate) {
  if (!estimate.best) return "no number";
  return display(quantity_of(estimate));
}

std::string short_best(const Estimate& estimate) {
  if (!estimate.best) return "-";
  const Quantity q = quantity_of(estimate);
  std::string number = grouped(*estimate.best);
  switch (q.bound) {
    case Bound::at_least:
    case Bound::more_than: return number + "+";
    case Bound::at_most: return "<=" + number;
    case Bound::less_than: return "<" + number;
    case Bound::about: return "~" + number;
    case Bound::range:
    case Bound::vague: return grouped(*q.low) + "-" + grouped(*q.high);
    case Bound::exact: break;
  }
  return number;
}

std::string say_range(const Estimate& estimate) {
  const bool open = !estimate.high;
  if (!estimate.low && open) return "-";
  if (!estimate.low) return "up to " + grouped(*estimate.high);
  if (open) return grouped(*estimate.low) + " or more";
  if (*estimate.low == *estimate.high) return estimate.low == estimate.best ? "-" : grouped(*estimate.low);
  return grouped(*estimate.low) + " to " + grouped(*estimate.high);
}

std::string say_value(const Evidence& evidence, std::string_view written) {
  std::string value;
  if (!written.empty() && (evidence.quantity.bound == Bound::vague || !point(evidence.quantity))) {
    value = '"' + std::string(written) + '"';
  } else {
    value = display(evidence.quantity);
  }
  if (evidence.unit != Unit::people) value += " " + std::string(name_of(evidence.unit));
  if (evidence.more) value += " more";
  const std::string_view frame = frame_label(evidence.frame);
  if (!frame.empty()) value += " (" + std::string(frame) + ")";
  return value;
}

std::string say_scope(const Evidence& evidence) {
  std::string scope = evidence.place;
  const std::string& narrower = !evidence.part_of.empty() ? evidence.part_of : evidence.victims;
  if (evidence.part || !evidence.part_of.empty()) {
    if (!scope.empty()) scope += ", ";
    scope += narrower.empty() ? "a part" : "of them " + narrower;
  }
  return scope.empty() ? std::string(name_of(evidence.scope)) : scope;
}

std::string say_series(const SeriesKey& series) {
  std::string text = kind_label(series);
  for (const std::string& narrower : {series.place, series.part_of}) {
    if (!narrower.empty()) text += ", " + narrower;
  }
  constexpr std::array<std::string_view, 3> kFates{"", ", presumed dead", ", dead or missing"};
  constexpr std::array<std::string_view, 5> kSides{"", ", civilians", ", combatants", ", with the attackers",
                                                   ", without the attackers"};
  constexpr std::array<std::string_view, 6> kDefinitions{"",           ", recovered", ", identified",
                                                         ", verified", ", excess",    ", estimated"};
  text += kFates.at(static_cast<std::size_t>(series.fate));
  text += kSides.at(static_cast<std::size_t>(series.side));
  text += kDefinitions.at(static_cast<std::size_t>(series.definition));
  return text;
}

std::string said_by(const Evidence& evidence) {
  if (!evidence.source.empty()) return evidence.source;
  return evidence.publisher.empty() ? "unnamed source" : evidence.publisher;
}

std::string short_time(const std::optional<Instant>& instant) {
  if (!instant) return "-";
  std::string iso = to_iso(*instant);
  const std::size_t t = iso.find('T');
  if (t == std::string::npos) return iso;
  iso[t] = ' ';
  return iso.substr(0, t + 6);
}

std::string short_date(const std::optional<DateSpan>& date) {
  return date && (date->first || date->last) ? to_plain_edtf(*date) : "-";
}

std::string_view status_label(EstimateStatus status) {
  return kStatuses.at(static_cast<std::size_t>(status));
}

std::string_view reason_label(Reason reason) {
  return kReasons.at(static_cast<std::size_t>(reason));
}

std::string_view cause_label(ChangeCause cause) {
  return kCauses.at(static_cast<std::size_t>(cause));
}

std::string_view policy_label(std::string_view policy) {
  if (policy == "model") return "The best-supported figure stands, weighed over origins and time.";
  if (policy == "latest") return "The newest independent figure stands.";
  if (policy == "official") return "The newest figure of the best class of source stands.";
  if (policy == "conservative") return "The lowest credible of the current figures stands.";
  if (policy == "gtd")
    return "The newest independent figure stands; a tie goes to the majority, then to the lowest.";
  if (policy == "acled") return "Of the newest figures the most conservative stands.";
  if (policy == "ucdp") return "The best current figure without party claims stands; the range spans all.";
  if (policy == "ibc") return "The highest figure that two independent sources bear out stands.";
  if (policy == "range")
    return "The best-supported figure stands, and the range spans all current credible figures.";
  return {};
}

}  // namespace annals
