#include "loader/html_text.hpp"

#include <algorithm>
#include <cstdlib>

#include "loader/header_dates.hpp"

namespace annals {

namespace {

class MainText {
 public:
  explicit MainText(const HtmlBlocks& page)
      : page_(page), kept_(page.blocks.size(), true), sums_(page.blocks.size() + 1, 0) {
    sum_up();
    // A class name on the frame of the whole page must not cost the article.
    const std::size_t all = prose(0, kept_.size());
    for (const HtmlArea& area : page.areas) {
      if (area.kind != HtmlArea::Kind::unwanted || prose(area.first, area.last) * 5 > all * 2) continue;
      std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(area.first),
                kept_.begin() + static_cast<std::ptrdiff_t>(area.last), false);
    }
    sum_up();
  }

  bool is_kept(std::size_t block) const { return kept_[block]; }

  HtmlArea choose() const {
    const HtmlArea whole{HtmlArea::Kind::box, 0, kept_.size(), 0};
    const std::size_t all = prose(0, kept_.size());
    if (all == 0) return largest_marked(whole);
    for (const auto kind : {HtmlArea::Kind::body_text, HtmlArea::Kind::article, HtmlArea::Kind::main}) {
      const HtmlArea* best = nullptr;
      const HtmlArea* outer = nullptr;
      std::size_t total = 0;
      // Parents come after their children, so from the back an area inside another of its kind follows it.
      for (std::size_t i = page_.areas.size(); i-- > 0;) {
        const HtmlArea& area = page_.areas[i];
        if (area.kind != kind || (outer != nullptr && area.first >= outer->first)) continue;
        outer = &area;
        total += prose(area.first, area.last);
        if (best == nullptr || prose(area.first, area.last) >= prose(best->first, best->last)) best = outer;
      }
      if (best == nullptr) continue;
      const std::size_t size = prose(best->first, best->last);
      // Several of a size are a live blog or a list: the element around them is the text.
      if (size * 10 >= std::max(total, all) * 4 && (size * 10 >= total * 6 || kind == HtmlArea::Kind::main))
        return *best;
    }
    HtmlArea best = whole;
    for (const HtmlArea& area : page_.areas) {
      if (area.kind != HtmlArea::Kind::unwanted && prose(area.first, area.last) * 10 >= all * 7 &&
          area.last - area.first < best.last - best.first)
        best = area;
    }
    return best;
  }

 private:
  void sum_up() {
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      sums_[i + 1] = sums_[i] + (kept_[i] && block.is_prose() ? block.text.size() : 0);
    }
  }
  std::size_t prose(std::size_t first, std::size_t last) const { return sums_[last] - sums_[first]; }

  // A page of short lines only: what its markup calls the article, else all of it.
  HtmlArea largest_marked(const HtmlArea& whole) const {
    for (const auto kind : {HtmlArea::Kind::body_text, HtmlArea::Kind::article, HtmlArea::Kind::main}) {
      const HtmlArea* best = nullptr;
      for (const HtmlArea& area : page_.areas) {
        if (area.kind == kind && (best == nullptr || area.last - area.first > best->last - best->first))
          best = &area;
      }
      if (best != nullptr) return *best;
    }
    return whole;
  }

  const HtmlBlocks& page_;
  std::vector<bool> kept_;
  std::vector<std::size_t> sums_;  // bytes of prose before each block
};

// A line above the text that says who wrote it or when, without a class that tells.
bool is_stamp(const HtmlBlock& block, const Article& article) {
  constexpr std::size_t kLongestStamp = 120;
  if (block.text.size() > kLongestStamp || block.kind == HtmlBlock::Kind::heading) return false;
  if (block.has_time) return true;
  if (block.text.ends_with('.')) return false;
  if (block.text.starts_with("By ")) return true;
  const auto when = read_header_date(block.text).when;
  const auto is_near = [&](const std::optional<StampedDate>& date) {
    return when && date && std::abs(to_days(when->date()) - to_days(date->when.date())) <= 1;
  };
  return is_near(article.published) || is_near(article.modified);
}

}  // namespace

void write_main_text(const HtmlBlocks& page, std::string_view title, Article& article) {
  const MainText main_text(page);
  const HtmlArea area = main_text.choose();
  std::vector<const HtmlBlock*> captions;
  std::string& text = article.text;
  bool title_seen = false;
  bool above = true;  // nothing of the running text yet
  for (std::size_t i = area.first; i < area.last; ++i) {
    const HtmlBlock& block = page.blocks[i];
    if (!main_text.is_kept(i)) continue;
    if (block.kind == HtmlBlock::Kind::caption) {
      captions.push_back(&block);
      continue;
    }
    const bool first_title = block.kind == HtmlBlock::Kind::title && !title_seen;
    title_seen = title_seen || block.kind == HtmlBlock::Kind::title;
    if (first_title || block.text == title || block.is_link_only()) continue;
    above = above && !block.is_prose();
    if (above && is_stamp(block, article)) continue;
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  for (const HtmlBlock* caption : captions) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += caption->text;
    article.captions.push_back({begin, static_cast<std::uint32_t>(text.size())});
  }
}

}  // namespace annals
