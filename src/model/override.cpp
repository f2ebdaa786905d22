#include "annals/model/override.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "annals/text/utf8.hpp"

#include "model/names.hpp"

namespace annals {

namespace {

constexpr std::array<std::string_view, 5> kActs{"set", "reject", "accept", "expect", "undo"};
constexpr std::array<std::string_view, 5> kStates{"applied", "stale", "undone", "met", "failed"};

// FNV-1a, 64 bit (Fowler, Noll, Vo): short, and the same everywhere.
std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
  return hash;
}

std::optional<std::int64_t> count_of(std::string_view text) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count < 0) return std::nullopt;
  return count;
}

std::string no_word(const OverrideField& field) {
  return fmt::format("{}={}: no such {}", field.name, field.value, field.name);
}

// A field with a closed list of words.
template <typename Enum>
std::optional<std::string> set_word(Enum& to, const OverrideField& field,
                                    std::optional<Enum> (*named)(std::string_view)) {
  const auto value = named(field.value);
  if (!value) return no_word(field);
  to = *value;
  return std::nullopt;
}

std::optional<std::string> set_flag(bool& to, const OverrideField& field) {
  if (field.value != "true" && field.value != "false")
    return fmt::format("{}={}: it is true or false", field.name, field.value);
  to = field.value == "true";
  return std::nullopt;
}

std::optional<std::string> set_count(Quantity& quantity, const OverrideField& field) {
  const auto count = count_of(field.value);
  if (!count) return fmt::format("{}={}: not a whole number from 0 on", field.name, field.value);
  if (field.name == "value") {
    quantity =
        stated(*count, quantity.bound == Bound::vague || quantity.bound == Bound::range ? Bound::exact
                                                                                        : quantity.bound);
    return std::nullopt;
  }
  (field.name == "low" ? quantity.low : quantity.high) = count;
  if (quantity.low && quantity.high && *quantity.low > *quantity.high)
    return fmt::format("{}={}: low is above high", field.name, field.value);
  if (quantity.low && quantity.high)
    quantity.bound = *quantity.low == *quantity.high ? Bound::exact : Bound::range;
  return std::nullopt;
}

std::optional<std::string> set_bound(Quantity& quantity, const OverrideField& field) {
  const auto bound = bound_named(field.value);
  if (!bound) return no_word(field);
  if (const auto number = point(quantity)) quantity = stated(*number, *bound);
  quantity.bound = *bound;
  return std::nullopt;
}

}  // namespace

std::string_view name_of(OverrideAct act) {
  return name_in(kActs, act);
}

std::optional<OverrideAct> override_act_named(std::string_view name) {
  return named_in<OverrideAct>(kActs, name);
}

std::string decision_of(const Override& entry) {
  std::string line(name_of(entry.act));
  if (!entry.target.empty()) line += ' ' + entry.target;
  for (const OverrideField& field : entry.fields) line += ' ' + field.name + '=' + field.value;
  return line;
}

std::string_view name_of(OverrideState state) {
  return name_in(kStates, state);
}

std::optional<OverrideState> override_state_named(std::string_view name) {
  return named_in<OverrideState>(kStates, name);
}

std::set<std::string> undone_lines(const std::vector<Override>& entries) {
  std::set<std::string> undone;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (entry->act == OverrideAct::undo && !undone.contains(std::to_string(entry->line)))
      undone.insert(entry->target);
  }
  return undone;
}

std::string fingerprint(const Evidence& evidence) {
  const auto end = [](const std::optional<std::int64_t>& number) {
    return number ? std::to_string(*number) : std::string("-");
  };
  const Quantity& q = evidence.quantity;
  const std::string seen = fmt::format("{}\n{}\n{}\n{}\n{}", fold_space(evidence.quote), end(q.low),
                                       end(q.high), name_of(q.bound), name_of(evidence.kind));
  return fmt::format("{:08x}", hash_of(seen) >> 32U);
}

std::optional<std::string> set_field(Evidence& evidence, const OverrideField& field) {
  const std::string_view name = field.name;
  if (name == "kind") return set_word<HarmKind>(evidence.kind, field, harm_kind_named);
  if (name == "unit") return set_word<Unit>(evidence.unit, field, unit_named);
  if (name == "scope") return set_word<Scope>(evidence.scope, field, scope_named);
  if (name == "frame") return set_word<Frame>(evidence.frame, field, frame_named);
  if (name == "part") return set_flag(evidence.part, field);
  if (name == "more") return set_flag(evidence.more, field);
  if (name == "value" || name == "low" || name == "high") return set_count(evidence.quantity, field);
  if (name == "bound") return set_bound(evidence.quantity, field);
  if (name == "date") {
    const auto date = parse_edtf(field.value);
    if (!date) return fmt::format("date={}: not a date in EDTF", field.value);
    evidence.date = date;
    return std::nullopt;
  }
  for (const auto& [text, to] : {std::pair{"part_of", &evidence.part_of},
                                 {"victims", &evidence.victims},
                                 {"place", &evidence.place},
                                 {"region", &evidence.region},
                                 {"source", &evidence.source},
                                 {"source_kind", &evidence.source_kind}}) {
    if (name != text) continue;
    *to = field.value;
    return std::nullopt;
  }
  return fmt::format("{}: no field that can be set", field.name);
}

std::optional<Expectation> expectation_of(const std::vector<OverrideField>& fields, std::string& problem) {
  Expectation expectation;
  bool counted = false;
  for (const OverrideField& field : fields) {
    if (const auto kind = harm_kind_named(field.name)) {
      const auto count = count_of(field.value);
      if (!count || counted) {
        problem = counted ? "expect takes one kind" : no_word(field) + "; a whole number is wanted";
        return std::nullopt;
      }
      expectation.kind = *kind;
      expectation.best = *count;
      counted = true;
    } else if (field.name == "on") {
      expectation.on = parse_iso_date(field.value);
      if (!expectation.on) {
        problem = fmt::format("on={}: not a day", field.value);
        return std::nullopt;
      }
    } else if (field.name == "event") {
      expectation.event = field.value;
    } else if (field.name == "place") {
      expectation.place = field.value;
    } else if (field.name == "part_of") {
      expectation.part_of = field.value;
    } else {
      problem = fmt::format("{}: expect takes a kind of harm, on, event, place and part_of", field.name);
      return std::nullopt;
    }
  }
  if (!counted) {
    problem = "expect needs a kind of harm and its number, such as killed=12";
    return std::nullopt;
  }
  return expectation;
}

}  // namespace annals
