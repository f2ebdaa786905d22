#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "annals/model/error.hpp"
#include "annals/store/store.hpp"

#include "store/sample_documents.hpp"
#include "store/temporary_folder.hpp"

using namespace annals;

namespace {

Document read_back(const Document& document) {
  const TemporaryFolder folder;
  Store writer(folder / "a.db", Store::Access::write);
  CHECK(writer.add(document) == Store::Added::new_article);
  const Store reader(folder / "a.db", Store::Access::read);
  const auto documents = reader.documents();
  REQUIRE(documents.size() == 1);
  return documents[0];
}

// A fixed sequence of numbers (Knuth's MMIX constants): the same documents in every run.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33) % limit;
  }
  bool coin() { return below(2) == 1; }
  std::string text() {
    std::string out;
    for (std::uint32_t n = below(12); n > 0; --n) out += static_cast<char>(below(256));
    return out;
  }
  Span span() { return {below(5000), below(5000)}; }
  std::optional<Date> date() {
    if (below(4) == 0) return std::nullopt;
    return from_days(static_cast<std::int32_t>(below(7000000)) - 4000000);
  }
  std::optional<DateSpan> dates() {
    if (below(3) == 0) return std::nullopt;
    return DateSpan{date(), date(), static_cast<Grain>(below(8)), coin(), coin(), coin()};
  }
  std::optional<Quote> quote() {
    if (coin()) return std::nullopt;
    return Quote{span(), text()};
  }
  std::optional<std::int64_t> count() {
    if (below(4) == 0) return std::nullopt;
    return std::int64_t{below(UINT32_MAX)} * below(100000);
  }
  std::optional<StampedDate> stamped() {
    if (coin()) return std::nullopt;
    return StampedDate{
        {std::int64_t{below(UINT32_MAX)} * 20 - 40000000000, static_cast<Instant::Precision>(below(3)),
         static_cast<std::int16_t>(static_cast<int>(below(1600)) - 800)},
        static_cast<DateOrigin>(below(9))};
  }

 private:
  std::uint64_t state_;
};

Diagnostic random_diagnostic(Numbers& numbers) {
  return {static_cast<Severity>(numbers.below(3)), numbers.text(), numbers.span(), numbers.text()};
}

Document random_document(Numbers& numbers) {
  Document document;
  Article& a = document.article;
  for (std::string* text : {&a.id, &a.path, &a.url, &a.title, &a.publisher, &a.author, &a.language, &a.text,
                            &a.encoding, &a.sha256}) {
    *text = numbers.text();
  }
  a.published = numbers.stamped();
  a.modified = numbers.stamped();
  a.dateline = numbers.stamped();
  a.version = 1 + numbers.below(5);
  for (std::uint32_t n = numbers.below(3); n > 0; --n) a.captions.push_back(numbers.span());
  for (std::uint32_t n = numbers.below(3); n > 0; --n) a.diagnostics.push_back(random_diagnostic(numbers));
  Extraction& e = document.extraction;
  for (std::uint32_t n = numbers.below(6); n > 0; --n) {
    e.claims.push_back(
        {numbers.span(), static_cast<ClaimType>(numbers.below(4)), numbers.dates(), numbers.quote()});
  }
  for (std::uint32_t n = numbers.below(6); n > 0; --n) {
    e.timexes.push_back({numbers.span(),
                         static_cast<TimexType>(numbers.below(4)),
                         numbers.text(),
                         numbers.text(),
                         numbers.dates(),
                         static_cast<TimexRelation>(numbers.below(8)),
                         static_cast<AnchorKind>(numbers.below(5)),
                         numbers.text(),
                         static_cast<std::uint16_t>(numbers.below(1001)),
                         {}});
    for (std::uint32_t m = numbers.below(3); m > 0; --m) {
      e.timexes.back().alternates.push_back({numbers.text(), numbers.dates().value_or(DateSpan{}),
                                             static_cast<OtherReading>(numbers.below(3)),
                                             static_cast<std::uint16_t>(numbers.below(1001))});
    }
  }
  for (std::uint32_t n = e.timexes.empty() ? 0 : numbers.below(3); n > 0; --n) {
    const auto count = static_cast<std::uint32_t>(e.timexes.size());
    e.ranges.push_back({numbers.span(), numbers.below(count), numbers.below(count),
                        numbers.dates().value_or(DateSpan{}), numbers.text()});
  }
  for (std::uint32_t n = numbers.below(6); n > 0; --n) {
    Figure& f = e.figures.emplace_back();
    f = {numbers.span(),
         static_cast<HarmKind>(numbers.below(12)),
         Quantity{numbers.count(), numbers.count(), static_cast<Bound>(numbers.below(8))},
         static_cast<Unit>(numbers.below(4)),
         numbers.quote(),
         static_cast<Scope>(numbers.below(2)),
         numbers.coin(),
         numbers.coin(),
         static_cast<Frame>(numbers.below(6)),
         numbers.quote(),
         numbers.quote(),
         numbers.quote(),
         numbers.text(),
         numbers.dates(),
         std::nullopt,
         numbers.below(8),
         numbers.text()};
    if (numbers.coin()) f.duplicate_of = numbers.below(UINT32_MAX);
  }
  for (auto& total : e.totals) {
    if (numbers.below(3) == 0) total = Total{numbers.count(), numbers.count(), numbers.count()};
  }
  for (std::uint32_t n = numbers.below(3); n > 0; --n) e.diagnostics.push_back(random_diagnostic(numbers));
  return document;
}

std::vector<std::string> ids(const std::vector<Document>& documents) {
  std::vector<std::string> out;
  for (const Document& document : documents) out.push_back(document.article.id);
  return out;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a document with every field set comes back as it was") {
  CHECK(read_back(rich_document()) == rich_document());
}

TEST_CASE("a document with nothing set comes back as it was") {
  CHECK(read_back(Document{}) == Document{});
}

TEST_CASE("any document comes back as it was, whatever bytes it holds") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    Numbers numbers(seed);
    const Document document = random_document(numbers);
    CHECK(read_back(document) == document);
  }
}

TEST_CASE("text that looks like SQL or holds NUL bytes is only text") {
  using namespace std::string_literals;
  for (const std::string& text :
       {"'); DROP TABLE article; --"s, "\"quoted\" 'twice''"s, "NUL \0 inside"s, "\0"s,
        "\xff\xfe ill-formed \xc3"s, "?1 :a @b $c"s, std::string(100000, 'x')}) {
    CAPTURE(text);
    Document document = simple_document(text, text, text);
    document.article.title = document.article.publisher = document.article.path = text;
    document.extraction.diagnostics = {{Severity::note, text, {}, text}};
    CHECK(read_back(document) == document);
  }
}

TEST_CASE("the same content is stored once, other content at a known address is a new version") {
  struct Step {
    const char* what;
    Document document;
    Store::Added added;
    std::size_t articles;
  };
  const Step steps[] = {
      {"first seen", simple_document("a", "one", "u"), Store::Added::new_article, 1},
      {"same again", simple_document("a", "one", "u"), Store::Added::unchanged, 1},
      {"same content, other id", simple_document("b", "one", "u"), Store::Added::unchanged, 1},
      {"other content", simple_document("b", "two", "u"), Store::Added::new_version, 2},
      {"an old version seen again", simple_document("a", "one", "u"), Store::Added::unchanged, 2},
      {"third content", simple_document("c", "three", "u"), Store::Added::new_version, 3},
      {"other address", simple_document("d", "one", "v"), Store::Added::new_article, 4},
      {"no address", simple_document("e", "one"), Store::Added::new_article, 5},
      {"no address, other content", simple_document("f", "two"), Store::Added::new_article, 6},
  };
  Store store(":memory:", Store::Access::write);
  for (const Step& step : steps) {
    CAPTURE(step.what);
    CHECK(store.add(step.document) == step.added);
    CHECK(store.holds(step.document.article.sha256));
    CHECK(store.article_count() == step.articles);
  }
  CHECK_FALSE(store.holds("never seen"));
  CHECK_FALSE(store.holds(""));
  const auto documents = store.documents();
  CHECK(ids(documents) == Ids{"c", "d", "e", "f"});
  CHECK(documents[0].article.version == 3);
  CHECK(documents[0].article.text == "three");
}

TEST_CASE("an id that other content has already gets a number") {
  Store store(":memory:", Store::Access::write);
  store.add(simple_document("a", "one"));
  store.add(simple_document("a~3", "two"));
  store.add(simple_document("a", "three"));
  store.add(simple_document("a", "four"));
  CHECK(store.add(simple_document("a", "three")) == Store::Added::unchanged);
  CHECK(ids(store.documents()) == Ids{"a", "a~2", "a~3", "a~4"});
}

TEST_CASE("articles without a sha are never taken for one another") {
  Store store(":memory:", Store::Access::write);
  Document document = simple_document("a", "one");
  document.article.sha256.clear();
  CHECK(store.add(document) == Store::Added::new_article);
  CHECK(store.add(document) == Store::Added::new_article);
  CHECK(store.article_count() == 2);
}

TEST_CASE("of each address the version known last at the day asked for") {
  Store store(":memory:", Store::Access::write);
  Document corrected = simple_document("third", "c", "u", "2024-06-01");
  corrected.article.modified = StampedDate{parse_instant("2024-06-20").value(), DateOrigin::meta};
  store.add(simple_document("first", "a", "u", "2024-06-01"));
  store.add(simple_document("late", "z", "w", "2024-07-01"));
  store.add(corrected);
  store.add(simple_document("second", "b", "u", "2024-06-10"));  // seen out of order
  store.add(simple_document("undated", "d"));
  struct Row {
    const char* as_of;
    Ids expected;
  };
  const Row rows[] = {
      {"2024-05-31", {"undated"}},
      {"2024-06-01", {"undated", "first"}},
      {"2024-06-09T23:59Z", {"undated", "first"}},
      {"2024-06-10", {"undated", "second"}},
      {"2024-06-20", {"undated", "third"}},
      {"2024-07-01", {"undated", "third", "late"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.as_of);
    CHECK(ids(store.documents(parse_instant(row.as_of))) == row.expected);
  }
  CHECK(ids(store.documents()) == Ids{"undated", "third", "late"});
}

TEST_CASE("a version without a date replaces the one before it") {
  Store store(":memory:", Store::Access::write);
  store.add(simple_document("a", "one", "u", "2024-06-01"));
  store.add(simple_document("b", "two", "u"));
  CHECK(ids(store.documents()) == Ids{"b"});
}

TEST_CASE("documents come by day, then id, and undated ones first") {
  Store store(":memory:", Store::Access::write);
  store.add(simple_document("c", "1", "", "2024-06-02"));
  store.add(simple_document("b", "2", "", "2024-06-02"));
  store.add(simple_document("z", "3"));
  store.add(simple_document("a", "4", "", "2024-06-03"));
  store.add(simple_document("y", "5", "", "1969-12-31"));
  CHECK(ids(store.documents()) == Ids{"z", "y", "b", "c", "a"});
}

TEST_CASE("a batch that is not committed leaves the file as it was") {
  const TemporaryFolder folder;
  Store store(folder / "a.db", Store::Access::write);
  store.add(simple_document("kept", "kept words"));
  {
    const auto batch = store.begin();
    store.add(simple_document("lost", "lost words"));
    CHECK(store.article_count() == 2);
  }
  CHECK(ids(store.documents()) == Ids{"kept"});
  CHECK(store.search("lost", 5).empty());
  try {
    const auto batch = store.begin();
    store.add(simple_document("lost", "lost words"));
    throw std::runtime_error("the program fails here");
  } catch (const std::runtime_error&) {
  }
  CHECK(ids(store.documents()) == Ids{"kept"});
  auto batch = store.begin();
  CHECK(store.add(simple_document("lost", "lost words")) == Store::Added::new_article);
  batch.commit();
  CHECK(ids(Store(folder / "a.db", Store::Access::read).documents()) == Ids{"kept", "lost"});
  CHECK(store.search("words", 5).size() == 2);
}

TEST_CASE("a reader sees whole batches only") {
  const TemporaryFolder folder;
  Store store(folder / "a.db", Store::Access::write);
  const Store reader(folder / "a.db", Store::Access::read);
  auto batch = store.begin();
  store.add(simple_document("a", "one"));
  CHECK(reader.article_count() == 0);
  batch.commit();
  CHECK(reader.article_count() == 1);
}
