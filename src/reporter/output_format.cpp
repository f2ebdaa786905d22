#include <algorithm>
#include <array>

#include "annals/reporter/report.hpp"
#include "annals/text/utf8.hpp"

namespace annals {

namespace {

constexpr std::array<std::string_view, 14> kNames{"text",    "md",  "html",    "svg",   "json",
                                                  "jsonl",   "csv", "tsv",     "hxl",   "timelinejs",
                                                  "mermaid", "ics", "geojson", "sqlite"};

struct Ending {
  std::string_view ending;
  OutputFormat format;
};

// Longer endings first, where one ends in another.
constexpr std::array kEndings{
    Ending{".hxl.csv", OutputFormat::hxl},      Ending{".timelinejs.json", OutputFormat::timelinejs},
    Ending{".geo.json", OutputFormat::geojson}, Ending{".txt", OutputFormat::text},
    Ending{".text", OutputFormat::text},        Ending{".md", OutputFormat::md},
    Ending{".markdown", OutputFormat::md},      Ending{".html", OutputFormat::html},
    Ending{".htm", OutputFormat::html},         Ending{".svg", OutputFormat::svg},
    Ending{".json", OutputFormat::json},        Ending{".jsonl", OutputFormat::jsonl},
    Ending{".ndjson", OutputFormat::jsonl},     Ending{".csv", OutputFormat::csv},
    Ending{".tsv", OutputFormat::tsv},          Ending{".hxl", OutputFormat::hxl},
    Ending{".mmd", OutputFormat::mermaid},      Ending{".mermaid", OutputFormat::mermaid},
    Ending{".ics", OutputFormat::ics},          Ending{".geojson", OutputFormat::geojson},
    Ending{".sqlite", OutputFormat::sqlite},    Ending{".sqlite3", OutputFormat::sqlite},
    Ending{".db", OutputFormat::sqlite},
};

}  // namespace

std::string_view name_of(OutputFormat format) {
  return kNames.at(static_cast<std::size_t>(format));
}

std::optional<OutputFormat> output_format_named(std::string_view name) {
  const auto it = std::find(kNames.begin(), kNames.end(), name);
  if (it == kNames.end()) return std::nullopt;
  return static_cast<OutputFormat>(it - kNames.begin());
}

std::optional<OutputFormat> output_format_of_file(std::string_view path) {
  const std::string name = to_lower_ascii(path.substr(path.rfind('/') + 1));  // npos + 1 is 0
  const auto it = std::find_if(kEndings.begin(), kEndings.end(),
                               [&](const Ending& e) { return name.ends_with(e.ending); });
  return it == kEndings.end() ? std::nullopt : std::optional(it->format);
}

}  // namespace annals
