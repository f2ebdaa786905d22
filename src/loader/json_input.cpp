#include "loader/json_input.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "annals/text/utf8.hpp"

#include "loader/article_fields.hpp"
#include "loader/decode.hpp"
#include "loader/json_error.hpp"
#include "loader/json_record.hpp"

namespace annals {

namespace {

constexpr std::string_view kNoArticle =
    "not an article: an object with a \"text\" or a \"title\" is expected, as in {\"title\": \"...\", "
    "\"text\": \"...\"}";

struct Destination {
  const std::string& path;
  const LoadOptions& options;
  const ArticleSink& sink;
  const DiagnosticSink& report;
};

// One record; `number` is its line or place in the list, 0 for a document that is one article.
void load_record(const simdjson::dom::element& value, std::uint64_t number, const std::string& encoding,
                 const std::string& where, const Destination& to) {
  Article article;
  article.path = number == 0 ? to.path : fmt::format("{}#{}", to.path, number);
  article.encoding = encoding;
  simdjson::dom::object record;
  if (value.get_object().get(record) != simdjson::SUCCESS || !read_json_record(record, article)) {
    to.report({Severity::warning, where, {}, std::string(kNoArticle)});
    return;
  }
  if (article.text.empty())
    warn(article, Severity::warning, "no text, only a title; nothing can be read out of it");
  complete(article, to.options);
  to.sink(std::move(article));
}

}  // namespace

void load_json_document(std::string text, const std::string& path, const std::string& encoding,
                        const LoadOptions& options, const ArticleSink& sink, const DiagnosticSink& report) {
  const Destination to{path, options, sink, report};
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (const auto error = parser.parse(text).get(root); error != simdjson::SUCCESS) {
    const JsonError found = find_json_error(text);
    const auto broken = text.begin() + static_cast<std::ptrdiff_t>(std::min(found.offset, text.size()));
    report({Severity::error,
            fmt::format("{}:{}", path, 1 + std::count(text.begin(), broken, '\n')),
            {},
            fmt::format("{}", describe(found, error))});
    return;
  }
  simdjson::dom::array list;
  simdjson::dom::object object;
  if (root.get_object().get(object) == simdjson::SUCCESS &&
      object.at_key("text").error() != simdjson::SUCCESS) {
    for (const char* name : {"articles", "items", "results"}) {
      if (object.at_key(name).get_array().get(list) == simdjson::SUCCESS) {
        root = object.at_key(name).value();
        break;
      }
    }
  }
  if (root.get_array().get(list) != simdjson::SUCCESS) return load_record(root, 0, encoding, path, to);
  std::uint64_t number = 0;
  for (const simdjson::dom::element record : list) {
    ++number;
    load_record(record, number, encoding, fmt::format("{}#{}", path, number), to);
  }
  if (number == 0) report({Severity::error, path, {}, "an empty list: there is no article in it"});
}

void load_json_lines(LineReader lines, const std::string& path, const LoadOptions& options,
                     const ArticleSink& sink, const DiagnosticSink& report) {
  const Destination to{path, options, sink, report};
  simdjson::dom::parser parser;
  const std::string utf8 = "UTF-8";
  std::uint64_t records = 0;
  for (auto next = lines.next(); next != LineReader::Next::end; next = lines.next()) {
    const std::string where = fmt::format("{}:{}", path, lines.number());
    if (next == LineReader::Next::too_long) {
      ++records;
      report({Severity::error,
              where,
              {},
              fmt::format(
                  "a line of more than {} bytes is left out (raise the limit for one article to read it)",
                  options.max_bytes)});
      continue;
    }
    std::string_view line = lines.line();
    if (lines.number() == 1) line.remove_prefix(byte_order_mark(line).encoding == "UTF-8" ? 3 : 0);
    if (trim(line).empty()) continue;
    ++records;
    simdjson::dom::element value;
    auto error = parser.parse(line.data(), line.size(), /*realloc_if_needed=*/false).get(value);
    if (error == simdjson::SUCCESS) {
      load_record(value, lines.number(), utf8, where, to);
      continue;
    }
    Decoded decoded;
    if (find_invalid_utf8(line) != std::string_view::npos) {
      decoded = decode(std::string(line), {});
      if (decoded.binary.empty()) {
        line = decoded.text;
        error = parser.parse(line.data(), line.size()).get(value);
        if (error == simdjson::SUCCESS) {
          load_record(value, lines.number(), decoded.encoding, where, to);
          continue;
        }
      }
    }
    report({Severity::error,
            where,
            {},
            fmt::format("{}; the line is left out", describe(find_json_error(line), error))});
  }
  if (records == 0) report({Severity::error, path, {}, "empty: there is no record in it"});
}

}  // namespace annals
