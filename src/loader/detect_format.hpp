#pragma once
// What an input is, told by how it begins and, where that says nothing, by the ending of its name.
//   detect_format("<!DOCTYPE html>...", "story.txt", true) => InputFormat::html

#include <string_view>

#include "annals/loader/load.hpp"

namespace annals {

// `head` is the start of the input, `whole` whether it is all of it. Never `automatic`.
InputFormat detect_format(std::string_view head, std::string_view path, bool whole);

// The ending of a file name in lower case, with its point: ".html"; empty for none.
std::string ending_of(std::string_view path);

// Where the block between `---` lines at the top ends and what is in it; size 0 where there is none.
struct FrontMatter {
  std::string_view block;
  std::size_t size = 0;  // bytes up to the text after it
};
FrontMatter front_matter(std::string_view text);

}  // namespace annals
