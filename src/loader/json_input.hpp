#pragma once
// JSON in its two shapes: one document (an article, a list of them, {"articles": [...]}) and JSON Lines.
// A broken record of JSON Lines is reported with file:line and the others are read; a broken document is one
// error with the line where it breaks.

#include <string>
#include <string_view>

#include "annals/loader/load.hpp"

#include "loader/line_reader.hpp"

namespace annals {

void load_json_document(std::string text, const std::string& path, const std::string& encoding,
                        const LoadOptions& options, const ArticleSink& sink, const DiagnosticSink& report);

void load_json_lines(LineReader lines, const std::string& path, const LoadOptions& options,
                     const ArticleSink& sink, const DiagnosticSink& report);

}  // namespace annals
