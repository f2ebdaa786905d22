#include "extractor/reading.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "annals/text/utf8.hpp"

#include "extractor/lexicon_data.hpp"

namespace annals {

namespace {

std::string or_dash(const std::optional<Quote>& quote) {
  return quote ? fold_space(quote->text) : "-";
}

std::string corpus_path(const std::string& name) {
  return std::string(ANNALS_SOURCE_DIR) + "/tests/corpus/" + name;
}

}  // namespace

const Lexicon& shipped_lexicon() {
  static const Lexicon lexicon = Lexicon::embedded();
  return lexicon;
}

TokenizedText cut(std::string_view text) {
  const LexiconData& data = shipped_lexicon().data();
  TokenizedText cut{text, tokenize(text, data.words), {}};
  cut.sentences = split_sentences(cut.tokens, data.words, data.sentence_rules);
  return cut;
}

Article article_of(std::string_view text, std::string_view published) {
  Article article;
  article.text = text;
  if (!published.empty()) {
    const auto when = parse_instant(published);
    if (!when) throw std::runtime_error("no date: " + std::string(published));
    article.published = StampedDate{*when, DateOrigin::argument};
  }
  return article;
}

Extraction read(std::string_view text, std::string_view published) {
  return extract(article_of(text, published), shipped_lexicon());
}

std::string ends_of(const Quantity& q) {
  if (q.low && q.low == q.high) return std::to_string(*q.low);
  return (q.low ? std::to_string(*q.low) : "") + "-" + (q.high ? std::to_string(*q.high) : "");
}

std::string line_of(const Quantity& quantity) {
  return std::string(name_of(quantity.bound)) + " " + ends_of(quantity);
}

std::string line_of(const Figure& f, std::string_view text) {
  std::string line = fold_space(slice(text, f.span));
  for (const std::string& cell :
       {std::string(name_of(f.kind)), line_of(f.quantity), or_dash(f.victims), or_dash(f.source),
        or_dash(f.place), std::string(name_of(f.scope)), std::string(name_of(f.frame))}) {
    line += " | " + cell;
  }
  if (f.part) line += " part";
  if (f.more) line += " more";
  return line;
}

std::string lines_of(const Extraction& found, std::string_view text) {
  std::string lines;
  for (const Figure& figure : found.figures) lines += line_of(figure, text) + "\n";
  return lines;
}

std::string sentence_lines(const Extraction& found, std::string_view text) {
  std::string lines;
  for (const Claim& claim : found.claims) lines += fold_space(slice(text, claim.span)) + "\n";
  return lines;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool has_cases(const std::string& name) {
  return std::filesystem::exists(corpus_path(name));
}

std::vector<Case> read_cases(const std::string& name) {
  constexpr std::string_view kPublished = "published: ";
  const std::string bytes = read_file(corpus_path(name));
  std::vector<Case> cases;
  enum class Part { title, text, expected } part = Part::title;
  Case block;
  const auto close = [&] {
    if (part == Part::text) throw std::runtime_error(block.where + ": the block has no ---- line");
    if (part == Part::expected) cases.push_back(block);
    block = {};
    part = Part::title;
  };
  int number = 0;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    ++number;
    const std::size_t end = rest.find('\n');
    const std::string line(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line == "====") {
      close();
    } else if (part == Part::title) {
      if (line.empty() || line.front() == '#') continue;
      block.where = name + ":" + std::to_string(number);
      block.title = line;
      part = Part::text;
    } else if (part == Part::text && line == "----") {
      part = Part::expected;
    } else if (part == Part::text && block.text.empty() && line.starts_with(kPublished)) {
      block.published = line.substr(kPublished.size());
    } else if (part == Part::text) {
      block.text += line + "\n";
    } else if (!line.empty()) {
      block.expected += line + "\n";
    }
  }
  close();
  return cases;
}

}  // namespace annals
