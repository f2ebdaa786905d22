#include "extractor/temporal/meaning.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace annals {

namespace {

template <typename Enum, std::size_t N>
using Codes = std::array<std::pair<std::string_view, Enum>, N>;

constexpr Codes<TimeUnit, 12> kUnits{{{"S", TimeUnit::second},
                                      {"MIN", TimeUnit::minute},
                                      {"H", TimeUnit::hour},
                                      {"D", TimeUnit::day},
                                      {"WE", TimeUnit::weekend},
                                      {"W", TimeUnit::week},
                                      {"FN", TimeUnit::fortnight},
                                      {"M", TimeUnit::month},
                                      {"Q", TimeUnit::quarter},
                                      {"Y", TimeUnit::year},
                                      {"E", TimeUnit::decade},
                                      {"C", TimeUnit::century}}};
constexpr Codes<Season, 4> kSeasons{
    {{"SP", Season::spring}, {"SU", Season::summer}, {"FA", Season::autumn}, {"WI", Season::winter}}};
constexpr Codes<DayPart, 4> kParts{
    {{"MO", DayPart::morning}, {"AF", DayPart::afternoon}, {"EV", DayPart::evening}, {"NI", DayPart::night}}};
constexpr Codes<Reference, 3> kReferences{
    {{"PAST_REF", Reference::past}, {"PRESENT_REF", Reference::present}, {"FUTURE_REF", Reference::future}}};
constexpr Codes<TimeMod, 9> kMods{{{"", TimeMod::none},
                                   {"START", TimeMod::start},
                                   {"MID", TimeMod::mid},
                                   {"END", TimeMod::end},
                                   {"APPROX", TimeMod::approx},
                                   {"MORE_THAN", TimeMod::more_than},
                                   {"LESS_THAN", TimeMod::less_than},
                                   {"EQUAL_OR_MORE", TimeMod::equal_or_more},
                                   {"EQUAL_OR_LESS", TimeMod::equal_or_less}}};

template <typename Enum, std::size_t N>
std::optional<Enum> coded(const Codes<Enum, N>& codes, std::string_view code) {
  const auto it = std::find_if(codes.begin(), codes.end(), [&](const auto& c) { return c.first == code; });
  return it == codes.end() ? std::nullopt : std::optional<Enum>(it->second);
}

template <typename Enum, std::size_t N>
std::string_view code_in(const Codes<Enum, N>& codes, Enum value) {
  const auto it = std::find_if(codes.begin(), codes.end(), [&](const auto& c) { return c.second == value; });
  return it == codes.end() ? std::string_view() : it->first;
}

}  // namespace

std::optional<TimeUnit> unit_coded(std::string_view code) {
  return coded(kUnits, code);
}
std::optional<Season> season_coded(std::string_view code) {
  return coded(kSeasons, code);
}
std::optional<DayPart> day_part_coded(std::string_view code) {
  return coded(kParts, code);
}
std::optional<Reference> reference_coded(std::string_view code) {
  return coded(kReferences, code);
}
std::optional<TimeMod> mod_coded(std::string_view code) {
  return coded(kMods, code);
}
std::string_view code_of(Season season) {
  return code_in(kSeasons, season);
}
std::string_view code_of(DayPart part) {
  return code_in(kParts, part);
}
std::string_view code_of(Reference reference) {
  return code_in(kReferences, reference);
}
std::string_view code_of(TimeMod mod) {
  return code_in(kMods, mod);
}

}  // namespace annals
