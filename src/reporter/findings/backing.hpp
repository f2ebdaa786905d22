#pragma once
// How many reports give a number, and how many of them know it for themselves: forty articles that carry one
// agency's line are forty reports and one source.
//   backing_of(view, estimate) => {40 reports, 1 source}

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reporter/findings/report_view.hpp"

namespace annals {

struct Backing {
  std::size_t reports = 0;  // articles, or claims that were given without one
  std::size_t sources = 0;  // independent of one another
};
// Of what stands: the figures that carry it and those that say the same.
Backing backing_of(const ReportView& view, const Estimate& estimate);
// "1 source", "3 sources (40 reports)"
std::string say_backing(const Backing& backing);

// Whom a figure goes back to, as far as its article tells: who said it, else who printed its text first, else
// the publisher. Two spellings of one source are two.
std::string origin_of(const Evidence& evidence);
// Articles whose text was printed before, by id, with the outlet (or, where it has no name, the title) that
// printed it first. Only of those that give figures it is known.
std::map<std::string_view, std::string> copied_articles(const Report& report);

}  // namespace annals
