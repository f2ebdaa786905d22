#pragma once
// A half-open range of bytes in the stored text of an article. Every figure, claim and timex leads back to
// one.
//   text "12 killed", Span{0, 2} => "12"

#include <compare>
#include <cstdint>
#include <string_view>

namespace annals {

struct Span {
  std::uint32_t begin = 0;  // first byte
  std::uint32_t end = 0;    // one past the last byte

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

// The bytes of `text` that `span` names; clipped to the text.
inline std::string_view slice(std::string_view text, Span span) {
  if (span.begin >= text.size() || span.end <= span.begin) return {};
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace annals
