#include "extractor/temporal/outlook.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace annals {

namespace {

constexpr std::uint32_t kReach = 25;        // tokens from which a verb still governs the expression
constexpr std::uint32_t kReachOfOwner = 3;  // the same before a possessive
constexpr std::uint32_t kNameTokens = 4;    // from a date to the noun that it belongs to
constexpr std::uint32_t kStretch = 6;       // tokens from the "from" of a stretch to its end
constexpr std::uint32_t kShortestPast = 5;  // letters of a word in -ed that no table knows

class Looker {
 public:
  Looker(const TokenizedText& text, const WordTable& words, const TemporalRules& rules,
         const Sentence& sentence)
      : text_(text), words_(words), rules_(rules), sentence_(sentence) {}

  Outlook from(std::uint32_t first, std::uint32_t last) const {
    if (is_deadline(first)) return Outlook::ahead;
    if (names_happening(last)) return Outlook::behind;
    // "Tuesday's ruling": a verb further off is of the ruling.
    const bool owns = last < sentence_.last && is_possessive(text_.tokens[last]);
    const std::uint32_t reach = owns ? kReachOfOwner : kReach;
    const std::uint32_t begin = std::max(sentence_.first, first > reach ? first - reach : 0U);
    bool infinitive = false;
    for (std::uint32_t i = first; i > begin && text_.tokens[i - 1].mark != ';'; --i) {
      const auto outlook = before(i - 1);
      infinitive = infinitive || (has(i - 1, rules_.to) && (is(i, rules_.verb_base) || is_past(i)));
      // "the march planned for Saturday was cancelled", "will look into the fire on Friday that killed six"
      if (outlook == Outlook::ahead && is_past(i - 1) && is(last, rules_.behind)) return Outlook::behind;
      if (outlook == Outlook::ahead && is(last, rules_.relative) && is_over(last + 1)) return Outlook::behind;
      // "was able to leave on Friday": the verb before an infinitive does not say.
      if (outlook) return infinitive && outlook == Outlook::behind ? Outlook::open : *outlook;
    }
    if (owns) return Outlook::open;
    const std::uint32_t end = std::min(sentence_.last, last + kReach);
    for (std::uint32_t i = last; i < end; ++i) {
      if (has(i, rules_.ahead) || aims(i)) return Outlook::ahead;
      if (is_over(i)) return Outlook::behind;
    }
    return Outlook::open;
  }

 private:
  // "postponed until Friday", whatever the verb; but not "Until Friday he ..." or "from Monday until Friday".
  bool is_deadline(std::uint32_t first) const {
    if (first < sentence_.first + 2 || !has(first - 1, rules_.deadline)) return false;
    const std::uint32_t begin = std::max(sentence_.first, first > kStretch ? first - kStretch : 0U);
    for (std::uint32_t i = begin; i + 1 < first; ++i) {
      if (has(i, rules_.from)) return false;
    }
    return true;
  }

  // "will mark the Oct. 7 attack", "Friday's suicide bombing": what is dated so has happened.
  bool names_happening(std::uint32_t last) const {
    const std::uint32_t end = std::min(sentence_.last, last + kNameTokens);
    for (std::uint32_t i = last; i < end; ++i) {
      const Token& t = text_.tokens[i];
      if (t.kind == TokenKind::word && words_.classes(t.word).has(rules_.happening)) return true;
      const bool goes_on =
          is_possessive(t) || (t.kind == TokenKind::word && !is_past(i) && !has(i, rules_.behind) &&
                               !has(i, rules_.ahead) && !has(i, rules_.preposition));
      if (!goes_on) return false;
    }
    return false;
  }

  // 's is the apostrophe (one byte or three) and a letter.
  static bool is_possessive(const Token& t) { return t.mark == '\'' && (t.end - t.begin) % 2 == 0; }

  bool is(std::uint32_t token, ClassId klass) const {
    return token >= sentence_.first && token < sentence_.last && has(token, klass);
  }

  // A capital inside a sentence belongs to a name: "the United States"; but not in a text all in capitals.
  bool is_name(std::uint32_t token) const {
    const Token& t = text_.tokens[token];
    return t.capitalised && !t.upper && token != sentence_.first;
  }

  bool has(std::uint32_t token, ClassId klass) const {
    const Token& t = text_.tokens[token];
    return t.kind == TokenKind::word && !is_name(token) && words_.classes(t.word).has(klass);
  }

  bool is_past(std::uint32_t token) const {
    const Token& t = text_.tokens[token];
    if (t.kind != TokenKind::word || is_name(token)) return false;
    if (t.word != kUnknownWord) return words_.classes(t.word).meets(rules_.past_forms);
    const std::string_view word = slice(text_.text, t.span());
    return word.size() >= kShortestPast && (word.ends_with("ed") || word.ends_with("ED"));
  }

  bool is_over(std::uint32_t token) const {
    return token < sentence_.last && (has(token, rules_.behind) || is_past(token));
  }

  // "agreed to", "set for": with what follows it looks ahead.
  bool aims(std::uint32_t token) const {
    return has(token, rules_.aims) && (is(token + 1, rules_.to) || is(token + 1, rules_.aimed));
  }

  // What the token says, if it decides.
  std::optional<Outlook> before(std::uint32_t token) const {
    if ((has(token, rules_.ahead) || has(token, rules_.timetable)) &&
        !(token >= 1 && is(token - 1, rules_.to))) {
      // "had been scheduled" is over.
      const bool over =
          (token >= 1 && is(token - 1, rules_.over)) || (token >= 2 && is(token - 2, rules_.over));
      return over ? Outlook::open : Outlook::ahead;
    }
    if (aims(token)) return Outlook::ahead;
    // "is to resume"
    if (has(token, rules_.to) && token >= 1 && is(token - 1, rules_.be)) return Outlook::ahead;
    if (has(token, rules_.behind)) return Outlook::behind;
    // "be held", "to hit", "will cut" tell nothing yet: the word before decides.
    const bool led = token >= 1 && (is(token - 1, rules_.be) || is(token - 1, rules_.to) ||
                                    is(token - 1, rules_.modal) || is(token - 1, rules_.ahead));
    if (is_past(token) && !led) return Outlook::behind;
    return std::nullopt;
  }

  const TokenizedText& text_;
  const WordTable& words_;
  const TemporalRules& rules_;
  const Sentence& sentence_;
};

}  // namespace

Outlook outlook_from(const TokenizedText& text, const WordTable& words, const TemporalRules& rules,
                     const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  return Looker(text, words, rules, sentence).from(first, last);
}

}  // namespace annals
