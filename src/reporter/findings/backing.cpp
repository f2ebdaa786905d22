#include "reporter/findings/backing.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

// "publisher:example wire" => "example wire"
std::string_view name_of_wire(std::string_view wire) {
  return wire.substr(wire.find(':') + 1);
}

}  // namespace

std::string origin_of(const Evidence& evidence) {
  if (!evidence.source.empty()) return to_lower_ascii(fold_space(evidence.source));
  if (!evidence.wire.empty()) return std::string(name_of_wire(evidence.wire));
  if (!evidence.publisher.empty()) return to_lower_ascii(evidence.publisher);
  return evidence.article.empty() ? evidence.id : evidence.article;
}

Backing backing_of(const ReportView& view, const Estimate& estimate) {
  std::set<std::string_view> reports;
  std::set<std::string> sources;
  const auto add = [&](const std::string& id, bool speaks_for_itself) {
    const Evidence* evidence = view.standings.evidence(id);
    if (evidence == nullptr) return;
    // A sum is carried by its parts; else only the number itself counts.
    const bool is_part =
        std::find(estimate.carried_by.begin(), estimate.carried_by.end(), id) != estimate.carried_by.end();
    if (!is_part && evidence->quantity.low != estimate.best && evidence->quantity.high != estimate.best)
      return;
    reports.insert(evidence->article.empty() ? evidence->id : evidence->article);
    if (speaks_for_itself) sources.insert(origin_of(*evidence));
  };
  for (const std::string& id : estimate.carried_by) add(id, true);
  for (const SetAside& aside : estimate.set_aside) {
    if (aside.reason == Reason::agrees) add(aside.evidence, true);
    if (aside.reason == Reason::copy_of) add(aside.evidence, false);
  }
  return {reports.size(), sources.size()};
}

std::string say_backing(const Backing& backing) {
  if (backing.sources == 0) return "-";
  const std::string sources = counted(backing.sources, "source");
  if (backing.reports <= backing.sources) return sources;
  return fmt::format("{} ({})", sources, counted(backing.reports, "report"));
}

std::map<std::string_view, std::string> copied_articles(const Report& report) {
  std::map<std::string_view, std::string_view> wires;
  for (const Evidence& evidence : report.reconciliation->evidence) {
    if (!evidence.wire.empty() && !evidence.article.empty()) wires.emplace(evidence.article, evidence.wire);
  }
  std::map<std::string_view, std::string> copies;
  if (wires.empty()) return copies;
  std::unordered_map<std::string, const Article*> firsts;  // by publisher and by id, looked up only
  for (const Document& document : *report.documents) {
    const Article& article = document.article;
    firsts.try_emplace(to_lower_ascii(fold_space(article.publisher)), &article);
    firsts.try_emplace(article.id, &article);
  }
  for (const auto& [article, wire] : wires) {
    std::string name(name_of_wire(wire));
    if (const auto first = firsts.find(name); first != firsts.end())
      name = first->second->publisher.empty() ? first->second->title : first->second->publisher;
    copies.emplace(article, std::move(name));
  }
  return copies;
}

}  // namespace annals
