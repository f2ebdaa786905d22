// The journal of overrides: what is written is read back, and what cannot be read is refused with its line.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "annals/loader/load_overrides.hpp"
#include "annals/model/error.hpp"

using namespace annals;

namespace {

std::string refusal(const std::string& bytes) {
  try {
    parse_overrides(bytes, "overrides.txt");
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::input);
    return error.what();
  }
  return "";
}

Override entry_of(OverrideAct act, std::string target, std::vector<OverrideField> fields,
                  std::string reason) {
  Override entry;
  entry.line = 1;
  entry.when = *parse_instant("2024-06-12T09:00:00Z");
  entry.who = "MK";
  entry.act = act;
  entry.target = std::move(target);
  entry.fields = std::move(fields);
  entry.reason = std::move(reason);
  return entry;
}

}  // namespace

TEST_CASE("a line of the journal says when, who, what, of which figure and why") {
  const auto entries = parse_overrides(
      "# decisions on the quake\n"
      "\n"
      "2024-06-12T09:00:00Z MK set a12#3 scope=total place=\"Port of Selm\" was=1c9e02ab ; clarified by "
      "phone\n"
      "2024-06-12 \"Anna B\" undo 3\r\n",
      "overrides.txt");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].line == 3);
  CHECK(entries[0].who == "MK");
  CHECK(entries[0].act == OverrideAct::set);
  CHECK(entries[0].target == "a12#3");
  CHECK(entries[0].fields == std::vector<OverrideField>{{"scope", "total"}, {"place", "Port of Selm"}});
  CHECK(entries[0].was == "1c9e02ab");
  CHECK(entries[0].reason == "clarified by phone");
  CHECK(entries[1].who == "Anna B");
  CHECK(entries[1].act == OverrideAct::undo);
  CHECK(entries[1].target == "3");
}

TEST_CASE("entries are read back as they were written, whatever their words are") {
  const std::vector<Override> entries{
      entry_of(OverrideAct::set, "a b#1", {{"place", "Bay \"of\" = ; \\ Pigs"}, {"source", ""}},
               "why; because"),
      entry_of(OverrideAct::reject, "#7", {}, ""),
      entry_of(OverrideAct::accept, "https://example.org/x?y=1#2", {}, "fine"),
      entry_of(OverrideAct::expect, "", {{"killed", "12"}, {"on", "2024-06-11"}}, "the ministry's list"),
  };
  for (const Override& entry : entries) {
    const std::string line = format_override(entry);
    CAPTURE(line);
    const auto read = parse_overrides(line, "overrides.txt");
    REQUIRE(read.size() == 1);
    CHECK(read[0] == entry);
  }
  Override broken = entry_of(OverrideAct::reject, "a#1", {}, "two\nlines \x1b[31m");
  CHECK(format_override(broken) == "2024-06-12T09:00:00Z MK reject a#1 ; two lines  [31m\n");
}

TEST_CASE("a line that is no decision is refused with its place and what to do") {
  CHECK(refusal("2024-06-12 MK reject a#1\nyesterday MK reject a#1\n") ==
        "overrides.txt:2: \"yesterday\" is no time (2024-06-12T09:00:00Z); mend the line or put # before it");
  for (const char* line :
       {"2024-06-12", "2024-06-12 MK", "2024-06-12 MK delete a#1", "2024-06-12 MK set a#1",
        "2024-06-12 MK set a#1 colour=red", "2024-06-12 MK set a#1 kind=wounded",
        "2024-06-12 MK set a#1 value=-3", "2024-06-12 MK set a#1 date=2024-02-30",
        "2024-06-12 MK set a#1 low=9 high=3", "2024-06-12 MK set a#1 place=\"Selm",
        "2024-06-12 MK reject a#1 kind=killed", "2024-06-12 MK reject", "2024-06-12 MK undo 1",
        "2024-06-12 MK undo x", "2024-06-12 MK expect", "2024-06-12 MK expect killed=many",
        "2024-06-12 MK expect killed=1 injured=2", "2024-06-12 MK expect killed=1 on=June"}) {
    CAPTURE(line);
    CHECK(refusal(line).starts_with("overrides.txt:1: "));
  }
}

TEST_CASE("a journal that is not there holds nothing") {
  CHECK(load_overrides("no/such/overrides.txt").empty());
}
