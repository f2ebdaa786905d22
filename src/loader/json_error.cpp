#include "loader/json_error.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <fmt/core.h>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

bool is_json_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Walks over one value with a stack of its own, so that depth costs no call frames.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  JsonError find() {
    std::vector<char> open;  // the closing marks that are still to come
    bool value_next = true;
    while (true) {
      skip_space();
      if (at_ >= text_.size()) {
        if (!value_next && open.empty()) return {};
        return {text_.size(), true, open.empty() ? "nothing in it" : "an object or list that is not closed"};
      }
      const char c = text_[at_];
      if (!value_next) {
        if (open.empty()) return {at_, false, "something follows the value"};
        if (c == open.back()) {
          ++at_;
          open.pop_back();
          continue;
        }
        if (c != ',') return {at_, false, "a comma or a closing bracket is missing"};
        ++at_;
        if (open.back() == '}') {
          if (auto error = read_key()) return *error;
        }
        value_next = true;
        continue;
      }
      if (c == '{' || c == '[') {
        ++at_;
        open.push_back(c == '{' ? '}' : ']');
        skip_space();
        if (at_ < text_.size() && text_[at_] == open.back()) {
          value_next = false;
          continue;
        }
        if (c == '{') {
          if (auto error = read_key()) return *error;
        }
        continue;
      }
      if (auto error = c == '"' ? read_string() : read_word()) return *error;
      value_next = false;
    }
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && is_json_space(text_[at_])) ++at_;
  }

  std::optional<JsonError> read_key() {
    skip_space();
    if (at_ >= text_.size()) return JsonError{at_, true, "an object that is not closed"};
    if (text_[at_] != '"') return JsonError{at_, false, "a name in quotes is expected"};
    if (auto error = read_string()) return error;
    skip_space();
    if (at_ >= text_.size()) return JsonError{at_, true, "an object that is not closed"};
    if (text_[at_] != ':') return JsonError{at_, false, "a colon is missing"};
    ++at_;
    return std::nullopt;
  }

  std::optional<JsonError> read_string() {
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        return std::nullopt;
      }
      if (static_cast<unsigned char>(c) < 0x20)
        return JsonError{at_, false, "a line break or control character inside a string"};
      if (c == '\\' && ++at_ < text_.size() &&
          std::string_view("\"\\/bfnrtu").find(text_[at_]) == std::string_view::npos)
        return JsonError{at_, false, "an unknown \\ sequence"};
    }
    return JsonError{text_.size(), true, "a string that is not closed"};
  }

  std::optional<JsonError> read_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_json_space(text_[at_]) &&
           std::string_view(",:]}[{\"").find(text_[at_]) == std::string_view::npos)
      ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    constexpr std::array<std::string_view, 3> kWords{"true", "false", "null"};
    if (std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return std::nullopt;
    if (!word.empty() && word.find_first_not_of("0123456789+-.eE") == std::string_view::npos)
      return std::nullopt;
    const bool half = at_ == text_.size() &&
                      std::any_of(kWords.begin(), kWords.end(), [&](auto w) { return w.starts_with(word); });
    return JsonError{begin, half, "a value is expected"};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

JsonError find_json_error(std::string_view text) {
  const std::size_t bad = find_invalid_utf8(text);
  const JsonError found = Walk(text).find();
  if (bad < text.size() && (found.what.empty() || bad <= found.offset))
    return {bad, false, "bytes that are not UTF-8"};
  return found;
}

std::string describe(const JsonError& found, simdjson::error_code error) {
  if (found.what.empty()) return fmt::format("JSON cannot be read: {}", simdjson::error_message(error));
  if (found.cut)
    return fmt::format("JSON is cut off after byte {} ({}); get the whole file again", found.offset,
                       found.what);
  return fmt::format("JSON is broken at byte {}: {}", found.offset, found.what);
}

}  // namespace annals
