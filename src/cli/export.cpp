#include "annals/store/export.hpp"

#include <unistd.h>

#include "annals/model/error.hpp"
#include "annals/reporter/report.hpp"

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/report_inputs.hpp"
#include "cli/terminal.hpp"

namespace annals {

bool run_export(Session& session) {
  const Settings& settings = session.settings;
  const RenderOptions options = render_options(settings);
  const bool to_terminal = (settings.output.empty() || settings.output == "-") && is_terminal(STDOUT_FILENO);
  if (settings.format == OutputFormat::sqlite && to_terminal) {
    throw Error(Error::Kind::usage, "a database is no text for a terminal: name a file with -o out.sqlite");
  }
  const ReportInputs inputs = read_report_inputs(session);
  Output out(settings.output);
  if (settings.format == OutputFormat::sqlite) {
    out.write(sqlite_copy(inputs.documents, inputs.reconciliation, inputs.timeline));
  } else {
    out.write(render_export(inputs.report(), options));
  }
  out.close();
  return !inputs.documents.empty();
}

}  // namespace annals
