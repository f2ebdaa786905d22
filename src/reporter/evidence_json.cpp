#include "reporter/evidence_json.hpp"

#include "reporter/phrases.hpp"

namespace annals {

void write_evidence(JsonWriter& json, const Evidence& e, const ArticleIndex& articles) {
  const Document* document = articles.find(e.article);
  json.key("id").value(e.id).key("value").value(say_value(e, written_count(articles, e)));
  json.key("low").value_or_null(e.quantity.low).key("high").value_or_null(e.quantity.high);
  json.key("bound").value(name_of(e.quantity.bound)).key("unit").value(name_of(e.unit));
  json.key("scope").value(name_of(e.scope)).key("frame").value(name_of(e.frame));
  json.key("part").boolean(e.part).key("more").boolean(e.more).key("part_of").text_or_null(e.part_of);
  json.key("victims").text_or_null(e.victims).key("place").text_or_null(e.place);
  json.key("source").text_or_null(e.source).key("source_kind").text_or_null(e.source_kind);
  json.key("via").text_or_null(e.via).key("publisher").text_or_null(e.publisher);
  json.key("published").text_or_null(e.published ? to_iso(*e.published) : std::string());
  json.key("date").text_or_null(e.date && (e.date->first || e.date->last) ? to_plain_edtf(*e.date) : std::string());
  json.key("article").text_or_null(e.article);
  if (document != nullptr) {
    json.key("begin").value(std::int64_t{e.span.begin}).key("end").value(std::int64_t{e.span.end});
    json.key("path").text_or_null(document->article.path).key("url").text_or_null(document->article.url);
    json.key("sha256").text_or_null(document->article.sha256);
  }
  json.key("quote").text_or_null(e.quote);
}

}  // namespace annals
