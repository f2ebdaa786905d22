// Reads back a Markdown report line by line: front matter, tables, lists, sources and quotes. It knows the
// form that annals writes and takes everything else for prose.

#include <algorithm>
#include <utility>

#include "annals/reporter/check_report.hpp"
#include "annals/text/utf8.hpp"

namespace annals {

namespace {

constexpr std::int64_t kLastSecondOfDay = 86399;
constexpr std::size_t kFewestWords = 3;  // of a quotation in the prose; less is a name or a word in quotes

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// Escapes and entities undone, emphasis and anchors taken out.
std::string plain_text(std::string_view markdown) {
  std::string out;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const std::string_view rest = markdown.substr(at);
    if (rest[0] == '\\' && rest.size() > 1 && is_ascii_punctuation(rest[1])) {
      out += rest[1];
      ++at;
    } else if (rest.starts_with("&amp;")) {
      out += '&';
      at += 4;
    } else if (rest.starts_with("&lt;")) {
      out += '<';
      at += 3;
    } else if (rest.starts_with("<a id=")) {
      const std::size_t end = rest.find("</a>");
      if (end == std::string_view::npos) break;
      at += end + 3;
    } else if (rest.starts_with("**")) {
      ++at;
    } else {
      out += rest[0];
    }
  }
  return out;
}

bool is_reference_name(std::string_view name) {
  if (name.size() < 2 || (name[0] != 's' && name[0] != 'c')) return false;
  return name.find_first_not_of("0123456789-", 1) == std::string_view::npos;
}

// Takes "[s3-2]" and "[^7]" out of the line and calls `note` with each name of the first sort.
template <typename Note>
std::string without_references(std::string_view line, Note note) {
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool escaped = at > 0 && line[at - 1] == '\\';
    const std::size_t end = line[at] == '[' && !escaped ? line.find(']', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += line[at];
      continue;
    }
    const std::string_view name = line.substr(at + 1, end - at - 1);
    if (is_reference_name(name)) {
      note(name);
    } else if (!name.starts_with('^')) {
      out += line[at];
      continue;
    }
    at = end;
  }
  return out;
}

// "[s1] [s2] and 12 more" at the end counts sources, not people.
std::string_view without_more_sources(std::string_view text) {
  constexpr std::string_view kEnd = " more";
  if (!text.ends_with(kEnd)) return text;
  const std::string_view head = text.substr(0, text.size() - kEnd.size());
  const std::size_t digits = head.find_last_not_of("0123456789");
  if (digits == std::string_view::npos || digits + 1 == head.size()) return text;
  const std::string_view before = head.substr(0, digits + 1);
  return before.ends_with(" and ") ? trim(before.substr(0, before.size() - 5)) : text;
}

std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t at = 1; at < row.size(); ++at) {  // the first | opens the row
    if (row[at] == '|' && row[at - 1] != '\\') {
      cells.emplace_back(trim(cell));
      cell.clear();
    } else {
      cell += row[at];
    }
  }
  return cells;
}

std::size_t word_count(std::string_view text) {
  const std::string folded = fold_space(text);
  return folded.empty() ? 0 : static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
}

class Reader {
 public:
  WrittenReport read(std::string_view markdown) {
    while (!markdown.empty()) {
      const std::size_t end = std::min(markdown.find('\n'), markdown.size());
      ++number_;
      line(markdown.substr(0, end));
      markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    return std::move(report_);
  }

 private:
  void line(std::string_view text) {
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (number_ == 1 && text == "---") {
      in_front_matter_ = true;
      return;
    }
    if (in_front_matter_) {
      front_matter(text);
      return;
    }
    if (text.starts_with("#")) {
      heading(text);
    } else if (text.starts_with("|")) {
      table_row(text);
    } else if (section_ == "Sources" && text.starts_with("- <a id=")) {
      source(text);
    } else if (section_ == "Quotes" && text.starts_with("- <a id=")) {
      quote(text);
    } else if (!is_definition(text) && section_ != "Method and limits" && section_ != "Sources" &&
               section_ != "Quotes" && section_ != "Editor's changes") {
      prose(text);
    }
    if (!text.starts_with("|")) columns_.clear();
  }

  static bool is_definition(std::string_view text) {
    return text.starts_with("[") && text.find("]: ") != std::string_view::npos;
  }

  static std::size_t whole_number(std::string_view digits) {
    std::size_t number = 0;
    for (std::size_t i = 0;
         i < std::min<std::size_t>(digits.size(), 9) && digits[i] >= '0' && digits[i] <= '9'; ++i)
      number = number * 10 + static_cast<std::size_t>(digits[i] - '0');
    return number;
  }

  void front_matter(std::string_view text) {
    if (text == "---") {
      in_front_matter_ = false;
    } else if (text.starts_with("as_of: ")) {
      report_.as_of = parse_instant(trim(text.substr(7)));
      if (report_.as_of && report_.as_of->precision == Instant::Precision::day)
        report_.as_of->seconds += kLastSecondOfDay;
    } else if (text.starts_with("inputs: ")) {
      report_.inputs = whole_number(trim(text.substr(8)));
    } else if (text.starts_with("inputs_sha256: ")) {
      report_.inputs_sha256 = trim(text.substr(15));
    } else if (text.starts_with("policy: ")) {
      std::string_view policy = trim(text.substr(8));
      if (policy.size() > 1 && policy.front() == '"') policy = policy.substr(1, policy.size() - 2);
      report_.policy = policy;
    }
  }

  void heading(std::string_view text) {
    const std::size_t level = text.find_first_not_of('#');
    const std::string title =
        plain_text(level == std::string_view::npos ? std::string_view{} : trim(text.substr(level)));
    if (level == 2) section_ = title;
    if (level <= 2) subsection_.clear();
    if (level == 3) subsection_ = title;
  }

  void table_row(std::string_view text) {
    if (columns_.empty()) {
      columns_ = cells_of(text);
      return;
    }
    if (text.find_first_not_of("|-: ") == std::string_view::npos) return;
    std::vector<std::string> cells;
    for (const std::string& cell : cells_of(text)) cells.push_back(plain_text(refs_out(cell)));
    const auto cell = [&](std::string_view name) {
      const auto it = std::find(columns_.begin(), columns_.end(), name);
      const auto at = static_cast<std::size_t>(it - columns_.begin());
      return at < cells.size() ? std::string(trim(cells[at])) : std::string();
    };
    const std::string measure = cell("Measure");
    if (!measure.empty()) {
      report_.figures.push_back({number_, measure, cell("Best"), section_ == "Key figures"});
    } else if (!subsection_.empty() && !cell("Value").empty()) {
      report_.figures.push_back({number_, subsection_, cell("Value"), false});
    }
  }

  // "- <a id="s3"></a>[s3] Outlet, Title. Published 2010-01-13. <https://...>. File: a.txt. SHA-256: 9f31c2."
  void source(std::string_view text) {
    WrittenReport::Source source{number_, name_in(text), {}, {}};
    const std::size_t sha = text.rfind("SHA-256: ");
    if (sha != std::string_view::npos) {
      const std::string_view digits = text.substr(sha + 9);
      source.sha256 = digits.substr(0, digits.find_first_not_of("0123456789abcdef"));
    }
    const std::size_t url = text.find("<http");
    if (url != std::string_view::npos) source.url = text.substr(url + 1, text.find('>', url) - url - 1);
    report_.sources.push_back(std::move(source));
  }

  // "- <a id="s3-2"></a>[s3-2] "The sentence." (bytes 12-80)"
  void quote(std::string_view text) {
    const std::string name = name_in(text);
    const std::size_t open = text.find('"', text.find("</a>"));
    const std::size_t close = text.rfind('"');
    if (name.empty() || open == std::string_view::npos || close <= open || name[0] == 'c') return;
    report_.quotes.push_back(
        {number_, name.substr(0, name.find('-')), name, plain_text(text.substr(open + 1, close - open - 1))});
  }

  static std::string name_in(std::string_view text) {
    const std::size_t open = text.find('"');
    if (open == std::string_view::npos) return {};
    return std::string(text.substr(open + 1, text.find('"', open + 1) - open - 1));
  }

  std::string refs_out(std::string_view text) {
    return without_references(text, [this](std::string_view name) {
      report_.references.push_back({number_, std::string(name)});
    });
  }

  void prose(std::string_view text) {
    const bool block_quote = trim(text).starts_with(">");
    const std::string plain = plain_text(refs_out(text));
    std::string_view words = without_more_sources(trim(plain));
    while (words.starts_with("- ") || words.starts_with("> ") || words.starts_with("* ")) {
      words = trim(words.substr(2));
    }
    if (words.empty()) return;
    if (block_quote && word_count(words) >= kFewestWords) {
      report_.quotes.push_back({number_, {}, {}, std::string(words)});
    } else {
      quotations(words);
    }
    report_.prose.push_back({number_, std::string(words)});
  }

  // What stands between quotation marks, straight or curly, on one line.
  void quotations(std::string_view text) {
    constexpr std::pair<std::string_view, std::string_view> kMarks[] = {{"\"", "\""}, {"“", "”"}};
    for (const auto& [open, close] : kMarks) {
      std::size_t at = 0;
      while ((at = text.find(open, at)) != std::string_view::npos) {
        const std::size_t begin = at + open.size();
        const std::size_t end = text.find(close, begin);
        if (end == std::string_view::npos) break;
        const std::string_view words = text.substr(begin, end - begin);
        if (word_count(words) >= kFewestWords)
          report_.quotes.push_back({number_, {}, {}, std::string(words)});
        at = end + close.size();
      }
    }
  }

  WrittenReport report_;
  std::size_t number_ = 0;
  bool in_front_matter_ = false;
  std::string section_;
  std::string subsection_;
  std::vector<std::string> columns_;  // of the table that is being read
};

}  // namespace

WrittenReport read_report(std::string_view markdown) {
  return Reader().read(markdown);
}

}  // namespace annals
