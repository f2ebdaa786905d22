#include "annals/text/escape.hpp"

#include <cstdint>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

constexpr char kHex[] = "0123456789abcdef";

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Letters that reorder or hide what follows: bidirectional marks, overrides and isolates, invisible
// operators.
bool is_deceptive(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xFEFF || c == 0x061C;
}

// Calls `plain(letter bytes, code point)` for each letter of the text, made valid first.
template <typename Visit>
void each_letter(std::string_view text, Visit visit) {
  std::string repaired;
  if (find_invalid_utf8(text) != std::string_view::npos) {
    repaired = to_valid_utf8(text);
    text = repaired;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    visit(text.substr(at, length), utf8_at(text, at));
    at += length;
  }
}

// A spreadsheet runs what begins like a formula, also behind blanks and, in values without quoting of their
// own, behind a quotation mark.
std::string without_formula(std::string_view text) {
  std::string value;
  value.reserve(text.size() + 2);
  const std::size_t first = text.find_first_not_of(" \"");
  if (first != std::string_view::npos &&
      std::string_view("=+-@\t\r\n").find(text[first]) != std::string_view::npos)
    value += '\'';
  return value += to_valid_utf8(text);
}

void append_braced(std::string& out, char32_t c) {
  out += "\\u{";
  std::string digits;
  do {
    digits.insert(digits.begin(), kHex[c & 0xF]);
    c >>= 4;
  } while (c != 0);
  out += digits + "}";
}

}  // namespace

std::string escape_json(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  each_letter(text, [&out](std::string_view letter, char32_t c) {
    switch (c) {
      case '"': out += "\\\""; return;
      case '\\': out += "\\\\"; return;
      case '\n': out += "\\n"; return;
      case '\r': out += "\\r"; return;
      case '\t': out += "\\t"; return;
      case 0x2028: out += "\\u2028"; return;
      case 0x2029: out += "\\u2029"; return;
      default: break;
    }
    if (c < 0x20 || c == 0x7F) {
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 0xF];
    } else {
      out += letter;
    }
  });
  return out;
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  out += escape_json(text);
  out += '"';
  return out;
}

std::string escape_markdown(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_{}[]<>()#+-!|~&$^=:@";
  std::string out;
  out.reserve(text.size() + 16);
  each_letter(text, [&](std::string_view letter, char32_t c) {
    const bool line_mark = c == '-' || c == '+' || c == '=' || c == ':' || c == '(' || c == ')' || c == '#' ||
                           c == '!';  // means something only at the start, or after a letter escaped here
    const bool special =
        c < 0x80 && !line_mark && kSpecial.find(static_cast<char>(c)) != std::string_view::npos;
    const bool after_number = !out.empty() && out.find_first_not_of("0123456789") == std::string::npos;
    if (c == '\n' || c == '\r' || c == '\t') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      return;
    }
    if (is_control(c) || is_deceptive(c)) return;
    // Four blanks at the start of a line would be code, one would hide a list mark.
    if (c == ' ' && out.empty()) return;
    if (c == '&') {
      out += "&amp;";
      return;
    }
    if (c == '<') {
      out += "&lt;";
      return;
    }
    // "1968. A year" at the start of a line is no list, nor is "1968) A year".
    const bool list_mark = (c == '.' || c == ')') && after_number;
    if (special || list_mark || (line_mark && out.empty())) out += '\\';
    out += letter;
  });
  // Bare addresses would become links in GFM; break the ones that could.
  for (std::size_t at = out.find("://"); at != std::string::npos; at = out.find("://", at + 4))
    out.insert(at, "\\");
  for (const char* bare : {"www.", "WWW.", "Www."}) {
    for (std::size_t at = out.find(bare); at != std::string::npos; at = out.find(bare, at + 5))
      out.insert(at + 3, "\\");
  }
  return out;
}

std::string markdown_link_target(std::string_view url) {
  url = trim(url);
  const std::string lower = to_lower_ascii(url.substr(0, 8));
  if (!lower.starts_with("https://") && !lower.starts_with("http://")) return {};
  constexpr std::string_view kSafe = "-._~:/?#@!$&'*+,;=%";
  std::string out;
  for (const char c : to_valid_utf8(url)) {
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (alphanumeric || kSafe.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto b = static_cast<std::uint8_t>(c);
      out += '%';
      out += static_cast<char>(kHex[b >> 4] >= 'a' ? kHex[b >> 4] - 32 : kHex[b >> 4]);
      out += static_cast<char>(kHex[b & 0xF] >= 'a' ? kHex[b & 0xF] - 32 : kHex[b & 0xF]);
    }
  }
  return out;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  each_letter(text, [&out](std::string_view letter, char32_t c) {
    switch (c) {
      case '&': out += "&amp;"; return;
      case '<': out += "&lt;"; return;
      case '>': out += "&gt;"; return;
      case '"': out += "&quot;"; return;
      case '\'': out += "&#39;"; return;
      default: break;
    }
    if (c == '\n' || c == '\t' || (!is_control(c) && !is_deceptive(c))) out += letter;
  });
  return out;
}

std::string csv_cell(std::string_view text) {
  const std::string value = without_formula(text);
  if (value.find_first_of("\",\r\n") == std::string::npos) return value;
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string tsv_cell(std::string_view text) {
  std::string value = without_formula(text);
  for (char& c : value) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return value;
}

std::string escape_terminal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_letter(text, [&out](std::string_view letter, char32_t c) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
    } else if (is_control(c) || is_deceptive(c)) {
      append_braced(out, c);
    } else {
      out += letter;
    }
  });
  return out;
}

}  // namespace annals
