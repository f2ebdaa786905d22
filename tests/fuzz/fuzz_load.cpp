// Any bytes are a file of articles, in each format: what is loaded is UTF-8 with an identity, captions lie in
// the text, and every problem is reported instead of thrown.

#include "annals/loader/load.hpp"
#include "annals/text/utf8.hpp"

#include "promise.hpp"

using namespace annals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  for (const InputFormat format : {InputFormat::automatic, InputFormat::text, InputFormat::markdown,
                                   InputFormat::html, InputFormat::json, InputFormat::jsonl}) {
    LoadOptions options;
    options.format = format;
    std::size_t articles = 0;
    std::size_t reports = 0;
    load_bytes(
        bytes, "input", options,
        [&](Article&& article) {
          ++articles;
          for (const std::string* field : {&article.text, &article.title, &article.publisher, &article.author,
                                           &article.url, &article.id, &article.language}) {
            PROMISE(find_invalid_utf8(*field) == std::string_view::npos);
          }
          PROMISE(article.sha256.size() == 64);
          PROMISE(!article.id.empty());
          for (const Span caption : article.captions) {
            PROMISE(caption.begin <= caption.end);
            PROMISE(caption.end <= article.text.size());
          }
          for (const Diagnostic& diagnostic : article.diagnostics)
            PROMISE(diagnostic.span.end <= article.text.size());
        },
        [&](const Diagnostic& diagnostic) {
          ++reports;
          PROMISE(!diagnostic.message.empty());
          PROMISE(diagnostic.message.find('\n') == std::string::npos);
        });
    // A file that gives nothing says why.
    PROMISE(articles + reports > 0);
  }
  return 0;
}
