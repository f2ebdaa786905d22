#pragma once
// Round marks for the two axes of a chart.
//   value_marks(0..1297) => 0, 500, 1,000;  time_marks(10 days) => "8 Aug" (2023), "10 Aug", ...

#include <cstdint>
#include <string>
#include <vector>

namespace annals {

enum class Scale : std::uint8_t { linear, logarithmic };

// From values to heights: 0 at the bottom, 1 at the top.
struct ValueAxis {
  Scale scale = Scale::linear;
  double low = 0;  // of a logarithmic axis: at least 1
  double high = 1;
  // Values beyond the ends are put at the ends.
  double height_of(std::int64_t value) const;
  std::vector<std::int64_t> marks;
};
// An axis that holds all values, which need not be sorted. `values` may be empty.
ValueAxis value_axis(const std::vector<std::int64_t>& values, Scale scale);

struct TimeMark {
  std::int64_t when = 0;  // seconds
  std::string label;      // "10 Aug", "Nov", "2024", "06:00"
  std::string above;      // what it is part of, where that changes: "2023", "10 Aug"
};
// At most ten, at civil bounds in UTC.
std::vector<TimeMark> time_marks(std::int64_t begin, std::int64_t end);

}  // namespace annals
