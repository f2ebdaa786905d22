#include "annals/loader/load_overrides.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include <fmt/format.h>

#include "annals/model/error.hpp"
#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "loader/byte_source.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 28;
constexpr std::string_view kWas = "was";

struct Word {
  std::string text;
  std::size_t equals = std::string::npos;  // of the first '=' outside quotes, in text
};

// Reads one line; complaints name where it stands.
class LineParser {
 public:
  LineParser(std::string_view line, const std::string& path, std::uint32_t number)
      : rest_(line), path_(path), number_(number) {}

  Override read() {
    Override entry;
    entry.line = number_;
    const Word time = word("a time");
    const auto when = parse_instant(time.text);
    if (!when) refuse(fmt::format("{} is no time (2024-06-12T09:00:00Z)", shown(time.text)));
    entry.when = *when;
    entry.who = word("who decided").text;
    const Word act = word("what to do");
    const auto known = override_act_named(act.text);
    if (!known) refuse(shown(act.text) + " is none of set, reject, accept, expect, undo");
    entry.act = *known;
    if (entry.act != OverrideAct::expect) entry.target = word("the id of a figure or a line").text;
    while (more()) add_field(entry, word("a field"));
    entry.reason = std::string(trim(rest_));
    check(entry);
    return entry;
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw Error(Error::Kind::input, fmt::format("{}:{}: {}; mend the line or put # before it",
                                                escape_terminal(path_), number_, what));
  }

  static std::string shown(std::string_view word) { return '"' + escape_terminal(shorten(word, 40)) + '"'; }

  // False at the end and at the semicolon, which is passed.
  bool more() {
    rest_ = trim(rest_);
    if (rest_.empty()) return false;
    if (rest_.front() != ';') return true;
    rest_.remove_prefix(1);
    return false;
  }

  Word word(std::string_view wanted) {
    rest_ = trim(rest_);
    if (rest_.empty() || rest_.front() == ';') refuse(fmt::format("{} is missing", wanted));
    Word word;
    bool quoted = false;
    std::size_t i = 0;
    for (; i < rest_.size(); ++i) {
      const char c = rest_[i];
      if (!quoted && (is_space_ascii(c) || c == ';')) break;
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted && c == '\\' && i + 1 < rest_.size()) {
        word.text += rest_[++i];
      } else {
        if (c == '=' && !quoted && word.equals == std::string::npos) word.equals = word.text.size();
        word.text += c;
      }
    }
    if (quoted) refuse("a double quote is not closed");
    rest_.remove_prefix(i);
    return word;
  }

  void add_field(Override& entry, const Word& word) const {
    if (word.equals == std::string::npos) refuse(shown(word.text) + " is no field=value");
    OverrideField field{word.text.substr(0, word.equals), word.text.substr(word.equals + 1)};
    if (field.name == kWas) {
      entry.was = std::move(field.value);
    } else {
      entry.fields.push_back(std::move(field));
    }
  }

  void check(const Override& entry) const {
    std::string problem;
    if (entry.act == OverrideAct::expect) {
      if (!expectation_of(entry.fields, problem)) refuse(escape_terminal(problem));
      return;
    }
    if (entry.act == OverrideAct::set) {
      if (entry.fields.empty()) refuse("set without a field=value");
      Evidence probe;
      for (const OverrideField& field : entry.fields) {
        if (const auto wrong = set_field(probe, field)) refuse(escape_terminal(*wrong));
      }
      return;
    }
    if (!entry.fields.empty())
      refuse(fmt::format("{} takes no {}", name_of(entry.act), shown(entry.fields[0].name)));
    if (entry.act != OverrideAct::undo) return;
    std::uint32_t line = 0;
    const char* end = entry.target.data() + entry.target.size();
    if (std::from_chars(entry.target.data(), end, line).ptr != end || line == 0 || line >= number_)
      refuse("undo names an earlier line, not " + shown(entry.target));
  }

  std::string_view rest_;
  const std::string& path_;
  std::uint32_t number_;
};

std::string as_word(std::string_view word) {
  const auto plain = [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '\\' && c != ';' && c != '=' &&
           c != '\x7f';
  };
  if (!word.empty() && word.front() != '#' && std::ranges::all_of(word, plain)) return std::string(word);
  std::string out = "\"";
  for (const char c : fold_space(word)) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
  }
  return out + '"';
}

}  // namespace

std::vector<Override> parse_overrides(std::string_view bytes, const std::string& path) {
  std::vector<Override> entries;
  std::uint32_t number = 0;
  while (!bytes.empty()) {
    ++number;
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = trim(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.empty() || line.front() == '#') continue;
    entries.push_back(LineParser(line, path, number).read());
  }
  return entries;
}

std::vector<Override> load_overrides(const std::string& path) {
  if (path != "-" && !std::filesystem::exists(path)) return {};
  try {
    const InputFile file(path);
    const auto bytes = read_all(file.source(), "", kMostBytes);
    if (!bytes) throw Error(Error::Kind::input, path + ": too long for a journal of overrides");
    return parse_overrides(*bytes, path);
  } catch (const ReadFailure& failure) {
    throw Error(Error::Kind::input, fmt::format("{}: {}", path, failure.what()));
  }
}

std::string format_override(const Override& entry) {
  std::string line = fmt::format("{} {} {}", to_iso(entry.when), as_word(entry.who), name_of(entry.act));
  if (!entry.target.empty()) line += ' ' + as_word(entry.target);
  for (const OverrideField& field : entry.fields)
    line += fmt::format(" {}={}", field.name, as_word(field.value));
  if (!entry.was.empty()) line += fmt::format(" {}={}", kWas, entry.was);
  std::string reason = fold_space(entry.reason);
  for (char& c : reason) {
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
  }
  if (!reason.empty()) line += " ; " + std::string(trim(reason));
  return line + '\n';
}

}  // namespace annals
