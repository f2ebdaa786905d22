#pragma once
// How the report stood before: for the end of each day on which something became known, the sections that say
// how things stand, written by the same code with what was known by then. They are kept as lines, each once,
// so that a section that changes in one line costs one line. The script puts them in place; without scripts
// the page shows what stands last.
//   {"moments": [1691711999, ...], "lines": ["<li ...", ...],
//    "sections": {"key": [[0, [12, 13]], [4, [12, 15]]], ...},      from moment 0, from moment 4
//    "standings": [["superseded", "superseded", 0], ...],           status, class, whether it is bold
//    "rows": [[7, [[0, 2, 1], [4, 0, 3]]], ...]}                    row, {moment, standing, prints}
// Very many moments are thinned, evenly.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reporter/html_report/page.hpp"

namespace annals {

class EarlierStates {
 public:
  // Writes every section at every moment, and so cites what they cite.
  explicit EarlierStates(const Page& page);
  void append_json(std::string& out) const;

 private:
  struct State {
    std::size_t moment = 0;
    std::vector<std::size_t> lines;  // places in lines_
    bool operator==(const State& other) const { return lines == other.lines; }
  };
  struct RowState {
    std::size_t moment = 0;
    std::size_t standing = 0;  // place in standings_
    std::size_t prints = 0;    // articles that print the figure: itself and its copies
  };
  struct RowStates {
    std::size_t row = 0;
    std::vector<RowState> states;
  };

  void look_back(const Page& page);
  void note_section(std::size_t section, std::size_t moment, std::string_view markup);
  void note_rows(const std::vector<const RegisterRow*>& rows, const Standings& then, std::size_t moment);

  std::size_t figures_ = 0;            // rows of the register
  bool is_told_ = true;                // whether earlier estimates tell what they set aside
  std::vector<std::int64_t> moments_;  // ends of days, in seconds
  std::vector<std::string> lines_;
  std::unordered_map<std::string, std::size_t> line_of_;  // looked up only
  std::vector<std::vector<State>> sections_;
  std::vector<FigureStanding> standings_;
  std::vector<RowStates> rows_;
};

// The sections that change with what is known, by their ids, in the order they stand in.
struct ChangingSection {
  std::string_view id;
  void (*append)(std::string& out, const Page& page);
};
const std::vector<ChangingSection>& changing_sections();

}  // namespace annals
