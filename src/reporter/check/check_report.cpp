#include "annals/reporter/check_report.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/findings/inputs_digest.hpp"
#include "reporter/index.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

// As text of an article and of a report is compared: white space folded, without what a report never prints.
std::string comparable(std::string_view text) {
  std::string out;
  for (const char c : escape_markdown(fold_space(text))) {
    if (c != '\\') out += c;
  }
  return out;
}

// Whole numbers written with or without commas: "1,297 to 1,941" => 1297, 1941. Parts of dates and decimals
// count too: who asks, asks where none are.
std::vector<std::int64_t> numbers_in(std::string_view text) {
  std::vector<std::int64_t> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] < '0' || text[at] > '9') {
      ++at;
      continue;
    }
    std::int64_t number = 0;
    std::size_t digits = 0;
    for (; at < text.size(); ++at) {
      const bool is_digit = text[at] >= '0' && text[at] <= '9';
      const bool groups =
          text[at] == ',' && at + 3 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
      if (!is_digit && !groups) break;
      if (is_digit && ++digits <= 17) number = number * 10 + (text[at] - '0');
    }
    numbers.push_back(number);
  }
  return numbers;
}

std::optional<HarmKind> kind_of_label(std::string_view measure) {
  std::optional<HarmKind> found;
  std::size_t length = 0;
  for (int i = 0; i < kHarmKinds; ++i) {
    const auto kind = static_cast<HarmKind>(i);
    const std::string label = kind_label(kind);
    if (measure.starts_with(label) && label.size() > length) {
      found = kind;
      length = label.size();
    }
  }
  return found;
}

class Checker {
 public:
  Checker(const WrittenReport& report, const std::vector<Document>& documents, const Reconciliation& all)
      : report_(report), documents_(documents), standings_(all) {
    for (const Evidence& e : all.evidence) {
      note(e.kind, e.quantity.low);
      note(e.kind, e.quantity.high);
    }
    for (const Estimate& e : all.estimates) {
      for (const auto& end : {e.low, e.best, e.high}) note(e.series.kind, end);
    }
    for (const Toll& toll : standings_.tolls()) {
      if (toll.now() != nullptr) current_.emplace(say_series(toll.now()->series), toll.now());
      for (const Estimate* beside : toll.beside) current_.emplace(say_series(beside->series), beside);
    }
  }

  ReportCheck check(const FigureReader& read_figures) {
    result_.articles_then = report_.inputs;
    result_.articles = documents_.size();
    if (!report_.inputs_sha256.empty())
      result_.same_articles = report_.inputs_sha256 == inputs_digest(documents_);
    find_sources();
    for (const WrittenReport::Quote& quote : report_.quotes) check_quote(quote);
    for (const WrittenReport::TableFigure& figure : report_.figures) check_table_figure(figure);
    for (const WrittenReport::Prose& prose : report_.prose) check_prose(prose, read_figures);
    check_references();
    std::stable_sort(result_.findings.begin(), result_.findings.end(),
                     [](const CheckFinding& a, const CheckFinding& b) { return a.line < b.line; });
    return std::move(result_);
  }

 private:
  void note(HarmKind kind, const std::optional<std::int64_t>& number) {
    if (number) supported_[kind].insert(*number);
  }
  void find(std::size_t line, std::string message) { result_.findings.push_back({line, std::move(message)}); }

  void find_sources() {
    std::map<std::string_view, const Document*> by_content;
    std::map<std::string, const Document*> by_url;
    for (const Document& document : documents_) {
      by_content.emplace(document.article.sha256, &document);
      by_url.emplace(markdown_link_target(document.article.url), &document);
    }
    for (const WrittenReport::Source& source : report_.sources) {
      const auto content = by_content.lower_bound(source.sha256);
      const auto url = by_url.find(source.url);
      const bool found =
          !source.sha256.empty() && content != by_content.end() && content->first.starts_with(source.sha256);
      const Document* same = found ? content->second : nullptr;
      const Document* moved = source.url.empty() || url == by_url.end() ? nullptr : url->second;
      if (same == nullptr && moved != nullptr) {
        find(source.line, fmt::format("source {}: the article has changed since (SHA-256 {} now)",
                                      source.name, moved->article.sha256.substr(0, 12)));
      } else if (same == nullptr) {
        find(source.line, fmt::format("source {}: no such article is given{}", source.name,
                                      source.sha256.empty() ? "" : " (SHA-256 " + source.sha256 + ")"));
      }
      sources_[source.name] = same != nullptr ? same : moved;
    }
  }

  bool holds(const Document& document, const std::string& words) {
    std::string& text = texts_[&document];
    if (text.empty()) text = comparable(document.article.text) + '\n' + comparable(document.article.title);
    return text.find(words) != std::string::npos;
  }

  void check_quote(const WrittenReport::Quote& quote) {
    const std::string words = comparable(quote.text);
    if (!quote.source.empty()) {
      const auto source = sources_.find(quote.source);
      if (source == sources_.end()) {
        find(quote.line, fmt::format("quote {}: there is no source {}", quote.name, quote.source));
      } else if (source->second != nullptr && !holds(*source->second, words)) {
        find(quote.line, fmt::format("quote {}: not verbatim in {}: \"{}\"", quote.name, quote.source,
                                     shorten(quote.text, 60)));
      } else if (source->second != nullptr) {
        ++result_.quotes;
      }
      return;
    }
    if (std::any_of(documents_.begin(), documents_.end(),
                    [&](const Document& document) { return holds(document, words); })) {
      ++result_.quotes;
    } else {
      find(quote.line, fmt::format("quote: in no article: \"{}\"", shorten(quote.text, 60)));
    }
  }

  void check_table_figure(const WrittenReport::TableFigure& figure) {
    const std::vector<std::int64_t> numbers = numbers_in(figure.value);
    const auto kind = kind_of_label(figure.measure);
    if (numbers.empty() || !kind) return;
    if (figure.stands) {
      const auto [first, last] = current_.equal_range(figure.measure);
      for (auto it = first; it != last; ++it) {
        if (numbers_in(say_best(*it->second)) != numbers) continue;
        ++result_.figures;
        return;
      }
      if (first != last) {
        find(figure.line,
             fmt::format("{}: {} does not stand; {} does (see annals explain --kind {})", figure.measure,
                         figure.value, say_best(*first->second), name_of(*kind)));
        return;
      }
    }
    check_numbers(figure.line, figure.measure, figure.value, *kind, numbers);
  }

  void check_numbers(std::size_t line, std::string_view measure, std::string_view value, HarmKind kind,
                     const std::vector<std::int64_t>& numbers) {
    const std::set<std::int64_t>& known = supported_[kind];
    if (std::all_of(numbers.begin(), numbers.end(), [&](std::int64_t n) { return known.contains(n); })) {
      ++result_.figures;
      return;
    }
    find(line, fmt::format("{}: {} is in no report by then (see annals figures --kind {})", measure, value,
                           name_of(kind)));
  }

  // A line that begins with a measure ("Killed: 99 -> 101, ...") as far as its first sentence; any other line
  // by what the extractor reads in it.
  void check_prose(const WrittenReport::Prose& prose, const FigureReader& read_figures) {
    std::string_view text = prose.text;
    while (!text.empty() && std::string_view("0123456789-:~?./ ").find(text[0]) != std::string_view::npos)
      text.remove_prefix(1);  // the date of a list item
    const std::size_t colon = text.find(": ");
    const auto kind = colon == std::string_view::npos ? std::nullopt : kind_of_label(text.substr(0, colon));
    if (kind) {
      const std::string_view rest = text.substr(colon + 2);
      std::string_view value = rest.substr(0, rest.find_first_of(".;"));
      value = value.substr(0, value.find(", "));  // no number is written with a blank inside
      const auto numbers = numbers_in(value);
      if (!numbers.empty()) check_numbers(prose.line, text.substr(0, colon), trim(value), *kind, numbers);
      return;
    }
    for (const Figure& figure : read_figures(prose.text)) {
      std::vector<std::int64_t> numbers;
      if (figure.quantity.bound == Bound::vague) continue;  // no number was written
      for (const auto& end : {figure.quantity.low, figure.quantity.high}) {
        if (end) numbers.push_back(*end);
      }
      if (!numbers.empty())
        check_numbers(prose.line, kind_label(figure.kind), display(figure.quantity), figure.kind, numbers);
    }
  }

  void check_references() {
    std::set<std::string_view> names;
    for (const WrittenReport::Source& source : report_.sources) names.insert(source.name);
    for (const WrittenReport::Quote& quote : report_.quotes) names.insert(quote.name);
    for (const WrittenReport::Reference& reference : report_.references) {
      if (reference.name.starts_with('c') || names.contains(reference.name)) continue;
      find(reference.line, fmt::format("[{}]: no such source or quote in the report", reference.name));
    }
  }

  const WrittenReport& report_;
  const std::vector<Document>& documents_;
  Standings standings_;
  std::map<HarmKind, std::set<std::int64_t>> supported_;
  std::multimap<std::string, const Estimate*> current_;
  std::map<std::string, const Document*> sources_;
  std::map<const Document*, std::string> texts_;
  ReportCheck result_;
};

}  // namespace

ReportCheck check_report(const WrittenReport& report, const std::vector<Document>& documents,
                         const Reconciliation& reconciliation, const FigureReader& read_figures) {
  return Checker(report, documents, reconciliation).check(read_figures);
}

}  // namespace annals
