#pragma once
// A parsed web page (Gumbo) whose nodes live in one arena: thousands of small frees less, and no recursive
// destruction that a hostile page could overflow the stack with.
//   HtmlTree tree("<p class=lead>Hi");  attribute(node, "class") => "lead"

#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>

#include <gumbo.h>

namespace annals {

class HtmlTree {
 public:
  // `page` must outlive the tree.
  explicit HtmlTree(std::string_view page);
  const GumboNode* root() const { return root_; }

 private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> arena_;
  const GumboNode* root_ = nullptr;
};

// Pages nested deeper than any real one are not parsed: Gumbo takes time by the square of the depth.
bool is_nested_too_deeply(std::string_view page);

// Empty where there is no such attribute, or the node is no element.
std::string_view attribute(const GumboNode* node, const char* name);
bool has_attribute(const GumboNode* node, const char* name);
bool is_element(const GumboNode* node, GumboTag tag);
bool is_text(const GumboNode* node);
const GumboVector* children_of(const GumboNode* node);  // nullptr for text and comments
const GumboNode* child_at(const GumboVector* children, unsigned int i);

// All text below a node, white space folded; script and style are left out.
std::string text_below(const GumboNode* node);
// "Fish &amp; chips" => "Fish & chips"
std::string decode_entities(std::string_view text);

inline constexpr int kDeepest = 512;  // levels that are walked; more is no article

}  // namespace annals
