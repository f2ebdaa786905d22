#include "loader/byte_source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

namespace annals {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;
constexpr std::size_t kPadding = 64;  // SIMDJSON_PADDING

std::string why(int code) {
  switch (code) {
    case ENOENT: return "no such file; check the name";
    case EACCES: return "permission denied; make the file readable for you";
    case EISDIR:
      return "this is a folder, not a file; give the files in it, or the folder as an input of its own";
    default: return fmt::format("{}", std::generic_category().message(code));
  }
}

}  // namespace

InputFile::InputFile(const std::string& path) {
  if (path == "-") {
    descriptor_ = STDIN_FILENO;
    return;
  }
  descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) throw ReadFailure(fmt::format("cannot be opened: {}", why(errno)));
  owned_ = true;
}

InputFile::~InputFile() {
  if (owned_) ::close(descriptor_);
}

ByteSource InputFile::source() const {
  ByteSource source;
  struct stat status {};
  if (::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode))
    source.size_hint = static_cast<std::size_t>(status.st_size);
  source.read = [descriptor = descriptor_](char* into, std::size_t room) -> std::size_t {
    while (true) {
      const ssize_t n = ::read(descriptor, into, room);
      if (n >= 0) return static_cast<std::size_t>(n);
      if (errno != EINTR) throw ReadFailure(fmt::format("cannot be read: {}", why(errno)));
    }
  };
  return source;
}

ByteSource memory_source(std::string_view bytes) {
  ByteSource source;
  source.size_hint = bytes.size();
  source.read = [bytes](char* into, std::size_t room) mutable {
    const std::size_t n = std::min(room, bytes.size());
    std::copy_n(bytes.data(), n, into);
    bytes.remove_prefix(n);
    return n;
  };
  return source;
}

std::string read_head(const ByteSource& source, std::size_t most) {
  std::string head;
  if (source.size_hint > 0 && source.size_hint < most) head.reserve(source.size_hint + kPadding);
  head.resize(source.size_hint > 0 ? std::min(most, source.size_hint + 1) : most);
  std::size_t used = 0;
  while (used < most) {
    if (used == head.size()) head.resize(std::min(most, head.size() * 2));
    const std::size_t n = source.read(head.data() + used, head.size() - used);
    if (n == 0) break;
    used += n;
  }
  head.resize(used);
  return head;
}

std::optional<std::string> read_all(const ByteSource& source, std::string head, std::size_t max_bytes) {
  if (source.size_hint > max_bytes) return std::nullopt;
  std::string bytes = std::move(head);
  bytes.reserve(std::max(bytes.size(), source.size_hint) + kPadding + 1);
  std::size_t used = bytes.size();
  while (used <= max_bytes) {
    const std::size_t room = std::max(bytes.capacity() - used, std::min(used, kChunk * 64) + kPadding);
    bytes.resize(used + std::min(room, kChunk * 64));
    const std::size_t n = source.read(bytes.data() + used, bytes.size() - used);
    if (n == 0) {
      bytes.resize(used);
      if (bytes.capacity() < used + kPadding) bytes.reserve(used + kPadding);
      return bytes;
    }
    used += n;
  }
  return std::nullopt;
}

}  // namespace annals
