// Any bytes are the text of an article: spans lie in it, claims ascend, and reading twice is equal.

#include "annals/extractor/extract.hpp"

#include "promise.hpp"

using namespace annals;

namespace {

// Compiled before the first input, so that no input seems slow.
const Lexicon lexicon = Lexicon::embedded();

void check(const std::optional<Quote>& quote, std::string_view text) {
  if (!quote) return;
  PROMISE(quote->span.end <= text.size());
  PROMISE(slice(text, quote->span) == quote->text);
}

void check(const Extraction& found, std::string_view text) {
  std::uint32_t end = 0;
  for (const Claim& claim : found.claims) {
    PROMISE(claim.span.begin >= end);
    PROMISE(claim.span.begin < claim.span.end);
    end = claim.span.end;
    check(claim.speaker, text);
  }
  PROMISE(end <= text.size());
  end = 0;
  for (const Timex& timex : found.timexes) {
    PROMISE(timex.span.begin >= end);
    PROMISE(timex.span.begin < timex.span.end);
    end = timex.span.end;
    if (timex.dates && timex.dates->first && timex.dates->last)
      PROMISE(*timex.dates->first <= *timex.dates->last);
  }
  PROMISE(end <= text.size());
  for (std::size_t i = 0; i < found.figures.size(); ++i) {
    const Figure& figure = found.figures[i];
    PROMISE(figure.sentence < found.claims.size());
    PROMISE(found.claims[figure.sentence].span.contains(figure.span));
    PROMISE(!figure.span.empty());
    PROMISE(!figure.duplicate_of || *figure.duplicate_of < i);
    PROMISE(!figure.quantity.low || *figure.quantity.low >= 0);
    PROMISE(!figure.quantity.low || !figure.quantity.high || *figure.quantity.low <= *figure.quantity.high);
    for (const auto* quote : {&figure.victims, &figure.source, &figure.via, &figure.place})
      check(*quote, text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Article article;
  article.text = as_text(data, size);
  // The first byte says what is known of the day, so that relative dates are resolved in every way.
  if (size > 0 && data[0] % 4 != 0)
    article.published = StampedDate{*parse_instant("2024-06-11"), DateOrigin::record};
  if (size > 0 && data[0] % 4 == 2)
    article.dateline = StampedDate{*parse_instant("2024-06-09"), DateOrigin::dateline};
  const Extraction found = extract(article, lexicon);
  check(found, article.text);
  PROMISE(extract(article, lexicon) == found);
  return 0;
}
