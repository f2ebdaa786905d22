#include "loader/json_ld.hpp"

#include <algorithm>
#include <array>

#include <simdjson.h>

#include "annals/text/utf8.hpp"

#include "loader/html_tree.hpp"

namespace annals {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepestLd = 8;

// Calls `visit` for a value or, of a list, for each of its parts.
template <typename Visit>
void each_of(const element& value, Visit&& visit) {
  array parts;
  if (value.get_array().get(parts) != simdjson::SUCCESS) return visit(value);
  for (const element part : parts) visit(part);
}

bool is_article_type(std::string_view type) {
  if (const std::size_t slash = type.find_last_of("/:"); slash != std::string_view::npos)
    type.remove_prefix(slash + 1);
  return type.ends_with("Article") || type == "LiveBlogPosting" || type == "BlogPosting" || type == "Report";
}

bool is_article(const object& thing) {
  element types;
  bool found = false;
  if (thing.at_key("@type").get(types) != simdjson::SUCCESS) return false;
  each_of(types, [&](const element& type) {
    std::string_view name;
    found = found || (type.get_string().get(name) == simdjson::SUCCESS && is_article_type(name));
  });
  return found;
}

std::optional<object> find_article(const element& value, int depth) {
  std::optional<object> found;
  if (depth > kDeepestLd) return found;
  each_of(value, [&](const element& part) {
    object thing;
    if (found || part.get_object().get(thing) != simdjson::SUCCESS) return;
    if (is_article(thing)) {
      found = thing;
      return;
    }
    for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      element inner;
      if (!found && thing.at_key(name).get(inner) == simdjson::SUCCESS)
        found = find_article(inner, depth + 1);
    }
  });
  return found;
}

// {"@id": "#org"} stands for the thing of that id elsewhere in the graph.
std::string name_by_id(const element& value, std::string_view id, int depth) {
  std::string name;
  if (depth > kDeepestLd) return name;
  each_of(value, [&](const element& part) {
    object thing;
    if (!name.empty() || part.get_object().get(thing) != simdjson::SUCCESS) return;
    std::string_view own;
    std::string_view called;
    if (thing.at_key("@id").get_string().get(own) == simdjson::SUCCESS && own == id &&
        thing.at_key("name").get_string().get(called) == simdjson::SUCCESS) {
      name = called;
      return;
    }
    element graph;
    if (thing.at_key("@graph").get(graph) == simdjson::SUCCESS) name = name_by_id(graph, id, depth + 1);
  });
  return name;
}

std::string string_at(const object& thing, const char* key) {
  std::string_view words;
  if (thing.at_key(key).get_string().get(words) != simdjson::SUCCESS) return {};
  return decode_entities(words);
}

// Names of people or bodies: a string, {"name": ...}, {"@id": ...} or a list of them, joined with commas.
std::string names_at(const object& thing, const char* key, const element& root) {
  element value;
  std::string names;
  if (thing.at_key(key).get(value) != simdjson::SUCCESS) return names;
  each_of(value, [&](const element& part) {
    std::string name;
    std::string_view words;
    object body;
    if (part.get_string().get(words) == simdjson::SUCCESS) {
      name = decode_entities(words);
    } else if (part.get_object().get(body) == simdjson::SUCCESS) {
      name = string_at(body, "name");
      if (name.empty() && body.at_key("@id").get_string().get(words) == simdjson::SUCCESS)
        name = name_by_id(root, words, 0);
    }
    if (name.empty() || name.starts_with("http")) return;
    names.append(names.empty() ? "" : ", ").append(name);
  });
  return names;
}

std::string url_of(const object& thing) {
  std::string url = string_at(thing, "url");
  if (url.empty()) url = string_at(thing, "mainEntityOfPage");
  object page;
  if (url.empty() && thing.at_key("mainEntityOfPage").get_object().get(page) == simdjson::SUCCESS)
    url = string_at(page, "@id");
  return url.starts_with("http") ? url : std::string();
}

}  // namespace

std::optional<JsonLdArticle> read_json_ld(std::string_view script) {
  std::string json(trim(script));
  for (const std::string_view wrapper : {"<!--", "//<![CDATA[", "<![CDATA["}) {
    if (std::string_view(json).starts_with(wrapper)) json.erase(0, wrapper.size());
  }
  for (const std::string_view wrapper : {"-->", "//]]>", "]]>", ";"}) {
    if (std::string_view(json).ends_with(wrapper)) json.erase(json.size() - wrapper.size());
  }
  // Many pages put raw line breaks into strings, which JSON forbids; between values a blank does as well.
  std::replace_if(
      json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');

  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json).get(root) != simdjson::SUCCESS) return std::nullopt;
  const auto thing = find_article(root, 0);
  if (!thing) return std::nullopt;
  JsonLdArticle article;
  article.title = string_at(*thing, "headline");
  if (article.title.empty()) article.title = string_at(*thing, "name");
  article.published = string_at(*thing, "datePublished");
  article.modified = string_at(*thing, "dateModified");
  article.publisher = names_at(*thing, "publisher", root);
  article.author = names_at(*thing, "author", root);
  article.url = url_of(*thing);
  article.language = string_at(*thing, "inLanguage");
  std::string_view body;
  if (thing->at_key("articleBody").get_string().get(body) == simdjson::SUCCESS) article.text = body;
  return article;
}

}  // namespace annals
