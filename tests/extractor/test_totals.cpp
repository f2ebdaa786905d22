// Repeats and totals of whole articles: texts, and the numbers an editor would carry away.

#include <string>

#include <doctest/doctest.h>

#include "extractor/reading.hpp"

using namespace annals;

namespace {

// "9", "9..11" where sources differ; "-" for none. With `best` where it is not the low end: "9(10)..11".
std::string total_of(const Extraction& found, HarmKind kind) {
  const auto& total = found.totals[static_cast<std::size_t>(kind)];
  if (!total) return "-";
  std::string text = std::to_string(*total->low);
  if (total->best != total->low) text += "(" + std::to_string(*total->best) + ")";
  if (total->high && total->high != total->low) text += ".." + std::to_string(*total->high);
  return text;
}

// "count -> index of what it repeats" of each repeat.
std::string repeats_of(std::string_view text) {
  std::string repeats;
  const Extraction found = read(text, "2024-06-11");
  for (const Figure& f : found.figures) {
    if (!f.duplicate_of) continue;
    repeats += (repeats.empty() ? "" : "; ") + std::string(slice(text, f.span)) + " -> " +
               std::to_string(*f.duplicate_of);
  }
  return repeats;
}

struct Row {
  std::string text;
  std::string want;
};

}  // namespace

TEST_CASE("the same number of the same people again is a repeat") {
  const Row rows[] = {
      {"Nine people were killed. The bridge fell. Nine people were killed there.", "Nine -> 0"},
      {"Nine people were killed. Nine miners were killed, police said.", "Nine -> 0"},
      {"Nine miners were killed. Nine soldiers were killed.", ""},
      {"Nine people were killed. Ten people were killed.", ""},
      {"Nine people were killed. Nine people were injured.", ""},
      {"Nine people were killed. Nine people are feared dead.", ""},
      {"Nine men and nine women were killed.", ""},
      {"Nine people were killed in Peru. Nine people were killed in Chile.", ""},
      {"Omar Haddad was killed. Omar Haddad was killed at home.", "Omar Haddad -> 0"},
      {"Omar Haddad was killed. Salim Haddad was killed at home.", ""},
      {"A 34-year-old man was killed. A 63-year-old man was killed.", ""},
      {"A teacher was killed. The driver of the bus was also killed.", ""},
      {"A boy and a woman were shot. The woman was also shot in the leg.", "The -> 1"},
      {"One killed, three wounded. A man was killed at night, police said.", "A -> 0"},
      {"Six nuns were killed in Lima on Monday. He mourns the six priests killed in Lima on Monday.",
       "six -> 0"},
      {"Six soldiers were killed in Lima on Monday. Six rebels were killed in Lima on Monday.", ""},
      {"Anna Berg was killed. Berg was also killed, police said.", "Berg -> 0"},
      {"The blast hurt another. A bomb in a bank hurt a guard.", ""},
      {"Anna Berg was killed. A woman was killed, police said.", "A -> 0"},
      {"They mourn the murder of Anna Berg, the candidate who was gunned down on Monday.", "the -> 0"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(repeats_of(row.text) == row.want);
  }
}

TEST_CASE("what an article says in all were killed") {
  const Row rows[] = {
      // Sums, and what is part of them.
      {"The bridge fell.", "-"},
      {"Nine people were killed.", "9"},
      {"Two soldiers and three civilians were killed.", "5"},
      {"Nine people, including three children, were killed.", "9"},
      {"Six people, three men and three women, were killed.", "6"},
      {"Nine people were killed. The bridge is closed. Nine people were killed there.", "9"},
      {"Between 12 and 15 people were killed.", "12..15"},
      {"No one was hurt. Forty people may have been killed.", "-"},
      {"A number of people were killed.", "2"},
      {"He shot dead his mother, stepfather and grandmother.", "3"},
      {"Three of four members of a family were killed. The gunman died later.", "3"},
      {"He shot dead four of his relatives, including a niece.", "4"},
      {"At least 12 and up to 15 people were killed.", "12..15"},
      // Sources apart.
      {"Nine people were killed. The hospital said 11 people were killed.", "9..11"},
      {"Nine people were killed, but the hospital said 11 people were killed.", "9..11"},
      {"Nine people were killed. The army said four rebels were killed.", "9"},
      // Other events and longer tolls.
      {"Nine people were killed on Monday. In 2010, 300 people were killed in a fire there.", "9"},
      {"Nine people were killed on Monday. More than 2,000 people have been killed since January 2004.", "9"},
      {"More than 2,000 people have been killed since January 2004, the ministry said.", "2000"},
      {"Nine soldiers were killed. Militants have bombed schools all year, killing over 200 people.", "9"},
      {"One person died. Some reports suggest three people died.", "1..3"},
      // Running tolls.
      {"Three more people died on Monday, bringing the death toll to 45.", "45"},
      {"Nine people were killed on Monday, raising the death toll in the floods to 45.", "45"},
      // More of one incident.
      {"A man killed four people in a shop. He then killed two more in the street.", "6"},
      {"He shot dead his wife. He then drove to a shop, killing two clerks.", "3"},
      {"A man killed two clerks. He later killed two other clerks.", "4"},
      {"A mayor was killed in his car. His driver was also killed.", "2"},
      {"A man opened fire in a bank, killing two. The shooter fled, killing a driver.", "3"},
      // A lede that counts people has them all; another attack, hearsay and the same person add nothing.
      {"Four people were killed on Monday. He shot his wife and then killed two clerks.", "4"},
      {"A bomb exploded, killing two guards. A car bomb hit a school, killing a teacher.", "2"},
      {"A man killed his wife, police said. Police later said two women were killed.", "1"},
      {"Omar Haddad was killed. His friends also told of Haddad's death.", "1"},
      {"Two guards were killed. A driver was also killed. In all, four people were killed.", "4"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(total_of(read(row.text, "2024-06-11"), HarmKind::killed) == row.want);
  }
}

TEST_CASE("how bad it is for some adds nobody") {
  const Row rows[] = {
      {"Nine people were injured, two seriously.", "9"},
      {"Nine soldiers were killed and seven injured, three critically, the army said.", "7"},
      {"Nine people were injured in Lanta, two in Tolm.", "11"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(total_of(read(row.text, "2024-06-11"), HarmKind::injured) == row.want);
  }
}

TEST_CASE("of those who were shot, the ones not told dead are injured") {
  const Row rows[] = {
      {"Seven people were shot in a bar. One of them was killed.", "6"},
      {"He shot five guests. Two people were killed, police said.", "3"},
      {"Four people were shot at a petrol station.", "4"},
      {"He shot nine people in a bar, three of them fatally.", "6"},
      {"Gunmen killed two farmers and shot another man.", "1"},
      {"Gunmen shot six farmers and wounded two guards.", "2"},
      {"Six farmers were shot. All six farmers were killed.", "-"},
      // One person shot may be dead, and a wife none of the six.
      {"A soldier was shot in the square.", "-"},
      {"He shot six people in two days. He killed his wife.", "-"},
      {"The raid caused 12 casualties.", "-"},
      {"Six farmers were caught in the crossfire.", "6"},
      {"Three farmers are fighting for their lives.", "3"},
      {"The raid caused 12 casualties. Five people died.", "7"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(total_of(read(row.text, "2024-06-11"), HarmKind::injured) == row.want);
  }
}

TEST_CASE("those who die of their wounds pass from the injured to the dead") {
  struct Fate {
    std::string text;
    std::string killed;
    std::string injured;
  };
  const Fate rows[] = {
      {"Four guards were wounded. One of the wounded later died.", "1", "3"},
      {"He wounded five pupils and killed a teacher. Three of the wounded pupils died in hospital.", "4",
       "2"},
      {"A judge was wounded. He died of his injuries.", "1", "0"},
      {"Two guards were wounded. Omar Haddad later died of his wounds.", "1", "1"},
      // One of the dead by name, a death told much later, and a death of nobody hurt.
      {"Nine people were killed and four injured. Omar Haddad died of his injuries.", "9", "4"},
      {"Four guards were wounded. Later a farmer was killed.", "1", "4"},
      {"He wounded four guards. He then fled and later killed a farmer.", "1", "4"},
      // By a pronoun alone.
      {"Gunmen fired at a judge, killing him.", "1", "-"},
      {"Gunmen fired at a judge, killing him and wounding his wife.", "1", "1"},
      {"Omar Haddad left his house. He was shot dead by two men.", "1", "-"},
      {"A stone hit the mayor, injuring him in the eye.", "-", "1"},
      {"Gunmen fired at a judge. He was not killed.", "-", "-"},
      {"Gunmen fired at a judge. He may be killed, she said.", "-", "-"},
      {"Nine people were killed. He was killed in his car.", "9", "-"},
  };
  for (const Fate& row : rows) {
    INFO(row.text);
    const Extraction found = read(row.text, "2024-06-11");
    CHECK(total_of(found, HarmKind::killed) == row.killed);
    CHECK(total_of(found, HarmKind::injured) == row.injured);
  }
}

TEST_CASE("an account without a day: what it tells first, most often and as the largest") {
  const Row rows[] = {
      {"The storm killed 45 people. In Peru nine people were killed. In Chile 36 people were killed.", "45"},
      {"The storm killed nine people in Peru. In all, 45 people were killed. A total of 45 people were "
       "killed.",
       "45"},
      {"The storm killed two people in Peru. It then killed three people in Chile.\n\nTwo people were "
       "killed.",
       "5"},
      {"No one died at first. In all, nine people were killed.", "9"},
      // Places side by side, and places inside others.
      {"The storm killed 14 people in Peru. In Chile five people were killed.", "19"},
      {"The storm killed 14 people in Peru. Five people were killed in Lima.", "14"},
      {"The storm killed 14 people in Peru. In Chile it killed 20 people, including five in Santiago.", "34"},
      {"The storm killed 45 people. In Peru 30 people were killed. In Chile five people died.", "45"},
      {"The storm killed two people in Peru. In Chile it may have killed nine.", "2"},
      {"As many as 900 people died in Peru. At least 300 people were killed in Peru. In Chile 20 died.",
       "320"},
      {"The toll in Peru was nine people, while four people were killed in Chile and one in Bolivia.", "14"},
      {"The storm killed at least 45 people, most of them in Peru. Two people died in Lima.", "45"},
      {"A mother and her child died in Peru, while a man was killed in Lima.", "3"},
      // Sums told at the end, floors, and vague openings.
      {"Three people died in a shop. A man was killed on a farm. The storm caused four deaths.", "4"},
      {"It killed at least 1,000 people at sea, and a total of 1,800 people.", "1800"},
      {"At least 200 people were killed.\n\nImpact\nIn the end 202 people were killed.", "202"},
      {"More than 180 people were killed.\n\nHistory\nFloods there have left hundreds dead each year.",
       "180"},
      {"Exactly 200 people were killed.\n\nImpact\nIn the hills 202 people were killed.", "200"},
      {"Thousands of people were killed.\n\nImpact\nIn total, 5,200 people were killed.", "5200"},
      // Other years.
      {"The 2011 flood killed 916 people. In 1967 a flood killed 1,700 people there.", "916"},
      {"The 2011 flood was the worst since 1967, killing 916 people.", "916"},
      {"The flood came in 2011. In 1967 a flood killed 1,700 people there.", "-"},
      // Chapters of places, where nothing sums up before them.
      {"It was a storm.\n\nPeru\nA total of nine people were killed.\n\nChile\nThree people were killed.",
       "12"},
      {"It was a storm.\n\nPeru\nNine people were killed.\n\nPeru\nSix people were killed in Lima.", "9"},
      {"It was a storm.\n\nPeru\nNine people were killed.\n\nToll\nIn all, 15 people were killed.\n\nChile\n"
       "Three people were killed.",
       "15"},
      {"No deaths were reported.", "0"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(total_of(read(row.text), HarmKind::killed) == row.want);
  }
}

TEST_CASE("people are totalled, not their houses; families where nothing else is told") {
  CHECK(total_of(read("Nine hundred people and 200 families were displaced.", "2024-06-11"),
                 HarmKind::displaced) == "900");
  CHECK(total_of(read("Two hundred families were displaced.", "2024-06-11"), HarmKind::displaced) == "200");
}

TEST_CASE("how displaced people are told of") {
  const Row rows[] = {
      {"40 Houses Destroyed", "40"},
      {"Four Olaf Houses Destroyers met.", "-"},
      {"The flood forced the evacuation of, the mayor said, 700 people.", "700"},
      {"About 44 homes were destroyed by a fire that could burn for weeks.", "44"},
      {"About 44 homes could be destroyed by the fire.", "-"},
      {"About 400 people had been evacuated and another 90 may have to leave their homes.", "400"},
      {"Some 700 people were evacuated, from which about 90 were housed in a school.", "700"},
      {"Some 700 people have been relocated and some 90 are in urgent need of food.", "700"},
      {"Nine people missing and 41, 000 people displaced.", "41000"},
      {"Some 800 residents living in old huts had moved to safer places.", "800"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(total_of(read(row.text, "2024-06-11"), HarmKind::displaced) == row.want);
  }
}

TEST_CASE("people harmed whose number is not told are two at least") {
  const Row rows[] = {
      {"Nine people were killed and others were injured.", "2"},
      {"The blast killed nine people, wounding others.", "2"},
      {"Nine people were killed. Civilians were also wounded.", "2"},
      {"Nine people were killed, others injured.", "2"},
      {"Nine people were killed; \"a number\" of others were reported wounded.", "2"},
      {"Nine people were killed. Others were injured, but it was not said how many.", "2"},
      {"Nine people were killed. The army did not say that others were injured.", "-"},
      {"Nine people were killed. A man was injured.", "1"},
      {"Nine people were killed. No civilians were injured.", "0"},
      {"Nine people were killed. Others may have been injured.", "-"},
      {"Nine people were killed. It is unclear whether civilians were injured.", "-"},
      {"Nine people were killed. The house of civilians was hit.", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(total_of(read(row.text, "2024-06-11"), HarmKind::injured) == row.want);
  }
}

TEST_CASE("a vague number gives way to an exact one within it") {
  const auto injured = [](std::string_view text) {
    return total_of(read(text, "2024-06-11"), HarmKind::injured);
  };
  CHECK(injured("Dozens of people were injured. The ministry said 45 people were injured.") == "45");
  CHECK(injured("Dozens of people were injured. Four people were injured, police said.") == "24..99");
}

TEST_CASE("more of another kind is no increment") {
  const Extraction found = read(
      "Nine people were killed and 40 were injured. The agency counted nine dead. Another 40 were injured, "
      "it said.",
      "2024-06-11");
  CHECK(total_of(found, HarmKind::injured) == "40");
}

TEST_CASE("kinds are totalled apart") {
  const Extraction found = read("Nine people were killed and 31 injured in the crash.", "2024-06-11");
  CHECK(total_of(found, HarmKind::killed) == "9");
  CHECK(total_of(found, HarmKind::injured) == "31");
  CHECK(total_of(found, HarmKind::missing) == "-");
}
