#include "extractor/figures/further.hpp"

#include <algorithm>

#include "extractor/figures/same_people.hpp"
#include "extractor/figures/word_in.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kReach = 40;  // bytes from a number to "was also killed"

bool of_others(const Figure& figure, const WordTable& words, const FramingRules& framing) {
  return figure.victims && word_in(figure.victims->text, words, framing.others);
}

class Setting {
 public:
  Setting(std::string_view text, const std::vector<Claim>& claims, const Figure& figure,
          const WordTable& words, const FramingRules& framing)
      : figure_(figure), words_(words), framing_(framing) {
    const Span span = claims[figure.sentence].span;
    before_ = text.substr(span.begin, figure.span.begin - span.begin);
    around_ = text.substr(span.begin, std::min(figure.span.end + kReach, span.end) - span.begin);
  }

  // "killing two": what somebody does to them stands right before their number.
  bool is_active() const {
    std::string_view before = before_;
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    const std::size_t blank = before.find_last_of(" \n,");
    const std::string_view word = blank == std::string_view::npos ? before : before.substr(blank + 1);
    const ClassSet& classes = words_.classes(words_.find(word));
    return classes.has(framing_.harm_ed) || classes.has(framing_.harm_ing);
  }

  // "He", "The gunman": it goes on with who did it.
  bool tells_of_doer() const {
    const std::size_t blank = std::min(before_.find(' '), before_.size());
    const WordId first = words_.find(before_.substr(0, blank));
    if (words_.classes(first).has(framing_.speaking_pronoun)) return true;
    if (!words_.classes(first).has(framing_.definite) || blank == before_.size()) return false;
    const std::string_view rest = before_.substr(blank + 1);
    const std::string_view role = role_of_word(rest.substr(0, rest.find_first_of(" ,")), words_, framing_);
    return role == "attacker" || role == "combatant";
  }

  bool is_hearsay() const { return word_in(before_, words_, framing_.telling); }
  bool is_sequel() const { return word_in(around_, words_, framing_.sequel); }

  // "The gunman was later killed"
  bool is_of_doer() const {
    const std::string_view role = role_of(figure_, words_, framing_);
    return role == "attacker" || (role == "combatant" && point(figure_.quantity) == 1);
  }

 private:
  const Figure& figure_;
  const WordTable& words_;
  const FramingRules& framing_;
  std::string_view before_;  // of the sentence, up to the figure
  std::string_view around_;  // and some words behind it
};

}  // namespace

bool repeats(const Figure& figure, const WordTable& words, const FramingRules& framing) {
  return figure.duplicate_of && !of_others(figure, words, framing);
}

bool goes_on_to_others(std::string_view text, const std::vector<Claim>& claims, const Telling& first,
                       const Telling& later, const WordTable& words, const FramingRules& framing) {
  const Setting sentence(text, claims, *later.figures.front(), words, framing);
  if (sentence.is_hearsay() || sentence.is_of_doer()) return false;
  const bool told = std::all_of(later.figures.begin(), later.figures.end(),
                                [&](const Figure* f) { return repeats(*f, words, framing); });
  // A person told by name may be told of again by another word.
  const bool may_be_named = std::any_of(first.figures.begin(), first.figures.end(), [&](const Figure* f) {
    return is_named(*f) && point(later.figures.front()->quantity) == 1 &&
           may_be_same_people(*f, *later.figures.front(), words, framing);
  });
  if (told || may_be_named) return false;
  const bool by_doer = sentence.is_active() && sentence.tells_of_doer() &&
                       Setting(text, claims, *first.figures.front(), words, framing).is_active();
  const bool has_all = std::any_of(first.figures.begin(), first.figures.end(), [&](const Figure* f) {
    return f->victims && counts_anyone(*f, words, framing);
  });
  const bool sequel = sentence.is_sequel();
  if (has_all && !(by_doer && (sequel || of_others(*first.figures.front(), words, framing)))) return false;
  return sequel || (by_doer && !later.is_vague());
}

}  // namespace annals
