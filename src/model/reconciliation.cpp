#include "annals/model/reconciliation.hpp"

namespace annals {

std::vector<Estimate> current_estimates(const Reconciliation& reconciliation) {
  std::vector<Estimate> current;
  const auto& all = reconciliation.estimates;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i + 1 == all.size() || all[i + 1].series != all[i].series) current.push_back(all[i]);
  }
  return current;
}

}  // namespace annals
