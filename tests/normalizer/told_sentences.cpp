#include "normalizer/told_sentences.hpp"

#include <cstdint>

#include <doctest/doctest.h>

namespace annals {

namespace {

SentencePool pool_of(const std::vector<std::vector<std::uint32_t>>& sentences) {
  SentencePool pool;
  for (const auto& words : sentences) {
    PooledSentence sentence;
    sentence.vector = vector_of(words, nullptr);
    pool.sentences.push_back(std::move(sentence));
  }
  return pool;
}

}  // namespace

TEST_CASE("what was told is told by the same words, most of them, or itself") {
  const SentencePool pool = pool_of({{1, 2, 3, 4}, {1, 2, 3, 9}, {1, 2, 8, 9}, {5, 6, 7}, {}});
  ToldSentences told(pool);
  CHECK_FALSE(told.say(0));
  told.add(0);
  CHECK(told.say(0));
  CHECK(told.say(1));
  CHECK_FALSE(told.say(2));  // half the words
  CHECK_FALSE(told.say(3));
  CHECK_FALSE(told.say(4));
  told.add(4);
  CHECK(told.say(4));
}

TEST_CASE("looking at few of the told sentences answers as comparing all does") {
  std::uint32_t state = 1;
  const auto next = [&state](std::uint32_t below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 8U) % below;
  };
  std::vector<std::vector<std::uint32_t>> sentences(300);
  for (auto& words : sentences) {
    for (std::uint32_t i = 0; i < 2 + next(7); ++i) words.push_back(next(12));
  }
  const SentencePool pool = pool_of(sentences);
  ToldSentences told(pool);
  std::size_t said = 0;
  for (std::size_t i = 0; i < pool.sentences.size(); ++i) {
    bool is_said = false;
    for (std::size_t j = 0; j < i; j += 10)
      is_said = is_said || dot(pool.sentences[j].vector, pool.sentences[i].vector) > kTellsTheSame;
    CHECK(told.say(i) == is_said);
    said += is_said ? 1 : 0;
    if (i % 10 == 0) told.add(i);
  }
  CHECK(said > 20);
  CHECK(said < 299);
}

}  // namespace annals
