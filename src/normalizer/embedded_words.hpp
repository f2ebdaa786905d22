#pragma once
// The word lists that the build wrote into the normalizer (annals_embed_file in cmake/AnnalsEmbed.cmake).

#include <string_view>

namespace annals {

std::string_view embedded_source_kinds();
std::string_view embedded_event_words();
std::string_view embedded_change_cues();
std::string_view embedded_series_words();

}  // namespace annals
