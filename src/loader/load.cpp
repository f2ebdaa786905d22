#include "annals/loader/load.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "annals/text/utf8.hpp"

#include "loader/article_fields.hpp"
#include "loader/byte_source.hpp"
#include "loader/decode.hpp"
#include "loader/detect_format.hpp"
#include "loader/formats.hpp"
#include "loader/json_input.hpp"
#include "loader/line_reader.hpp"

namespace annals {

namespace {

constexpr std::size_t kHead = std::size_t{1} << 16;
// Spans count in 32 bits.
constexpr std::size_t kMostBytes = (std::size_t{1} << 32) - 64;

void load_one(Decoded decoded, InputFormat format, const std::string& path, const LoadOptions& options,
              const ArticleSink& sink, const DiagnosticSink& report) {
  if (trim(decoded.text).empty()) {
    report({Severity::error, path, {}, "empty: there is only white space in it"});
    return;
  }
  Article article;
  article.path = path;
  article.encoding = decoded.encoding;
  if (decoded.damaged)
    warn(article, Severity::warning,
         fmt::format("some bytes are no {} and were replaced by \uFFFD; check the encoding of the file",
                     decoded.encoding));
  if (format == InputFormat::html) {
    if (std::string why = read_html(decoded.text, article); !why.empty()) {
      report({Severity::error, path, {}, std::move(why)});
      return;
    }
  } else if (format == InputFormat::markdown) {
    read_markdown(decoded.text, article);
  } else {
    read_plain_text(std::move(decoded.text), article);
  }
  if (article.text.empty())
    warn(article, Severity::warning, "no text, only a head; nothing can be read out of it");
  complete(article, options);
  sink(std::move(article));
}

void load_from(ByteSource source, const std::string& path, const LoadOptions& options,
               const ArticleSink& sink, const DiagnosticSink& report) {
  LoadOptions limited = options;
  limited.max_bytes = std::min(options.max_bytes, kMostBytes);
  std::string head = read_head(source, kHead);
  if (head.empty()) {
    report({Severity::error, path, {}, "empty: there is nothing in it"});
    return;
  }
  const bool whole = head.size() < kHead;
  const ByteOrderMark mark = byte_order_mark(head);
  const bool wide = !mark.encoding.empty() && mark.encoding != "UTF-8";
  InputFormat format = options.format;
  if (format == InputFormat::automatic && !wide)
    format = detect_format(std::string_view(head).substr(mark.length), path, whole);
  if (format == InputFormat::jsonl && !wide)
    return load_json_lines({std::move(source), head, limited.max_bytes}, path, limited, sink, report);

  auto bytes = read_all(source, std::move(head), limited.max_bytes);
  if (!bytes) {
    report(
        {Severity::error,
         path,
         {},
         fmt::format(
             "larger than {} bytes, the most that one article may have; split it, or make JSON Lines of it",
             limited.max_bytes)});
    return;
  }
  const std::string declared = format == InputFormat::html ? declared_charset(*bytes) : std::string();
  Decoded decoded = decode(std::move(*bytes), declared);
  if (!decoded.binary.empty()) {
    report({Severity::error, path, {}, decoded.binary});
    return;
  }
  if (format == InputFormat::automatic) format = detect_format(decoded.text, path, true);
  if (format == InputFormat::json)
    return load_json_document(std::move(decoded.text), path, decoded.encoding, limited, sink, report);
  if (format == InputFormat::jsonl)
    return load_json_lines({memory_source(decoded.text), {}, limited.max_bytes}, path, limited, sink, report);
  load_one(std::move(decoded), format, path, limited, sink, report);
}

}  // namespace

void load_articles(const std::string& path, const LoadOptions& options, const ArticleSink& sink,
                   const DiagnosticSink& report) {
  try {
    const InputFile file(path);
    load_from(file.source(), path, options, sink, report);
  } catch (const ReadFailure& failure) {
    report({Severity::error, path, {}, failure.what()});
  }
}

void load_bytes(std::string_view bytes, const std::string& path, const LoadOptions& options,
                const ArticleSink& sink, const DiagnosticSink& report) {
  load_from(memory_source(bytes), path, options, sink, report);
}

}  // namespace annals
