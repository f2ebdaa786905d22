#include "extractor/figures/mark_repeats.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "extractor/figures/same_people.hpp"

namespace annals {

namespace {

constexpr std::int64_t kSeveral = 5;       // so many are hardly harmed twice on a day
constexpr std::size_t kTellings = 64;      // of one number of different people in one article
constexpr std::uint32_t kBesidesGap = 60;  // bytes behind a figure in which "also" adds it to others
constexpr std::uint32_t kNameGap = 60;     // bytes between a person and the name of the same person

bool told_with_place(const Figure& figure, const std::vector<Claim>& claims) {
  return figure.place && claims[figure.sentence].span.contains(figure.place->span);
}

// Each told with a place of its own, in different countries.
bool are_elsewhere(const Figure& a, const Figure& b, const std::vector<Claim>& claims) {
  return !a.region.empty() && !b.region.empty() && a.region != b.region && told_with_place(a, claims) &&
         told_with_place(b, claims);
}

// "an Italian man, Colonel Carlo Conti", "his son, photographer and founder of a paper": the second tells who
// the first is. A relative is another ("his mother, stepfather and aunt").
bool is_name_of(std::string_view text, const Figure& person, const Figure& name, const WordTable& words,
                const FramingRules& framing) {
  if (point(person.quantity) != 1 || is_named(person)) return false;
  if (!is_named(name) && (!is_undetermined(name) || role_of(name, words, framing) == "relative"))
    return false;
  const std::uint32_t from = person.victims ? person.victims->span.end : person.span.end;
  if (name.span.begin < from + 2 || name.span.begin - from > kNameGap) return false;
  const std::string_view gap = text.substr(from, name.span.begin - from);
  return gap.find(',') != std::string_view::npos && gap.find(" and ") == std::string_view::npos &&
         gap.find_first_of(".;:") == std::string_view::npos;
}

// "six Jesuits", "six priests": several of one calling, of one day and place. Fighters of two sides are not.
bool are_called_otherwise(const Figure& a, const Figure& b, const WordTable& words,
                          const FramingRules& framing) {
  const std::string_view role = role_of(a, words, framing);
  return point(a.quantity).value_or(0) >= kSeveral && !role.empty() && role != "person" &&
         role != "relative" && role != "combatant" && role == role_of(b, words, framing) && a.date &&
         a.date->is_day() && a.date == b.date && a.place && b.place && a.place->text == b.place->text;
}

class Determiners {
 public:
  Determiners(const WordTable& words, const FramingRules& framing) : words_(words), framing_(framing) {}

  // "Carlo Conti, the mayor who was shot": the second says who the first is.
  bool is_description_of(std::string_view text, const Figure& name, const Figure& person) const {
    if (!is_named(name) || is_named(person) || point(person.quantity) != 1 ||
        person.span.begin < name.span.end)
      return false;
    const ClassSet& set = words_.classes(words_.find(slice(text, person.span)));
    return text.substr(name.span.end, person.span.begin - name.span.end) == ", " &&
           (set.has(framing_.definite) || set.has(framing_.indefinite));
  }

  // "The driver was also killed": nobody told of before.
  bool is_told_besides(std::string_view text, const Figure& figure) const {
    std::uint32_t from = figure.span.end;
    if (figure.victims) from = std::max(from, figure.victims->span.end);
    const std::string_view behind = text.substr(from, kBesidesGap);
    for (std::size_t i = 0; i < behind.size();) {
      const std::size_t end = std::min(behind.find_first_of(" \n.,;:", i), behind.size());
      if (words_.classes(words_.find(behind.substr(i, end - i))).has(framing_.besides)) return true;
      if (end < behind.size() && behind[end] != ' ' && behind[end] != '\n') return false;
      i = end + 1;
    }
    return false;
  }

  // "another was hurt. ... a guard was hurt": whoever is new was not told of before without saying who.
  bool is_someone_new(std::string_view text, const Figure& before, const Figure& later) const {
    if (point(later.quantity) != 1) return false;
    if (later.part && !later.victims)
      return before.victims && !before.part && !is_named(before);  // "one of them"
    return before.more && !before.victims && later.victims &&
           words_.classes(words_.find(slice(text, later.span))).has(framing_.indefinite);
  }

 private:
  const WordTable& words_;
  const FramingRules& framing_;
};

}  // namespace

void mark_repeats(std::string_view text, const std::vector<Claim>& claims, std::vector<Figure>& figures,
                  const WordTable& words, const FramingRules& framing) {
  const Determiners determiners(words, framing);
  // First tellings by what a repeat has to share; few differ only in the people they name.
  std::map<std::tuple<HarmKind, Unit, Frame, std::int64_t>, std::vector<std::uint32_t>> told;
  for (std::uint32_t i = 0; i < figures.size(); ++i) {
    Figure& later = figures[i];
    const auto n = point(later.quantity);
    if (!n) continue;
    if (i > 0 && figures[i - 1].sentence == later.sentence && figures[i - 1].kind == later.kind &&
        (is_name_of(text, figures[i - 1], later, words, framing) ||
         determiners.is_description_of(text, figures[i - 1], later))) {
      later.duplicate_of = figures[i - 1].duplicate_of.value_or(i - 1);
      continue;
    }
    std::vector<std::uint32_t>& earlier = told[{later.kind, later.unit, later.frame, *n}];
    const auto first = std::find_if(earlier.begin(), earlier.end(), [&](std::uint32_t j) {
      return figures[j].sentence != later.sentence && !are_elsewhere(figures[j], later, claims) &&
             (may_be_same_people(figures[j], later, words, framing) ||
              are_called_otherwise(figures[j], later, words, framing)) &&
             !determiners.is_someone_new(text, figures[j], later);
    });
    const bool besides =
        first != earlier.end() && *n == 1 && !(is_named(figures[*first]) && is_named(later)) &&
        !are_called_alike(figures[*first], later) && determiners.is_told_besides(text, later);
    if (first != earlier.end() && !later.more && !besides) {
      later.duplicate_of = *first;
    } else if (earlier.size() < kTellings) {
      earlier.push_back(i);
    }
  }
}

}  // namespace annals
