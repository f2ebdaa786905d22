#pragma once
// One function a verb, each in the file of its name. They return whether there was an answer: false becomes
// exit code 1. What they print goes through session.hpp.

namespace annals {

struct Session;

bool run_ingest(Session& session);
bool run_extract(Session& session);
bool run_report(Session& session);
bool run_export(Session& session);
bool run_timeline(Session& session);
bool run_figures(Session& session);
bool run_check(Session& session);
bool run_brief(Session& session);
bool run_diff(Session& session);
bool run_compare(Session& session);
bool run_conflicts(Session& session);
bool run_anomalies(Session& session);
bool run_explain(Session& session);
bool run_reconcile(Session& session);
bool run_search(Session& session);
bool run_set(Session& session);
bool run_undo(Session& session);
bool run_review(Session& session);
bool run_help(Session& session);
bool run_completion(Session& session);

}  // namespace annals
