#include "store/estimates.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "store/columns.hpp"

namespace annals {

namespace {

constexpr const char* kColumns =
    "event, kind, measure, place, part_of, unit, fate, side, definition, known_from, known_precision, "
    "known_offset, best, low, high, bound, status, headline, cause, reason, margin, grade, carried_by";

constexpr std::int64_t kStillStands = INT64_MAX;

// Ids hold no line ends.
std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : "\n") + id;
  return text;
}
std::vector<std::string> parted(std::string_view text) {
  std::vector<std::string> ids;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    ids.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return ids;
}

Estimate take_estimate(sqlite::Statement& row) {
  Estimate estimate;
  SeriesKey& series = estimate.series;
  series.event = row.take_text();
  series.kind = row.take_enum<HarmKind>(kHarmKinds);
  series.measure = row.take_text();
  series.place = row.take_text();
  series.part_of = row.take_text();
  series.unit = row.take_enum<Unit>(kUnits);
  series.fate = row.take_enum<Fate>(kFates);
  series.side = row.take_enum<Side>(kSides);
  series.definition = row.take_enum<Definition>(kDefinitions);
  if (const auto seconds = row.take_optional_integer()) {
    Instant known;
    known.seconds = *seconds;
    known.precision = row.take_enum<Instant::Precision>(kPrecisions);
    known.offset_minutes = static_cast<std::int16_t>(row.take_integer());
    estimate.known_from = known;
  } else {
    row.skip(2);
  }
  estimate.best = row.take_optional_integer();
  estimate.low = row.take_optional_integer();
  estimate.high = row.take_optional_integer();
  estimate.bound = row.take_enum<Bound>(kBounds);
  estimate.status = row.take_enum<EstimateStatus>(kEstimateStatuses);
  estimate.headline = row.take_below(2) == 1;
  estimate.cause = row.take_enum<ChangeCause>(kChangeCauses);
  estimate.reason = row.take_text();
  estimate.margin = row.take_real();
  estimate.grade = row.take_text();
  estimate.carried_by = parted(row.take_text());
  return estimate;
}

class EstimateWriter {
 public:
  EstimateWriter(sqlite::Connection& connection, std::int64_t keeping)
      : keeping_(keeping),
        held_(connection, std::string("SELECT ") + kColumns +
                              " FROM estimate WHERE event = ? AND held_to IS NULL ORDER BY id"),
        close_(connection, "UPDATE estimate SET held_to = ? WHERE event = ? AND held_to IS NULL"),
        insert_(connection,
                std::string("INSERT INTO estimate(") + kColumns +
                    ", known_to, held_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    "?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

  // Whether anything of the event is otherwise than it was held to be.
  bool write(std::string_view event, const Estimate* begin, const Estimate* end) {
    if (is_held(event, begin, end)) return false;
    close(event);
    for (const Estimate* estimate = begin; estimate != end; ++estimate) {
      const Estimate* next = estimate + 1;
      put(*estimate, next != end && next->series == estimate->series ? next->known_from : std::nullopt);
    }
    return true;
  }
  void close(std::string_view event) { close_.put(keeping_).put(event).run(); }

 private:
  bool is_held(std::string_view event, const Estimate* begin, const Estimate* end) {
    held_.put(event);
    bool same = true;
    const Estimate* at = begin;
    while (same && held_.step()) {
      if (at == end) {
        same = false;
        break;
      }
      Estimate given = *at++;
      given.set_aside.clear();
      given.earlier.clear();
      same = take_estimate(held_) == given;
    }
    held_.reset();
    return same && at == end;
  }

  void put(const Estimate& estimate, const std::optional<Instant>& known_to) {
    const SeriesKey& series = estimate.series;
    insert_.put(std::string_view(series.event));
    put_enum(insert_, series.kind);
    insert_.put(std::string_view(series.measure))
        .put(std::string_view(series.place))
        .put(std::string_view(series.part_of));
    put_enum(insert_, series.unit);
    put_enum(insert_, series.fate);
    put_enum(insert_, series.side);
    put_enum(insert_, series.definition);
    if (estimate.known_from) {
      insert_.put(estimate.known_from->seconds);
      put_enum(insert_, estimate.known_from->precision);
      insert_.put(std::int64_t{estimate.known_from->offset_minutes});
    } else {
      insert_.put(std::nullopt).put(std::nullopt).put(std::nullopt);
    }
    insert_.put(estimate.best).put(estimate.low).put(estimate.high);
    put_enum(insert_, estimate.bound);
    put_enum(insert_, estimate.status);
    put_enum(insert_, estimate.headline);
    put_enum(insert_, estimate.cause);
    insert_.put(std::string_view(estimate.reason)).put_real(estimate.margin);
    const std::string carried_by = joined(estimate.carried_by);
    insert_.put(std::string_view(estimate.grade)).put(std::string_view(carried_by));
    insert_.put(known_to ? known_to->seconds : kStillStands);
    insert_.put(keeping_).run();
  }

  std::int64_t keeping_;
  sqlite::Statement held_;
  sqlite::Statement close_;
  sqlite::Statement insert_;
};

}  // namespace

std::vector<std::string> write_estimates(sqlite::Connection& connection,
                                         const std::vector<Estimate>& estimates,
                                         const Store::Keeping& keeping) {
  sqlite::Statement open(
      connection, "INSERT INTO keeping VALUES (NULL, ?, ?, (SELECT coalesce(max(id), 0) FROM article))");
  open.put(std::string_view(keeping.kept)).put(std::string_view(keeping.policy)).run();
  EstimateWriter writer(connection, connection.last_row());
  std::set<std::string> gone;
  sqlite::Statement events(connection, "SELECT DISTINCT event FROM estimate WHERE held_to IS NULL");
  while (events.step()) gone.emplace(events.take_text());
  std::vector<std::string> changed;
  for (std::size_t begin = 0; begin < estimates.size();) {
    const std::string& event = estimates[begin].series.event;
    std::size_t end = begin;
    while (end < estimates.size() && estimates[end].series.event == event) ++end;
    gone.erase(event);
    if (writer.write(event, estimates.data() + begin, estimates.data() + end)) changed.push_back(event);
    begin = end;
  }
  for (const std::string& event : gone) {
    writer.close(event);
    changed.push_back(event);
  }
  return changed;
}

std::vector<Estimate> read_estimates(sqlite::Connection& connection, const Store::KeptQuestion& question) {
  std::string sql = std::string("SELECT ") + kColumns + " FROM estimate";
  if (question.as_of && !question.event && !question.place) sql += " INDEXED BY estimate_known";
  sql += " WHERE held_to IS NULL";
  if (question.event) sql += " AND event = ?";
  if (question.place) sql += " AND place = ? AND place <> ''";
  if (question.as_of) sql += " AND known_to > ? AND (known_from IS NULL OR known_from <= ?)";
  sqlite::Statement row(connection, sql);
  if (question.event) row.put(std::string_view(*question.event));
  if (question.place) row.put(std::string_view(*question.place));
  if (question.as_of) row.put(question.as_of->seconds).put(question.as_of->seconds);
  std::vector<Estimate> estimates;
  while (row.step()) estimates.push_back(take_estimate(row));
  // In the order of reconciling, whatever index was walked. Of each series one comes after the other.
  std::vector<std::size_t> order(estimates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(estimates[a].series, estimates[a].known_from) <
           std::tie(estimates[b].series, estimates[b].known_from);
  });
  std::vector<Estimate> sorted;
  sorted.reserve(order.size());
  for (const std::size_t at : order) sorted.push_back(std::move(estimates[at]));
  return sorted;
}

}  // namespace annals
