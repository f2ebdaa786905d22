#include "extractor/temporal/timexes.hpp"

#include <algorithm>

#include "extractor/temporal/alternates.hpp"
#include "extractor/temporal/doubts.hpp"
#include "extractor/temporal/impossible.hpp"
#include "extractor/temporal/recognize.hpp"
#include "extractor/temporal/resolve.hpp"
#include "extractor/temporal/stories.hpp"
#include "extractor/temporal/temporal_rules.hpp"

namespace annals {

namespace {

TimexType type_of(const Meaning& m, const std::optional<Moment>& moment) {
  if (m.kind == Meaning::Kind::duration) return TimexType::duration;
  if (m.kind == Meaning::Kind::set) return TimexType::set;
  if (m.kind == Meaning::Kind::reference) return TimexType::date;
  const bool of_day = moment ? moment->unit < TimeUnit::day : m.hour || m.part;
  if (of_day) return TimexType::time;
  return m.kind == Meaning::Kind::shifted && m.unit < TimeUnit::day ? TimexType::duration : TimexType::date;
}

std::string value_of(const Meaning& m, const std::optional<Moment>& moment) {
  if (moment) return timex3_value(*moment);
  switch (m.kind) {
    case Meaning::Kind::reference: return std::string(code_of(m.reference));
    case Meaning::Kind::duration: return timex3_period(m.thousandths, m.unit, m.vague);
    case Meaning::Kind::set:
      if (m.weekday || m.month || m.part) return timex3_partial(m);
      return timex3_period(m.thousandths, m.unit, m.vague);
    case Meaning::Kind::shifted:
      if (m.unit < TimeUnit::day) return timex3_period(m.thousandths, m.unit, m.vague);
      if (m.vague) return std::string(code_of(m.thousandths < 0 ? Reference::past : Reference::future));
      return m.unit == TimeUnit::year ? "XXXX" : m.unit == TimeUnit::month ? "XXXX-XX" : "XXXX-XX-XX";
    case Meaning::Kind::calendar: break;
  }
  return timex3_partial(m);
}

// "the past 24 hours" are the days up to the day of writing.
std::optional<DateSpan> window_of(const Meaning& m, std::optional<Date> written) {
  const bool past = m.kind == Meaning::Kind::duration && m.step && *m.step < 0 && !m.vague;
  if (!past || !written) return std::nullopt;
  const std::int64_t n = (m.thousandths + 999) / 1000;
  const auto back = static_cast<int>(std::min<std::int64_t>(n, 5000));
  switch (m.unit) {
    case TimeUnit::day: return interval(add_days(*written, -back), *written);
    case TimeUnit::week: return interval(add_days(*written, -7 * back), *written);
    case TimeUnit::month: return interval(add_months(*written, -back), *written);
    case TimeUnit::year: return interval(add_months(*written, -12 * back), *written);
    case TimeUnit::hour: return interval(add_days(*written, -(back + 23) / 24), *written);
    default: return std::nullopt;
  }
}

}  // namespace

std::vector<Timex> recognize_timexes(const TokenizedText& text, const LexiconData& lexicon,
                                     std::optional<Date> published, std::optional<Date> dateline,
                                     std::vector<Diagnostic>* diagnostics) {
  const std::vector<FoundTime> found = find_times(text, lexicon.words, *lexicon.temporal);
  const auto written = published ? published : dateline;
  const std::vector<ResolvedTime> resolved =
      resolve_times(found, written, published ? AnchorKind::publication : AnchorKind::dateline);
  std::vector<Timex> timexes;
  timexes.reserve(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (resolved[i].dropped) continue;
    const TimeMention& mention = found[i].mention;
    const Span span{text.tokens[mention.first].begin, text.tokens[mention.last - 1].end};
    if (mention.meaning.impossible) {
      if (diagnostics != nullptr) {
        diagnostics->push_back(no_day(text, span));
      }
      continue;
    }
    Timex timex;
    timex.span = span;
    timex.type = type_of(mention.meaning, resolved[i].moment);
    timex.value = value_of(mention.meaning, resolved[i].moment);
    timex.mod = code_of(mention.meaning.mod);
    if (resolved[i].moment) timex.dates = days_of(*resolved[i].moment);
    timex.relation = found[i].relation;
    timex.anchor = resolved[i].anchor;
    if (const auto window = window_of(mention.meaning, written)) {
      timex.dates = window;
      timex.relation = TimexRelation::within;
      timex.anchor = published ? AnchorKind::publication : AnchorKind::dateline;
    }
    timex.rule = mention.rule->where;
    timexes.push_back(std::move(timex));
  }
  const TimeLinkRules& links = *lexicon.time_links;
  drop_impossible(text, lexicon.words, links, timexes, diagnostics);
  mark_doubts(text, lexicon.words, links, timexes);
  place_stories(text, lexicon.words, links, written, timexes);
  add_alternates(text, lexicon.words, links, written, timexes);
  return timexes;
}

}  // namespace annals
