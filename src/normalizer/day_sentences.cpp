#include "normalizer/day_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "annals/text/utf8.hpp"

#include "normalizer/telling.hpp"
#include "normalizer/told_sentences.hpp"

namespace annals {

namespace {

constexpr std::size_t kLeads = 14;  // undated first sentences of an article that count for its day
constexpr int kDaysAfter = 2;       // papers tell a day until so many days later
// What a sentence loses that does not name the day, that is of another day, that has no keyword. Measured on
// Timeline17; each does as well a tenth lower or higher.
constexpr double kUnnamed = 0.75;
constexpr double kOfAnotherDay = 0.8;
constexpr double kWithoutKeyword = 0.9;
constexpr int kLongestStretch = 14;           // days; a longer one is no entry of its own
constexpr std::size_t kMostCandidates = 400;  // of a day; the best scored ones go to the last choice

bool has_keyword(std::string_view text, const std::vector<std::string>& keywords) {
  if (keywords.empty()) return true;
  const std::string lower = to_lower_ascii(text);
  return std::any_of(keywords.begin(), keywords.end(),
                     [&](const std::string& keyword) { return lower.find(keyword) != std::string::npos; });
}

SparseVector mean_of(const SentencePool& pool, const std::vector<std::size_t>& members) {
  // Summed in a map: one pass over all entries, whatever their number.
  std::map<std::uint32_t, double> sum;
  for (const std::size_t member : members) {
    for (const Weighted& entry : pool.sentences[member].vector) sum[entry.term] += entry.weight;
  }
  SparseVector mean;
  for (const auto& [term, weight] : sum) mean.push_back({term, weight / static_cast<double>(members.size())});
  return mean;
}

// Sums the entries that both have; what only one side says is not what the day is about.
SparseVector both_of(const SparseVector& a, const SparseVector& b) {
  SparseVector both;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i].term < b[j].term) {
      ++i;
    } else if (b[j].term < a[i].term) {
      ++j;
    } else {
      both.push_back({a[i].term, a[i].weight + b[j].weight});
      ++i;
      ++j;
    }
  }
  return both;
}

// Index of the knee of falling scores: farthest from the line through the first and the last.
std::size_t knee_of(const std::vector<double>& scores) {
  if (scores.size() < 3) return scores.size();
  const auto span = static_cast<double>(scores.size() - 1);
  const double drop = scores.front() - scores.back();
  std::size_t knee = scores.size();
  double farthest = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const double distance = std::abs(drop * static_cast<double>(i) / span - (scores.front() - scores[i]));
    if (distance > farthest) {
      farthest = distance;
      knee = i;
    }
  }
  return knee;
}

struct DaysNamed {
  std::set<Date> days;
  std::vector<DateSpan> loose;
  bool leaning = false;  // one is told from a date before it: "a day later"
};

// Days that timexes inside a span name. `extraction` is walked along with the sentences: the span must not
// lie before the one of the last call.
class NamedDays {
 public:
  explicit NamedDays(const Extraction& extraction) : extraction_(extraction) {}

  DaysNamed in(Span span) {
    DaysNamed named;
    const std::vector<Timex>& timexes = extraction_.timexes;
    while (timex_ < timexes.size() && timexes[timex_].span.begin < span.begin) ++timex_;
    for (; timex_ < timexes.size() && timexes[timex_].span.begin < span.end; ++timex_) {
      const std::optional<DateSpan>& dates = timexes[timex_].dates;
      if (!dates || !dates->is_day()) continue;
      named.days.insert(*dates->first);
      named.leaning = named.leaning || timexes[timex_].anchor == AnchorKind::last_mention;
      if (dates->approximate || dates->uncertain) named.loose.push_back(*dates);
    }
    const std::vector<TimeRange>& ranges = extraction_.ranges;
    while (range_ < ranges.size() && ranges[range_].span.begin < span.begin) ++range_;
    for (; range_ < ranges.size() && ranges[range_].span.begin < span.end; ++range_) {
      const DateSpan& dates = ranges[range_].dates;
      if (dates.first && dates.last && to_days(*dates.last) - to_days(*dates.first) <= kLongestStretch)
        named.loose.push_back(dates);
    }
    return named;
  }

 private:
  const Extraction& extraction_;
  std::size_t timex_ = 0;  // the first not yet passed
  std::size_t range_ = 0;
};

// A longer stretch tells of a day only when it reaches close to it: "this week", not "in 1999" or "in June".
bool may_be_of(const std::optional<DateSpan>& date, Date day) {
  constexpr int kClose = 7;
  if (!date || date->is_day()) return true;
  const bool begun = !date->first || *date->first <= day;
  const bool recent = !date->last || add_days(*date->last, kClose) >= day;
  return begun && recent;
}

const std::vector<std::size_t>& at_day(const std::map<Date, std::vector<std::size_t>>& map, Date day) {
  static const std::vector<std::size_t> none;
  const auto at = map.find(day);
  return at == map.end() ? none : at->second;
}

std::vector<std::size_t> candidates_of(const SentencePool& pool, Date day) {
  const std::vector<std::size_t>& mentions = at_day(pool.mentions, day);
  std::vector<std::size_t> published = at_day(pool.leads, day);
  for (int after = 1; after <= kDaysAfter; ++after) {
    const std::vector<std::size_t>& next = at_day(pool.leads, add_days(day, after));
    published.insert(published.end(), next.begin(), next.end());
  }
  std::vector<std::size_t> all = mentions;
  all.insert(all.end(), published.begin(), published.end());
  if (mentions.empty() || published.empty()) return all;
  SparseVector topic = both_of(mean_of(pool, mentions), mean_of(pool, published));
  normalise(topic);
  std::vector<std::pair<double, std::size_t>> scored;
  scored.reserve(all.size());
  for (const std::size_t sentence : all)
    scored.emplace_back(dot(pool.sentences[sentence].vector, topic), sentence);
  std::stable_sort(scored.begin(), scored.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<double> scores;
  scores.reserve(scored.size());
  for (const auto& [score, sentence] : scored) scores.push_back(score);
  const std::size_t keep = std::min(knee_of(scores), kMostCandidates);
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < keep; ++i) kept.push_back(scored[i].second);
  const bool told = std::any_of(kept.begin(), kept.end(), [&](std::size_t sentence) {
    return pool.sentences[sentence].keyword == KeywordReach::sentence;
  });
  return told ? kept : all;
}

}  // namespace

SentencePool pool_sentences(const std::vector<const Document*>& documents, const TimelineOptions& options) {
  SentencePool pool;
  std::vector<std::string> keywords;
  for (const std::string& keyword : options.keywords) {
    if (!trim(keyword).empty()) keywords.push_back(to_lower_ascii(trim(keyword)));
  }
  Vocabulary vocabulary;
  std::vector<std::vector<std::uint32_t>> terms;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const Document& document = *documents[d];
    const std::optional<Date> published = anchor_day(document.article);
    const bool on_topic =
        has_keyword(document.article.title, keywords) || has_keyword(document.article.text, keywords);
    std::size_t leads = 0;
    NamedDays named_days(document.extraction);
    std::set<Date> before;  // days that the sentence before names
    for (const Claim& claim : document.extraction.claims) {
      // Days that the sentence names, else the one that the sentence before it names: a story goes on, though
      // not with how things are. That an article is of its own day says nothing.
      auto [days, loose, leaning] = named_days.in(claim.span);
      if (claim.type == ClaimType::other) continue;
      if (days.empty() && before.size() == 1 && *before.begin() != published &&
          claim.type != ClaimType::background) {
        days.swap(before);
      } else {
        before = days;
      }
      const bool lead = days.empty() && published && leads < kLeads && may_be_of(claim.date, *published);
      if (days.empty() && !lead) continue;
      const Span telling = telling_of(document.article.text, claim.span);
      const std::string_view text = slice(document.article.text, telling);
      std::vector<std::uint32_t> words = content_words(text, vocabulary);
      if (words.size() < 2) continue;
      const std::size_t index = pool.sentences.size();
      const KeywordReach reach = has_keyword(text, keywords) ? KeywordReach::sentence
                                 : on_topic                  ? KeywordReach::article
                                                             : KeywordReach::none;
      pool.sentences.push_back(
          {d, &claim, telling, weight_of_telling(text, claim.type, leaning), reach, {}, std::move(loose)});
      terms.push_back(std::move(words));
      for (const Date day : days) pool.mentions[day].push_back(index);
      if (lead) {
        ++leads;
        pool.leads[*published].push_back(index);
      }
    }
  }
  std::vector<std::uint32_t> frequency(vocabulary.size());
  for (const auto& words : terms) {
    std::vector<std::uint32_t> once = words;
    std::sort(once.begin(), once.end());
    once.erase(std::unique(once.begin(), once.end()), once.end());
    for (const std::uint32_t term : once) ++frequency[term];
  }
  const std::vector<double> idf = idf_of(frequency, terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i)
    pool.sentences[i].vector = vector_of(std::move(terms[i]), &idf);
  return pool;
}

namespace {

// What the documents say together, each with one voice however many of its sentences are there.
SparseVector centre_of(const SentencePool& pool, const std::vector<std::size_t>& candidates) {
  std::map<std::size_t, double> sentences;
  for (const std::size_t candidate : candidates) ++sentences[pool.sentences[candidate].document];
  std::map<std::uint32_t, double> sum;
  for (const std::size_t candidate : candidates) {
    const PooledSentence& sentence = pool.sentences[candidate];
    for (const Weighted& entry : sentence.vector)
      sum[entry.term] += entry.weight / sentences[sentence.document];
  }
  SparseVector centre;
  for (const auto& [term, weight] : sum) centre.push_back({term, weight});
  normalise(centre);
  return centre;
}

// How far a sentence is one to tell the day by, whatever it says.
double fitness_for(const SentencePool& pool, Date day, std::size_t candidate) {
  const PooledSentence& sentence = pool.sentences[candidate];
  const std::vector<std::size_t>& named = at_day(pool.mentions, day);
  double fitness = sentence.weight;
  if (!std::binary_search(named.begin(), named.end(), candidate)) fitness *= kUnnamed;
  const std::optional<DateSpan>& date = sentence.claim->date;
  if (date && date->is_day() && *date->first != day) fitness *= kOfAnotherDay;
  if (sentence.keyword != KeywordReach::sentence) fitness *= kWithoutKeyword;
  return fitness;
}

bool says_what(const SentencePool& pool, const std::vector<std::size_t>& others, std::size_t candidate) {
  const SparseVector& vector = pool.sentences[candidate].vector;
  return std::any_of(others.begin(), others.end(), [&](std::size_t other) {
    return other == candidate || dot(pool.sentences[other].vector, vector) > kTellsTheSame;
  });
}

// Greedy: each time the sentence that brings the chosen ones nearest to the centre of all candidates.
std::vector<std::size_t> most_central(const SentencePool& pool, Date day, std::vector<std::size_t> candidates,
                                      std::size_t count, const ToldSentences& told) {
  const SparseVector centre = centre_of(pool, candidates);
  std::erase_if(candidates, [&](std::size_t candidate) {
    return pool.sentences[candidate].keyword == KeywordReach::none;
  });
  std::optional<std::size_t> told_already;
  std::vector<std::size_t> chosen;
  SparseVector sum;
  while (chosen.size() < count && !candidates.empty()) {
    auto best = candidates.end();
    double best_score = -1;
    // cos(sum + x, centre), without building the sum: |sum + x|^2 = |sum|^2 + 2 sum.x + |x|^2
    const double sum_centre = dot(sum, centre);
    const double sum_square = dot(sum, sum);
    for (auto candidate = candidates.begin(); candidate != candidates.end(); ++candidate) {
      const SparseVector& vector = pool.sentences[*candidate].vector;
      const double square = sum_square + 2 * dot(sum, vector) + dot(vector, vector);
      const double cosine = square > 0 ? (sum_centre + dot(vector, centre)) / std::sqrt(square) : 0;
      const double score = cosine * fitness_for(pool, day, *candidate);
      if (score > best_score) {
        best_score = score;
        best = candidate;
      }
    }
    const std::size_t next = *best;
    candidates.erase(best);
    if (says_what(pool, chosen, next)) continue;
    if (told.say(next)) {
      if (!told_already) told_already = next;
      continue;
    }
    chosen.push_back(next);
    add_to(sum, pool.sentences[next].vector);
  }
  if (chosen.empty() && told_already) chosen.push_back(*told_already);
  return chosen;
}

}  // namespace

std::vector<std::size_t> choose_sentences(const SentencePool& pool, Date day, std::size_t count,
                                          const ToldSentences& told) {
  return most_central(pool, day, candidates_of(pool, day), count, told);
}

DateSpan told_date(const SentencePool& pool, Date day, const std::vector<std::size_t>& chosen) {
  if (chosen.empty()) return day_span(day);
  for (const DateSpan& span : pool.sentences[chosen.front()].loose) {
    const bool ends_here = span.first == day || span.last == day;
    const bool all_say_so = std::all_of(chosen.begin(), chosen.end(), [&](std::size_t sentence) {
      const std::vector<DateSpan>& loose = pool.sentences[sentence].loose;
      return std::find(loose.begin(), loose.end(), span) != loose.end();
    });
    if (ends_here && all_say_so) return span;
  }
  return day_span(day);
}

std::vector<std::string> articles_of(const SentencePool& pool, const std::vector<std::size_t>& sentences,
                                     const std::vector<const Document*>& documents) {
  std::set<std::size_t> seen;
  for (const std::size_t sentence : sentences) seen.insert(pool.sentences[sentence].document);
  std::vector<std::string> ids;
  ids.reserve(seen.size());
  for (const std::size_t document : seen) ids.push_back(documents[document]->article.id);
  return ids;
}

std::vector<std::string> sources_of(const SentencePool& pool, Date day,
                                    const std::vector<const Document*>& documents) {
  const std::vector<std::size_t>& mentions = at_day(pool.mentions, day);
  return articles_of(pool, mentions.empty() ? at_day(pool.leads, day) : mentions, documents);
}

}  // namespace annals
