#include "normalizer/origins/source_kinds.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <vector>

#include "annals/text/tsv.hpp"
#include "annals/text/utf8.hpp"

#include "normalizer/embedded_words.hpp"
#include "normalizer/word_split.hpp"

namespace annals {

namespace {

constexpr std::array<std::string_view, 10> kClassNames{"",       "verified", "official", "field", "party",
                                                       "agency", "ngo",      "media",    "model", "rumour"};
constexpr std::array<int, 10> kRanks{1, 4, 3, 2, 2, 2, 2, 1, 0, 0};

struct Entry {
  SourceClass source_class = SourceClass::unknown;
  int row = 0;
};
using Phrase = std::vector<std::string>;

struct SourceWords {
  std::map<Phrase, Entry, std::less<>> classes;
  std::vector<Phrase> root_after;
  std::vector<Phrase> root_before;
  std::vector<Phrase> leading;
  std::size_t longest = 1;
};

// `.` and `-` inside a word are kept ("u.n.", "al-qaeda"), as in the table.
Phrase phrase_of(std::string_view text) {
  Phrase phrase;
  for (const std::string_view word : split_words(text)) phrase.push_back(to_lower_ascii(word));
  return phrase;
}

void by_length(std::vector<Phrase>& phrases) {
  std::stable_sort(phrases.begin(), phrases.end(),
                   [](const Phrase& a, const Phrase& b) { return a.size() > b.size(); });
}

SourceWords read_words() {
  SourceWords words;
  const TsvTable table = parse_tsv(embedded_source_kinds());
  for (const TsvRow& row : table.rows) {
    assert(row.cells.size() == 2);
    const std::string_view kind = row.cells[1];
    std::string_view rest = row.cells[0];
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      Phrase phrase = phrase_of(rest.substr(0, comma));
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
      if (phrase.empty()) continue;
      if (kind == "root_after") {
        words.root_after.push_back(std::move(phrase));
      } else if (kind == "root_before") {
        words.root_before.push_back(std::move(phrase));
      } else if (kind == "leading") {
        words.leading.push_back(std::move(phrase));
      } else {
        const auto* const it = std::find(kClassNames.begin(), kClassNames.end(), kind);
        assert(it != kClassNames.end());
        words.longest = std::max(words.longest, phrase.size());
        words.classes.try_emplace(std::move(phrase),
                                  Entry{static_cast<SourceClass>(it - kClassNames.begin()), row.line});
      }
    }
  }
  by_length(words.root_after);
  by_length(words.root_before);
  by_length(words.leading);
  return words;
}

const SourceWords& source_words() {
  static const SourceWords words = read_words();
  return words;
}

bool stands_at(const Phrase& text, std::size_t at, const Phrase& phrase) {
  return at + phrase.size() <= text.size() &&
         std::equal(phrase.begin(), phrase.end(), text.begin() + static_cast<std::ptrdiff_t>(at));
}

// Position and length of the first of `phrases` in `text` at or after `from`; length 0 when there is none.
struct Place {
  std::size_t at = 0;
  std::size_t length = 0;
};
Place find_phrase(const Phrase& text, const std::vector<Phrase>& phrases, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    for (const Phrase& phrase : phrases) {
      if (stands_at(text, at, phrase)) return {at, phrase.size()};
    }
  }
  return {};
}

// Without what is noted behind a name, "county (from 145, duplicates)"; an address or number in brackets is a
// part of it: "contributor (10.0.0.7)".
std::string_view without_note(std::string_view source) {
  const std::size_t open = source.find('(');
  const bool number = open != std::string_view::npos && open + 1 < source.size() && source[open + 1] >= '0' &&
                      source[open + 1] <= '9';
  return number ? source : source.substr(0, open);
}

}  // namespace

std::string_view name_of(SourceClass source_class) {
  return kClassNames.at(static_cast<std::size_t>(source_class));
}

int rank_of(SourceClass source_class) {
  return kRanks.at(static_cast<std::size_t>(source_class));
}

SourceClass classify_source(std::string_view source) {
  const SourceWords& words = source_words();
  const Phrase text = phrase_of(source);
  for (std::size_t length = std::min(words.longest, text.size()); length > 0; --length) {
    Entry best;
    for (std::size_t at = 0; at + length <= text.size(); ++at) {
      const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
      const auto it = words.classes.find(Phrase(begin, begin + static_cast<std::ptrdiff_t>(length)));
      if (it != words.classes.end() && (best.row == 0 || it->second.row < best.row)) best = it->second;
    }
    if (best.row != 0) return best.source_class;
  }
  return SourceClass::unknown;
}

std::string root_of(std::string_view source) {
  const SourceWords& words = source_words();
  Phrase text = phrase_of(without_note(source));
  const auto iter = [&](std::size_t at) { return text.begin() + static_cast<std::ptrdiff_t>(at); };
  const Place after = find_phrase(text, words.root_after, 0);
  if (after.length != 0 && after.at + after.length < text.size())
    text.erase(text.begin(), iter(after.at + after.length));
  const Place before = find_phrase(text, words.root_before, 1);
  if (before.length != 0) text.erase(iter(before.at), text.end());
  bool dropped = true;
  while (dropped && text.size() > 1) {
    dropped = false;
    for (const Phrase& phrase : words.leading) {
      if (phrase.size() < text.size() && stands_at(text, 0, phrase)) {
        text.erase(text.begin(), iter(phrase.size()));
        dropped = true;
        break;
      }
    }
  }
  std::string root;
  for (const std::string& word : text) {
    if (!root.empty()) root += ' ';
    root += word;
  }
  return root;
}

}  // namespace annals
