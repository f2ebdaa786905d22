#include "reporter/findings/voices.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "annals/text/utf8.hpp"

#include "reporter/findings/backing.hpp"
#include "reporter/phrases.hpp"

namespace annals {

std::vector<BackingVoice> all_voices(const ReportView& view) {
  struct Heard {
    BackingVoice voice;
    std::set<std::string_view> articles;
    std::set<std::string_view> outlets;
  };
  std::map<std::string, Heard> heard;
  for (const Evidence& evidence : view.standings.all_evidence()) {
    if (evidence.event != view.main_event || evidence.duplicate || !view.standings.knows(evidence)) continue;
    Heard& at = heard[origin_of(evidence)];
    BackingVoice& voice = at.voice;
    if (voice.name.empty()) voice.name = fold_space(said_by(evidence));
    if (voice.kind.empty())
      voice.kind = evidence.source.empty() ? std::string_view("media") : evidence.source_kind;
    ++voice.figures;
    at.articles.insert(evidence.article);
    if (!evidence.publisher.empty()) at.outlets.insert(evidence.publisher);
    if (evidence.published && (!voice.first || *evidence.published < *voice.first))
      voice.first = evidence.published;
    if (evidence.published && (!voice.last || *voice.last < *evidence.published))
      voice.last = evidence.published;
  }
  std::vector<BackingVoice> voices;
  for (auto& [key, at] : heard) {
    at.voice.articles = at.articles.size();
    at.voice.outlets.assign(at.outlets.begin(), at.outlets.end());
    voices.push_back(std::move(at.voice));
  }
  std::stable_sort(voices.begin(), voices.end(), [](const BackingVoice& a, const BackingVoice& b) {
    return std::tie(a.articles, a.figures) > std::tie(b.articles, b.figures);
  });
  return voices;
}

std::size_t voice_count(const ReportView& view) {
  std::set<std::string> keys;
  for (const Evidence& evidence : view.standings.all_evidence()) {
    if (evidence.event == view.main_event && !evidence.duplicate && view.standings.knows(evidence))
      keys.insert(origin_of(evidence));
  }
  return keys.size();
}

}  // namespace annals
