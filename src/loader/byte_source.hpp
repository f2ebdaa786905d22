#pragma once
// Where bytes come from: a file, standard input or memory, behind one function that fills a buffer.
//   InputFile file("news/a.txt");  read_all(file.source(), "", 1 << 20) => the bytes of the file
// What it does not do: look at the bytes.

#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace annals {

// The file cannot be opened or read; what() says why and what to do, without the name of the file.
class ReadFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct ByteSource {
  // Fills at most `room` bytes and returns how many; 0 at the end. Throws ReadFailure.
  std::function<std::size_t(char* into, std::size_t room)> read;
  std::size_t size_hint = 0;  // bytes in all, where known
};

// An open file; "-" is standard input, which stays open.
class InputFile {
 public:
  explicit InputFile(const std::string& path);  // throws ReadFailure
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  InputFile(InputFile&&) = delete;
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile();
  ByteSource source() const;

 private:
  int descriptor_ = -1;
  bool owned_ = false;
};

// `bytes` must outlive the source.
ByteSource memory_source(std::string_view bytes);

// The first `most` bytes, or fewer at the end of the input.
std::string read_head(const ByteSource& source, std::size_t most);
// `head` and all that follows it; nullopt when that is more than `max_bytes`. The string has room for the
// padding that the JSON parser wants.
std::optional<std::string> read_all(const ByteSource& source, std::string head, std::size_t max_bytes);

}  // namespace annals
