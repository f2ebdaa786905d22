#pragma once
// The article that a page describes in JSON-LD (schema.org), wherever it stands: at the top, in a list, in
// @graph or as the main entity of the page.

#include <string>
#include <string_view>

#include "annals/model/article.hpp"

namespace annals {

struct JsonLdArticle {
  std::string title;
  std::string published;
  std::string modified;
  std::string publisher;
  std::string author;
  std::string url;
  std::string language;
  std::string text;  // articleBody
};
// nullopt when `script` holds no article or is broken JSON.
std::optional<JsonLdArticle> read_json_ld(std::string_view script);

}  // namespace annals
