#include "normalizer/telling.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "annals/text/utf8.hpp"

#include "normalizer/content_words.hpp"

namespace annals {

namespace {

constexpr std::size_t kLongestCredit = 30;  // bytes in the bracket of a dateline: "(Reuters)"
constexpr std::size_t kLongestPlace = 48;   // bytes before the dash of one without a bracket
constexpr std::size_t kShortestStory = 20;  // bytes behind it; less is no sentence

constexpr std::array<std::string_view, 5> kDashes = {"-- ", "\u2014 ", "\u2013 ", "- ", "_ "};

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// Bytes of the dash that the text opens with, blanks included; 0 where it opens with none.
std::size_t dash_at(std::string_view text) {
  const std::size_t blank = text.starts_with(' ') ? 1 : 0;
  for (const std::string_view dash : kDashes) {
    if (text.substr(blank).starts_with(dash)) return blank + dash.size();
  }
  return 0;
}

// Behind the first "(Agency) --".
std::optional<std::size_t> behind_credit(std::string_view text) {
  std::size_t open = std::string_view::npos;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(') open = at;
    if (text[at] != ')' || open == std::string_view::npos || at - open > kLongestCredit) continue;
    const std::size_t dash = dash_at(text.substr(at + 1));
    if (dash > 0 && is_capital(text[open + 1])) return at + 1 + dash;
    open = std::string_view::npos;
  }
  return std::nullopt;
}

// Behind "SELM, Ruritania -": a place in capitals opens it and a sentence follows the dash.
std::optional<std::size_t> behind_place(std::string_view text) {
  std::size_t capitals = 0;
  while (capitals < text.size() && is_capital(text[capitals])) ++capitals;
  if (capitals < 3) return std::nullopt;
  for (std::size_t at = capitals; at < std::min(text.size(), kLongestPlace); ++at) {
    const std::size_t dash = text[at] == ' ' ? dash_at(text.substr(at)) : 0;
    if (dash == 0) continue;
    const std::size_t begin = at + dash;
    return begin < text.size() && is_capital(text[begin]) ? std::optional(begin) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Span telling_of(std::string_view text, Span sentence) {
  const std::string_view whole = slice(text, sentence);
  std::optional<std::size_t> begin = behind_credit(whole);
  if (!begin) begin = behind_place(whole);
  if (!begin || *begin + kShortestStory > whole.size()) return sentence;
  return {sentence.begin + static_cast<std::uint32_t>(*begin), sentence.end};
}

double weight_of_telling(std::string_view sentence, ClaimType type, bool leaning_day) {
  constexpr double kStatement = 0.9;
  constexpr double kQuestion = 0.5;
  constexpr double kAddress = 0.7;
  constexpr double kLeaning = 0.8;
  double weight = type == ClaimType::statement ? kStatement : 1;
  if (sentence.find('?') != std::string_view::npos) weight *= kQuestion;
  if (speaks_to_reader(sentence)) weight *= kAddress;
  if (leaning_day) weight *= kLeaning;
  if (leans_back(sentence)) weight *= kLeaning;
  return weight;
}

}  // namespace annals
