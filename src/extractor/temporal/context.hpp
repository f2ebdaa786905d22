#pragma once
// What the resolver knows at a point of the text: the day of writing and the last dates told.

#include <cstdint>
#include <optional>
#include <vector>

#include "extractor/temporal/moment.hpp"
#include "extractor/temporal/recognize.hpp"

namespace annals {

class TimeContext {
 public:
  TimeContext(const std::vector<FoundTime>& found, std::optional<Date> written);

  std::optional<Date> written() const { return written_; }
  bool narrative() const { return narrative_; }
  // Last date told that is at least as fine as `unit`.
  std::optional<Date> last(TimeUnit unit) const;
  // Year that a bare month or day of a narrative belongs to: the last told, else the first the text will
  // tell.
  std::optional<int> year() const;
  const std::optional<Moment>& last_moment() const { return last_moment_; }
  std::uint32_t last_sentence() const { return last_sentence_; }
  void remember(const Moment& moment, std::uint32_t sentence);

 private:
  std::optional<Date> written_;
  bool narrative_ = false;
  std::optional<int> first_year_;  // explicit in the text
  std::optional<Moment> last_moment_;
  std::uint32_t last_sentence_ = 0;
  std::optional<Date> last_day_;
  std::optional<Date> last_week_;
  std::optional<Date> last_month_;
  std::optional<Date> last_year_;
};

}  // namespace annals
