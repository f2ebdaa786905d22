#pragma once
// Files and folders to articles. The format is told by the content first and by the name second; bytes of any
// encoding become UTF-8; what an input does not say stays unset and is said in a diagnostic.
//   load_articles("news/a.html", {}, [](Article&& a) { ... })   one call for each article in the file
// What it does not do: fetch anything, or read what the articles say (that is the extractor's).

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/article.hpp"

namespace annals {

enum class InputFormat : std::uint8_t { automatic, text, markdown, html, json, jsonl };
std::string_view name_of(InputFormat format);
std::optional<InputFormat> input_format_named(std::string_view name);

struct LoadOptions {
  InputFormat format = InputFormat::automatic;
  std::optional<Instant> published;              // for articles that carry no date of their own
  std::size_t max_bytes = std::size_t{1} << 30;  // of one article; a larger one is refused with a message
};

using ArticleSink = std::function<void(Article&&)>;
using DiagnosticSink = std::function<void(const Diagnostic&)>;

// Paths as the user gave them to files to read, in a fixed order (that of the arguments; inside a folder by
// name). Folders are walked to the bottom: hidden files, README files and endings that are no article are
// left out, symbolic links to folders are not followed. A path that does not exist is a diagnostic of
// severity error.
std::vector<std::string> find_inputs(const std::vector<std::string>& paths, const DiagnosticSink& report);

// All articles of one file, in order; "-" reads standard input. JSON Lines are streamed: memory is that of
// one line. Problems of one record are reported and the others still read. A file that cannot be read at all,
// is empty or is binary is one diagnostic of severity error, and no article. `report` hears of what became no
// article; doubts about one that was loaded (no date, an impossible date, ...) are in its own diagnostics.
void load_articles(const std::string& path, const LoadOptions& options, const ArticleSink& sink,
                   const DiagnosticSink& report);

// The same from bytes in memory; `path` is only a name for messages.
void load_bytes(std::string_view bytes, const std::string& path, const LoadOptions& options,
                const ArticleSink& sink, const DiagnosticSink& report);

// Fills sha256 (over title, published, publisher, url, text) and, where it is empty, id (its first 12
// digits).
void identify(Article& article);

}  // namespace annals
