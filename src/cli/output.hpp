#pragma once
// Where results go: standard output, or a file that appears whole or not at all (written beside its name,
// synced, renamed; removed when the program ends before close()).
//   Output out("report.md");  out.write(text);  out.close();
// A reader that has gone away (| head) throws BrokenPipe, which ends the program quietly; any other failure
// throws Error::store with the system's words.

#include <string>
#include <string_view>

namespace annals {

struct BrokenPipe {};

class Output {
 public:
  // Empty or "-": standard output. A device or pipe by name is written directly.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view bytes);
  // Everything is on disk under its name when this returns.
  void close();

 private:
  void flush();
  [[noreturn]] void fail(int error) const;

  std::string path_;       // as given, for messages
  std::string target_;     // the file to replace, links followed; empty: nothing to rename
  std::string temporary_;  // empty once renamed
  int descriptor_ = -1;
  bool plain_ = false;  // a terminal without UTF-8
  std::string buffer_;
};

}  // namespace annals
