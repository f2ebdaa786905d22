#include "cli/inputs.hpp"

#include <memory>
#include <set>

#include <fmt/format.h>

#include "annals/loader/load.hpp"
#include "annals/model/error.hpp"
#include "annals/store/store.hpp"

#include "cli/extraction_batch.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/standing_documents.hpp"

namespace annals {

namespace {

constexpr std::size_t kBatchArticles = 256;
constexpr std::size_t kBatchBytes = std::size_t{8} << 20;

// Fills one batch while the one before it is worked on.
class Pipeline {
 public:
  Pipeline(Session& session, const BatchSink& sink) : session_(session), sink_(sink) {
    // The user's own word lists may be wrong, which is said before anything is read.
    if (!session.settings.lexicon.empty()) lexicon_ = Lexicon::from_folder(session.settings.lexicon);
  }

  void add(Article&& article) {
    bytes_ += article.text.size();
    filling_.push_back({std::move(article), {}});
    if (filling_.size() >= kBatchArticles || bytes_ >= kBatchBytes) turn();
  }

  void finish() {
    turn();
    deliver();
  }

 private:
  void turn() {
    deliver();
    stop_if_interrupted();
    if (filling_.empty()) return;
    if (!lexicon_) lexicon_ = Lexicon::embedded();
    working_ = std::make_unique<ExtractionBatch>(std::move(filling_), *lexicon_, session_.settings.threads);
    filling_.clear();
    bytes_ = 0;
  }

  void deliver() {
    if (!working_) return;
    std::vector<Document> documents = working_->finish();
    working_.reset();
    for (const Document& document : documents) {
      for (const Diagnostic& doubt : document.extraction.diagnostics) {
        session_.talk.tell(doubt, document.article.path);
      }
    }
    sink_(std::move(documents));
  }

  Session& session_;
  const BatchSink& sink_;
  std::optional<Lexicon> lexicon_;  // the embedded one is compiled when the first article needs it
  std::vector<Document> filling_;
  std::size_t bytes_ = 0;
  std::unique_ptr<ExtractionBatch> working_;
};

// An article without any date may always have been known; the store sees it the same way.
bool known_by(const Article& article, const Instant& as_of) {
  const auto known = known_from(article);
  return !known || *known <= as_of;
}

}  // namespace

std::vector<std::string> paths_of(const Session& session, std::size_t first) {
  const Arguments& arguments = session.arguments;
  std::vector<std::string> paths(arguments.operands.begin() + static_cast<std::ptrdiff_t>(first),
                                 arguments.operands.end());
  const bool from_store = !session.settings.db.empty();
  if (from_store && !paths.empty()) {
    throw Error(
        Error::Kind::usage,
        fmt::format("either PATH or --db FILE, not both: annals ingest --db FILE PATH adds articles to a "
                    "store (see annals help {})",
                    arguments.command->name));
  }
  if (!from_store && paths.empty()) {
    throw Error(
        Error::Kind::usage,
        fmt::format("{} needs a PATH, - for standard input{} (see annals help {})", arguments.command->name,
                    takes(*arguments.command, Option::db) ? ", or --db FILE" : "", arguments.command->name));
  }
  return paths;
}

std::size_t read_batches(Session& session, const std::vector<std::string>& paths, const ArticleTest& known,
                         const BatchSink& sink) {
  const DiagnosticSink report = [&](const Diagnostic& diagnostic) { session.talk.tell(diagnostic); };
  const std::vector<std::string> files = find_inputs(paths, report);
  Pipeline pipeline(session, sink);
  Progress progress(session.talk, files.size());
  for (const std::string& file : files) {
    stop_if_interrupted();
    progress.next_file();
    session.talk.note(fmt::format("reading {}", file));
    load_articles(
        file, session.settings.load,
        [&](Article&& article) {
          stop_if_interrupted();
          progress.next_article();
          if (known && known(article)) return;
          for (const Diagnostic& doubt : article.diagnostics) session.talk.tell(doubt, article.path);
          pipeline.add(std::move(article));
        },
        report);
  }
  stop_if_interrupted();
  pipeline.finish();
  return progress.articles();
}

std::vector<Document> documents_of(Session& session, const DocumentSource& source) {
  if (source.paths.empty()) return Store(source.db, Store::Access::read).documents(source.as_of);

  std::vector<Document> documents;
  std::set<std::string> seen;
  const ArticleTest unwanted = [&](const Article& article) {
    return !seen.insert(article.sha256).second || (source.as_of && !known_by(article, *source.as_of));
  };
  read_batches(session, source.paths, unwanted, [&](std::vector<Document>&& batch) {
    documents.insert(documents.end(), std::make_move_iterator(batch.begin()),
                     std::make_move_iterator(batch.end()));
  });
  return standing_documents(std::move(documents), session.talk);
}

std::vector<Document> read_documents(Session& session, std::size_t first_path) {
  return documents_of(session, {session.settings.db, paths_of(session, first_path), session.settings.as_of});
}

}  // namespace annals
