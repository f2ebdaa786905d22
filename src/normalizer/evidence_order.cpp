#include "normalizer/evidence_order.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <tuple>

#include "normalizer/toll/reading.hpp"

namespace annals {

std::vector<Evidence> in_order(std::vector<Evidence> evidence) {
  std::vector<std::uint32_t> order(evidence.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::uint32_t i) {
    const Evidence& e = evidence[i];
    return std::tuple(time_of(e), std::string_view(e.article), e.span, std::string_view(e.id));
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::int64_t x = time_of(evidence[a]);
    const std::int64_t y = time_of(evidence[b]);
    return x != y ? x < y : key(a) < key(b);
  });
  std::vector<Evidence> sorted;
  sorted.reserve(evidence.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(evidence[i]));
  return sorted;
}

void leave_out_later(std::vector<Evidence>& evidence, const ReconcileOptions& options) {
  std::erase_if(evidence, [&](const Evidence& figure) {
    const bool unpublished = options.as_of && figure.published && *figure.published > *options.as_of;
    const bool unread = options.ingested && figure.ingested && *figure.ingested > *options.ingested;
    return unpublished || unread;
  });
}

}  // namespace annals
