#include <doctest/doctest.h>

#include "reporter/golden.hpp"
#include "reporter/sample_reports.hpp"

namespace annals {

namespace {

struct Row {
  const char* name;
  std::string (*render)();
};

std::string report_of(const sample::Case& c, std::string title) {
  RenderOptions options;
  options.format = OutputFormat::md;
  return render_report_markdown(c.report(std::move(title)), options);
}

}  // namespace

TEST_CASE("outputs are those of the golden files") {
  const Row rows[] = {
      {"reporter/quake.md", [] { return report_of(sample::quake(), "Quake strikes the peninsula"); }},
      {"reporter/contested.md", [] { return report_of(sample::contested(), "Jets strike a camp"); }},
      {"reporter/hostile.md",
       [] {
         const sample::Case c = sample::hostile();
         return report_of(c, c.documents[0].article.title);
       }},
      {"reporter/contested-report.txt",
       [] {
         const sample::Case c = sample::contested();
         return render_report_text(c.report("Jets strike a camp"), {});
       }},
      {"reporter/quake-figures.txt",
       [] {
         const sample::Case c = sample::quake();
         return render_figures(c.reconciliation, c.documents, {});
       }},
      {"reporter/contested-figures.txt",
       [] {
         const sample::Case c = sample::contested();
         return render_figures(c.reconciliation, c.documents, {});
       }},
      {"reporter/contested-compare.txt",
       [] {
         const sample::Case c = sample::contested();
         return render_comparison(c.reconciliation, c.documents, {});
       }},
      {"reporter/quake-explain.txt",
       [] {
         const sample::Case c = sample::quake();
         return render_explanation(c.reconciliation, c.documents, HarmKind::killed, {});
       }},
      {"reporter/quake-timeline.txt",
       [] {
         const sample::Case c = sample::quake();
         return render_timeline(c.timeline, c.documents, {});
       }},
      {"reporter/quake-extract.txt", [] { return render_extraction(sample::quake().documents[1], {}); }},
      {"reporter/quake-estimates.txt", [] { return render_estimates(sample::quake().reconciliation, {}); }},
  };
  for (const Row& row : rows) {
    const std::string difference = golden_difference(row.name, row.render());
    CHECK_MESSAGE(difference.empty(), difference);
  }
}

}  // namespace annals
