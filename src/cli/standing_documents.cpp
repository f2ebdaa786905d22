#include "cli/standing_documents.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <fmt/format.h>

namespace annals {

namespace {

struct Standing {
  std::size_t at = 0;
  std::optional<Instant> known;
  std::uint32_t versions = 1;
};

// Which documents stand, by position; numbers the versions of each address as they come.
std::vector<bool> mark_standing(std::vector<Document>& documents) {
  std::vector<bool> stands(documents.size(), true);
  std::map<std::string, Standing> by_url;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Article& article = documents[i].article;
    if (article.url.empty()) continue;
    const auto known = known_from(article);
    const auto [entry, fresh] = by_url.try_emplace(article.url, Standing{i, known, 1});
    if (fresh) continue;
    Standing& standing = entry->second;
    article.version = ++standing.versions;
    const bool replaces = !known || !standing.known || *known >= *standing.known;
    stands[replaces ? standing.at : i] = false;
    if (replaces) {
      standing.at = i;
      if (known) standing.known = known;
    }
  }
  return stands;
}

void put_in_order(std::vector<Document>& documents) {
  const auto key = [](const Document& document) {
    const Article& article = document.article;
    const std::int64_t when = article.published ? article.published->when.seconds : 0;
    return std::tuple(!article.published, when, std::string_view(article.id), article.version,
                      std::string_view(article.sha256));
  };
  std::ranges::stable_sort(documents, [&](const Document& a, const Document& b) { return key(a) < key(b); });
}

// Figures lead back to articles by id, so no two may share one.
void part_ids(std::vector<Document>& documents, Talk& talk) {
  constexpr std::size_t kDigits = 8;
  std::set<std::string> ids;
  for (Document& document : documents) {
    Article& article = document.article;
    if (ids.insert(article.id).second) continue;
    const std::string given = article.id;
    article.id += "." + article.sha256.substr(0, kDigits);
    ids.insert(article.id);
    talk.tell({Severity::warning,
               article.path,
               {},
               fmt::format("another article has the id {} too; this one is called {}", given, article.id)});
  }
}

}  // namespace

std::vector<Document> standing_documents(std::vector<Document> documents, Talk& talk) {
  const std::vector<bool> stands = mark_standing(documents);
  std::vector<Document> standing;
  standing.reserve(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (stands[i]) standing.push_back(std::move(documents[i]));
  }
  const std::size_t left_out = documents.size() - standing.size();
  if (left_out > 0) talk.note(fmt::format("{} older versions of articles left out", left_out));
  put_in_order(standing);
  part_ids(standing, talk);
  return standing;
}

}  // namespace annals
