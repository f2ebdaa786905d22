#include "annals/text/utf8.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace annals {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::uint8_t byte(std::string_view s, std::size_t i) {
  return static_cast<std::uint8_t>(s[i]);
}

// Length of the well-formed sequence at `at`, or 0.
std::size_t well_formed_length(std::string_view s, std::size_t at) {
  const std::uint8_t first = byte(s, at);
  if (first < 0x80) return 1;
  std::size_t length = 0;
  std::uint8_t low = 0x80;
  std::uint8_t high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;  // no surrogates
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (at + length > s.size()) return 0;
  if (byte(s, at + 1) < low || byte(s, at + 1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(s, at + i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

bool is_combining(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t width_of(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_combining(c)) return 0;
  return is_wide(c) ? 2 : 1;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    while (at + 8 <= bytes.size()) {  // eight ASCII bytes at a time
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at, 8);
      if ((word & 0x8080808080808080ULL) != 0) break;
      at += 8;
    }
    if (at >= bytes.size()) break;
    const std::size_t length = well_formed_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::string to_valid_utf8(std::string_view bytes) {
  std::size_t bad = find_invalid_utf8(bytes);
  if (bad == std::string_view::npos) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size() + 16);
  while (bad != std::string_view::npos) {
    out.append(bytes.substr(0, bad)).append(kReplacement);
    // One mark for the maximal broken part: its first byte and the continuation bytes that follow.
    std::size_t next = bad + 1;
    while (next < bytes.size() && (byte(bytes, next) & 0xC0) == 0x80) ++next;
    bytes.remove_prefix(next);
    bad = find_invalid_utf8(bytes);
  }
  return out.append(bytes);
}

std::size_t utf8_length(std::string_view text, std::size_t at) {
  const std::uint8_t first = byte(text, at);
  std::size_t length = 1;
  if (first >= 0xF0) {
    length = 4;
  } else if (first >= 0xE0) {
    length = 3;
  } else if (first >= 0xC0) {
    length = 2;
  }
  return at + length > text.size() ? 1 : length;
}

char32_t utf8_at(std::string_view text, std::size_t at) {
  const std::size_t length = utf8_length(text, at);
  const char32_t first = byte(text, at);
  if (length == 1) return first;
  constexpr std::array<char32_t, 5> kMask{0, 0, 0x1F, 0x0F, 0x07};
  char32_t c = first & kMask[length];
  for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (byte(text, at + i) & 0x3FU);
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8_length(text, at))
    columns += width_of(utf8_at(text, at));
  return columns;
}

std::string shorten(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t width = width_of(utf8_at(text, at));
    if (used + width + 1 > columns) break;
    used += width;
    at += utf8_length(text, at);
  }
  std::string out(text.substr(0, at));
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return columns == 0 ? std::string() : out + "…";
}

char to_lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower_ascii(c);
  return out;
}

bool is_space_ascii(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space_ascii(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space_ascii(text.back())) text.remove_suffix(1);
  return text;
}

std::string fold_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : trim(text)) {
    if (!is_space_ascii(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace annals
