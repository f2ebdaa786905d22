// A timeline diagram of Mermaid. Its grammar has no way to quote: letters that mean something there are
// replaced by others that look alike.

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "reporter/exports/formats.hpp"
#include "reporter/exports/nodes.hpp"
#include "reporter/findings/timeline_names.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostNodes = 25;
constexpr std::size_t kMostLines = 4;
constexpr std::size_t kColumns = 100;

std::string plain(std::string_view text) {
  std::string out;
  for (const char c : escape_terminal(fold_space(text))) {
    switch (c) {
      case ':': out += "\u2236"; break;
      case ';': out += ','; break;
      case '#': out += "\uFF03"; break;
      case '%': out += "\uFF05"; break;
      case '<': out += "\u2039"; break;
      case '>': out += "\u203A"; break;
      case '{': out += '('; break;
      case '}': out += ')'; break;
      case '"': out += '\''; break;
      case '\\': out += '/'; break;
      default: out += c;
    }
  }
  return shorten(out, kColumns);
}

}  // namespace

std::string render_mermaid(const Report& report) {
  std::string out = "timeline\n    title " + plain(report.title.empty() ? "Timeline" : report.title) + '\n';
  std::string section;
  for (const Node& node : nodes_of(report, kMostNodes)) {
    if (std::string next = month_of(node.date); next != section) {
      section = std::move(next);
      out += "    section " + plain(section) + '\n';
    }
    out += "        " + plain(to_prose(node.date));
    for (std::size_t i = 0; i < node.lines.size() && i < kMostLines; ++i) out += " : " + plain(node.lines[i]);
    out += '\n';
  }
  return out;
}

}  // namespace annals
