#pragma once
// One reader a format: decoded UTF-8 in, the article's fields out. `article.path` is set by the caller, who
// also completes the article (article_fields.hpp). Doubts go to article.diagnostics.

#include <string>
#include <string_view>

#include "annals/loader/load.hpp"

namespace annals {

// A title or head lines, then the text as it is. See plain_text.cpp for the three shapes of a head.
void read_plain_text(std::string text, Article& article);

// Front matter, a heading on top, and the body with its marks made plain.
void read_markdown(std::string_view text, Article& article);

// Metadata and main text of a web page. Returns why there is no text and what to do; empty when there is one.
std::string read_html(std::string_view page, Article& article);

}  // namespace annals
