#pragma once
// A large input line by line with the memory of one line. 64 readable bytes follow each line, as simdjson
// wants.
//   LineReader lines(source, "", 1 << 20);  while (lines.next() == LineReader::Next::line) use(lines.line());

#include <cstdint>
#include <string>
#include <string_view>

#include "loader/byte_source.hpp"

namespace annals {

class LineReader {
 public:
  enum class Next { line, too_long, end };

  // `head` is what was already read of the source.
  LineReader(ByteSource source, std::string_view head, std::size_t max_line);
  // Moves on; a line of more than max_line bytes is skipped without being kept.
  Next next();
  // Without its line end; valid until the next call.
  std::string_view line() const { return line_; }
  std::uint64_t number() const { return number_; }  // of that line, from 1
  // The last line had no line end: the file may be cut there.
  bool unfinished() const { return unfinished_; }

 private:
  bool fill();  // false at the end of the input

  ByteSource source_;
  std::size_t max_line_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string_view line_;
  std::uint64_t number_ = 0;
  bool unfinished_ = false;
};

}  // namespace annals
