#include "loader/article_fields.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "annals/text/escape.hpp"
#include "annals/text/utf8.hpp"

#include "loader/dateline.hpp"
#include "loader/header_dates.hpp"

namespace annals {

namespace {

struct FieldName {
  std::string_view name;
  Field field;
};
constexpr std::array<FieldName, 29> kFieldNames{{{"title", Field::title},
                                                 {"headline", Field::title},
                                                 {"date", Field::published},
                                                 {"published", Field::published},
                                                 {"datepublished", Field::published},
                                                 {"publishedat", Field::published},
                                                 {"publishdate", Field::published},
                                                 {"publicationdate", Field::published},
                                                 {"pubdate", Field::published},
                                                 {"modified", Field::modified},
                                                 {"datemodified", Field::modified},
                                                 {"lastmodified", Field::modified},
                                                 {"updated", Field::modified},
                                                 {"lastupdated", Field::modified},
                                                 {"updatedat", Field::modified},
                                                 {"lastmod", Field::modified},
                                                 {"publisher", Field::publisher},
                                                 {"source", Field::publisher},
                                                 {"site", Field::publisher},
                                                 {"sitename", Field::publisher},
                                                 {"author", Field::author},
                                                 {"authors", Field::author},
                                                 {"by", Field::author},
                                                 {"byline", Field::author},
                                                 {"url", Field::url},
                                                 {"link", Field::url},
                                                 {"canonical", Field::url},
                                                 {"language", Field::language},
                                                 {"lang", Field::language}}};

void fill_date(Article& article, bool modified, std::string_view value, DateOrigin origin) {
  std::optional<StampedDate>& date = modified ? article.modified : article.published;
  if (date) return;
  const HeaderDate read = read_header_date(value);
  if (read.when) {
    date = StampedDate{*read.when, origin};
    return;
  }
  const std::string shown = escape_terminal(shorten(value, 60));
  const std::string_view name = modified ? "modification" : "publication";
  if (read.impossible) {
    warn(article, Severity::warning,
         fmt::format("\"{}\" is no day of the calendar; this {} date is not used (correct it)", shown, name));
  } else {
    warn(article, Severity::warning,
         fmt::format("cannot read \"{}\" as a date; this {} date is not used (write it as YYYY-MM-DD)", shown,
                     name));
  }
}

}  // namespace

Field field_named(std::string_view name) {
  std::string key = to_lower_ascii(trim(name));
  std::erase_if(key, [](char c) { return c == '-' || c == '_' || c == ' '; });
  const auto it =
      std::find_if(kFieldNames.begin(), kFieldNames.end(), [&](const FieldName& f) { return f.name == key; });
  return it == kFieldNames.end() ? Field::none : it->field;
}

void fill_field(Article& article, Field field, std::string_view value, DateOrigin origin) {
  value = trim(value);
  if (value.empty()) return;
  const auto take = [&](std::string& into) {
    if (into.empty()) into = fold_space(value);
  };
  switch (field) {
    case Field::none: break;
    case Field::title: take(article.title); break;
    case Field::published: fill_date(article, false, value, origin); break;
    case Field::modified: fill_date(article, true, value, origin); break;
    case Field::publisher: take(article.publisher); break;
    case Field::author: take(article.author); break;
    case Field::url: take(article.url); break;
    case Field::language: take(article.language); break;
  }
}

void warn(Article& article, Severity severity, std::string message) {
  article.diagnostics.push_back({severity, article.path, {}, std::move(message)});
}

void complete(Article& article, const LoadOptions& options) {
  if (!article.published) {
    if (const auto day = day_of_url(article.url))
      article.published = StampedDate{instant_of(*day), DateOrigin::url};
  }
  if (!article.published && options.published)
    article.published = StampedDate{*options.published, DateOrigin::argument};

  const auto published = article.published ? std::optional(article.published->when.date()) : std::nullopt;
  const Dateline dateline = read_dateline(article.text, published);
  if (dateline.day) article.dateline = StampedDate{instant_of(*dateline.day), DateOrigin::dateline};
  if (!dateline.impossible.empty()) {
    warn(
        article, Severity::warning,
        fmt::format("\"{}\" in the dateline is no day of the calendar; it is not used", dateline.impossible));
  }

  if (!anchor_day(article)) {
    warn(article, Severity::warning,
         "no publication date; relative dates cannot be resolved (set one with --published DATE)");
  }
  // A bare day sorts at its start, so days are compared where either side is one.
  if (article.published && article.modified) {
    const Instant& first = article.published->when;
    const Instant& last = article.modified->when;
    const bool by_day =
        first.precision == Instant::Precision::day || last.precision == Instant::Precision::day;
    if (by_day ? last.date() < first.date() : last < first) {
      warn(article, Severity::note,
           fmt::format("modified {} is earlier than published {}", to_iso(last), to_iso(first)));
    }
  }
  identify(article);
}

}  // namespace annals
