#include "annals/extractor/extract.hpp"

#include <algorithm>

#include "annals/reporter/report.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"

namespace annals {

namespace {

// Documents one after the other as one output: JSON becomes a list, CSV has one header, prose a blank line
// between two.
class ExtractionList {
 public:
  ExtractionList(Output& out, const RenderOptions& options) : out_(out), options_(options) {
    if (options_.format == OutputFormat::json) out_.write("[");
  }

  void add(const Document& document) {
    const std::string rendered = render_extraction(document, options_);
    std::string_view part = rendered;
    switch (options_.format) {
      case OutputFormat::json:
        out_.write(written_ == 0 ? "\n" : ",\n");
        if (part.ends_with('\n')) part.remove_suffix(1);
        break;
      case OutputFormat::csv:
      case OutputFormat::tsv:
        if (written_ > 0) part.remove_prefix(std::min(part.size(), part.find('\n') + 1));
        break;
      case OutputFormat::text:
      case OutputFormat::md:
        if (written_ > 0) out_.write("\n");
        break;
      default: break;
    }
    out_.write(part);
    ++written_;
  }

  void finish() {
    if (options_.format == OutputFormat::json) out_.write("\n]\n");
    out_.close();
  }

  std::size_t written() const { return written_; }

 private:
  Output& out_;
  const RenderOptions& options_;
  std::size_t written_ = 0;
};

}  // namespace

bool run_extract(Session& session) {
  const std::vector<std::string> paths = paths_of(session);
  const RenderOptions options = render_options(session.settings);
  Output out(session.settings.output);
  ExtractionList list(out, options);
  std::size_t figures = 0;
  read_batches(session, paths, {}, [&](std::vector<Document>&& documents) {
    for (const Document& document : documents) {
      figures += document.extraction.figures.size();
      list.add(document);
    }
  });
  list.finish();
  return session.settings.fail_empty ? figures > 0 : list.written() > 0;
}

}  // namespace annals
