#include "cli/terminal.hpp"

#include <doctest/doctest.h>

using namespace annals;

TEST_CASE("our own signs are one letter each on a terminal without UTF-8, words stay as they are") {
  CHECK(in_plain_signs("6+ \u2581\u2584\u2588 101") == "6+ 148 101");
  CHECK(in_plain_signs("Governor\u2026") == "Governor~");
  CHECK(in_plain_signs("L\u0101hain\u0101 \u2580 \u2590") == "L\u0101hain\u0101 \u2580 \u2590");
  CHECK(in_plain_signs("\xe2\x96") == "\xe2\x96");
  CHECK(in_plain_signs("").empty());
}
