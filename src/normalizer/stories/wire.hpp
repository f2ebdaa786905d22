#pragma once
// Whose words an article prints: what it says in its own voice is the word of the outlet that printed its
// text first (copies.hpp). Looked at within one event.

#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/evidence.hpp"

namespace annals {

// Sets Evidence::wire of `figures`, those of these articles.
void mark_wire(std::vector<const Document*> articles, const std::vector<Evidence*>& figures);

}  // namespace annals
