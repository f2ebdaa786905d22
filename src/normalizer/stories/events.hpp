#pragma once
// Stories as events: what an event is called, where and when it was.

#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/event.hpp"

#include "normalizer/stories/story_words.hpp"

namespace annals {

// The event that these articles tell of, in order of time; depends on them alone.
Event describe_event(const std::vector<const Document*>& articles,
                     const std::vector<const StoryWords*>& words);
// The largest first. Of two events of one place and day the smaller one is told apart by its first article.
void name_apart(std::vector<Event>& events);

}  // namespace annals
