#pragma once
// References as footnotes, for tools that print notes at the foot of a page. Some of them print a note twice
// that is referred to twice, so that each use gets an id of its own; inside tables, where many cannot place a
// note, the links stay.
//   "- Killed: 12 [s3-2]"  => "- Killed: 12[^1]", and "[^1]: See [s3-2]." at the end (a lone target would
//   make it a link of readers without footnotes)

#include <string>
#include <string_view>

namespace annals {

// `body` is Markdown of ours, in which nothing but a reference reads "[s3-2]", "[s3]" or "[c1]". What it
// needs at the end of the document is appended to `notes`.
std::string with_footnotes(std::string_view body, std::string& notes);

}  // namespace annals
