#include "extractor/tokens.hpp"

#include <algorithm>
#include <array>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

enum ByteClass : std::uint8_t { kOther, kSpace, kLetter, kDigit, kHigh };

constexpr std::array<std::uint8_t, 256> make_byte_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    std::uint8_t k = kOther;
    if (c == ' ' || (c >= '\t' && c <= '\r')) k = kSpace;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) k = kLetter;
    if (c >= '0' && c <= '9') k = kDigit;
    if (c >= 0x80) k = kHigh;
    classes[static_cast<std::size_t>(c)] = k;
  }
  return classes;
}
constexpr auto kByteClass = make_byte_classes();

// Marks outside ASCII that are no letters, as the ASCII mark they stand for.
struct WideMark {
  std::string_view bytes;
  char mark;
};
constexpr std::array<WideMark, 20> kWideMarks{{
    {"\u2018", '\''}, {"\u2019", '\''}, {"\u201A", '\''}, {"\u201C", '"'}, {"\u201D", '"'},
    {"\u201E", '"'},  {"\u00AB", '"'},  {"\u00BB", '"'},  {"\u2010", '-'}, {"\u2011", '-'},
    {"\u2012", '-'},  {"\u2013", '_'},  {"\u2014", '_'},  {"\u2015", '_'}, {"\u2026", '.'},
    {"\u00A0", ' '},  {"\u2009", ' '},  {"\u202F", ' '},  {"\u2022", '*'}, {"\u200B", ' '},
}};

// Does the text break its lines at a column (wire copy) rather than at paragraphs? Then most full lines end
// in the middle of a sentence and none is long.
bool is_wrapped(std::string_view text) {
  constexpr std::size_t kColumn = 100;
  std::size_t inside = 0;
  std::size_t at_end = 0;
  std::size_t start = 0;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', start)) {
    if (end - start > kColumn) return false;
    if (end - start > 40) {
      const char last = text[end - 1] == '\r' && end > start + 1 ? text[end - 2] : text[end - 1];
      const bool stops =
          last == '.' || last == '!' || last == '?' || last == '"' || last == ')' || last == ':';
      (stops ? at_end : inside) += 1;
    }
    start = end + 1;
  }
  return inside >= 2 && inside > at_end;
}

class Cutter {
 public:
  Cutter(std::string_view text, const WordTable& words)
      : text_(text), words_(words), wrapped_(is_wrapped(text)) {
    tokens_.reserve(text.size() / 5 + 8);
    marks_.fill(kUnknownWord);
    for (const char c : std::string_view("-/,():;'"))
      marks_[static_cast<std::uint8_t>(c)] = words.find({&c, 1});
  }

  std::vector<Token> run() {
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  std::uint8_t class_at(std::size_t i) const {
    return i < text_.size() ? kByteClass[static_cast<std::uint8_t>(text_[i])]
                            : static_cast<std::uint8_t>(kOther);
  }
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  void step() {
    switch (class_at(at_)) {
      case kSpace: skip_space(); return;
      case kDigit: cut_number(); return;
      case kLetter: cut_word(); return;
      case kHigh:
        if (const WideMark* mark = wide_mark(at_)) {
          if (mark->mark == ' ') {
            at_ += mark->bytes.size();
            spaced_ = true;
          } else {
            push_mark(mark->mark, mark->bytes.size());
          }
        } else {
          cut_word();
        }
        return;
      default: break;
    }
    if (const std::size_t end = note_mark_end(); end != 0) {
      at_ = end;
      spaced_ = true;
    } else {
      push_mark(text_[at_], 1);
    }
  }

  // "12 people died.[3][nb 1] The storm": a bracket that touches the word or mark before it and not the word
  // after it points at a note and is none of the sentence. 0 where there is none.
  std::size_t note_mark_end() const {
    constexpr std::size_t kLongest = 28;
    if (text_[at_] != '[' || tokens_.empty() || class_at(at_ - 1) == kSpace) return 0;
    std::size_t end = at_ + 1;
    while (end < text_.size() && end - at_ < kLongest && text_[end] != ']' && text_[end] != '[' &&
           text_[end] != '\n')
      ++end;
    if (at(end) != ']' || end == at_ + 1 || at(end + 1) == '(') return 0;
    const bool completes = (is_letter(at_ - 1) || class_at(at_ - 1) == kDigit) && is_letter(end + 1);
    return completes ? 0 : end + 1;
  }

  // An empty line ends a sentence; so does any line end, unless the text is wrapped at a column or the next
  // line goes on in lower case.
  void skip_space() {
    const bool open = at_ > 0 && (is_letter(at_ - 1) || class_at(at_ - 1) == kDigit || text_[at_ - 1] == ',');
    std::size_t breaks = 0;
    while (class_at(at_) == kSpace) breaks += static_cast<std::size_t>(text_[at_++] == '\n');
    spaced_ = true;
    const bool goes_on = open && breaks == 1 && at(at_) >= 'a' && at(at_) <= 'z';
    if (breaks >= (wrapped_ ? 2U : 1U) && !goes_on && !tokens_.empty()) {
      Token token;
      token.begin = token.end = static_cast<std::uint32_t>(at_);
      token.kind = TokenKind::line_break;
      token.mark = '\n';
      tokens_.push_back(token);
    }
  }

  const WideMark* wide_mark(std::size_t i) const {
    const auto first = static_cast<std::uint8_t>(text_[i]);
    if (first != 0xE2 && first != 0xC2) return nullptr;
    for (const WideMark& mark : kWideMarks) {
      if (text_.compare(i, mark.bytes.size(), mark.bytes) == 0) return &mark;
    }
    return nullptr;
  }

  bool is_letter(std::size_t i) const {
    const std::uint8_t c = class_at(i);
    return c == kLetter || (c == kHigh && wide_mark(i) == nullptr);
  }
  std::size_t apostrophe_length(std::size_t i) const {
    if (at(i) == '\'') return 1;
    return text_.compare(i, 3, "\u2019") == 0 ? 3 : 0;
  }

  Token start() const {
    Token token;
    token.begin = static_cast<std::uint32_t>(at_);
    token.glued = !spaced_;
    return token;
  }
  void finish(Token& token, std::size_t end) {
    token.end = static_cast<std::uint32_t>(end);
    at_ = end;
    spaced_ = false;
    tokens_.push_back(token);
  }

  void push_mark(char mark, std::size_t length) {
    Token token = start();
    token.kind = TokenKind::punctuation;
    token.mark = mark;
    if (mark == '"') {
      const bool opening = text_.compare(at_, length, "\u201C") == 0 ||
                           text_.compare(at_, length, "\u00AB") == 0 ||
                           (length == 1 && (spaced_ || tokens_.empty()));
      token.kind = opening ? TokenKind::quote_open : TokenKind::quote_close;
    }
    if (mark > 0) token.word = marks_[static_cast<std::uint8_t>(mark)];
    finish(token, at_ + length);
  }

  void cut_word() {
    Token token = start();
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (is_letter(end)) end += class_at(end) == kLetter ? 1 : utf8_length(text_, end);
    // Dotted abbreviations: single letters each followed by a dot.
    if (end - begin == 1 && at(end) == '.' && class_at(end + 1) == kLetter && at(end + 2) == '.') {
      end = begin;
      while (class_at(end) == kLetter && at(end + 1) == '.') end += 2;
    }
    // Apostrophes inside: contractions stay whole (don't), a possessive is cut off.
    const std::size_t apostrophe = apostrophe_length(end);
    if (apostrophe != 0 && is_letter(end + apostrophe)) {
      std::size_t tail = end + apostrophe;
      while (is_letter(tail)) tail += class_at(tail) == kLetter ? 1 : utf8_length(text_, tail);
      const std::string_view suffix = text_.substr(end + apostrophe, tail - end - apostrophe);
      if (suffix != "s" && suffix != "S") end = tail;
    }
    const char first = text_[begin];
    token.capitalised = first >= 'A' && first <= 'Z';
    if (class_at(begin) == kHigh) token.capitalised = starts_with_wide_capital(begin);
    token.upper = end - begin > 1 && std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(end),
                                                 [](char c) { return c < 'a' || c > 'z'; });
    token.word = words_.find(text_.substr(begin, end - begin));
    finish(token, end);
    if (const std::size_t length = apostrophe_length(at_);
        length != 0 && (at(at_ + length) | 0x20) == 's' && !is_letter(at_ + length + 1)) {
      Token possessive = start();
      possessive.word = marks_['\''];
      possessive.kind = TokenKind::punctuation;
      possessive.mark = '\'';
      finish(possessive, at_ + length + 1);
    }
  }

  // À..Þ and the capitals of Latin Extended-A (even code points) are enough to tell a name.
  bool starts_with_wide_capital(std::size_t i) const {
    const char32_t c = utf8_at(text_, i);
    return (c >= 0xC0 && c <= 0xDE) || (c >= 0x100 && c <= 0x17F && c % 2 == 0) ||
           (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
  }

  void cut_number() {
    Token token = start();
    token.kind = TokenKind::number;
    std::size_t end = at_;
    std::int64_t value = 0;
    std::uint8_t digits = 0;
    const auto take_digits = [&] {
      while (class_at(end) == kDigit) {
        if (digits < 18) value = value * 10 + (text_[end] - '0');
        digits = static_cast<std::uint8_t>(std::min(digits + 1, 99));
        ++end;
      }
    };
    take_digits();
    const auto group_of_three = [&](std::size_t i) {
      return class_at(i) == kDigit && class_at(i + 1) == kDigit && class_at(i + 2) == kDigit &&
             class_at(i + 3) != kDigit;
    };
    const bool may_group = digits <= 3 && value != 0;
    while (may_group && at(end) == ',' && group_of_three(end + 1)) {
      ++end;
      take_digits();
    }
    if (at(end) == '.' && class_at(end + 1) == kDigit) {
      std::size_t fraction_end = end + 1;
      std::int32_t thousandths = 0;
      std::int32_t unit = 100;
      while (class_at(fraction_end) == kDigit) {
        thousandths += (text_[fraction_end] - '0') * unit;
        unit /= 10;
        ++fraction_end;
      }
      token.decimal = true;
      token.thousandths = thousandths;
      end = fraction_end;
    }
    token.digits = digits;
    token.value = digits <= 18 ? value : -1;
    if (!token.decimal && is_letter(end)) {
      std::size_t tail = end;
      while (is_letter(tail)) ++tail;
      const std::string suffix = to_lower_ascii(text_.substr(end, tail - end));
      if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") {
        token.kind = TokenKind::ordinal;
        end = tail;
      } else if (suffix == "s" && value >= 10) {
        token.kind = TokenKind::decade;
        end = tail;
      }
    } else if (apostrophe_length(end) != 0 && at(end + apostrophe_length(end)) == 's' &&
               !is_letter(end + apostrophe_length(end) + 1) && value >= 10 && value % 10 == 0) {
      token.kind = TokenKind::decade;  // 1990's
      end += apostrophe_length(end) + 1;
    }
    finish(token, end);
  }

  std::string_view text_;
  const WordTable& words_;
  std::vector<Token> tokens_;
  std::array<WordId, 128> marks_{};
  std::size_t at_ = 0;
  bool wrapped_;
  bool spaced_ = true;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, const WordTable& words) {
  return Cutter(text, words).run();
}

}  // namespace annals
