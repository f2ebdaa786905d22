#include "reporter/json_writer.hpp"

#include <fmt/format.h>

#include "annals/text/escape.hpp"

namespace annals {

namespace {

bool is_plain(char c) {
  return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

// Runs of plain ASCII are copied as they are; only what lies between is looked at letter by letter. Such a
// stretch holds whole letters, because every byte of a longer letter is outside ASCII.
void append_escaped(std::string& out, std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && is_plain(text[end])) ++end;
    out.append(text, at, end - at);
    at = end;
    while (end < text.size() && !is_plain(text[end])) ++end;
    if (end > at) out += escape_json(text.substr(at, end - at));
    at = end;
  }
}

}  // namespace

void JsonWriter::separate() {
  if (needs_comma_) out_ += ", ";
  needs_comma_ = true;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\": ";
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  append_escaped(out_, text);
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  separate();
  const fmt::format_int digits(number);
  out_.append(digits.data(), digits.size());
  return *this;
}

JsonWriter& JsonWriter::decimal(double number) {
  separate();
  const std::string text = fmt::format("{:.2f}", number);
  out_ += text == "-0.00" ? "0.00" : text;
  return *this;
}

JsonWriter& JsonWriter::thousandths(std::int64_t number) {
  separate();
  std::string digits = fmt::format("{}.{:03}", number / 1000, number % 1000);
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  out_ += digits;
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::value_or_null(const std::optional<std::int64_t>& number) {
  return number ? value(*number) : null();
}

JsonWriter& JsonWriter::text_or_null(std::string_view text) {
  return text.empty() ? null() : value(text);
}

JsonWriter& JsonWriter::end_line() {
  out_ += '\n';
  needs_comma_ = false;
  return *this;
}

}  // namespace annals
