#pragma once
// A web page as the blocks of text that a reader sees (paragraphs, headings, list items, table cells,
// captions), in order, and the elements that hold them. Scripts, forms, navigation, footers, side columns and
// hidden parts make no blocks.
//   <article><p>One<p>Two</article> => blocks "One", "Two"; area article 0..2

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "loader/html_tree.hpp"

namespace annals {

struct HtmlBlock {
  enum class Kind : std::uint8_t { text, heading, title, item, caption };
  std::string text;              // white space folded; a line break is <br>
  std::uint32_t link_bytes = 0;  // of `text`, inside links
  Kind kind = Kind::text;        // title: <h1>
  bool has_time = false;         // a <time> stood in it
  // Running text rather than a label or a menu.
  bool is_prose() const;
  // Nothing but a short link.
  bool is_link_only() const;
};

// An element and the blocks below it.
struct HtmlArea {
  enum class Kind : std::uint8_t {
    body_text,  // itemprop=articleBody
    article,
    main,      // <main> or role=main
    box,       // div, section, td, ...
    unwanted,  // its class or id says related, share, cookie, ...
  };
  Kind kind = Kind::box;
  std::size_t first = 0;
  std::size_t last = 0;  // one past
  int depth = 0;
};

struct HtmlBlocks {
  std::vector<HtmlBlock> blocks;
  std::vector<HtmlArea> areas;  // children before their parents
  std::string byline;           // text of the first element whose class is a byline
};
HtmlBlocks read_blocks(const GumboNode* root);

}  // namespace annals
