#include "loader/json_record.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/core.h>

#include "loader/article_fields.hpp"

namespace annals {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

enum class Slot : std::uint8_t {
  id,
  title,
  text,
  published,
  modified,
  publisher,
  author,
  url,
  language,
  count
};
constexpr std::size_t kSlots = static_cast<std::size_t>(Slot::count);

struct Name {
  std::string_view name;
  Slot slot;
};
// Of one slot the better name comes first. trafilatura calls the address "source", others the publisher; its
// "filedate" is the day of the download and newspaper's "source_url" the front page, so neither is here.
constexpr std::array<Name, 48> kNames{{{"id", Slot::id},
                                       {"title", Slot::title},
                                       {"headline", Slot::title},
                                       {"text", Slot::text},
                                       {"maintext", Slot::text},
                                       {"articleBody", Slot::text},
                                       {"body", Slot::text},
                                       {"content", Slot::text},
                                       {"raw_text", Slot::text},
                                       {"published", Slot::published},
                                       {"datePublished", Slot::published},
                                       {"date_publish", Slot::published},
                                       {"publish_date", Slot::published},
                                       {"published_at", Slot::published},
                                       {"publishedAt", Slot::published},
                                       {"date_published", Slot::published},
                                       {"publication_date", Slot::published},
                                       {"pubdate", Slot::published},
                                       {"pubDate", Slot::published},
                                       {"date", Slot::published},
                                       {"modified", Slot::modified},
                                       {"updated", Slot::modified},
                                       {"dateModified", Slot::modified},
                                       {"date_modify", Slot::modified},
                                       {"date_modified", Slot::modified},
                                       {"modified_at", Slot::modified},
                                       {"updated_at", Slot::modified},
                                       {"updatedAt", Slot::modified},
                                       {"last_modified", Slot::modified},
                                       {"publisher", Slot::publisher},
                                       {"sitename", Slot::publisher},
                                       {"site_name", Slot::publisher},
                                       {"meta_site_name", Slot::publisher},
                                       {"source-hostname", Slot::publisher},
                                       {"source", Slot::publisher},
                                       {"source_domain", Slot::publisher},
                                       {"hostname", Slot::publisher},
                                       {"author", Slot::author},
                                       {"authors", Slot::author},
                                       {"byline", Slot::author},
                                       {"url", Slot::url},
                                       {"canonical_link", Slot::url},
                                       {"link", Slot::url},
                                       {"language", Slot::language},
                                       {"lang", Slot::language},
                                       {"meta_lang", Slot::language},
                                       {"inLanguage", Slot::language},
                                       {"original_url", Slot::url}}};

// A string as it is; of an object its name; of a list its parts with commas; of a number its digits. `text`
// is storage for what is made up here.
std::optional<std::string_view> words_of(const element& value, std::string& made, int depth = 0) {
  switch (value.type()) {
    case element_type::STRING: return std::string_view(value.get_string().value_unsafe());
    case element_type::INT64: made = fmt::format("{}", value.get_int64().value_unsafe()); return made;
    case element_type::UINT64: made = fmt::format("{}", value.get_uint64().value_unsafe()); return made;
    case element_type::OBJECT: {
      element name;
      if (depth > 2 || value.get_object().value_unsafe().at_key("name").get(name) != simdjson::SUCCESS)
        return std::nullopt;
      return words_of(name, made, depth + 1);
    }
    case element_type::ARRAY: {
      std::string joined;
      const simdjson::dom::array parts = value.get_array().value_unsafe();
      for (const element part : parts) {
        std::string made_part;
        const auto words = depth > 2 ? std::nullopt : words_of(part, made_part, depth + 1);
        if (!words || words->empty()) continue;
        joined.append(joined.empty() ? "" : ", ").append(*words);
      }
      made = std::move(joined);
      return made;
    }
    default: return std::nullopt;
  }
}

// Seconds or milliseconds since 1970 as a number.
std::optional<Instant> epoch(const element& value) {
  std::int64_t number = 0;
  if (value.get_int64().get(number) != simdjson::SUCCESS) return std::nullopt;
  if (number > 100'000'000'000) number /= 1000;
  if (number < 100'000'000 || number > 100'000'000'000) return std::nullopt;  // 1973..5138, no YYYYMMDD
  Instant instant;
  instant.seconds = number;
  instant.precision = Instant::Precision::second;
  return instant;
}

void take_date(Article& article, const element& value, Field field) {
  if (const auto instant = epoch(value)) {
    (field == Field::modified ? article.modified : article.published) =
        StampedDate{*instant, DateOrigin::record};
    return;
  }
  std::string made;
  if (const auto words = words_of(value, made)) fill_field(article, field, *words, DateOrigin::record);
}

struct Best {
  std::size_t rank = kNames.size();
  element value;
};

bool has_words(const element& value) {
  if (value.is_null()) return false;
  std::string_view words;
  return value.get_string().get(words) != simdjson::SUCCESS || !words.empty();
}

}  // namespace

bool read_json_record(simdjson::dom::object record, Article& article) {
  std::array<Best, kSlots> found{};
  for (const auto& [key, value] : record) {
    if (!has_words(value)) continue;
    std::size_t rank = 0;
    while (rank < kNames.size() && kNames[rank].name != key) ++rank;
    if (rank == kNames.size()) continue;
    Slot slot = kNames[rank].slot;
    std::string_view words;
    if (key == "source" && value.get_string().get(words) == simdjson::SUCCESS && words.starts_with("http"))
      slot = Slot::url;
    Best& best = found.at(static_cast<std::size_t>(slot));
    if (rank < best.rank) best = {rank, value};
  }
  const auto each = [&](Slot slot, auto&& take) {
    const Best& best = found.at(static_cast<std::size_t>(slot));
    if (best.rank < kNames.size()) take(best.value, kNames[best.rank].name);
  };
  const auto fill = [&](Slot slot, Field field) {
    each(slot, [&](const element& value, std::string_view name) {
      std::string made;
      const auto words = words_of(value, made);
      if (words) return fill_field(article, field, *words, DateOrigin::record);
      warn(article, Severity::note, fmt::format("\"{}\" is no string and is left out", name));
    });
  };
  each(Slot::id, [&](const element& value, std::string_view) {
    std::string made;
    if (const auto words = words_of(value, made)) article.id = *words;
  });
  each(Slot::text, [&](const element& value, std::string_view name) {
    std::string_view words;
    if (value.get_string().get(words) == simdjson::SUCCESS) {
      article.text = words;
    } else {
      warn(article, Severity::warning, fmt::format("\"{}\" is no string and is left out", name));
    }
  });
  fill(Slot::title, Field::title);
  fill(Slot::publisher, Field::publisher);
  fill(Slot::author, Field::author);
  fill(Slot::url, Field::url);
  fill(Slot::language, Field::language);
  each(Slot::published,
       [&](const element& value, std::string_view) { take_date(article, value, Field::published); });
  each(Slot::modified,
       [&](const element& value, std::string_view) { take_date(article, value, Field::modified); });
  return !article.text.empty() || !article.title.empty();
}

}  // namespace annals
