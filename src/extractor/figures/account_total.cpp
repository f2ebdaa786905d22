#include "extractor/figures/account_total.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "extractor/figures/word_in.hpp"
#include "extractor/tokens.hpp"

namespace annals {

namespace {

constexpr std::size_t kLongestHeading = 60;  // bytes
constexpr std::size_t kOpening = 400;        // bytes in which an account names its year
constexpr std::int64_t kFiner = 4;           // of a floor: the part by which the finer number passes it
constexpr std::int64_t kFirstYear = 1500;
constexpr std::int64_t kLastYear = 2100;
constexpr std::uint32_t kWordsBetween = 2;  // of "in the northern coastal province"

// Where people were harmed, as far as it tells whether two places can hold the same people.
struct Area {
  std::string country;
  std::string name;  // as the article writes it; empty: of all the country
  PlaceLevel level = PlaceLevel::country;
  bool operator<(const Area& other) const {
    return std::tie(country, level, name) < std::tie(other.country, other.level, other.name);
  }
};

// Text between empty lines; where its first line stands alone it is the heading.
struct Section {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<Area> about;  // the one place that the heading names
};

// A telling and what is known of where.
struct Placed {
  const Telling* telling = nullptr;
  std::size_t section = 0;
  bool of_all = false;  // tells of no place of its own
};

class Accountant {
 public:
  Accountant(std::string_view text, const std::vector<Claim>& claims, const WordTable& words,
             const FramingRules& framing, const PlaceRules& places)
      : text_(text), claims_(claims), words_(words), framing_(framing), places_(places) {}

  std::optional<Total> total(const std::vector<Telling>& all) {
    year_ = first_year();
    bool others = false;
    for (const Telling& telling : all) {
      const bool other = is_other_event(telling);
      others = others || other;
      if (telling.best() > 0 && !other) place(telling);
    }
    if (told_.empty() && others) return std::nullopt;
    const std::int64_t best = told_.empty() ? 0 : choose();
    return Total{best, best, best};
  }

 private:
  // The year that the account is of: the one named first.
  std::optional<int> first_year() const {
    for (const Token& token : tokenize(text_.substr(0, kOpening), words_)) {
      if (token.kind == TokenKind::number && token.end - token.begin == 4 && token.value >= kFirstYear &&
          token.value <= kLastYear)
        return static_cast<int>(token.value);
    }
    return std::nullopt;
  }

  // "In 1967 a flood there killed 1,700": its sentence names another year.
  bool is_other_event(const Telling& telling) const {
    const std::optional<DateSpan>& date = telling.figures.front()->date;
    if (!year_ || !date || !date->first) return false;
    const int year = date->first->year;
    if (year == *year_ || year == *year_ + 1) return false;  // still counted in the year after
    const std::string_view sentence = slice(text_, claims_[telling.sentence].span);
    const std::size_t at = sentence.find(std::to_string(year));
    if (at == std::string_view::npos || sentence.find(std::to_string(*year_)) != std::string_view::npos)
      return false;
    return !word_in(sentence.substr(0, at), words_, framing_.since);  // "the worst since 2004, killing 78"
  }

  void place(const Telling& telling) {
    const Span span = claims_[telling.sentence].span;
    if (sections_.empty() || span.begin >= sections_.back().end) sections_.push_back(section_at(span.begin));
    const bool own = std::any_of(telling.figures.begin(), telling.figures.end(),
                                 [&](const Figure* f) { return f->place && span.contains(f->place->span); });
    told_.push_back({&telling, sections_.size() - 1, !own && !points_at_place(slice(text_, span))});
  }

  // "killed 45 people, most of them in Peru": the place is that of some.
  bool tells_of_some(const Figure& figure) const {
    const std::uint32_t end = figure.span.end;
    return figure.place->span.begin > end &&
           word_in(text_.substr(end, figure.place->span.begin - end), words_, framing_.partly);
  }

  Section section_at(std::size_t at) const {
    const std::size_t before = text_.rfind("\n\n", at);
    Section section;
    section.begin = before == std::string_view::npos ? 0 : before + 2;
    section.end = std::min(text_.find("\n\n", at), text_.size());
    const std::size_t line = text_.find('\n', section.begin);
    if (line < at && line - section.begin <= kLongestHeading)
      section.about = named_in(text_.substr(section.begin, line - section.begin));
    return section;
  }

  // The place that a heading or a name is about; nothing where it names none or several.
  std::optional<Area> named_in(std::string_view name) const {
    const std::vector<Token> tokens = tokenize(name, words_);
    std::optional<Area> found;
    for (std::size_t i = 0; i < tokens.size();) {
      const auto word_at = [&](std::size_t k) { return tokens[i + k].word; };
      const PhraseMatch match = words_.longest_entry(word_at, tokens.size() - i, places_.place);
      if (match.length == 0) {
        ++i;
        continue;
      }
      if (found) return std::nullopt;
      found = Area{region_of(*match.entry), std::string(name), level_of(match.entry->value)};
      if (is_country(*match.entry)) found->name.clear();
      i += match.length;
    }
    return found;
  }

  Area area_of(const Figure& figure) const {
    if (!figure.place) return {figure.region, {}, PlaceLevel::country};
    std::optional<Area> area = named_in(figure.place->text);
    if (area && !figure.region.empty() && area->country == figure.region) return *area;
    const std::string_view name = figure.place->text;
    const std::string_view last = name.substr(name.find_last_of(' ') + 1);
    const Entry* noun = words_.entry(words_.find(last), places_.place_noun);
    return {figure.region, std::string(name), noun != nullptr ? level_of(noun->note) : PlaceLevel::city};
  }

  // "in the country", "throughout the island", "there": a place told before.
  bool points_at_place(std::string_view sentence) const {
    const std::vector<Token> tokens = tokenize(sentence, words_);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      const ClassSet& set = words_.classes(tokens[i].word);
      if (set.has(framing_.there)) return true;
      if (!set.has(places_.locative) || !words_.classes(tokens[i + 1].word).has(places_.definite)) continue;
      for (std::size_t k = i + 2; k < tokens.size() && k <= i + 2 + kWordsBetween; ++k) {
        const ClassSet& noun = words_.classes(tokens[k].word);
        if (noun.has(places_.place_noun) || noun.has(framing_.land)) return true;
        if (tokens[k].kind != TokenKind::word) break;
      }
    }
    return false;
  }

  std::int64_t choose() const {
    // Does the article sum up before it goes into chapters?
    const bool opens = text_.substr(0, sections_.front().begin).find('.') == std::string_view::npos;
    return opens ? of_summary(first_section()) : of_chapters();
  }

  std::int64_t of_summary(const std::vector<Placed>& summary) const {
    const std::int64_t first = summary.front().telling->best();
    const std::map<Area, std::int64_t> areas = by_area(summary, false);
    std::int64_t sum = sum_of(areas);
    for (const Placed& one : summary) {  // several places told in one breath
      if (one.telling->figures.size() > 1) sum = std::max(sum, one.telling->best());
    }
    std::int64_t told = 0;
    std::int64_t told_somewhere = 0;
    for (const Placed& one : summary) {
      if (!one.telling->in_all) continue;
      told_somewhere = std::max(told_somewhere, one.telling->best());
      if (one.of_all) told = std::max(told, one.telling->best());
    }
    if (told >= first) return told;
    if (const std::int64_t exact = told_exactly(summary); exact > 0) return exact;
    if (const std::int64_t added = added_up(summary); added > 0) return added;
    if (told_somewhere >= first && told_somewhere >= sum) return told_somewhere;
    const bool all_placed =
        std::none_of(summary.begin(), summary.end(), [](const Placed& one) { return one.of_all; });
    if (areas.size() > 1 && (first * 2 < sum || (!summary.front().of_all && all_placed))) return sum;
    return finer(most_told(told_));
  }

  // "Three died in a shop. One died at home. ... The storm caused four deaths": the last adds up the others.
  static std::int64_t added_up(const std::vector<Placed>& summary) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < summary.size(); ++i) {
      const std::int64_t n = summary[i].telling->best();
      if (i >= 2 && n == sum) return n;
      sum += n;
    }
    return 0;
  }

  // "at least 200 ... 202 people died": a floor gives way to the finer number told later.
  std::int64_t finer(std::int64_t best) const {
    const Telling& first = *told_.front().telling;
    const bool floor = first.figures.size() == 1 && !first.figures.front()->quantity.high;
    if (!floor || first.best() != best || best % 10 != 0) return best;
    for (const Placed& one : told_) {
      const std::int64_t n = one.telling->best();
      if (n > best && n % 10 != 0 && (n - best) * kFiner <= best) return n;
    }
    return best;
  }

  // "thousands died ... the total death toll was above 60,000": a vague opening gives way to a number told in
  // all.
  std::int64_t told_exactly(const std::vector<Placed>& summary) const {
    if (!is_partly_vague(*summary.front().telling)) return 0;
    std::int64_t most = 0;
    for (const Placed& one : told_) {
      const Telling& telling = *one.telling;
      if (telling.in_all && !is_partly_vague(telling) && telling.best() >= summary.front().telling->best())
        most = std::max(most, telling.best());
    }
    return most;
  }

  static bool is_partly_vague(const Telling& telling) {
    return std::any_of(telling.figures.begin(), telling.figures.end(),
                       [](const Figure* f) { return f->quantity.bound == Bound::vague; });
  }

  std::int64_t of_chapters() const {
    std::vector<Placed> chapters;
    std::vector<Placed> general;
    for (const Placed& one : told_) (sections_[one.section].about ? chapters : general).push_back(one);
    std::int64_t whole = 0;
    for (const Placed& one : general) {
      if (one.telling->in_all && one.of_all) whole = std::max(whole, one.telling->best());
    }
    const std::map<Area, std::int64_t> areas = by_area(chapters, true);
    std::int64_t largest = 0;
    for (const auto& [area, n] : areas) largest = std::max(largest, n);
    if (whole >= std::max<std::int64_t>(1, largest)) return whole;
    if (areas.size() > 1) {
      std::int64_t most = sum_of(areas);
      for (const Placed& one : general) most = std::max(most, one.telling->best());
      return most;
    }
    return of_summary(first_section());
  }

  std::vector<Placed> first_section() const {
    std::vector<Placed> first;
    for (const Placed& one : told_) {
      if (one.section == 0) first.push_back(one);
    }
    return first;
  }

  // The largest number told of each area. "As many as 900" counts where nothing else is told.
  std::map<Area, std::int64_t> by_area(const std::vector<Placed>& tellings, bool chapters) const {
    std::map<Area, std::int64_t> areas;
    std::map<Area, std::int64_t> at_most;
    for (const Placed& one : tellings) {
      std::map<Area, std::int64_t> told;
      bool open = false;
      for (const Figure* f : one.telling->figures) {
        Area area = chapters ? *sections_[one.section].about : area_of(*f);
        told[std::move(area)] += point(f->quantity).value_or(0);
        open = open || !f->quantity.low;
      }
      for (const auto& [area, n] : told) {
        std::int64_t& here = (open ? at_most : areas)[area];
        here = std::max(here, n);
      }
    }
    areas.insert(at_most.begin(), at_most.end());
    return areas;
  }

  // Of each country what is told of it, or of its parts if that is more.
  static std::int64_t sum_of(const std::map<Area, std::int64_t>& areas) {
    std::int64_t sum = 0;
    for (auto at = areas.begin(); at != areas.end();) {
      auto end = at;
      std::int64_t whole = 0;
      std::int64_t regions = 0;
      std::int64_t finer = 0;
      while (end != areas.end() && end->first.country == at->first.country) {
        const PlaceLevel level = end->first.level;
        (level <= PlaceLevel::country ? whole : level == PlaceLevel::region ? regions : finer) += end->second;
        ++end;
      }
      sum += std::max({whole, regions, finer});
      at = end;
    }
    return sum;
  }

  // What is told first, most often and as a total; the largest counts for more than a part of it.
  static std::int64_t most_told(const std::vector<Placed>& tellings) {
    std::map<std::int64_t, int> weight;
    std::int64_t largest = 0;
    for (const Placed& one : tellings) {
      const std::int64_t n = one.telling->best();
      if (n * 2 < tellings.front().telling->best()) continue;
      if (&one != &tellings.front() && is_partly_vague(*one.telling)) continue;  // "hundreds die each year"
      weight[n] += 1 + (&one == &tellings.front() ? 3 : 0) + (one.telling->in_all ? 1 : 0);
      largest = std::max(largest, n);
    }
    weight[largest] += 2;
    return std::max_element(weight.begin(), weight.end(),
                            [](const auto& a, const auto& b) { return a.second <= b.second; })
        ->first;
  }

  std::string_view text_;
  const std::vector<Claim>& claims_;
  const WordTable& words_;
  const FramingRules& framing_;
  const PlaceRules& places_;
  std::optional<int> year_;
  std::vector<Section> sections_;  // that tell anything
  std::vector<Placed> told_;
};

}  // namespace

std::optional<Total> total_of_account(std::string_view text, const std::vector<Claim>& claims,
                                      const std::vector<Telling>& tellings, const WordTable& words,
                                      const FramingRules& framing, const PlaceRules& places) {
  return Accountant(text, claims, words, framing, places).total(tellings);
}

}  // namespace annals
