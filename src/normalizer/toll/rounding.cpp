#include "normalizer/toll/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace annals {

namespace {
// What the last digit that is not zero counts: 1900 => 100, 1941 => 1.
std::int64_t unit_of(std::int64_t number) {
  std::int64_t unit = 1;
  for (int i = trailing_zeros(number); i > 0; --i) unit *= 10;
  return unit;
}
std::int64_t distance(std::int64_t a, std::int64_t b) {
  return a > b ? a - b : b - a;
}
// A fraction of a number, at least `least`.
std::int64_t share(std::int64_t number, double fraction, std::int64_t least) {
  return std::max(least, static_cast<std::int64_t>(std::floor(static_cast<double>(number) * fraction)));
}
}  // namespace

int trailing_zeros(std::int64_t number) {
  if (number == 0) return 0;
  int zeros = 0;
  while (number % 10 == 0) {
    number /= 10;
    ++zeros;
  }
  return zeros;
}

bool rounds_to(const Quantity& said, std::int64_t exact) {
  const std::optional<std::int64_t> number = point(said);
  if (!number) return false;
  const std::int64_t n = *number;
  const std::int64_t unit = unit_of(n);
  switch (said.bound) {
    case Bound::exact:
      return n != exact && n >= 100 && unit > 1 && distance(n, exact) <= std::min(unit, share(n, 0.05, 1));
    case Bound::at_least:
    case Bound::more_than: return exact >= n && exact - n < std::max(unit, share(n, 0.02, 1));
    case Bound::less_than: return exact <= n && n - exact <= std::max(unit / 10, share(n, 0.1, 1));
    case Bound::at_most: return exact <= n && n - exact < std::max(unit, share(n, 0.1, 1));
    case Bound::about: return distance(n, exact) <= std::max(unit / 2, share(n, 0.05, 1));
    case Bound::range:
    case Bound::vague: return said.low && exact >= *said.low && (!said.high || exact <= *said.high);
  }
  return false;
}

bool is_precise(const Quantity& quantity) {
  if (quantity.bound != Bound::exact && quantity.bound != Bound::at_least &&
      quantity.bound != Bound::more_than)
    return false;
  const std::optional<std::int64_t> number = point(quantity);
  return number && (*number < 20 || unit_of(*number) * 10 <= *number / 2 || trailing_zeros(*number) == 0);
}

}  // namespace annals
