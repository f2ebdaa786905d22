#pragma once
// How many: a count as a text states it. Low, high and bound are kept apart; nothing is rounded or averaged.
//   "at least 12" => low 12, high none, at_least;  "nearly 300" => low none, high 300, less_than
//   "dozens" => 24..99, vague

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

enum class Bound : std::uint8_t { exact, at_least, more_than, at_most, less_than, about, range, vague };

struct Quantity {
  std::optional<std::int64_t> low;   // >= 0
  std::optional<std::int64_t> high;  // >= low
  Bound bound = Bound::exact;
  bool operator==(const Quantity&) const = default;
};

inline Quantity exactly(std::int64_t n) {
  return {n, n, Bound::exact};
}

// The number that a text states with a bound, which lies at one end of an open range.
//   stated(12, Bound::at_least) => low 12, no high
Quantity stated(std::int64_t value, Bound bound);

std::string_view name_of(Bound bound);  // "at_least"
std::optional<Bound> bound_named(std::string_view name);

// The one number to show or count with when one is needed: the stated number; for a range or a vague word the
// low end (the conservative reading of casualty recorders). nullopt when the text gives none ("many").
std::optional<std::int64_t> point(const Quantity& quantity);

// For people: "at least 12", "more than 37,000", "up to 300", "about 250", "20 to 30", "24-99 (vague)".
std::string display(const Quantity& quantity);
// 37000 => "37,000".
std::string grouped(std::int64_t number);

}  // namespace annals
