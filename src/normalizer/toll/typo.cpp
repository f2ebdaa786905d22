#include "normalizer/toll/typo.hpp"

#include <string>
#include <utility>

#include "normalizer/toll/rounding.hpp"

namespace annals {

namespace {

constexpr std::size_t kShortest = 4;

bool lacks_one_of(const std::string& shorter, const std::string& longer) {
  std::size_t same = 0;
  while (same < shorter.size() && shorter[same] == longer[same]) ++same;
  return shorter.compare(same, std::string::npos, longer, same + 1, std::string::npos) == 0;
}

}  // namespace

bool is_typo(std::int64_t said, std::int64_t meant) {
  if (said == meant || trailing_zeros(said) > 1 || trailing_zeros(meant) > 1) return false;
  std::string a = std::to_string(said);
  std::string b = std::to_string(meant);
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kShortest) return false;
  if (b.size() == a.size() + 1) return lacks_one_of(a, b);
  if (a.size() != b.size()) return false;
  if (a.compare(1, std::string::npos, b, 1, std::string::npos) == 0) return true;
  std::size_t at = 0;
  while (a[at] == b[at]) ++at;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.compare(at + 2, std::string::npos, b, at + 2, std::string::npos) == 0;
}

}  // namespace annals
