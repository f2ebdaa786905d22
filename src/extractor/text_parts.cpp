#include "extractor/text_parts.hpp"

namespace annals {

namespace {

bool continues_letter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Where the first part ends; `text` is longer than `longest`.
std::size_t end_of_part(std::string_view text, std::size_t longest) {
  // Not before the middle: one early empty line would make many short parts.
  const std::string_view late = text.substr(longest / 2, longest - longest / 2);
  for (const std::string_view mark : {"\n\n", "\n", " "}) {
    const std::size_t at = late.rfind(mark);
    if (at != std::string_view::npos) return longest / 2 + at + mark.size();
  }
  std::size_t end = longest;
  while (end > longest - 3 && continues_letter(text[end])) --end;
  return end;
}

}  // namespace

std::vector<Span> cut_into_parts(std::string_view text, std::size_t longest) {
  std::vector<Span> parts;
  std::size_t begin = 0;
  while (text.size() - begin > longest) {
    const std::size_t end = begin + end_of_part(text.substr(begin), longest);
    parts.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end;
  }
  parts.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())});
  return parts;
}

}  // namespace annals
