#include "loader/html_tree.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

constexpr int kMostOpen = 4000;

void append_text_below(const GumboNode* node, std::string& out, int depth) {
  if (is_text(node)) {
    out += node->v.text.text;
    return;
  }
  const GumboVector* children = children_of(node);
  if (children == nullptr || depth > kDeepest || is_element(node, GUMBO_TAG_SCRIPT) ||
      is_element(node, GUMBO_TAG_STYLE))
    return;
  if (is_element(node, GUMBO_TAG_BR)) out += ' ';
  for (unsigned int i = 0; i < children->length; ++i)
    append_text_below(child_at(children, i), out, depth + 1);
}

}  // namespace

HtmlTree::HtmlTree(std::string_view page)
    : arena_(std::make_unique<std::pmr::monotonic_buffer_resource>(page.size() * 4 + 4096)) {
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = arena_.get();
  options.allocator = [](void* arena, std::size_t size) {
    return static_cast<std::pmr::monotonic_buffer_resource*>(arena)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  options.max_errors = 0;
  root_ = gumbo_parse_with_options(&options, page.data(), page.size())->root;
}

bool is_nested_too_deeply(std::string_view page) {
  // Elements that are often left open or never closed say nothing about the depth.
  constexpr auto kUncounted =
      std::to_array<std::string_view>({"p",    "li",   "td",    "tr",   "th",    "dt",    "dd",     "option",
                                       "br",   "img",  "hr",    "meta", "link",  "input", "source", "col",
                                       "area", "base", "embed", "wbr",  "track", "param", "thead",  "tbody"});
  std::unordered_map<std::string, int> open;  // a closing tag counts only against its own kind
  int depth = 0;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    const bool closing = at + 1 < page.size() && page[at + 1] == '/';
    const std::size_t begin = at + (closing ? 2 : 1);
    std::size_t end = begin;
    while (end < page.size() && end - begin < 12 && to_lower_ascii(page[end]) >= 'a' &&
           to_lower_ascii(page[end]) <= 'z')
      ++end;
    if (end == begin) continue;
    const std::string name = to_lower_ascii(page.substr(begin, end - begin));
    if (std::find(kUncounted.begin(), kUncounted.end(), name) != kUncounted.end()) continue;
    if (!closing && (name == "script" || name == "style")) {  // what looks like tags in there is none
      at = page.find("</", end);
      if (at == std::string_view::npos) return false;
      continue;
    }
    const bool in_drawing = open["svg"] > 0;
    int& count = open[name];
    if (closing) {
      if (count > 0) {
        --count;
        --depth;
      }
      continue;
    }
    if (in_drawing) {  // only in drawings do elements close themselves
      const std::size_t close = page.substr(0, end + 4000).find('>', end);
      if (close != std::string_view::npos && page[close - 1] == '/') continue;
    }
    ++count;
    if (++depth > kMostOpen) return true;
  }
  return false;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (node == nullptr || (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboNode* node, const char* name) {
  return node->type == GUMBO_NODE_ELEMENT &&
         gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

bool is_element(const GumboNode* node, GumboTag tag) {
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}

const GumboVector* children_of(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? &node->v.element.children
                                                                               : nullptr;
}

const GumboNode* child_at(const GumboVector* children, unsigned int i) {
  return static_cast<const GumboNode*>(children->data[i]);
}

std::string text_below(const GumboNode* node) {
  std::string out;
  append_text_below(node, out, 0);
  return fold_space(out);
}

std::string decode_entities(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  const std::string page(text);
  return text_below(HtmlTree(page).root());
}

}  // namespace annals
