#include "loader/html_blocks.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

constexpr std::size_t kProse = 80;  // bytes; shorter blocks may be labels

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_inline(GumboTag tag) {
  return is_one_of(
      tag,
      {GUMBO_TAG_A,     GUMBO_TAG_SPAN, GUMBO_TAG_B,      GUMBO_TAG_I,    GUMBO_TAG_EM,     GUMBO_TAG_STRONG,
       GUMBO_TAG_U,     GUMBO_TAG_S,    GUMBO_TAG_SUB,    GUMBO_TAG_SUP,  GUMBO_TAG_ABBR,   GUMBO_TAG_ACRONYM,
       GUMBO_TAG_CITE,  GUMBO_TAG_Q,    GUMBO_TAG_DFN,    GUMBO_TAG_CODE, GUMBO_TAG_KBD,    GUMBO_TAG_SAMP,
       GUMBO_TAG_VAR,   GUMBO_TAG_MARK, GUMBO_TAG_SMALL,  GUMBO_TAG_BIG,  GUMBO_TAG_TIME,   GUMBO_TAG_DATA,
       GUMBO_TAG_LABEL, GUMBO_TAG_INS,  GUMBO_TAG_FONT,   GUMBO_TAG_BDI,  GUMBO_TAG_BDO,    GUMBO_TAG_TT,
       GUMBO_TAG_WBR,   GUMBO_TAG_IMG,  GUMBO_TAG_STRIKE, GUMBO_TAG_RUBY, GUMBO_TAG_UNKNOWN});
}

// Never text of the article, whatever is in it.
bool is_furniture(const GumboNode* node, bool in_article) {
  const GumboTag tag = node->v.element.tag;
  if (is_one_of(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                      GUMBO_TAG_NAV,    GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE,    GUMBO_TAG_FORM,
                      GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME,
                      GUMBO_TAG_SVG,    GUMBO_TAG_MATH,   GUMBO_TAG_OBJECT,   GUMBO_TAG_VIDEO,
                      GUMBO_TAG_AUDIO,  GUMBO_TAG_CANVAS, GUMBO_TAG_MENU,     GUMBO_TAG_HEAD,
                      GUMBO_TAG_DEL,    GUMBO_TAG_INPUT}))
    return true;
  if (tag == GUMBO_TAG_HEADER && !in_article) return true;
  if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  constexpr std::array<std::string_view, 9> kRoles{"navigation",    "banner",  "contentinfo",
                                                   "complementary", "search",  "dialog",
                                                   "menu",          "menubar", "alertdialog"};
  const std::string_view role = attribute(node, "role");
  if (std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end()) return !(role == "banner" && in_article);
  std::string style = to_lower_ascii(attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

// The words of class and id, where "has-sidebar" and "no-comments" only tell of a layout.
template <typename Visit>
void each_class_word(const GumboNode* node, Visit&& visit) {
  for (const char* name : {"class", "id"}) {
    const std::string_view value = attribute(node, name);
    std::string word;
    bool negated = false;
    for (std::size_t i = 0; i <= value.size(); ++i) {
      const char c = i < value.size() ? value[i] : ' ';
      const char lower = to_lower_ascii(c);
      const bool letter = lower >= 'a' && lower <= 'z';
      const bool camel = letter && lower != c && i > 0 && value[i - 1] >= 'a' && value[i - 1] <= 'z';
      if ((!letter || camel) && !word.empty()) {
        const bool negates =
            word == "has" || word == "with" || word == "no" || word == "without" || word == "not";
        if (!negated && !negates) visit(word);
        negated = negates;
        word.clear();
      }
      if (letter) word += lower;
      if (is_space_ascii(c)) negated = false;
    }
  }
}

constexpr auto kUnwanted = std::to_array<std::string_view>(
    {"related",   "share",     "sharing",      "social",      "cookie",
     "cookies",   "consent",   "gdpr",         "newsletter",  "newsletters",
     "signup",    "subscribe", "subscription", "promo",       "promotion",
     "advert",    "adverts",   "ad",           "ads",         "advertisement",
     "sponsor",   "sponsored", "breadcrumb",   "breadcrumbs", "comment",
     "comments",  "sidebar",   "nav",          "navbar",      "navigation",
     "menu",      "footer",    "masthead",     "popup",       "modal",
     "tags",      "taboola",   "outbrain",     "recommended", "recommendations",
     "trending",  "readmore",  "toolbar",      "disqus",      "pagination",
     "teaser",    "teasers",   "byline",       "bylines",     "dateline-time",
     "timestamp", "skiplink"});

bool is_unwanted(const GumboNode* node) {
  bool unwanted = false;
  each_class_word(node, [&](const std::string& word) {
    unwanted = unwanted || std::find(kUnwanted.begin(), kUnwanted.end(), word) != kUnwanted.end();
  });
  return unwanted;
}

bool is_byline(const GumboNode* node) {
  bool byline = false;
  each_class_word(node,
                  [&](const std::string& word) { byline = byline || word == "byline" || word == "bylines"; });
  return byline;
}

std::optional<HtmlArea::Kind> area_kind(const GumboNode* node) {
  const GumboTag tag = node->v.element.tag;
  if (attribute(node, "itemprop").find("articleBody") != std::string_view::npos)
    return HtmlArea::Kind::body_text;
  if (tag == GUMBO_TAG_ARTICLE) return HtmlArea::Kind::article;
  if (tag == GUMBO_TAG_MAIN || attribute(node, "role") == "main") return HtmlArea::Kind::main;
  if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY) return HtmlArea::Kind::box;
  if (is_unwanted(node)) return HtmlArea::Kind::unwanted;
  if (is_one_of(tag, {GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_TD, GUMBO_TAG_CENTER}))
    return HtmlArea::Kind::box;
  return std::nullopt;
}

class Walk {
 public:
  HtmlBlocks take() && { return std::move(result_); }

  struct Context {
    bool in_article = false;
    bool in_paragraph = false;
    bool in_link = false;
    HtmlBlock::Kind kind = HtmlBlock::Kind::text;
    int depth = 0;
  };

  void visit(const GumboNode* node, Context context) {
    if (is_text(node)) return append(node->v.text.text, context);
    if (node->type != GUMBO_NODE_ELEMENT || context.depth > kDeepest) return;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_BR) return line_break(context);
    if (is_furniture(node, context.in_article)) return;
    // Outside a paragraph it is the stamp of the page; in one it may be part of a sentence.
    has_time_ = has_time_ || tag == GUMBO_TAG_TIME;
    if (tag == GUMBO_TAG_TIME && !context.in_paragraph) return;

    const bool block = !is_inline(tag);
    if (block) flush(context.kind);
    const auto kind = area_kind(node);
    if (result_.byline.empty() && kind == HtmlArea::Kind::unwanted && is_byline(node))
      result_.byline = text_below(node);
    const bool inline_unwanted = kind == HtmlArea::Kind::unwanted && !block && !context.in_paragraph;
    if (inline_unwanted) flush(context.kind);
    const std::size_t first = result_.blocks.size();

    Context inner = context;
    ++inner.depth;
    inner.in_article = context.in_article || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN;
    inner.in_paragraph = context.in_paragraph || is_one_of(tag, {GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_TD,
                                                                 GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGCAPTION});
    inner.in_link = context.in_link || tag == GUMBO_TAG_A;
    inner.kind = kind_inside(node, context.kind);
    const GumboVector* children = children_of(node);
    for (unsigned int i = 0; i < children->length; ++i) visit(child_at(children, i), inner);

    if (block || inline_unwanted) flush(inner.kind);
    if (kind && (block || inline_unwanted) && result_.blocks.size() > first)
      result_.areas.push_back({*kind, first, result_.blocks.size(), context.depth});
  }

 private:
  static HtmlBlock::Kind kind_inside(const GumboNode* node, HtmlBlock::Kind outside) {
    const GumboTag tag = node->v.element.tag;
    if (outside == HtmlBlock::Kind::caption || tag == GUMBO_TAG_FIGCAPTION) return HtmlBlock::Kind::caption;
    if (tag == GUMBO_TAG_H1) return HtmlBlock::Kind::title;
    if (is_one_of(tag, {GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6}))
      return HtmlBlock::Kind::heading;
    if (tag == GUMBO_TAG_LI) return HtmlBlock::Kind::item;
    if (attribute(node, "class").find("wp-caption-text") != std::string_view::npos)
      return HtmlBlock::Kind::caption;
    return outside;
  }

  // Runs of white space become one blank; a no-break space is one too, soft hyphens and zero-width marks go.
  void append(std::string_view text, const Context& context) {
    const std::size_t before = current_.size();
    for (std::size_t i = 0; i < text.size();) {
      if (is_space_ascii(text[i])) {
        blank();
        ++i;
      } else if (text.substr(i, 2) == "\u00A0") {
        blank();
        i += 2;
      } else if (text.substr(i, 2) == "\u00AD") {
        i += 2;
      } else if (text.substr(i, 3) == "\u200B" || text.substr(i, 3) == "\uFEFF") {
        i += 3;
      } else {
        current_ += text[i++];
      }
    }
    if (context.in_link) link_bytes_ += static_cast<std::uint32_t>(current_.size() - before);
  }

  void blank() {
    if (!current_.empty() && current_.back() != ' ' && current_.back() != '\n') current_ += ' ';
  }

  // Two in a row end the paragraph, as pages without <p> do it.
  void line_break(const Context& context) {
    while (current_.ends_with(' ')) current_.pop_back();
    if (current_.ends_with('\n')) return flush(context.kind);
    if (!current_.empty()) current_ += '\n';
  }

  void flush(HtmlBlock::Kind kind) {
    while (!current_.empty() && is_space_ascii(current_.back())) current_.pop_back();
    if (!current_.empty()) result_.blocks.push_back({std::move(current_), link_bytes_, kind, has_time_});
    current_.clear();
    link_bytes_ = 0;
    has_time_ = false;
  }

  HtmlBlocks result_;
  std::string current_;
  std::uint32_t link_bytes_ = 0;
  bool has_time_ = false;
};

}  // namespace

bool HtmlBlock::is_prose() const {
  return kind != Kind::heading && kind != Kind::title && text.size() >= kProse &&
         link_bytes * 2 < text.size();
}

bool HtmlBlock::is_link_only() const {
  return link_bytes * 10 >= text.size() * 9 && text.size() < 160 && !text.ends_with('.');
}

HtmlBlocks read_blocks(const GumboNode* root) {
  Walk walk;
  walk.visit(root, {});
  return std::move(walk).take();
}

}  // namespace annals
