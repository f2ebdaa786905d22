#pragma once
// What the loader tests share: load bytes and look at what came out.

#include <string>
#include <string_view>
#include <vector>

#include "annals/loader/load.hpp"

namespace annals {

struct Loaded {
  std::vector<Article> articles;
  std::vector<Diagnostic> reports;
};

inline Loaded load(std::string_view bytes, const std::string& path, const LoadOptions& options = {}) {
  Loaded loaded;
  load_bytes(
      bytes, path, options, [&](Article&& article) { loaded.articles.push_back(std::move(article)); },
      [&](const Diagnostic& diagnostic) { loaded.reports.push_back(diagnostic); });
  return loaded;
}

// The article, or an empty one where there is not exactly one.
inline Article load_article(std::string_view bytes, const std::string& path,
                            const LoadOptions& options = {}) {
  Loaded loaded = load(bytes, path, options);
  return loaded.articles.size() == 1 ? std::move(loaded.articles.front()) : Article{};
}

// "2024-06-11 header_line", "" for none.
inline std::string shown(const std::optional<StampedDate>& date) {
  return date ? to_iso(date->when) + " " + std::string(name_of(date->origin)) : std::string();
}

inline bool says(const std::vector<Diagnostic>& diagnostics, std::string_view words) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.message.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace annals
