#include "normalizer/series/series_words.hpp"

#include <array>
#include <cassert>
#include <optional>
#include <string>
#include <vector>

#include "annals/text/tsv.hpp"
#include "annals/text/utf8.hpp"

#include "normalizer/embedded_words.hpp"
#include "normalizer/phrase_table.hpp"
#include "normalizer/word_split.hpp"

namespace annals {

namespace {

enum Where : std::uint8_t { kAfter, kSentence, kSource, kVictims };
constexpr std::array<std::string_view, 4> kWheres{"after", "sentence", "source", "victims"};

struct Row {
  std::optional<Fate> fate;
  std::optional<Side> side;
  std::optional<Definition> definition;
};
struct Table {
  std::array<std::array<PhraseTable, 3>, 4>
      phrases;  // by place and axis, so that each axis has its own winner
  std::vector<Row> rows;
};

Table read_table() {
  Table table;
  for (const TsvRow& line : parse_tsv(embedded_series_words()).rows) {
    assert(line.cells.size() == 4);
    Row row;
    std::size_t axis = 0;
    if (line.cells[1] == "fate") {
      row.fate = fate_named(line.cells[2]);
    } else if (line.cells[1] == "side") {
      row.side = side_named(line.cells[2]);
      axis = 1;
    } else {
      row.definition = definition_named(line.cells[2]);
      axis = 2;
    }
    assert(row.fate || row.side || row.definition);
    std::size_t where = 0;
    while (where < kWheres.size() && kWheres.at(where) != line.cells[3]) ++where;
    assert(where < kWheres.size());
    table.phrases.at(where).at(axis).add_all(line.cells[0], static_cast<std::uint32_t>(table.rows.size()));
    table.rows.push_back(row);
  }
  return table;
}

}  // namespace

SeriesAxes read_series_words(const SeriesWords& words) {
  static const Table table = read_table();
  SeriesAxes axes;
  const auto look = [&](Where where, std::string_view text) {
    if (text.empty()) return;
    const std::string lower = to_lower_ascii(text);
    const std::vector<std::string_view> split = split_words(lower);
    for (const PhraseTable& phrases : table.phrases.at(where)) {
      const auto at = phrases.first_in(split);
      if (!at) continue;
      const Row& row = table.rows[*at];
      if (row.fate && axes.fate == Fate::known) axes.fate = *row.fate;
      if (row.side && axes.side == Side::everyone) axes.side = *row.side;
      if (row.definition && axes.definition == Definition::reported) axes.definition = *row.definition;
    }
  };
  look(kAfter, words.after);
  look(kSentence, words.sentence);
  look(kSource, words.source_kind);
  look(kSource, words.source);
  look(kVictims, words.victims);
  return axes;
}

}  // namespace annals
