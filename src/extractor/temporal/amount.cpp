#include "extractor/temporal/amount.hpp"

#include <algorithm>

namespace annals {

namespace {

constexpr std::int64_t kOne = 1000;
constexpr std::int64_t kHalf = 500;
constexpr std::int64_t kLargest = 100'000'000'000;  // no unit of time needs more

class AmountReader {
 public:
  AmountReader(std::span<const Token> tokens, const WordTable& words, const TemporalRules& rules)
      : tokens_(tokens), words_(words), rules_(rules) {}

  std::optional<Amount> run() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      if (!take(tokens_[at_])) break;
    }
    if (vague_) return Amount{kOne, true};
    if (!found_) return std::nullopt;
    return Amount{std::clamp<std::int64_t>(total_ + current_, 0, kLargest), false};
  }

 private:
  // False where the amount ends.
  bool take(const Token& t) {
    if (t.kind == TokenKind::number && t.value >= 0) return take_digits(t);
    if (t.kind != TokenKind::word) return !found_ || t.mark == '-' || t.mark == '/';
    if (const Entry* e = words_.entry(t.word, rules_.unit_number)) {
      if (found_ && current_ % (10 * kOne) != 0) return false;
      current_ += e->number * kOne;
      found_ = true;
    } else if (const Entry* m = words_.entry(t.word, rules_.multiplier)) {
      current_ = std::min(std::max(current_, kOne) * m->number, kLargest);
      if (m->number >= 1000) {
        total_ += current_;
        current_ = 0;
      }
      found_ = true;
      article_ = false;
    } else if (const Entry* a = words_.entry(t.word, rules_.amount_word)) {
      return take_amount_word(a->number);
    } else if (words_.classes(t.word).has(rules_.vague_count)) {
      vague_ = true;
      return false;
    } else if (found_ && !article_) {
      return joins_more();
    } else if (rules_.is_unit(t.word, words_)) {
      article_ = false;  // "a minute and a half"
    }
    return true;
  }

  bool take_digits(const Token& t) {
    const bool fraction = at_ + 2 < tokens_.size() && tokens_[at_ + 1].mark == '/' &&
                          tokens_[at_ + 2].kind == TokenKind::number && tokens_[at_ + 2].value > 0;
    if (fraction) {
      current_ += t.value * kOne / tokens_[at_ + 2].value;
      at_ += 2;
    } else {
      if (found_ && !article_) return false;
      if (article_) current_ = 0;
      current_ += std::min(t.value * kOne, kLargest) + t.thousandths;
    }
    found_ = true;
    article_ = false;
    return true;
  }

  // "a", "half", "a couple": an article gives way to what follows.
  bool take_amount_word(std::int64_t thousandths) {
    if (thousandths == kOne) {
      if (found_) return true;
      article_ = true;
      current_ = kOne;
    } else if (article_ || !found_) {
      current_ = thousandths;
      article_ = false;
    } else if (thousandths == kHalf) {
      current_ += thousandths;
    }
    found_ = true;
    return true;
  }

  // After "two": another word goes on only to a half ("two and a half") or, after hundreds, to the rest.
  bool joins_more() const {
    if (current_ >= 100 * kOne || total_ > 0) return true;
    const auto rest = tokens_.subspan(at_ + 1, std::min<std::size_t>(2, tokens_.size() - at_ - 1));
    return std::any_of(rest.begin(), rest.end(), [&](const Token& t) {
      const Entry* e = t.kind == TokenKind::word ? words_.entry(t.word, rules_.amount_word) : nullptr;
      return e != nullptr && e->number == kHalf;
    });
  }

  std::span<const Token> tokens_;
  const WordTable& words_;
  const TemporalRules& rules_;
  std::size_t at_ = 0;
  std::int64_t total_ = 0;
  std::int64_t current_ = 0;
  bool found_ = false;
  bool article_ = false;  // only "a" or "an" so far
  bool vague_ = false;
};

}  // namespace

std::optional<Amount> read_amount(std::span<const Token> tokens, const WordTable& words,
                                  const TemporalRules& rules) {
  return AmountReader(tokens, words, rules).run();
}

}  // namespace annals
