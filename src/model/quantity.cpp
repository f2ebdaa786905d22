#include "annals/model/quantity.hpp"

#include <fmt/core.h>

#include "model/names.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 8> kBounds{"exact",     "at_least", "more_than", "at_most",
                                                  "less_than", "about",    "range",     "vague"};
}  // namespace

std::string_view name_of(Bound bound) {
  return name_in(kBounds, bound);
}
std::optional<Bound> bound_named(std::string_view name) {
  return named_in<Bound>(kBounds, name);
}

Quantity stated(std::int64_t value, Bound bound) {
  switch (bound) {
    case Bound::at_least:
    case Bound::more_than: return {value, std::nullopt, bound};
    case Bound::at_most:
    case Bound::less_than: return {std::nullopt, value, bound};
    default: return {value, value, bound};
  }
}

std::optional<std::int64_t> point(const Quantity& quantity) {
  return quantity.low ? quantity.low : quantity.high;
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t first = digits[0] == '-' ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string display(const Quantity& q) {
  const auto low = [&q] { return grouped(q.low.value_or(0)); };
  const auto high = [&q] { return grouped(q.high.value_or(0)); };
  if (!q.low && !q.high) return "an unstated number";
  switch (q.bound) {
    case Bound::at_least: return "at least " + low();
    case Bound::more_than: return "more than " + low();
    case Bound::at_most: return "up to " + high();
    case Bound::less_than: return "fewer than " + high();
    case Bound::about: return "about " + low();
    case Bound::range: return fmt::format("{} to {}", low(), high());
    case Bound::vague:
      return q.high ? fmt::format("{}-{} (vague)", low(), high()) : fmt::format("{}+ (vague)", low());
    case Bound::exact: break;
  }
  return q.low ? low() : high();
}

}  // namespace annals
