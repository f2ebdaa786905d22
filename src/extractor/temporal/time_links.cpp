#include "extractor/temporal/time_links.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "annals/model/error.hpp"
#include "annals/text/utf8.hpp"

#include "extractor/lexicon_data.hpp"

namespace annals {

namespace {

constexpr const char* kTable = "story_patterns.tsv";
constexpr std::string_view kTime = "time";
constexpr std::string_view kAny = "any";
constexpr std::array<std::pair<std::string_view, StoryRole>, 6> kRoles{{{"begins", StoryRole::begins},
                                                                        {"begins any", StoryRole::begins_any},
                                                                        {"nth", StoryRole::nth},
                                                                        {"numbered", StoryRole::numbered},
                                                                        {"length", StoryRole::length},
                                                                        {"its", StoryRole::its}}};

// Elements named in a pattern that are not known yet.
void collect_elements(std::string_view pattern, std::vector<std::string>& elements) {
  constexpr std::string_view kSigns = " ()|?*+";
  for (std::size_t at = pattern.find_first_not_of(kSigns); at < pattern.size();
       at = pattern.find_first_not_of(kSigns, at)) {
    const std::size_t end = std::min(pattern.find_first_of(kSigns, at), pattern.size());
    const std::string_view name = pattern.substr(at, end - at);
    if (name != kTime && name != kAny && std::find(elements.begin(), elements.end(), name) == elements.end())
      elements.emplace_back(name);
    at = end;
  }
}

StoryRole role_named(std::string_view name, const std::string& where) {
  const auto it = std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& r) { return r.first == name; });
  if (it == kRoles.end()) {
    throw Error(Error::Kind::input, fmt::format("{}: no role is called '{}'; write begins, begins any, nth, "
                                                "numbered, length or its",
                                                where, name));
  }
  return it->second;
}

}  // namespace

void intern_story_words(LexiconData& lexicon) {
  std::vector<std::string> elements;
  for (const TsvRow& row : lexicon.table(kTable).rows) {
    if (row.cells.size() > 1) collect_elements(row.cells[1], elements);
  }
  for (const std::string& element : elements) {
    if (element.size() > 2 && element.front() == '\'')
      lexicon.words.intern(std::string_view(element).substr(1, element.size() - 2));
  }
}

std::unique_ptr<TimeLinkRules> compile_time_links(const LexiconData& lexicon) {
  auto rules = std::make_unique<TimeLinkRules>();
  std::vector<PatternSet::Pattern> patterns;
  std::vector<std::string> elements;
  for (const TsvRow& row : lexicon.table(kTable).rows) {
    const std::string where = fmt::format("{}:{}", kTable, row.line);
    if (row.cells.size() < 3 || row.cells.size() > 4) {
      throw Error(Error::Kind::input, where + ": a row has 3 or 4 columns: name, pattern, role, note");
    }
    patterns.push_back({std::string(trim(row.cells[1])), where});
    rules->story_rules.push_back({role_named(trim(row.cells[2]), where), where});
    collect_elements(row.cells[1], elements);
    for (const std::string& element : elements) {
      if (!TimeSymbols::is_element(lexicon.words, element)) {
        throw Error(
            Error::Kind::input,
            fmt::format("{}: '{}' is no class of words and no shape of numbers or marks", where, element));
      }
    }
  }
  rules->symbols = TimeSymbols(lexicon.words, elements);
  const TimeSymbols& symbols = rules->symbols;
  const PatternSet::Symbol time = rules->time_symbol();
  rules->story_patterns = PatternSet(patterns, symbols.count() + 1,
                                     [&](std::string_view element) -> std::vector<PatternSet::Symbol> {
                                       if (element == kTime) return {time};
                                       if (element != kAny)
                                         return symbols.matched_by(symbols.element(element));
                                       std::vector<PatternSet::Symbol> any(symbols.count());
                                       std::iota(any.begin(), any.end(), PatternSet::Symbol{0});
                                       return any;
                                     });
  const auto find = [&](const char* name) { return lexicon.words.find_class(name); };
  rules->stretch_join = find("stretch_join");
  rules->stretch_open = find("stretch_open");
  rules->reschedule = find("reschedule");
  rules->date_doubt = find("date_doubt");
  rules->date_lead = find("date_lead");
  rules->weekday = find("weekday");
  rules->month = find("month");
  rules->short_month = find("short_month");
  rules->deictic_step = find("deictic_step");
  rules->anaphoric_step = find("anaphoric_step");
  rules->ampm = find("ampm");
  rules->unit = find("unit");
  rules->units = find("units");
  rules->nth = find("nth");
  rules->unit_number = find("unit_number");
  rules->story = find("story");
  rules->of = lexicon.words.find("of");
  return rules;
}

}  // namespace annals
