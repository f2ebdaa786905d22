#include "annals/extractor/lexicon.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include <fmt/core.h>

#include "annals/model/error.hpp"
#include "annals/text/utf8.hpp"

#include "extractor/embedded_lexicon.hpp"
#include "extractor/lexicon_data.hpp"

namespace annals {

namespace {

// Tables whose rows are patterns or templates, not words.
bool holds_patterns(std::string_view name) {
  return name.ends_with("_patterns.tsv");
}

std::map<std::string, std::string> embedded_files() {
  std::map<std::string, std::string> files;
  for (const EmbeddedTable& table : embedded_lexicon()) files.emplace(table.name, table.bytes);
  return files;
}

// Adds the words of one table: word, class, value, note. Several words with the same class and value share a
// row, separated by commas.
void add_words(WordTable& words, const std::string& name, const TsvTable& table) {
  for (const TsvRow& row : table.rows) {
    const std::string where = fmt::format("{}:{}", name, row.line);
    if (row.cells.size() < 2 || row.cells.size() > 4) {
      throw Error(Error::Kind::input, where + ": a row has 2 to 4 columns: words, class, value, note");
    }
    Entry entry;
    entry.klass = words.class_named(trim(row.cells[1]));
    if (row.cells.size() > 2) entry.value = trim(row.cells[2]);
    if (row.cells.size() > 3) entry.note = trim(row.cells[3]);
    entry.where = where;
    std::string_view rest = row.cells[0];
    entry.name = trim(rest.substr(0, rest.find(',')));
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      const std::string_view word = trim(rest.substr(0, comma));
      rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
      if (word.empty()) throw Error(Error::Kind::input, where + ": an empty word between commas");
      words.add(word, entry);
    }
  }
}

std::unique_ptr<LexiconData> compile(std::map<std::string, std::string> files) {
  auto data = std::make_unique<LexiconData>();
  data->files = std::move(files);
  for (const auto& [name, bytes] : data->files) {
    if (find_invalid_utf8(bytes) != std::string_view::npos)
      throw Error(Error::Kind::input, name + ": not UTF-8");
    TsvTable table = parse_tsv(bytes);
    for (const TsvExample& example : table.examples) {
      data->examples.push_back({fmt::format("{}:{}", name, example.line), std::string(example.input),
                                std::string(example.expected)});
    }
    if (!holds_patterns(name)) add_words(data->words, name, table);
    data->tables.emplace(name, std::move(table));
  }
  for (const char* mark : {"-", "/", ",", "(", ")", ":", ";", "'"}) data->words.intern(mark);
  compile_steps(*data);
  return data;
}

}  // namespace

const TsvTable& LexiconData::table(const std::string& name) const {
  const auto it = tables.find(name);
  if (it == tables.end()) throw Error(Error::Kind::input, "lexicon: the table " + name + " is missing");
  return it->second;
}

Lexicon::Lexicon(std::unique_ptr<LexiconData> data) : data_(std::move(data)) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

Lexicon Lexicon::embedded() {
  return Lexicon(compile(embedded_files()));
}

Lexicon Lexicon::from_folder(const std::string& folder) {
  std::map<std::string, std::string> files = embedded_files();
  std::error_code error;
  std::filesystem::directory_iterator entries(folder, error);
  if (error)
    throw Error(Error::Kind::input,
                fmt::format("{}: cannot read the lexicon folder: {}", folder, error.message()));
  for (const auto& entry : entries) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw Error(Error::Kind::input, entry.path().string() + ": cannot be read");
    files[entry.path().filename().string()] = bytes.str();
  }
  return Lexicon(compile(std::move(files)));
}

const std::vector<Lexicon::Example>& Lexicon::examples() const {
  return data_->examples;
}

}  // namespace annals
