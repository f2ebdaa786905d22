#include "annals/extractor/extract.hpp"

#include <array>
#include <iterator>

#include "extractor/claims.hpp"
#include "extractor/extraction_steps.hpp"
#include "extractor/figures/fates.hpp"
#include "extractor/figures/mark_repeats.hpp"
#include "extractor/figures/read_figures.hpp"
#include "extractor/figures/totals.hpp"
#include "extractor/lexicon_data.hpp"
#include "extractor/temporal/ranges.hpp"
#include "extractor/temporal/timexes.hpp"
#include "extractor/text_parts.hpp"

namespace annals {

namespace {

std::optional<Date> day_of(const std::optional<StampedDate>& date) {
  return date ? std::optional<Date>(date->when.date()) : std::nullopt;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> timexes_by_sentence(const TokenizedText& text,
                                                                         const std::vector<Timex>& timexes) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  ranges.reserve(text.sentences.size());
  std::uint32_t next = 0;
  for (const Sentence& sentence : text.sentences) {
    while (next < timexes.size() && timexes[next].span.begin < sentence.span.begin) ++next;
    const std::uint32_t begin = next;
    while (next < timexes.size() && timexes[next].span.begin < sentence.span.end) ++next;
    ranges.emplace_back(begin, next);
  }
  return ranges;
}

template <typename T>
void append(std::vector<T>&& from, std::vector<T>& to) {
  if (to.empty()) {
    to = std::move(from);
  } else {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }
}

// What only the totals ask for.
struct Beside {
  std::vector<Figure> by_pronoun;
  SeveralHarmed several;
};

// Reads a part of the article's text and adds what it says to `found`.
void read_part(const Article& article, const Span& part, const LexiconData& data,
               const std::function<void(ExtractionStep)>& tell, Extraction& found, Beside& beside) {
  TokenizedText text{article.text, tokenize(slice(article.text, part), data.words), {}};
  for (Token& token : text.tokens) {
    token.begin += part.begin;
    token.end += part.begin;
  }
  text.sentences = split_sentences(text.tokens, data.words, data.sentence_rules);
  tell(ExtractionStep::tokens);
  std::vector<Timex> timexes =
      recognize_timexes(text, data, day_of(article.published), day_of(article.dateline), &found.diagnostics);
  std::vector<TimeRange> ranges =
      find_ranges(text, data.words, *data.time_links, timexes, anchor_day(article));
  tell(ExtractionStep::times);
  std::vector<std::vector<Chunk>> chunks;
  chunks.reserve(text.sentences.size());
  for (const Sentence& sentence : text.sentences) {
    chunks.push_back(cut_chunks(text, data.words, data.frames->chunks, sentence, timexes));
  }
  tell(ExtractionStep::chunks);
  const std::vector<Speaker> speakers = find_speakers(text, data.words, *data.speakers, chunks);
  const ArticleView view{
      text, timexes, chunks, speakers, timexes_by_sentence(text, timexes), anchor_day(article), ranges};
  tell(ExtractionStep::speakers);
  const auto first_sentence = static_cast<std::uint32_t>(found.claims.size());
  append(read_claims(view, data), found.claims);
  tell(ExtractionStep::claims);
  std::vector<Figure> pronouns;
  std::vector<Figure> figures = read_figures(view, data, pronouns);
  for (Figure& figure : figures) figure.sentence += first_sentence;
  for (Figure& figure : pronouns) figure.sentence += first_sentence;
  append(std::move(figures), found.figures);
  append(std::move(pronouns), beside.by_pronoun);
  const SeveralHarmed several = several_harmed(view, std::span(found.claims).subspan(first_sentence), data);
  beside.several.killed = beside.several.killed || several.killed;
  beside.several.injured = beside.several.injured || several.injured;
  const auto first_timex = static_cast<std::uint32_t>(found.timexes.size());
  for (TimeRange& range : ranges) {
    range.first += first_timex;
    range.last += first_timex;
  }
  append(std::move(ranges), found.ranges);
  append(std::move(timexes), found.timexes);
  tell(ExtractionStep::figures);
}

}  // namespace

std::string_view name_of(ExtractionStep step) {
  static constexpr std::array<std::string_view, kExtractionSteps> names{
      "tokens", "times", "chunks", "speakers", "claims", "figures", "totals"};
  return names[static_cast<std::size_t>(step)];
}

Extraction extract_in_steps(const Article& article, const Lexicon& lexicon,
                            const std::function<void(ExtractionStep)>& done) {
  const auto tell = [&](ExtractionStep step) {
    if (done) done(step);
  };
  Extraction found;
  Beside beside;
  for (const Span& part : cut_into_parts(article.text))
    read_part(article, part, lexicon.data(), tell, found, beside);
  const LexiconData& data = lexicon.data();
  mark_repeats(article.text, found.claims, found.figures, data.words, *data.framing);
  found.totals =
      total_up(article.text, found.claims, found.figures, anchor_day(article), beside.several, data);
  if (anchor_day(article))
    settle_fates(article.text, found.claims, found.figures, beside.by_pronoun, data.words, *data.framing,
                 found.totals);
  tell(ExtractionStep::totals);
  return found;
}

Extraction extract(const Article& article, const Lexicon& lexicon) {
  return extract_in_steps(article, lexicon, {});
}

}  // namespace annals
