#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "annals/text/utf8.hpp"

#include "loader/article_fields.hpp"
#include "loader/formats.hpp"
#include "loader/html_blocks.hpp"
#include "loader/html_text.hpp"
#include "loader/html_tree.hpp"
#include "loader/json_ld.hpp"

namespace annals {

namespace {

struct MetaName {
  std::string_view name;
  Field field;
};
// Of one field the better name comes first.
constexpr std::array<MetaName, 36> kMetaNames{{{"og:title", Field::title},
                                               {"twitter:title", Field::title},
                                               {"dc.title", Field::title},
                                               {"headline", Field::title},
                                               {"article:published_time", Field::published},
                                               {"og:published_time", Field::published},
                                               {"datepublished", Field::published},
                                               {"parsely-pub-date", Field::published},
                                               {"sailthru.date", Field::published},
                                               {"dc.date.issued", Field::published},
                                               {"dcterms.created", Field::published},
                                               {"dc.date", Field::published},
                                               {"dcterms.date", Field::published},
                                               {"publish-date", Field::published},
                                               {"publish_date", Field::published},
                                               {"publication_date", Field::published},
                                               {"pubdate", Field::published},
                                               {"article.published", Field::published},
                                               {"citation_publication_date", Field::published},
                                               {"date", Field::published},
                                               {"article:modified_time", Field::modified},
                                               {"og:updated_time", Field::modified},
                                               {"datemodified", Field::modified},
                                               {"dcterms.modified", Field::modified},
                                               {"dc.date.modified", Field::modified},
                                               {"last-modified", Field::modified},
                                               {"lastmod", Field::modified},
                                               {"article.updated", Field::modified},
                                               {"og:site_name", Field::publisher},
                                               {"publisher", Field::publisher},
                                               {"dc.publisher", Field::publisher},
                                               {"application-name", Field::publisher},
                                               {"author", Field::author},
                                               {"parsely-author", Field::author},
                                               {"dc.creator", Field::author},
                                               {"og:url", Field::url}}};

struct PageFacts {
  std::array<std::string, kMetaNames.size()> meta;
  std::vector<JsonLdArticle> linked;  // JSON-LD
  std::string canonical;
  std::string title;
  std::string language;
  std::string published_time;  // <time>
  std::string modified_time;
};

void read_meta(const GumboNode* node, PageFacts& facts) {
  const std::string_view content = trim(attribute(node, "content"));
  if (content.empty()) return;
  for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string name = to_lower_ascii(trim(attribute(node, key)));
    if (name.empty()) continue;
    for (std::size_t i = 0; i < kMetaNames.size(); ++i) {
      if (kMetaNames.at(i).name == name && facts.meta.at(i).empty()) facts.meta.at(i) = content;
    }
  }
}

void read_time(const GumboNode* node, PageFacts& facts) {
  const std::string_view when = trim(attribute(node, "datetime"));
  if (when.size() < 8) return;  // a bare year, a duration
  std::string hints = to_lower_ascii(attribute(node, "itemprop"));
  hints.append(" ").append(to_lower_ascii(attribute(node, "class")));
  hints.append(" ").append(to_lower_ascii(text_below(node).substr(0, 40)));
  const bool modified =
      hints.find("modified") != std::string::npos || hints.find("updated") != std::string::npos;
  std::string& into = modified ? facts.modified_time : facts.published_time;
  if (into.empty()) into = when;
}

// Times of teasers beside the article are not its own.
bool is_elsewhere(const GumboNode* node) {
  return is_element(node, GUMBO_TAG_ASIDE) || is_element(node, GUMBO_TAG_NAV) ||
         is_element(node, GUMBO_TAG_FOOTER);
}

void read_facts(const GumboNode* node, PageFacts& facts, bool elsewhere, int depth) {
  if (node->type != GUMBO_NODE_ELEMENT || depth > kDeepest) return;
  switch (node->v.element.tag) {
    case GUMBO_TAG_HTML: facts.language = trim(attribute(node, "lang")); break;
    case GUMBO_TAG_META: read_meta(node, facts); return;
    case GUMBO_TAG_SVG: return;
    case GUMBO_TAG_TITLE:
      if (facts.title.empty()) facts.title = text_below(node);
      return;
    case GUMBO_TAG_LINK:
      if (to_lower_ascii(attribute(node, "rel")) == "canonical" && facts.canonical.empty())
        facts.canonical = trim(attribute(node, "href"));
      return;
    case GUMBO_TAG_SCRIPT: {
      if (to_lower_ascii(attribute(node, "type")).find("ld+json") == std::string::npos) return;
      const GumboVector* children = children_of(node);
      if (children->length == 0 || !is_text(child_at(children, 0))) return;
      if (auto article = read_json_ld(child_at(children, 0)->v.text.text))
        facts.linked.push_back(std::move(*article));
      return;
    }
    case GUMBO_TAG_TIME:
      if (!elsewhere) read_time(node, facts);
      return;
    default: break;
  }
  elsewhere = elsewhere || is_elsewhere(node);
  const GumboVector* children = children_of(node);
  for (unsigned int i = 0; i < children->length; ++i)
    read_facts(child_at(children, i), facts, elsewhere, depth + 1);
}

// "Toll rises | Daily News" => "Toll rises", when the name after the last bar or dash is the publisher's.
std::string without_site(std::string title, std::string_view publisher, bool any_site) {
  for (const std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 ", " \u00B7 "}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    const std::string_view site = std::string_view(title).substr(at + mark.size());
    if ((!publisher.empty() && to_lower_ascii(site) == to_lower_ascii(publisher)) ||
        (any_site && mark == " | " && site.size() < 40)) {
      title.resize(at);
      break;
    }
  }
  return title;
}

void fill_title(const PageFacts& facts, const HtmlBlocks& page, Article& article) {
  article.title = without_site(std::move(article.title), article.publisher, false);
  if (!article.title.empty()) return;
  const auto heading = std::find_if(page.blocks.begin(), page.blocks.end(), [](const HtmlBlock& block) {
    return block.kind == HtmlBlock::Kind::title;
  });
  if (heading != page.blocks.end() && heading->link_bytes == 0) {
    fill_field(article, Field::title, heading->text, DateOrigin::meta);
  } else {
    fill_field(article, Field::title, without_site(facts.title, article.publisher, true), DateOrigin::meta);
  }
}

std::string_view without_by(std::string_view byline) {
  if (to_lower_ascii(byline.substr(0, 3)) == "by ") byline.remove_prefix(3);
  return byline;
}

void fill_facts(const PageFacts& facts, Article& article) {
  if (facts.canonical.starts_with("http")) fill_field(article, Field::url, facts.canonical, DateOrigin::meta);
  for (const JsonLdArticle& linked : facts.linked) {
    fill_field(article, Field::title, linked.title, DateOrigin::json_ld);
    fill_field(article, Field::published, linked.published, DateOrigin::json_ld);
    fill_field(article, Field::modified, linked.modified, DateOrigin::json_ld);
    fill_field(article, Field::publisher, linked.publisher, DateOrigin::json_ld);
    fill_field(article, Field::author, linked.author, DateOrigin::json_ld);
    fill_field(article, Field::url, linked.url, DateOrigin::json_ld);
    fill_field(article, Field::language, linked.language, DateOrigin::json_ld);
  }
  for (std::size_t i = 0; i < kMetaNames.size(); ++i) {
    if (kMetaNames.at(i).field == Field::author && facts.meta.at(i).starts_with("http"))
      continue;  // a profile
    fill_field(article, kMetaNames.at(i).field, facts.meta.at(i), DateOrigin::meta);
  }
  fill_field(article, Field::published, facts.published_time, DateOrigin::time_element);
  fill_field(article, Field::modified, facts.modified_time, DateOrigin::time_element);
  fill_field(article, Field::language, facts.language, DateOrigin::meta);
}

}  // namespace

std::string read_html(std::string_view page, Article& article) {
  if (is_nested_too_deeply(page))
    return "elements are nested too deeply for a page of news; give its text as a .txt file";
  const HtmlTree tree(page);
  PageFacts facts;
  read_facts(tree.root(), facts, false, 0);
  const HtmlBlocks blocks = read_blocks(tree.root());
  fill_facts(facts, article);
  fill_field(article, Field::author, without_by(blocks.byline), DateOrigin::meta);
  fill_title(facts, blocks, article);
  write_main_text(blocks, article.title, article);
  // Pages that a script fills in often carry their text for search engines only.
  for (const JsonLdArticle& linked : facts.linked) {
    if (linked.text.size() <= article.text.size() * 4) continue;
    article.text = linked.text;
    article.captions.clear();
  }
  if (!trim(article.text).empty()) return {};
  return "no article text found in this page; save the page after it has loaded, or give its text as a .txt "
         "file";
}

}  // namespace annals
