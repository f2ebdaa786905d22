#pragma once
// A happening that several articles tell of: the earthquake, the attack, the war.

#include <optional>
#include <string>
#include <vector>

#include "annals/model/date.hpp"

namespace annals {

struct Event {
  std::string id;     // stable: made from the event's own key (place, first day), never a row number
  std::string title;  // of the article that tells most about it
  std::string place;
  std::optional<DateSpan> date;
  std::vector<std::string> articles;  // ids, in order of time
  bool operator==(const Event&) const = default;
};

}  // namespace annals
