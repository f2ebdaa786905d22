#include "annals/model/article.hpp"

#include "model/names.hpp"

namespace annals {

namespace {
constexpr std::array<std::string_view, 9> kOrigins{"argument",     "record",  "front_matter",
                                                   "header_line",  "json_ld", "meta",
                                                   "time_element", "url",     "dateline"};
}  // namespace

std::string_view name_of(DateOrigin origin) {
  return name_in(kOrigins, origin);
}
std::optional<DateOrigin> date_origin_named(std::string_view name) {
  return named_in<DateOrigin>(kOrigins, name);
}

std::optional<Date> anchor_day(const Article& article) {
  if (article.published) return article.published->when.date();
  if (article.dateline) return article.dateline->when.date();
  return std::nullopt;
}

std::optional<Instant> known_from(const Article& article) {
  if (article.published && article.modified) return std::max(article.published->when, article.modified->when);
  if (article.published) return article.published->when;
  if (article.modified) return article.modified->when;
  if (article.dateline) return article.dateline->when;
  return std::nullopt;
}

}  // namespace annals
