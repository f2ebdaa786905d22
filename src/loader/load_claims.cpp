#include "annals/loader/load_claims.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>
#include <utility>

#include <fmt/core.h>
#include <simdjson.h>

#include "annals/model/error.hpp"
#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "loader/byte_source.hpp"
#include "loader/header_dates.hpp"
#include "loader/json_error.hpp"
#include "loader/line_reader.hpp"

namespace annals {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kLongestLine = std::size_t{1} << 26;  // of a claim; a quote is a sentence

// The line is no claim; what() says why.
class BadClaim : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::optional<element> field_of(const object& claim, std::string_view name) {
  element value;
  if (claim.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::string shown(std::string_view word) {
  return escape_terminal(shorten(word, 40));
}

std::string text_of(const object& claim, std::string_view name) {
  const auto value = field_of(claim, name);
  if (!value) return {};
  std::string_view words;
  if (value->get_string().get(words) == simdjson::SUCCESS) return std::string(words);
  throw BadClaim(fmt::format("\"{}\" has to be a string", name));
}

bool flag_of(const object& claim, std::string_view name) {
  const auto value = field_of(claim, name);
  if (!value) return false;
  bool flag = false;
  if (value->get_bool().get(flag) == simdjson::SUCCESS) return flag;
  throw BadClaim(fmt::format("\"{}\" has to be true or false", name));
}

std::optional<std::int64_t> count_of(const object& claim, std::string_view name) {
  const auto value = field_of(claim, name);
  if (!value) return std::nullopt;
  std::int64_t count = 0;
  double written = 0;  // "12.0" is how some spreadsheets write 12
  if (value->get_int64().get(count) != simdjson::SUCCESS &&
      value->get_double().get(written) == simdjson::SUCCESS && written >= 0 && written < 9.2e18 &&
      std::floor(written) == written) {
    return static_cast<std::int64_t>(written);
  }
  if (value->get_int64().get(count) != simdjson::SUCCESS || count < 0)
    throw BadClaim(fmt::format("\"{}\" has to be a whole number from 0 on, without quotes or commas", name));
  return count;
}

// A word of a closed list, or `otherwise` when the field is not there.
template <typename Enum>
Enum word_of(const object& claim, std::string_view name, std::optional<Enum> (*named)(std::string_view),
             std::optional<Enum> otherwise) {
  const std::string word = text_of(claim, name);
  if (word.empty()) {
    if (otherwise) return *otherwise;
    throw BadClaim(fmt::format("\"{}\" is missing", name));
  }
  if (const auto value = named(word)) return *value;
  throw BadClaim(fmt::format("unknown {} \"{}\"", name, shown(word)));
}

Quantity quantity_of(const object& claim) {
  const auto value = count_of(claim, "value");
  Quantity quantity{count_of(claim, "low"), count_of(claim, "high"), Bound::exact};
  const std::string word = text_of(claim, "bound");
  const auto bound =
      word.empty() ? std::nullopt : std::optional(word_of<Bound>(claim, "bound", bound_named, std::nullopt));
  if (!quantity.low && !quantity.high) {
    if (value) return stated(*value, bound.value_or(Bound::exact));
    if (bound == Bound::vague) return {std::nullopt, std::nullopt, Bound::vague};
    throw BadClaim(R"(no count: "value", "low" or "high" is missing)");
  }
  if (quantity.low && quantity.high && *quantity.low > *quantity.high)
    throw BadClaim(R"("low" is above "high")");
  if (bound) {
    quantity.bound = *bound;
  } else if (quantity.low && quantity.high) {
    quantity.bound = *quantity.low == *quantity.high ? Bound::exact : Bound::range;
  } else {
    quantity.bound = quantity.low ? Bound::at_least : Bound::at_most;
  }
  return quantity;
}

std::optional<Instant> instant_field(const object& claim, std::string_view name) {
  const std::string words = text_of(claim, name);
  if (words.empty()) return std::nullopt;
  const HeaderDate date = read_header_date(words);
  if (date.when) return date.when;
  throw BadClaim(date.impossible ? fmt::format("{}: \"{}\" is no day of the calendar", name, shown(words))
                                 : fmt::format("{}: cannot read \"{}\" as a date (write it as YYYY-MM-DD)",
                                               name, shown(words)));
}

std::optional<DateSpan> date_of(const object& claim) {
  const std::string words = text_of(claim, "date");
  if (words.empty()) return std::nullopt;
  if (auto span = parse_edtf(words)) return span;
  throw BadClaim(
      fmt::format("date: cannot read \"{}\" (write a day as YYYY-MM-DD, a span as A/B)", shown(words)));
}

Span span_of(const object& claim) {
  const auto begin = count_of(claim, "begin");
  const auto end = count_of(claim, "end");
  if (!begin || !end) return {};
  if (*begin > *end || *end > std::numeric_limits<std::uint32_t>::max())
    throw BadClaim(R"("begin" and "end" are no span)");
  return {static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
}

Evidence claim_of(const object& claim) {
  Evidence evidence;
  const auto id = field_of(claim, "id");
  std::int64_t number = 0;
  evidence.id = id && id->get_int64().get(number) == simdjson::SUCCESS ? fmt::format("{}", number)
                                                                       : text_of(claim, "id");
  evidence.event = text_of(claim, "event");
  const std::string kind = text_of(claim, "kind");
  if (kind.empty()) throw BadClaim("\"kind\" is missing");
  if (const auto harm = harm_kind_named(kind)) {
    evidence.kind = *harm;
  } else {  // counts of something else are reconciled all the same, each measure by itself
    evidence.kind = HarmKind::affected;
    evidence.measure = kind;
  }
  evidence.quantity = quantity_of(claim);
  evidence.unit = word_of<Unit>(claim, "unit", unit_named, Unit::people);
  evidence.scope = word_of<Scope>(claim, "scope", scope_named, Scope::event);
  evidence.frame = word_of<Frame>(claim, "frame", frame_named, Frame::reported);
  evidence.part = flag_of(claim, "part");
  evidence.more = flag_of(claim, "more");
  evidence.part_of = text_of(claim, "part_of");
  evidence.victims = text_of(claim, "victims");
  evidence.place = text_of(claim, "place");
  evidence.source = text_of(claim, "source");
  evidence.source_kind = text_of(claim, "source_kind");
  evidence.via = text_of(claim, "via");
  evidence.publisher = text_of(claim, "publisher");
  evidence.fate = word_of<Fate>(claim, "fate", fate_named, Fate::known);
  evidence.side = word_of<Side>(claim, "side", side_named, Side::everyone);
  evidence.definition = word_of<Definition>(claim, "definition", definition_named, Definition::reported);
  evidence.published = instant_field(claim, "published");
  evidence.ingested = instant_field(claim, "ingested");
  evidence.date = date_of(claim);
  evidence.article = text_of(claim, "article");
  evidence.span = span_of(claim);
  evidence.quote = text_of(claim, "quote");
  evidence.duplicate = flag_of(claim, "duplicate");
  return evidence;
}

std::vector<Evidence> read_claims(LineReader lines, const std::string& path, const DiagnosticSink& report) {
  std::vector<Evidence> claims;
  std::unordered_set<std::string> ids;
  std::unordered_set<std::string> measures;  // each is said once
  simdjson::dom::parser parser;
  for (auto next = lines.next(); next != LineReader::Next::end; next = lines.next()) {
    const auto complain = [&](Severity severity, std::string message) {
      report({severity, fmt::format("{}:{}", path, lines.number()), {}, std::move(message)});
    };
    if (next == LineReader::Next::too_long) {
      complain(Severity::error,
               fmt::format("a line of more than {} bytes is no claim; it is left out", kLongestLine));
      continue;
    }
    std::string_view line = lines.line();
    if (lines.number() == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (trim(line).empty()) continue;
    element root;
    if (const auto error = parser.parse(line.data(), line.size(), /*realloc_if_needed=*/false).get(root);
        error != simdjson::SUCCESS) {
      complain(Severity::error,
               fmt::format("{}; the line is left out", describe(find_json_error(line), error)));
      continue;
    }
    object claim;
    if (root.get_object().get(claim) != simdjson::SUCCESS) {
      complain(Severity::error,
               "not a claim: one object a line is expected, as in {\"id\": \"c1\", \"kind\": \"killed\", "
               "\"value\": 29}");
      continue;
    }
    try {
      Evidence evidence = claim_of(claim);
      if (evidence.id.empty()) evidence.id = fmt::format("{}#{}", path, lines.number());
      if (!ids.insert(evidence.id).second)
        complain(Severity::warning,
                 fmt::format("the id \"{}\" was there before; reasons that name it can mean either claim",
                             shown(evidence.id)));
      if (!evidence.measure.empty() && measures.insert(evidence.measure).second)
        complain(Severity::warning,
                 fmt::format("\"{}\" is no kind of harm; it is counted as a measure of its own",
                             shown(evidence.measure)));
      claims.push_back(std::move(evidence));
    } catch (const BadClaim& bad) {
      complain(Severity::error, fmt::format("{}; the claim is left out", bad.what()));
    }
  }
  return claims;
}

}  // namespace

std::vector<Evidence> load_claims(const std::string& path, const DiagnosticSink& report) {
  try {
    const InputFile file(path);
    return read_claims({file.source(), {}, kLongestLine}, path, report);
  } catch (const ReadFailure& failure) {
    throw Error(Error::Kind::input, fmt::format("{}: {}", path, failure.what()));
  }
}

std::vector<Evidence> parse_claims(std::string_view bytes, const std::string& path,
                                   const DiagnosticSink& report) {
  return read_claims({memory_source(bytes), {}, kLongestLine}, path, report);
}

}  // namespace annals
