#include "reporter/findings/method.hpp"

#include "annals/text/escape.hpp"

#include "reporter/markdown_report/sections.hpp"

namespace annals {

void append_method(std::string& out, const ReportView& view) {
  out += "\n## Method and limits\n\n";
  for (const std::string& line : method_of(view)) out += "- " + escape_markdown(line) + '\n';
}

}  // namespace annals
