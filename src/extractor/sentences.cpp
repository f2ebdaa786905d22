#include "extractor/sentences.hpp"

namespace annals {

namespace {

// In tokens. No writer's sentence is so long; later steps look around inside a sentence and must not pay for
// text without an end.
constexpr std::uint32_t kLongestSentence = 600;

bool closes(const Token& t) {
  return t.kind == TokenKind::quote_close ||
         (t.kind == TokenKind::punctuation && (t.mark == ')' || t.mark == ']')) ||
         (t.kind == TokenKind::punctuation && t.mark == '\'' && t.glued);
}

class Splitter {
 public:
  Splitter(const std::vector<Token>& tokens, const WordTable& words, const SentenceRules& rules)
      : tokens_(tokens), words_(words), rules_(rules) {}

  std::vector<Sentence> run() {
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      if (tokens_[i].kind == TokenKind::line_break) {
        close(i);
        first_ = i + 1;
      } else if (ends_here(i)) {
        std::uint32_t after = i + 1;
        while (after < count && tokens_[after].kind == TokenKind::punctuation && is_stop(tokens_[after]))
          ++after;
        while (after < count && tokens_[after].glued && closes(tokens_[after])) ++after;
        after = after_credit(after);
        close(after);
        first_ = after;
        i = after - 1;
      } else if (i - first_ >= kLongestSentence) {
        close(i + 1);
        first_ = i + 1;
      }
    }
    close(count);
    return std::move(sentences_);
  }

 private:
  static bool is_stop(const Token& t) { return t.mark == '.' || t.mark == '!' || t.mark == '?'; }

  void close(std::uint32_t end) {
    while (first_ < end && tokens_[first_].kind == TokenKind::line_break) ++first_;
    if (first_ >= end) return;
    sentences_.push_back({first_, end, {tokens_[first_].begin, tokens_[end - 1].end}});
    first_ = end;
  }

  // A credit in brackets at the end of the line belongs to the sentence before it: "Nine were hurt. (Daily
  // Post)"
  std::uint32_t after_credit(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 24;
    if (at >= tokens_.size() || tokens_[at].kind != TokenKind::punctuation || tokens_[at].mark != '(')
      return at;
    for (std::uint32_t i = at + 1; i < tokens_.size() && i < at + kLongest; ++i) {
      if (tokens_[i].kind == TokenKind::line_break) return at;
      if (tokens_[i].kind != TokenKind::punctuation || tokens_[i].mark != ')') continue;
      const bool last = i + 1 == tokens_.size() || tokens_[i + 1].kind == TokenKind::line_break;
      return last ? i + 1 : at;
    }
    return at;
  }

  bool ends_here(std::uint32_t i) const {
    const Token& t = tokens_[i];
    if (t.kind == TokenKind::word) return dotted_end(i);
    if (t.kind != TokenKind::punctuation || !is_stop(t)) return false;
    const Token* next = i + 1 < tokens_.size() ? &tokens_[i + 1] : nullptr;
    if (next == nullptr || next->kind == TokenKind::line_break) return true;
    if (t.mark != '.') return !(next->glued && next->kind == TokenKind::word) && !quoted_interjection(i + 1);
    if (next->glued && next->kind != TokenKind::quote_close && !closes(*next))
      return false;  // example.org, 3.a
    if (i > first_) {
      const Token& before = tokens_[i - 1];
      if (t.glued && before.kind == TokenKind::word) {
        if (words_.classes(before.word).has(rules_.title_abbreviation)) return false;
        if (words_.classes(before.word).has(rules_.abbreviation)) return starts_afresh(i + 1);
        if (before.capitalised && before.end - before.begin == 1) return false;  // an initial
      }
    }
    return !quoted_interjection(i + 1);
  }

  // "... 'yes.' he said": a closing quote followed by a small letter goes on.
  bool quoted_interjection(std::uint32_t i) const {
    while (i < tokens_.size() && tokens_[i].glued && closes(tokens_[i])) ++i;
    return i < tokens_.size() && tokens_[i].kind == TokenKind::word && !tokens_[i].capitalised &&
           tokens_[i].end - tokens_[i].begin > 1;
  }

  // A dotted abbreviation ("U.S.", "a.m.") carries its own last dot.
  bool dotted_end(std::uint32_t i) const {
    const Token& t = tokens_[i];
    if (t.end - t.begin < 4 || i + 1 >= tokens_.size()) return false;
    if (!words_.classes(t.word).has(rules_.abbreviation)) return false;
    return starts_afresh(i + 1);
  }

  // A capital that does not look like the rest of a name: a lexicon word written with a capital, or a quote.
  bool starts_afresh(std::uint32_t i) const {
    if (i >= tokens_.size()) return true;
    const Token& t = tokens_[i];
    if (t.kind == TokenKind::line_break || t.kind == TokenKind::quote_open) return true;
    return t.kind == TokenKind::word && t.capitalised && !t.upper &&
           words_.classes(t.word).has(rules_.starter);
  }

  const std::vector<Token>& tokens_;
  const WordTable& words_;
  const SentenceRules& rules_;
  std::vector<Sentence> sentences_;
  std::uint32_t first_ = 0;
};

}  // namespace

SentenceRules::SentenceRules(const WordTable& words)
    : title_abbreviation(words.find_class("title_abbreviation")),
      abbreviation(words.find_class("abbreviation")),
      starter(words.find_class("starter")) {}

std::vector<Sentence> split_sentences(const std::vector<Token>& tokens, const WordTable& words,
                                      const SentenceRules& rules) {
  return Splitter(tokens, words, rules).run();
}

}  // namespace annals
