#pragma once
// The register of figures: one line a report of a number, with how it stands, grouped by event and kind.
//   REPORTED  REFERS TO  VALUE  SCOPE  SAID BY  VIA  BEST  ST
// Copies of a line are folded into it ("AFP x3"); repeats within one article are left out.

#include <functional>
#include <string>
#include <vector>

#include "reporter/index.hpp"
#include "reporter/table.hpp"

namespace annals {

struct RegisterRow {
  const Evidence* evidence = nullptr;
  FigureStanding standing;
  std::vector<const Evidence*> copies;  // folded into this row
};

struct RegisterGroup {
  std::string_view event;
  HarmKind kind = HarmKind::killed;
  std::vector<RegisterRow> rows;  // in order of published
};

// All figures, in order of events and kinds.
std::vector<RegisterGroup> register_groups(const Reconciliation& reconciliation, const Standings& standings);

using CiteEvidence = std::function<std::string(const Evidence&)>;  // Markdown reference to the quote
// With `cite`, the status is a word and a last column holds the references.
Table register_table(const RegisterGroup& group, const Standings& standings, const ArticleIndex& articles,
                     const CiteEvidence& cite = {});
// "* accepted  - superseded": the letters that occur, in a fixed order; empty when there are none.
std::string register_legend(const std::vector<RegisterGroup>& groups);

}  // namespace annals
