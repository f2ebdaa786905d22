#pragma once
// What of a reconciliation is shown: --event, --kind, --place, --source and the days of the reports. Nothing
// here changes what stands; a filter never recounts.

#include <optional>
#include <string_view>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/reconciliation.hpp"

#include "cli/settings.hpp"

namespace annals {

// In any case of ASCII letters; an empty `part` is contained in everything.
bool contains_folded(std::string_view text, std::string_view part);

// Evidence that all filters allow; an estimate stays when its own place, or a figure that carries it, passes.
Reconciliation select(Reconciliation all, const Settings& settings);

// Documents of one event only (--event), by the events of `all`.
std::vector<Document> documents_of_event(std::vector<Document> documents, const Reconciliation& all,
                                         std::string_view event);
// The sentences that --kind and --place allow: with a count of that kind, with the text of the place. What
// was read of them stays, but no longer says which sentence it stands in.
std::vector<Document> sentences_about(std::vector<Document> documents, const std::optional<HarmKind>& kind,
                                      std::string_view place);
// Documents whose publisher contains the text of --source.
std::vector<Document> documents_of_source(std::vector<Document> documents, std::string_view source);

}  // namespace annals
