#include "extractor/figures/same_people.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

std::string_view head_of(const Figure& figure) {
  if (!figure.victims) return {};
  const std::string_view text = figure.victims->text;
  const std::size_t blank = text.find_last_of(" \n");
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

bool is_letter(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (is_letter(c)) {
      word += to_lower_ascii(c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  std::sort(words.begin(), words.end());
  return words;
}

// "a 34-year-old man" => "34"
std::string_view number_in(const Figure& figure) {
  if (!figure.victims) return {};
  const std::string_view text = figure.victims->text;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto first = std::find_if(text.begin(), text.end(), is_digit);
  const auto last = std::find_if_not(first, text.end(), is_digit);
  return text.substr(static_cast<std::size_t>(first - text.begin()), static_cast<std::size_t>(last - first));
}

}  // namespace

bool is_undetermined(const Figure& figure) {
  return figure.victims && figure.victims->span == figure.span && point(figure.quantity) == 1;
}

bool is_named(const Figure& figure) {
  if (!is_undetermined(figure)) return false;
  const std::string_view text = figure.victims->text;
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; });
}

std::string_view role_of_word(std::string_view word, const WordTable& words, const FramingRules& framing) {
  const WordId id = words.find(word);
  const Entry* entry = words.entry(id, framing.person);
  if (entry == nullptr) entry = words.entry(id, framing.persons);
  return entry != nullptr ? std::string_view(entry->value) : std::string_view{};
}

std::string_view role_of(const Figure& figure, const WordTable& words, const FramingRules& framing) {
  return role_of_word(head_of(figure), words, framing);
}

bool counts_anyone(const Figure& figure, const WordTable& words, const FramingRules& framing) {
  const std::string_view head = head_of(figure);
  return head.empty() || words.classes(words.find(head)).has(framing.anyone);
}

bool are_called_alike(const Figure& a, const Figure& b) {
  return to_lower_ascii(head_of(a)) == to_lower_ascii(head_of(b));
}

bool may_be_same_people(const Figure& a, const Figure& b, const WordTable& words,
                        const FramingRules& framing) {
  if (is_named(a) && is_named(b)) {
    const auto x = words_of(a.victims->text);
    const auto y = words_of(b.victims->text);
    return std::includes(x.begin(), x.end(), y.begin(), y.end()) ||
           std::includes(y.begin(), y.end(), x.begin(), x.end());
  }
  const std::string_view x = number_in(a);
  const std::string_view y = number_in(b);
  if (!x.empty() && !y.empty() && x != y) return false;
  if (is_named(a) || is_named(b)) return true;
  return counts_anyone(a, words, framing) || counts_anyone(b, words, framing) || are_called_alike(a, b);
}

}  // namespace annals
