#pragma once
// Reconciling as the options say, with the decisions of editors put to it: every verb that shows what stands
// comes here, so that none of them can leave an override out.

#include <string>
#include <vector>

#include "annals/normalizer/reconcile.hpp"

#include "cli/session.hpp"

namespace annals {

// The journal of overrides of this run: --overrides, else the file beside the store; empty: none.
std::string journal_of(const Settings& settings);

// Policy, as-of time and the entries of the journal. A file named by --overrides has to be there.
ReconcileOptions reconcile_options(const Settings& settings);

// Overrides that are stale, and expectations that failed, are told as warnings.
// `Detail::last` is for verbs that ask only of what stands last what it set aside.
Reconciliation reconcile_documents(Session& session, const std::vector<Document>& documents,
                                   Detail detail = Detail::every_change);
Reconciliation reconcile_claims(Session& session, std::vector<Evidence> claims);

}  // namespace annals
