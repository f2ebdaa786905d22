#include "extractor/figures/person_names.hpp"

#include <algorithm>

namespace annals {

namespace {

constexpr std::size_t kNamesKept = 200;  // of one article
constexpr std::uint32_t kLongest = 6;    // words of one name

}  // namespace

void PersonNames::remember(const std::vector<Chunk>& chunks) {
  for (const Chunk& chunk : chunks) {
    if (chunk.kind != ChunkKind::name || chunk.count_last - chunk.count_first < 2) continue;
    if (known_.size() >= kNamesKept || !may_be_person(chunk)) continue;
    known_.push_back(word(chunk.count_first));
    known_.push_back(word(chunk.count_last - 1));
  }
}

bool PersonNames::is_known(std::uint32_t token) const {
  return std::find(known_.begin(), known_.end(), word(token)) != known_.end();
}

bool PersonNames::may_be_person(const Chunk& name) const {
  std::uint32_t words = 0;  // without hyphens, dots and the small words of names
  for (std::uint32_t i = name.count_first; i < name.count_last; ++i) {
    words += static_cast<std::uint32_t>(text_.tokens[i].kind == TokenKind::word &&
                                        !classes(i).has(rules_.chunks.name_particle));
  }
  const bool one_token = name.count_last - name.count_first < 2;
  const bool titled = name.count_first > name.first;
  if (words > kLongest || (one_token && !titled && !is_known(name.count_first))) return false;
  for (std::uint32_t i = name.count_first; i < name.count_last; ++i) {
    const Token& t = text_.tokens[i];
    const ClassSet& set = classes(i);
    const bool hyphened = t.glued && i > name.count_first && text_.tokens[i - 1].mark == '-';
    if (t.kind == TokenKind::word && !t.capitalised && !hyphened && !set.has(rules_.chunks.name_particle))
      return false;
    if (i + 1 == name.count_last && rules_.no_person.meets(set)) return false;
    if (set.has(rules_.chunks.thing) || rules_.organisation.meets(set)) return false;
    if (i == name.count_first && set.has(rules_.chunks.demonym)) return false;
  }
  return true;
}

}  // namespace annals
