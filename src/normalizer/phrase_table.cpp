#include "normalizer/phrase_table.hpp"

#include <algorithm>

#include "annals/text/utf8.hpp"

#include "normalizer/word_split.hpp"

namespace annals {

void PhraseTable::add(std::string_view phrase, std::uint32_t row) {
  Entry entry;
  for (const std::string_view word : split_words(phrase)) entry.words.push_back(to_lower_ascii(word));
  if (entry.words.empty()) return;
  entry.row = row;
  const std::string first = entry.words.front();
  by_first_[first].push_back(std::move(entry));
}

void PhraseTable::add_all(std::string_view phrases, std::uint32_t row) {
  while (!phrases.empty()) {
    const std::size_t comma = phrases.find(',');
    add(phrases.substr(0, comma), row);
    phrases = comma == std::string_view::npos ? std::string_view{} : phrases.substr(comma + 1);
  }
}

std::optional<std::uint32_t> PhraseTable::first_in(std::string_view text) const {
  if (text.empty()) return std::nullopt;
  const std::string lower = to_lower_ascii(text);
  return first_in(split_words(lower));
}

std::optional<std::uint32_t> PhraseTable::first_in(const std::vector<std::string_view>& words) const {
  std::optional<std::uint32_t> best;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto found = by_first_.find(words[at]);
    if (found == by_first_.end()) continue;
    for (const Entry& entry : found->second) {
      if (best && entry.row >= *best) continue;
      if (at + entry.words.size() > words.size()) continue;
      const bool same =
          std::equal(entry.words.begin(), entry.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
      if (same) best = entry.row;
    }
  }
  return best;
}

}  // namespace annals
