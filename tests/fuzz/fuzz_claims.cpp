// Any bytes are a file of claims: each line is read or reported, and what is read makes sense.

#include "annals/loader/load_claims.hpp"

#include "promise.hpp"

using namespace annals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto claims = parse_claims(as_text(data, size), "claims.jsonl", [](const Diagnostic& diagnostic) {
    PROMISE(!diagnostic.message.empty());
    PROMISE(diagnostic.message.find('\n') == std::string::npos);
  });
  for (const Evidence& claim : claims) {
    PROMISE(!claim.quantity.low || *claim.quantity.low >= 0);
    PROMISE(!claim.quantity.low || !claim.quantity.high || *claim.quantity.low <= *claim.quantity.high);
    PROMISE(!claim.date || !claim.date->first || !claim.date->last ||
            *claim.date->first <= *claim.date->last);
    PROMISE(claim.span.begin <= claim.span.end);
  }
  return 0;
}
