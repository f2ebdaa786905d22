#pragma once
// The steps of one extraction, in order, told one by one to whoever measures them. extract() is these steps
// with nobody listening.

#include <functional>
#include <string_view>

#include "annals/extractor/extract.hpp"

namespace annals {

enum class ExtractionStep : std::uint8_t { tokens, times, chunks, speakers, claims, figures, totals };
inline constexpr int kExtractionSteps = static_cast<int>(ExtractionStep::totals) + 1;
std::string_view name_of(ExtractionStep step);

// `done` is called after each step; it may be empty.
Extraction extract_in_steps(const Article& article, const Lexicon& lexicon,
                            const std::function<void(ExtractionStep)>& done);

}  // namespace annals
