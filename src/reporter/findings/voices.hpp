#pragma once
// Who speaks in the figures of the main event, each once, with those who pass it on: what backing_of() counts
// for one figure, for all of them.
//   all_voices(view) => {"interior ministry", official, 12 articles of 7 outlets}, ...

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reporter/findings/report_view.hpp"

namespace annals {

// One voice in the figures of the main event.
struct BackingVoice {
  std::string name;
  std::string_view kind;  // "official"; empty: unknown
  std::size_t figures = 0;
  std::size_t articles = 0;
  std::vector<std::string_view> outlets;  // that passed it on, by name
  std::optional<Instant> first;
  std::optional<Instant> last;
};
// Those heard in most articles first.
std::vector<BackingVoice> all_voices(const ReportView& view);
// How many of them had spoken, as far as the view knows.
std::size_t voice_count(const ReportView& view);

}  // namespace annals
