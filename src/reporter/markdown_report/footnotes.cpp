#include "reporter/markdown_report/footnotes.hpp"

#include <fmt/format.h>

namespace annals {

namespace {

// Length of "[s3-2]" at the start of the text; 0: no reference.
std::size_t reference_length(std::string_view text) {
  if (text.size() < 4 || text[0] != '[' || (text[1] != 's' && text[1] != 'c')) return 0;
  const std::size_t end = text.find_first_not_of("0123456789-", 2);
  return end != std::string_view::npos && end > 2 && text[end] == ']' ? end + 1 : 0;
}

}  // namespace

std::string with_footnotes(std::string_view body, std::string& notes) {
  std::string out;
  out.reserve(body.size() + body.size() / 8);
  std::size_t number = 0;
  bool in_table = false;
  for (std::size_t at = 0; at < body.size(); ++at) {
    const bool starts_line = at == 0 || body[at - 1] == '\n';
    if (starts_line) in_table = body[at] == '|';
    const bool escaped = at > 0 && body[at - 1] == '\\';
    const std::size_t length = in_table || escaped ? 0 : reference_length(body.substr(at));
    if (length == 0) {
      out += body[at];
      continue;
    }
    // "![" would begin a picture.
    if (out.ends_with(' ') && !out.ends_with("! ")) out.pop_back();
    out += fmt::format("[^{}]", ++number);
    notes += fmt::format("[^{}]: See {}.\n", number, body.substr(at, length));
    at += length - 1;
  }
  return out;
}

}  // namespace annals
