#include "extractor/figures/unnumbered.hpp"

#include <span>

#include "extractor/figures/word_in.hpp"

namespace annals {

namespace {

constexpr std::size_t kNegationReach = 6;  // tokens

// One sentence.
class Sayer {
 public:
  Sayer(std::span<const Token> tokens, const LexiconData& lexicon)
      : tokens_(tokens), words_(lexicon.words), rules_(lexicon.frames->chunks) {}

  bool tells(HarmKind kind) {
    kind_ = name_of(kind);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!has(i, rules_.persons) || !is_bare(i) || is_negated(i)) continue;
      if (is_harmed_after(i) || is_harmed_before(i)) return true;
    }
    return false;
  }

 private:
  bool has(std::size_t i, ClassId klass) const {
    return i < tokens_.size() && words_.classes(tokens_[i].word).has(klass);
  }

  bool is_harm(std::size_t i, ClassId klass) const {
    const Entry* entry = i < tokens_.size() ? words_.entry(tokens_[i].word, klass) : nullptr;
    return entry != nullptr && entry->value == kind_;
  }

  // "did not say that others were injured"
  bool is_negated(std::size_t i) const {
    for (std::size_t k = i > kNegationReach ? i - kNegationReach : 0; k < i; ++k) {
      if (has(k, rules_.negation)) return true;
    }
    return false;
  }

  // No number, negation or "of" before it: "nine others", "no civilians", "the home of civilians"; but "\"a
  // number\" of others".
  bool is_bare(std::size_t i) const {
    while (i > 0 && (has(i - 1, rules_.person_adjective) || is_quote(i - 1))) --i;
    if (i == 0) return true;
    const Token& before = tokens_[i - 1];
    return before.kind != TokenKind::number && !has(i - 1, rules_.negation) &&
           (!has(i - 1, rules_.of) || (i > 1 && is_quote(i - 2))) && !has(i - 1, rules_.indefinite) &&
           !words_.classes(before.word).meets(rules_.counts.openings) &&
           !has(i - 1, rules_.counts.multiplier) && before.mark != '-';
  }

  bool is_quote(std::size_t i) const {
    return i < tokens_.size() &&
           (tokens_[i].kind == TokenKind::quote_open || tokens_[i].kind == TokenKind::quote_close);
  }

  // "others were also injured", "others injured"
  bool is_harmed_after(std::size_t i) const {
    ++i;
    while (is_quote(i) || has(i, rules_.have) || has(i, rules_.be) || has(i, rules_.adverb) ||
           has(i, rules_.person_adjective)) {
      if (has(i, rules_.of_one)) return false;
      ++i;
    }
    return is_harm(i, rules_.harm_ed) && !has(i + 1, rules_.persons);
  }

  // "wounding others", "killed three men and injured several civilians"
  bool is_harmed_before(std::size_t i) const {
    while (i > 0 && (has(i - 1, rules_.person_adjective) || is_quote(i - 1))) --i;
    if (i == 0) return false;
    if (is_harm(i - 1, rules_.harm_ing)) return true;
    if (!is_harm(i - 1, rules_.harm_ed)) return false;
    return i < 2 || !(has(i - 2, rules_.be) || has(i - 2, rules_.adverb) || has(i - 2, rules_.negation));
  }

  std::span<const Token> tokens_;
  std::string_view kind_;
  const WordTable& words_;
  const ChunkRules& rules_;
};

}  // namespace

SeveralHarmed several_harmed(const ArticleView& view, std::span<const Claim> claims,
                             const LexiconData& lexicon) {
  const FramingRules& framing = *lexicon.framing;
  SeveralHarmed harmed;
  for (std::size_t s = 0; s < claims.size(); ++s) {
    if (claims[s].type == ClaimType::background) continue;
    const Sentence& sentence = view.text.sentences[s];
    Sayer sayer(std::span(view.text.tokens).subspan(sentence.first, sentence.last - sentence.first), lexicon);
    const bool killed = !harmed.killed && sayer.tells(HarmKind::killed);
    const bool injured = !harmed.injured && sayer.tells(HarmKind::injured);
    if (!killed && !injured) continue;
    const auto says = [&](ClassId klass) {
      return word_in(slice(view.text.text, claims[s].span), lexicon.words, klass);
    };
    if (says(framing.feared_cue) || says(framing.hypothetical_cue) || says(framing.denied_cue) ||
        says(framing.background_cue) || says(lexicon.frames->chunks.modal))
      continue;
    harmed.killed = harmed.killed || killed;
    harmed.injured = harmed.injured || injured;
    if (harmed.killed && harmed.injured) break;
  }
  return harmed;
}

}  // namespace annals
