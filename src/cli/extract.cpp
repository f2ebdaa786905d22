#include "annals/extractor/extract.hpp"

#include "annals/reporter/report.hpp"

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"

namespace annals {

bool run_extract(Session& session) {
  const Settings& settings = session.settings;
  const std::vector<std::string> paths = paths_of(session);
  const RenderOptions options = render_options(settings);
  Output out(settings.output);
  std::size_t figures = 0;
  std::size_t printed = 0;
  read_batches(session, paths, {}, [&](std::vector<Document>&& documents) {
    for (const Document& document : documents) {
      figures += document.extraction.figures.size();
      out.write(render_extraction(document, options));
      ++printed;
    }
  });
  out.close();
  return settings.fail_empty ? figures > 0 : printed > 0;
}

}  // namespace annals
