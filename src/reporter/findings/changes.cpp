#include "reporter/findings/changes.hpp"

#include <algorithm>

namespace annals {

namespace {

bool is_newer(const Change& a, const Change& b) {
  if (!a.now->known_from || !b.now->known_from) return a.now->known_from && !b.now->known_from;
  return *b.now->known_from < *a.now->known_from;
}

}  // namespace

std::vector<Change> changes_of(const ReportView& view) {
  std::vector<Change> changes;
  for (const Toll* toll : tolls_of(view, view.main_event)) {
    for (std::size_t i = toll->history.size(); i-- > 0;)
      changes.push_back({i == 0 ? nullptr : toll->history[i - 1], toll->history[i]});
  }
  std::stable_sort(changes.begin(), changes.end(), is_newer);
  return changes;
}

}  // namespace annals
