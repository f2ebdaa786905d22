#pragma once
// Articles grouped into stories as they come. In whatever order and portions they come, the stories are those
// of all of them at once; an article that is added is compared with those it may belong to, not with all.
//   Two articles are neighbours when they share names enough (of one that has few a single one is enough).
//   Neighbours of neighbours make a neighbourhood, and only inside one are articles compared closely
//   (story_clusters.hpp): an article joins neighbourhoods or opens one, and only those are grouped anew.
// Where a quarter of all articles have one name, they are a collection about it: then what has no name of its
// own ("The death toll rises to 61.") is gathered into its story (leading_story.cpp). That step alone looks
// at all articles.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "annals/model/document.hpp"

#include "normalizer/stories/story_words.hpp"

namespace annals {

class Stories {
 public:
  // The article gets the next number, from 0.
  void add(const Document& document);
  // Numbers of the articles of each story, in order of time; the stories in no order that means anything, but
  // always the same.
  std::vector<std::vector<std::size_t>> tell_apart();
  const StoryWords& words_of(std::size_t article) const { return articles_[article].words; }
  std::size_t size() const { return articles_.size(); }

 private:
  // What puts articles in order, whatever order they came in.
  struct Key {
    std::int64_t day = kNoDay;
    std::string id;
    std::string content;
    auto operator<=>(const Key&) const = default;
  };
  struct Entry {
    Key key;
    StoryWords words;
  };
  // Articles of one neighbourhood that have a name.
  struct Holders {
    std::size_t root = 0;
    std::vector<std::size_t> articles;
  };
  struct NameFacts {
    std::size_t articles = 0;
    std::size_t capital = 0;
    std::size_t small = 0;
  };
  struct Neighbourhood {
    std::vector<std::size_t> members;
    std::vector<std::vector<std::size_t>> stories;
    bool changed = true;
  };

  std::size_t root_of(std::size_t article);
  void unite(std::size_t a, std::size_t b);
  void meet_neighbours(std::size_t article);
  void group(Neighbourhood& neighbourhood);
  bool has_leading_name() const;
  void gather(std::vector<std::vector<std::size_t>>& stories);
  void put_in_order(std::vector<std::size_t>& members) const;

  std::vector<Entry> articles_;
  std::vector<std::size_t> parent_;  // a forest; roots are neighbourhoods
  std::map<std::size_t, Neighbourhood> neighbourhoods_;
  std::unordered_map<std::uint64_t, std::vector<Holders>> by_name_;  // looked up only
  std::unordered_map<std::uint64_t, NameFacts> facts_;  // of all terms; the greatest is asked for
  std::vector<std::uint32_t> shared_;                   // names shared with the article that comes
};

}  // namespace annals
