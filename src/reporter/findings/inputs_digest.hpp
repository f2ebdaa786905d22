#pragma once
// One number for all the articles a report was made from, so that a reader can tell whether he has the same:
// the SHA-256 of their SHA-256, sorted, one a line.
//   annals export -O json news/ | jq -r '.articles[].sha256' | sort | sha256sum

#include <string>
#include <vector>

#include "annals/model/document.hpp"

namespace annals {

// Hex; empty without articles.
std::string inputs_digest(const std::vector<Document>& documents);

}  // namespace annals
