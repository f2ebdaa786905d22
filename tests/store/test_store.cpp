#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "annals/store/store.hpp"

using namespace annals;

TEST_CASE("what is stored comes back") {
  const std::string path = (std::filesystem::temp_directory_path() / "annals-smoke.db").string();
  std::filesystem::remove(path);
  Document document;
  document.article.id = "a1";
  document.article.sha256 = "00";
  document.article.text = "At least 12 people were killed, police said. It rained.";
  document.extraction.claims = {{{0, 44}, ClaimType::event, {}, {}},
                                {{45, 55}, ClaimType::background, {}, {}}};
  {
    Store store(path, Store::Access::write);
    auto batch = store.begin();
    CHECK(store.add(document) == Store::Added::new_article);
    CHECK(store.add(document) == Store::Added::unchanged);
    batch.commit();
  }
  Store store(path, Store::Access::read);
  REQUIRE(store.documents().size() == 1);
  CHECK(store.documents()[0] == document);
  const auto hits = store.search("killed", 10);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].sentence == "At least 12 people were killed, police said.");
  std::filesystem::remove(path);
}
