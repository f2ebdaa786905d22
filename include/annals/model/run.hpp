#pragma once
// One run of annals, kept or made: what stood, by which policy, out of which articles. Two of them can be
// compared; `annals report -O json` writes one.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/reconciliation.hpp"

namespace annals {

// An article as a run knew it, without its text.
struct ArticleStamp {
  std::string id;
  std::string url;
  std::string title;
  std::string publisher;
  std::string sha256;
  std::uint32_t version = 1;
  bool operator==(const ArticleStamp&) const = default;
};

struct Run {
  std::string tool;  // "annals 0.1.0"
  Reconciliation reconciliation;
  std::vector<ArticleStamp> articles;
  bool operator==(const Run&) const = default;
};

Run run_of(std::string_view tool, Reconciliation reconciliation, const std::vector<Document>& documents);

// One thing that differs between two runs.
enum class DifferenceKind : std::uint8_t {
  new_event,
  gone_event,
  new_figure,
  revised,
  withdrawn,       // there was a number, there is none
  newly_disputed,  // sources of weight contradict each other now
  settled,         // and no longer do
};
std::string_view name_of(DifferenceKind kind);

// Why. The first that applies, in this order.
enum class DifferenceCause : std::uint8_t {
  overridden,      // an editor decided
  new_article,     // an article that the earlier run did not have
  article_edited,  // the same address with other content
  article_gone,    // an article that the later run does not have
  policy,          // the runs chose by different policies
  rule_changed,    // the same articles read or weighed differently: another version or other word lists
};
std::string_view name_of(DifferenceCause cause);

struct Difference {
  DifferenceKind kind = DifferenceKind::revised;
  DifferenceCause cause = DifferenceCause::rule_changed;
  std::string event;  // id in the later run, else in the earlier one
  std::string title;  // of the event
  std::optional<Estimate> before;
  std::optional<Estimate> now;
  std::vector<ArticleStamp> articles;  // the articles that are the cause, the one that carries first
  std::string detail;                  // of other causes: "official -> latest", "MK 2010-01-24: double count"
  std::string said_by;                 // who says the number that stands now
  std::string quote;                   // in which sentence
  bool operator==(const Difference&) const = default;
};

}  // namespace annals
