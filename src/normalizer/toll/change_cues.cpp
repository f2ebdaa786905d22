#include "normalizer/toll/change_cues.hpp"

#include <cassert>
#include <vector>

#include "annals/text/tsv.hpp"

#include "normalizer/embedded_words.hpp"
#include "normalizer/phrase_table.hpp"

namespace annals {

namespace {

struct Cues {
  PhraseTable phrases;
  std::vector<ChangeCue> rows;
};

Cues read_cues() {
  Cues cues;
  for (const TsvRow& row : parse_tsv(embedded_change_cues()).rows) {
    assert(row.cells.size() == 3);
    const auto cause = change_cause_named(row.cells[1]);
    assert(cause);
    cues.phrases.add_all(row.cells[0], static_cast<std::uint32_t>(cues.rows.size()));
    cues.rows.push_back({cause.value_or(ChangeCause::revised_down), row.cells[2] == "down"});
  }
  return cues;
}

}  // namespace

std::optional<ChangeCue> cue_of(std::string_view sentence) {
  static const Cues cues = read_cues();
  const auto row = cues.phrases.first_in(sentence);
  if (!row) return std::nullopt;
  return cues.rows[*row];
}

}  // namespace annals
