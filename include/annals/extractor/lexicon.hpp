#pragma once
// The words the extractor knows, compiled from the TSV tables of one language (docs/lexicon-format.md).
//   Lexicon::embedded()            the tables shipped inside the program
//   Lexicon::from_folder("my/en")  tables of the same names replace the shipped ones
// Immutable once built; shared by all threads. A bad row throws Error::input with file:line.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct LexiconData;  // private to the extractor

class Lexicon {
 public:
  static Lexicon embedded();
  static Lexicon from_folder(const std::string& folder);
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  // An EXAMPLE line of a table, for the test that runs them: "# EXAMPLE: a dozen people => quantity 12".
  struct Example {
    std::string where;  // file:line
    std::string input;
    std::string expected;
  };
  const std::vector<Example>& examples() const;
  const LexiconData& data() const { return *data_; }

 private:
  explicit Lexicon(std::unique_ptr<LexiconData> data);
  std::unique_ptr<LexiconData> data_;
};

}  // namespace annals
