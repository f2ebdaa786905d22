#pragma once
// The order in which evidence is read, and what of it was known.

#include <vector>

#include "annals/normalizer/reconcile.hpp"

namespace annals {

// By time, article, place in the text and id.
std::vector<Evidence> in_order(std::vector<Evidence> evidence);
// Takes out what was published, or read in, after the moments that the options name.
void leave_out_later(std::vector<Evidence>& evidence, const ReconcileOptions& options);

}  // namespace annals
