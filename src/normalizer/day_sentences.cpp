#include "normalizer/day_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

constexpr std::size_t kLeads = 14;            // undated first sentences of an article that count for its day
constexpr int kDaysAfter = 2;                 // papers tell a day until so many days later
constexpr double kSame = 0.6;                 // two sentences alike to this cosine tell the same
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

// Days that timexes inside the span name. `next` is the first timex not yet passed and moves on.
std::set<Date> days_named(const std::vector<Timex>& timexes, Span span, std::size_t& next) {
  std::set<Date> days;
  while (next < timexes.size() && timexes[next].span.begin < span.begin) ++next;
  for (; next < timexes.size() && timexes[next].span.begin < span.end; ++next) {
    const std::optional<DateSpan>& dates = timexes[next].dates;
    if (dates && dates->is_day()) days.insert(*dates->first);
  }
  return days;
}

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
    std::size_t timex = 0;
    bool went_on = false;
    for (const Claim& claim : document.extraction.claims) {
      // Days that the sentence names, else the one that it goes on about, for one sentence; that an article
      // is of its own day says nothing.
      std::set<Date> days = days_named(document.extraction.timexes, claim.span, timex);
      if (claim.type == ClaimType::other) continue;
      const bool next = days.empty() && !went_on && claim.date && claim.date->is_day();
      went_on = next && claim.date->first != published;
      if (went_on) days.insert(*claim.date->first);
      const bool lead = days.empty() && published && leads < kLeads && may_be_of(claim.date, *published);
      if (days.empty() && !lead) continue;
      const std::string_view text = slice(document.article.text, claim.span);
      std::vector<std::uint32_t> words = content_words(text, vocabulary);
      if (words.size() < 2) continue;
      const std::size_t index = pool.sentences.size();
      const KeywordReach reach = has_keyword(text, keywords) ? KeywordReach::sentence
                                 : on_topic                  ? KeywordReach::article
                                                             : KeywordReach::none;
      pool.sentences.push_back({d, &claim, reach, {}});
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

// Greedy: each time the sentence that brings the chosen ones nearest to the centre of all candidates.
std::vector<std::size_t> most_central(const SentencePool& pool, std::vector<std::size_t> candidates,
                                      std::size_t count) {
  SparseVector centre = mean_of(pool, candidates);
  normalise(centre);
  KeywordReach widest = KeywordReach::article;
  for (const std::size_t candidate : candidates) widest = std::max(widest, pool.sentences[candidate].keyword);
  std::erase_if(candidates,
                [&](std::size_t candidate) { return pool.sentences[candidate].keyword < widest; });
  std::vector<std::size_t> chosen;
  SparseVector sum;
  while (chosen.size() < count) {
    const std::size_t* best = nullptr;
    double best_score = -1;
    // cos(sum + x, centre), without building the sum: |sum + x|^2 = |sum|^2 + 2 sum.x + |x|^2
    const double sum_centre = dot(sum, centre);
    const double sum_square = dot(sum, sum);
    for (const std::size_t& candidate : candidates) {
      const SparseVector& vector = pool.sentences[candidate].vector;
      const bool told = std::any_of(chosen.begin(), chosen.end(), [&](std::size_t other) {
        return other == candidate || dot(pool.sentences[other].vector, vector) > kSame;
      });
      if (told) continue;
      const double square = sum_square + 2 * dot(sum, vector) + dot(vector, vector);
      const double score = square > 0 ? (sum_centre + dot(vector, centre)) / std::sqrt(square) : 0;
      if (score > best_score) {
        best_score = score;
        best = &candidate;
      }
    }
    if (best == nullptr) break;
    chosen.push_back(*best);
    add_to(sum, pool.sentences[*best].vector);
  }
  return chosen;
}

}  // namespace

std::vector<std::size_t> choose_sentences(const SentencePool& pool, Date day, std::size_t count) {
  return most_central(pool, candidates_of(pool, day), count);
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
