#pragma once
// Articles and extractions in one SQLite file, kept and never altered; estimates are rebuilt from them,
// and kept beside them if asked for.
//   Store store("haiti.db", Store::Access::write);
//   auto batch = store.begin();  store.add(document);  batch.commit();
// Throws Error::store with SQLite's own code and words. docs/schema.md describes the tables and views. The
// path
// ":memory:" is a database that is gone at the end. Not for several threads at once.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annals/model/document.hpp"
#include "annals/model/series.hpp"

namespace annals {

class Store {
 public:
  enum class Access { read, write };  // write creates the file and brings an older schema up to date
  enum class Added { new_article, new_version, unchanged };

  Store(const std::string& path, Access access);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Rolls back unless committed. One at a time; the store must stay where it is meanwhile. Once a document
  // could not be written, the batch takes no more and cannot be committed.
  class Batch {
   public:
    ~Batch();
    Batch(Batch&&) noexcept;
    Batch& operator=(Batch&&) = delete;
    void commit();

   private:
    friend class Store;
    explicit Batch(Store& store);
    Store* store_;
  };
  Batch begin();

  // The same content (sha256) is not stored twice; other content at a known url is a new version, the old one
  // stays. An id that other content has already becomes "ID~2", "ID~3", ... Outside a batch each add is its
  // own.
  bool holds(std::string_view sha256) const;
  Added add(const Document& document);

  // Documents in order of published (unset first), id, version; of each address the newest version known at
  // `as_of`. Articles without any date are always known.
  std::vector<Document> documents(std::optional<Instant> as_of = std::nullopt) const;
  std::size_t article_count() const;

  struct Hit {
    std::string article;  // id
    std::string title;
    std::string publisher;
    std::optional<Instant> published;
    Span span;  // the sentence in the article's text
    std::string sentence;
  };
  // Sentences by SQLite's FTS5 query language, best first; ties in order of article and position. A query
  // that FTS5 cannot parse is searched as a phrase. Versions that a newer one replaced are not searched.
  std::vector<Hit> search(std::string_view query, std::size_t limit) const;

  // What stood when, as it was worked out from all articles of the store, kept for questions that do not want
  // to wait. Two clocks: from when to when the world knew a figure, and from which keeping to which it was
  // held to be so: what a later keeping finds otherwise is closed, not altered. Returns the events of which
  // anything is otherwise. `estimates`: by event, then by series, then by time.
  struct Keeping {
    std::string kept;    // when, ISO 8601
    std::string policy;  // by which they were worked out
  };
  std::vector<std::string> keep_estimates(const std::vector<Estimate>& estimates, const Keeping& keeping);
  struct KeptQuestion {
    std::optional<Instant> as_of = {};      // what stood then, one estimate a series; unset: every change
    std::optional<std::string> event = {};  // all of one event
    std::optional<std::string> place = {};  // series of this place
  };
  // In the order in which they were given. Without set_aside and earlier, which are not kept.
  std::vector<Estimate> kept_estimates(const KeptQuestion& question) const;
  std::optional<Keeping> last_keeping() const;
  // Articles were added since the last keeping, or none was made.
  bool kept_is_old() const;

  static constexpr int kSchemaVersion = 3;

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace annals
