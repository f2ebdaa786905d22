#pragma once
// A Markdown report, perhaps edited by hand, held against the articles: is each quote verbatim, is each
// figure one that somebody reported by the stated time, does each number of the key figures still stand?
//   const WrittenReport report = read_report(markdown);
//   check_report(report, documents, reconcile(documents, {policy, report.as_of}), read_figures)
//   // => line 14: Killed: 105 is not supported; 101 stands (annals explain --kind killed)
// It judges quotes and counts of people harmed, nothing else that the prose says.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/reconciliation.hpp"
#include "annals/reporter/report.hpp"

namespace annals {

// What can be checked of a report, each with its line (from 1). Texts are plain, without marks and
// references.
struct WrittenReport {
  std::optional<Instant> as_of;  // of the front matter; a day means to its end
  std::string policy;            // of the front matter; may be empty
  std::size_t inputs = 0;        // articles, by the front matter
  std::string inputs_sha256;     // of all of them, by the front matter; may be empty
  struct Source {
    std::size_t line = 0;
    std::string name;    // "s3"
    std::string sha256;  // its first digits; may be empty
    std::string url;     // may be empty
  };
  struct Quote {
    std::size_t line = 0;
    std::string source;  // "s3"; empty: of any article
    std::string name;    // "s3-2"; empty: in the prose
    std::string text;
  };
  struct TableFigure {
    std::size_t line = 0;
    std::string measure;  // "Killed, the valley"
    std::string value;    // "at least 12"
    bool stands = false;  // a key figure: has to be what stands, not only what was reported once
  };
  struct Prose {
    std::size_t line = 0;
    std::string text;
  };
  struct Reference {
    std::size_t line = 0;
    std::string name;  // "s3-2"
  };
  std::vector<Source> sources;
  std::vector<Quote> quotes;
  std::vector<TableFigure> figures;
  std::vector<Prose> prose;
  std::vector<Reference> references;
};
WrittenReport read_report(std::string_view markdown);

struct CheckFinding {
  std::size_t line = 0;
  std::string message;
};
struct ReportCheck {
  std::size_t quotes = 0;              // verbatim
  std::size_t figures = 0;             // supported
  std::optional<bool> same_articles;   // as those that the report was made from; unset where it does not say
  std::size_t articles_then = 0;       // how many those were
  std::size_t articles = 0;            // how many are given
  std::vector<CheckFinding> findings;  // in order of lines
};
// Reads the counts of people harmed in a line of prose, as the extractor does in articles.
using FigureReader = std::function<std::vector<Figure>(std::string_view line)>;

ReportCheck check_report(const WrittenReport& report, const std::vector<Document>& documents,
                         const Reconciliation& reconciliation, const FigureReader& read_figures);

// "report.md:14: Killed: 105 is in no report by then", and a line that sums up; in text and JSON.
std::string render_check(std::string_view path, const ReportCheck& check, const RenderOptions& options);

}  // namespace annals
