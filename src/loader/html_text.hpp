#pragma once
// The main text of a page out of its blocks: the marked-up article body where there is one, else the smallest
// element that holds most of the running text.

#include <string_view>

#include "annals/model/article.hpp"

#include "loader/html_blocks.hpp"

namespace annals {

// Sets article.text and article.captions; `title` is left out of the text. Paragraphs are separated by blank
// lines, captions come last.
void write_main_text(const HtmlBlocks& page, std::string_view title, Article& article);

}  // namespace annals
