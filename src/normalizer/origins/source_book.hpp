#pragma once
// One vote an origin: who a figure goes back to, whoever printed it, and of what class. Names that were seen
// before are not read again.
//   "OCHA, citing the Libyan Red Crescent" and "Libyan Red Crescent via AP" => "libyan red crescent"
// A figure without a source counts as its publisher's; where several outlets print one text, as the first
// one's; without a publisher, as its article's or its own.

#include <string>
#include <unordered_map>

#include "annals/model/evidence.hpp"

#include "normalizer/origins/source_kinds.hpp"

namespace annals {

struct SourceFacts {
  std::string origin;
  SourceClass source_class = SourceClass::unknown;
};

class SourceBook {
 public:
  // `copies` off: every outlet answers for itself, even for text that another printed first.
  explicit SourceBook(bool copies = true) : copies_(copies) {}
  bool copies() const { return copies_; }
  // The class is the one that the input gave, else told from the words; media for a publisher's own voice.
  SourceFacts facts_of(const Evidence& evidence);

 private:
  struct Known {
    std::string root;
    SourceClass source_class = SourceClass::unknown;
  };
  const Known& known(const std::string& words);

  bool copies_;
  std::unordered_map<std::string, Known> known_;  // looked up only
};

}  // namespace annals
