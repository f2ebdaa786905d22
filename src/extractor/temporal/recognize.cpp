#include "extractor/temporal/recognize.hpp"

#include <algorithm>

#include "extractor/temporal/relation.hpp"

namespace annals {

namespace {

constexpr std::uint32_t kLongestMention = 40;  // tokens; what keeps rows of numbers linear

// Does it matter which way the sentence looks? A full date and a length are the same either way.
bool can_look(const Meaning& meaning) {
  return meaning.kind == Meaning::Kind::calendar ? !meaning.year : meaning.unit == TimeUnit::weekend;
}

class Finder {
 public:
  Finder(const TokenizedText& text, const WordTable& words, const TemporalRules& rules)
      : text_(text), words_(words), rules_(rules) {}

  std::vector<FoundTime> run() {
    constexpr std::size_t kTokensATime = 16;  // of a text full of dates; of plain news it is four times that
    found_.reserve(text_.tokens.size() / kTokensATime);
    symbols_.resize(text_.tokens.size());
    for (std::size_t i = 0; i < symbols_.size(); ++i) symbols_[i] = rules_.symbols.of(text_.tokens, i);
    const MeaningReader reader(text_.tokens, symbols_, words_, rules_);
    const auto at = [&](std::size_t i) { return symbols_[i]; };
    for (std::uint32_t s = 0; s < text_.sentences.size(); ++s) {
      const Sentence& sentence = text_.sentences[s];
      for (std::uint32_t i = sentence.first; i < sentence.last;) {
        if (!rules_.patterns.can_start(symbols_[i])) {
          ++i;
          continue;
        }
        const PatternSet::Match match =
            rules_.patterns.longest(at, i, std::min(sentence.last, i + kLongestMention));
        // Context before an expression gives way to a longer expression that begins after it.
        const std::uint32_t context = match.length == 0 ? 1 : rules_.rules[match.pattern].from;
        if (match.length == 0 ||
            (context > 0 &&
             rules_.patterns.longest(at, i + context, std::min(sentence.last, i + kLongestMention)).length +
                     context >
                 match.length)) {
          i += context;
          continue;
        }
        const TemporalRule& rule = rules_.rules[match.pattern];
        const auto last = i + static_cast<std::uint32_t>(match.length);
        mentions_.clear();
        reader.read(rule, i, last, mentions_);
        for (const TimeMention& mention : mentions_) add(mention, s, sentence);
        i = std::max(i + 1, last - std::min(rule.but, last));
      }
    }
    return std::move(found_);
  }

 private:
  void add(const TimeMention& mention, std::uint32_t s, const Sentence& sentence) {
    const Outlook outlook = can_look(mention.meaning)
                                ? outlook_from(text_, words_, rules_, sentence, mention.first, mention.last)
                                : Outlook::open;
    found_.push_back(
        {mention, s, outlook,
         relation_before(text_, words_, rules_.tied, rules_.date_lead, sentence.first, mention.first)});
  }

  const TokenizedText& text_;
  const WordTable& words_;
  const TemporalRules& rules_;
  std::vector<TimeSymbols::Symbol> symbols_;
  std::vector<TimeMention> mentions_;
  std::vector<FoundTime> found_;
};

}  // namespace

std::vector<FoundTime> find_times(const TokenizedText& text, const WordTable& words,
                                  const TemporalRules& rules) {
  return Finder(text, words, rules).run();
}

}  // namespace annals
