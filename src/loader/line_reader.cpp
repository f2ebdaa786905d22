#include "loader/line_reader.hpp"

#include <algorithm>
#include <cstring>

namespace annals {

namespace {
constexpr std::size_t kChunk = std::size_t{1} << 18;
constexpr std::size_t kPadding = 64;
}  // namespace

LineReader::LineReader(ByteSource source, std::string_view head, std::size_t max_line)
    : source_(std::move(source)), max_line_(max_line) {
  buffer_.resize(std::max(kChunk, head.size()) + kPadding);
  std::copy(head.begin(), head.end(), buffer_.begin());
  end_ = head.size();
}

bool LineReader::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - kPadding - end_ < kChunk / 2) buffer_.resize(buffer_.size() * 2);
  const std::size_t n = source_.read(buffer_.data() + end_, buffer_.size() - kPadding - end_);
  end_ += n;
  return n > 0;
}

LineReader::Next LineReader::next() {
  std::size_t seen = 0;  // bytes after begin_ that hold no line end
  bool skipping = false;
  ++number_;
  while (true) {
    const char* from = buffer_.data() + begin_ + seen;
    const auto* stop = static_cast<const char*>(
        seen < end_ - begin_ ? std::memchr(from, '\n', end_ - begin_ - seen) : nullptr);
    if (stop != nullptr) {
      line_ =
          std::string_view(buffer_.data() + begin_, static_cast<std::size_t>(stop - buffer_.data()) - begin_);
      begin_ += line_.size() + 1;
      return skipping || line_.size() > max_line_ ? Next::too_long : Next::line;
    }
    seen = end_ - begin_;
    if (seen > max_line_) {
      skipping = true;
      begin_ = end_;
      seen = 0;
    }
    if (fill()) continue;
    line_ = std::string_view(buffer_.data() + begin_, end_ - begin_);
    begin_ = end_;
    if (skipping) return Next::too_long;
    if (line_.empty()) return Next::end;
    unfinished_ = true;
    return Next::line;
  }
}

}  // namespace annals
