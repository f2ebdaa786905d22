#include "cli/output.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annals/model/error.hpp"
#include "annals/text/escape.hpp"

#include "cli/terminal.hpp"

namespace annals {

namespace {

// The file behind a link, so that the link stays a link.
std::string resolve(const std::string& path) {
  char* resolved = realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return path;
  std::string result = resolved;
  std::free(resolved);  // NOLINT(cppcoreguidelines-no-malloc): realpath allocates
  return result;
}

// Readable by those whom the umask lets in, or as the file that is replaced.
mode_t mode_for(const std::string& target) {
  struct stat known {};
  if (stat(target.c_str(), &known) == 0) return known.st_mode & 07777U;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

void sync_folder_of(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : file.substr(0, slash + 1);
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;  // the rename itself is done; some file systems allow no more
  fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

Output::Output(const std::string& path) : path_(path) {
  if (path.empty() || path == "-") {
    path_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    plain_ = is_terminal(descriptor_) && !shows_utf8();
    return;
  }
  struct stat known {};
  if (stat(path.c_str(), &known) == 0 && !S_ISREG(known.st_mode)) {
    descriptor_ = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(errno);
    return;
  }
  target_ = resolve(path);
  temporary_ = target_ + ".XXXXXX";
  descriptor_ = mkostemp(temporary_.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    const int error = errno;
    temporary_.clear();
    fail(error);
  }
  fchmod(descriptor_, mode_for(target_));
}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void Output::write(std::string_view bytes) {
  constexpr std::size_t kChunk = std::size_t{1} << 16;
  if (plain_) {
    buffer_ += in_plain_signs(bytes);
  } else {
    buffer_ += bytes;
  }
  if (buffer_.size() >= kChunk) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) throw BrokenPipe{};
    if (written < 0) fail(errno);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void Output::close() {
  flush();
  if (target_.empty()) return;
  if (fsync(descriptor_) != 0) fail(errno);
  const int closed = ::close(descriptor_);
  descriptor_ = -1;
  if (closed != 0) fail(errno);
  if (rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
  temporary_.clear();
  sync_folder_of(target_);
}

void Output::fail(int error) const {
  throw Error(Error::Kind::store, fmt::format("{}: cannot write: {}", escape_terminal(path_),
                                              std::generic_category().message(error)));
}

}  // namespace annals
