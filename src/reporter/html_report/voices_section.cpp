// Who says the figures: each source once, with the outlets that passed it on, so that one line of an agency
// in forty articles is seen to be one voice.

#include <algorithm>

#include <fmt/format.h>

#include "annals/text/escape.hpp"

#include "reporter/findings/voices.hpp"
#include "reporter/html_report/page.hpp"
#include "reporter/phrases.hpp"

namespace annals {

namespace {

constexpr std::size_t kMostAtOnce = 25;  // the others wait
constexpr std::size_t kMostVoices = 1000;
constexpr std::size_t kMostOutlets = 6;

std::string outlets_of(const BackingVoice& voice) {
  std::vector<std::string_view> others;
  for (const std::string_view outlet : voice.outlets) {
    if (outlet != voice.name) others.push_back(outlet);
  }
  std::string text = escape_html(fmt::format(
      "{}",
      fmt::join(others.begin(),
                others.begin() + static_cast<std::ptrdiff_t>(std::min(others.size(), kMostOutlets)), ", ")));
  if (others.size() > kMostOutlets) text += fmt::format(" and {} more", others.size() - kMostOutlets);
  return text;
}

std::string_view kind_of(const BackingVoice& voice) {
  const SpeakerClass kind = speaker_class_of(voice.kind);
  return kind == SpeakerClass::other ? "-" : label_of(kind);
}

}  // namespace

void append_voices(std::string& out, const Page& page) {
  const std::vector<BackingVoice> voices = all_voices(page.view);
  if (voices.empty()) return;
  HtmlTable table;
  table.caption = "Independent sources of the figures";
  table.headers = {"Source", "Kind", "Figures", "Articles", "Passed on by", "First", "Last"};
  for (std::size_t i = 0; i < std::min(voices.size(), kMostVoices); ++i) {
    const BackingVoice& voice = voices[i];
    FilterMarks marks(page.filters);
    marks.source(voice.name).known(voice.first);
    table.rows.push_back(
        {marks.attributes(),
         {text_cell(voice.name), text_cell(kind_of(voice)),
          number_cell(grouped(static_cast<std::int64_t>(voice.figures))),
          number_cell(grouped(static_cast<std::int64_t>(voice.articles))), markup_cell(outlets_of(voice)),
          markup_cell(time_markup(voice.first)), markup_cell(time_markup(voice.last))}});
  }
  open_section(out, "voices", "Who says it");
  out +=
      "<p class=\"note\">A source counts once, however many outlets print it. What an outlet says in its own "
      "voice, others that print the same text only pass on.</p>\n";
  append_html_table(out, table, kMostAtOnce);
  if (voices.size() > kMostVoices)
    out +=
        fmt::format("<p class=\"small\">{} more sources are not listed.</p>\n", voices.size() - kMostVoices);
  close_section(out);
}

}  // namespace annals
