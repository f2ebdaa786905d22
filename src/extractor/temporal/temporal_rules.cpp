#include "extractor/temporal/temporal_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "annals/model/error.hpp"
#include "annals/text/utf8.hpp"

#include "extractor/lexicon_data.hpp"

namespace annals {

namespace {

constexpr const char* kTable = "time_patterns.tsv";

struct FieldName {
  std::string_view name;
  TimeField field;
  std::string_view elements;  // default, separated by blanks
};
constexpr std::array<FieldName, 29> kFields{{
    {"year", TimeField::year, "year4"},
    {"year2", TimeField::year2, "year2"},
    {"spoken_year", TimeField::spoken_year, "unit_number"},
    {"month", TimeField::month, "month short_month"},
    {"day", TimeField::day, "day2 ordnum"},
    {"weekday", TimeField::weekday, "weekday short_weekday weekdays"},
    {"quarter", TimeField::quarter, "nth"},
    {"half", TimeField::half, "nth"},
    {"season", TimeField::season, "season"},
    {"part", TimeField::part, "daypart dayparts"},
    {"hour", TimeField::hour, "hour"},
    {"minute", TimeField::minute, "minute2"},
    {"ampm", TimeField::ampm, "ampm"},
    {"clock", TimeField::clock, "clock_word"},
    {"clock4", TimeField::clock4, "clock4"},
    {"clock_dot", TimeField::clock_dot, "dec"},
    {"offset", TimeField::offset, "day_word"},
    {"step", TimeField::step, "deictic_step anaphoric_step"},
    {"count", TimeField::count, ""},
    {"unit", TimeField::unit, "unit units short_unit short_units"},
    {"decade", TimeField::decade, "decade"},
    {"decade2", TimeField::decade2, "decade2"},
    {"century", TimeField::century, "ordinal nth"},
    {"era", TimeField::era, "era"},
    {"reference", TimeField::reference, "time_ref"},
    {"often", TimeField::often, "often"},
    {"join", TimeField::join, "'to' 'and' 'through' 'until' 'till' 'or' dash"},
    {"nth", TimeField::nth, "nth"},
    {"easter", TimeField::easter, ""},
}};

constexpr std::array<std::pair<std::string_view, TimeOperation>, 7> kOperations{{
    {"date", TimeOperation::date},
    {"shift", TimeOperation::shift},
    {"duration", TimeOperation::duration},
    {"set", TimeOperation::set},
    {"reference", TimeOperation::reference},
    {"pair", TimeOperation::pair},
    {"none", TimeOperation::none},
}};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = std::min(text.find(' ', at), text.size());
    if (blank > at) words.push_back(text.substr(at, blank - at));
    at = blank + 1;
  }
  return words;
}

// Elements named in a pattern, in order of first use.
void collect_elements(std::string_view pattern, std::vector<std::string>& elements) {
  constexpr std::string_view kSigns = " ()|?*+";
  for (std::size_t at = 0; at < pattern.size();) {
    if (kSigns.find(pattern[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    std::size_t end = pattern[at] == '\'' ? pattern.find('\'', at + 1) : std::string_view::npos;
    end =
        end == std::string_view::npos ? std::min(pattern.find_first_of(kSigns, at), pattern.size()) : end + 1;
    const std::string_view name = pattern.substr(at, end - at);
    if (std::find(elements.begin(), elements.end(), name) == elements.end()) elements.emplace_back(name);
    at = end;
  }
}

// Replaces @NAME by the piece of that name, in brackets. Pieces may use those above them.
std::string expand(std::string_view pattern, const std::map<std::string, std::string, std::less<>>& pieces,
                   const std::string& where) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] != '@') {
      out += pattern[at++];
      continue;
    }
    std::size_t end = at + 1;
    while (end < pattern.size() &&
           ((pattern[end] >= 'A' && pattern[end] <= 'Z') || (pattern[end] >= '0' && pattern[end] <= '9')))
      ++end;
    const auto piece = pieces.find(pattern.substr(at, end - at));
    if (piece == pieces.end()) {
      throw Error(Error::Kind::input,
                  fmt::format("{}: no piece {} above this row", where, pattern.substr(at, end - at)));
    }
    out += "(" + piece->second + ")";
    at = end;
  }
  return out;
}

std::optional<int> whole_number(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class TemplateReader {
 public:
  TemplateReader(std::string where, std::string_view text) : where_(std::move(where)), text_(text) {}

  // Elements that the slots name; they must be known before symbols are made.
  void collect(std::vector<std::string>& elements) const {
    for (const std::string_view word : fields()) {
      for (const std::string_view element : elements_of(word)) collect_elements(element, elements);
    }
  }

  TemporalRule read(const TimeSymbols& symbols) const {
    TemporalRule rule;
    rule.where = where_;
    const auto words = words_of(text_);
    const auto operation = std::find_if(kOperations.begin(), kOperations.end(),
                                        [&](const auto& o) { return !words.empty() && o.first == words[0]; });
    if (operation == kOperations.end()) fail("it must begin with an operation (date, shift, duration, ...)");
    rule.operation = operation->second;
    for (const std::string_view word : fields()) read_word(word, symbols, rule);
    return rule;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(Error::Kind::input, fmt::format("{}: template '{}': {}", where_, text_, what));
  }

  std::vector<std::string_view> fields() const {
    auto words = words_of(text_);
    if (!words.empty()) words.erase(words.begin());
    return words;
  }

  static const FieldName* field_named(std::string_view name) {
    const auto it =
        std::find_if(kFields.begin(), kFields.end(), [&](const FieldName& f) { return f.name == name; });
    return it == kFields.end() ? nullptr : &*it;
  }

  static bool is_constant(std::string_view value) {
    return whole_number(value).has_value() || (value[0] >= 'A' && value[0] <= 'Z');
  }

  static std::vector<std::string_view> elements_of(std::string_view word) {
    if (word.front() == '+' || word.front() == '-') word.remove_prefix(1);
    const std::size_t equals = word.find('=');
    const FieldName* field = field_named(word.substr(0, equals));
    if (field == nullptr) return {};
    if (equals == std::string_view::npos) return words_of(field->elements);
    const std::string_view value = word.substr(equals + 1);
    if (value.empty() || is_constant(value)) return {};
    std::vector<std::string_view> elements;
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t slash = std::min(value.find('/', at), value.size());
      elements.push_back(value.substr(at, slash - at));
      at = slash + 1;
    }
    return elements;
  }

  void read_word(std::string_view word, const TimeSymbols& symbols, TemporalRule& rule) const {
    if (const auto number = whole_number(word)) {
      rule.amount = *number;
      return;
    }
    if (word == "publication" || word == "mention") {
      rule.anchor = word == "mention" ? AnchorKind::last_mention : AnchorKind::publication;
      return;
    }
    if (word == "vague") {
      rule.vague = true;
      return;
    }
    if (word == "unplaced") {
      rule.unplaced = true;
      return;
    }
    if (word == "narrative") {
      rule.narrative = true;
      return;
    }
    if (word == "quarterly") {
      rule.quarterly = true;
      return;
    }
    const std::size_t equals = word.find('=');
    const std::string_view value = equals == std::string_view::npos ? "" : word.substr(equals + 1);
    if (word.starts_with("from=") || word.starts_with("but=")) {
      const auto count = whole_number(value);
      if (!count || *count < 0) fail("from= and but= take a number of tokens");
      (word[0] == 'f' ? rule.from : rule.but) = static_cast<std::uint32_t>(*count);
      return;
    }
    std::string_view name = word.substr(0, equals);
    if (name.front() == '+' || name.front() == '-') {
      rule.sign = name.front() == '-' ? -1 : 1;
      name.remove_prefix(1);
    }
    const FieldName* field = field_named(name);
    if (field == nullptr) fail(fmt::format("no field is called '{}'", name));
    TimeSlot slot;
    slot.field = field->field;
    if (!value.empty() && is_constant(value)) {
      slot.number = whole_number(value).value_or(0);
      slot.code = value;
    } else {
      for (const std::string_view element : elements_of(word))
        slot.elements.push_back(symbols.element(element));
    }
    rule.slots.push_back(std::move(slot));
  }

  std::string where_;
  std::string_view text_;
};

}  // namespace

std::unique_ptr<TemporalRules> compile_temporal_rules(LexiconData& lexicon) {
  auto rules = std::make_unique<TemporalRules>();
  std::map<std::string, std::string, std::less<>> pieces;
  std::vector<PatternSet::Pattern> patterns;
  std::vector<TemplateReader> templates;
  std::vector<std::string> elements;
  for (const TsvRow& row : lexicon.table(kTable).rows) {
    const std::string where = fmt::format("{}:{}", kTable, row.line);
    if (row.cells.size() >= 2 && row.cells[0].starts_with("@")) {
      pieces[std::string(trim(row.cells[0]))] = expand(trim(row.cells[1]), pieces, where);
      continue;
    }
    if (row.cells.size() < 3 || row.cells.size() > 4) {
      throw Error(Error::Kind::input, where + ": a row has 3 or 4 columns: name, pattern, template, note");
    }
    patterns.push_back({expand(trim(row.cells[1]), pieces, where), where});
    templates.emplace_back(where, trim(row.cells[2]));
    collect_elements(patterns.back().text, elements);
    templates.back().collect(elements);
    for (const std::string& element : elements) {
      if (!TimeSymbols::is_element(lexicon.words, element)) {
        throw Error(
            Error::Kind::input,
            fmt::format("{}: '{}' is no class of words and no shape of numbers or marks", where, element));
      }
    }
  }
  for (const std::string& element : elements) {
    if (element.size() > 2 && element.front() == '\'')
      lexicon.words.intern(std::string_view(element).substr(1, element.size() - 2));
  }
  rules->symbols = TimeSymbols(lexicon.words, elements);
  for (const TemplateReader& reader : templates) rules->rules.push_back(reader.read(rules->symbols));
  const TimeSymbols& symbols = rules->symbols;
  rules->patterns = PatternSet(patterns, symbols.count(), [&](std::string_view element) {
    return symbols.matched_by(symbols.element(element));
  });
  const auto find = [&](const char* name) { return lexicon.words.find_class(name); };
  rules->units = {find("unit"), find("units"), find("short_unit"), find("short_units")};
  rules->month = find("month");
  rules->short_month = find("short_month");
  rules->unit_number = find("unit_number");
  rules->multiplier = find("multiplier");
  rules->amount_word = find("amount_word");
  rules->vague_count = find("vague_count");
  rules->edge = find("edge");
  rules->edge_noun = find("edge_noun");
  rules->earlier = find("earlier");
  rules->approx = find("approx");
  rules->limit = find("limit");
  rules->tied = find("tied");
  rules->date_lead = find("date_lead");
  rules->ahead = find("ahead");
  rules->behind = find("behind");
  rules->over = find("over");
  rules->aims = find("aims");
  rules->aimed = find("aimed");
  rules->to = find("to");
  rules->verb_base = find("verb_base");
  rules->happening = find("happening");
  rules->relative = find("relative");
  rules->timetable = find("timetable");
  rules->preposition = find("preposition");
  rules->modal = find("modal");
  rules->from = find("from");
  rules->deadline = find("deadline");
  rules->be = find("be");
  for (const char* name : {"verb_past", "speech", "harm_ed", "die_ed"}) rules->past_forms.add(find(name));
  return rules;
}

}  // namespace annals
