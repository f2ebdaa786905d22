#include "loader/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>

#include <fmt/core.h>
#include <uchardet.h>
#include <unicode/ucnv.h>

#include "annals/text/utf8.hpp"

namespace annals {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kSample = std::size_t{1} << 16;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct CloseDetector {
  void operator()(uchardet* detector) const { uchardet_delete(detector); }
};
using Detector = std::unique_ptr<uchardet, CloseDetector>;

// The web reads these names as windows-1252, which adds quotes and dashes to them (WHATWG Encoding).
std::string web_name(std::string_view charset) {
  std::string name = to_lower_ascii(trim(charset));
  constexpr std::array<std::string_view, 8> kLatin{"iso-8859-1", "iso8859-1", "latin1", "latin-1",
                                                   "us-ascii",   "ascii",     "l1",     "cp1252"};
  if (std::find(kLatin.begin(), kLatin.end(), name) != kLatin.end()) return "windows-1252";
  return name;
}

// nullopt when ICU knows no such encoding or the input is too large for it.
std::optional<std::string> convert(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status) != 0 || !from) return std::nullopt;
  status = U_ZERO_ERROR;
  const Converter to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status) != 0 || !to) return std::nullopt;

  std::string out;
  out.resize(bytes.size() + bytes.size() / 2 + 64);
  std::size_t used = 0;
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  bool reset = true;
  while (true) {
    char* target = out.data() + used;
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, source_end, pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), static_cast<UBool>(reset),
                   /*flush=*/1, &status);
    reset = false;
    used = static_cast<std::size_t>(target - out.data());
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
    out.resize(out.size() * 2);
  }
  if (U_FAILURE(status) != 0) return std::nullopt;
  out.resize(used);
  return out;
}

std::string guess_encoding(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  const auto high = static_cast<std::size_t>(std::count_if(
      sample.begin(), sample.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  const Detector detector(uchardet_new());
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  const std::string name = to_lower_ascii(uchardet_get_charset(detector.get()));
  const bool single_byte = name.starts_with("iso-8859") || name.starts_with("windows-") ||
                           name.starts_with("mac") || name.starts_with("ibm") || name.starts_with("koi8") ||
                           name.starts_with("tis") || name.starts_with("viscii");
  // A few accents and curly quotes in English say nothing about the code page; the guess would be a lottery.
  if (single_byte && high * 25 < sample.size()) return "windows-1252";
  return web_name(name);
}

// UTF-8 with a broken byte here and there, rather than another encoding.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t broken = 0;
  std::size_t letters = 0;
  bytes = bytes.substr(0, kSample);
  while (!bytes.empty()) {
    const std::size_t bad = std::min(find_invalid_utf8(bytes), bytes.size());
    letters += static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad),
                      [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
    if (bad == bytes.size()) break;
    ++broken;
    bytes.remove_prefix(bad + 1);
  }
  return letters >= broken * 4;
}

// Known by how they begin; their bytes may look like text for long.
std::string_view kind_of_binary(std::string_view bytes) {
  struct Signature {
    std::string_view start;
    std::string_view what;
  };
  constexpr std::array<Signature, 9> kSignatures{
      {{"%PDF-", "a PDF document; make text of it first, for example with pdftotext"},
       {"PK\x03\x04", "a ZIP archive or office document; unpack it or save it as text first"},
       {"\x1F\x8B", "compressed with gzip; unpack it first, for example with gunzip"},
       {"\x28\xB5\x2F\xFD", "compressed with zstd; unpack it first"},
       {"BZh9", "compressed with bzip2; unpack it first"},
       {"\xFD"
        "7zXZ",
        "compressed with xz; unpack it first"},
       {"\x89PNG", "a picture"},
       {"\xFF\xD8\xFF", "a picture"},
       {"SQLite format 3", "an SQLite database; give it with --store if it is one of annals"}}};
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.start)) return signature.what;
  }
  return {};
}

std::string why_binary(std::string_view bytes) {
  if (const std::string_view kind = kind_of_binary(bytes); !kind.empty())
    return fmt::format("this is {}", kind);
  if (const void* zero = std::memchr(bytes.data(), '\0', bytes.size()); zero != nullptr) {
    return fmt::format("this is binary, not text: a zero byte at byte {}; make text of it first",
                       static_cast<const char*>(zero) - bytes.data());
  }
  const std::string_view sample = bytes.substr(0, kSample);
  const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !is_space_ascii(c) && byte != 0x1B) || byte == 0x7F;
  }));
  if (controls * 20 > sample.size())
    return "this is binary, not text: too many control characters; make text of it first";
  return {};
}

}  // namespace

ByteOrderMark byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {"UTF-32LE", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {"UTF-32BE", 4};
  if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
  // Mostly ASCII text as UTF-16 has a zero in every second byte and nowhere else.
  const std::string_view sample = bytes.substr(0, 512);
  if (sample.size() < 8 || bytes.size() % 2 != 0) return {};
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i)
    zeros.at(i % 2) += static_cast<std::size_t>(sample[i] == '\0');
  if (zeros[0] == 0 && zeros[1] * 10 > sample.size() * 4) return {"UTF-16LE", 0};
  if (zeros[1] == 0 && zeros[0] * 10 > sample.size() * 4) return {"UTF-16BE", 0};
  return {};
}

std::string declared_charset(std::string_view head) {
  const std::string lower = to_lower_ascii(head.substr(0, 4096));
  const std::string_view text = lower;
  for (const std::string_view word : {"charset"sv, "encoding"sv}) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      // Only inside a tag: "charset" may be a word of the article too.
      const std::size_t open = text.find_last_of("<>", at);
      if (open == std::string_view::npos || text[open] != '<') continue;
      const std::string_view tag = text.substr(open + 1);
      if (!tag.starts_with(word == "charset" ? "meta"sv : "?xml"sv)) continue;
      std::string_view rest = trim(text.substr(at + word.size()));
      if (!rest.starts_with('=')) continue;
      rest = trim(rest.substr(1));
      while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) rest.remove_prefix(1);
      const std::size_t length = std::min(rest.find_first_of("\"'; />?"), rest.size());
      if (length > 0 && length < 40) return std::string(rest.substr(0, length));
    }
  }
  return {};
}

Decoded decode(std::string bytes, std::string_view declared) {
  Decoded result;
  const ByteOrderMark mark = byte_order_mark(bytes);
  if (!mark.encoding.empty() && mark.encoding != "UTF-8") {
    result.encoding = mark.encoding;
    auto text = convert(std::string_view(bytes).substr(mark.length), result.encoding);
    if (!text || text->find('\0') != std::string::npos) {
      result.binary = fmt::format(
          "this is binary, not text: it begins like {} and is not; make text of it first", mark.encoding);
      return result;
    }
    result.text = std::move(*text);
    result.damaged = result.text.find("\xEF\xBF\xBD") != std::string::npos;
    return result;
  }
  bytes.erase(0, mark.length);
  result.binary = why_binary(bytes);
  if (!result.binary.empty()) return result;

  const std::string name = web_name(declared);
  const bool seven_bit = name.starts_with("iso-2022") || name == "utf-7" || name == "hz-gb-2312";
  if (!seven_bit &&
      (mark.length > 0 || find_invalid_utf8(bytes) == std::string_view::npos || is_mostly_utf8(bytes))) {
    result.encoding = "UTF-8";
    result.damaged = find_invalid_utf8(bytes) != std::string_view::npos;
    result.text = result.damaged ? to_valid_utf8(bytes) : std::move(bytes);
    return result;
  }
  for (const std::string& encoding : {name == "utf-8" || name == "utf8" ? std::string() : name,
                                      guess_encoding(bytes), std::string("windows-1252")}) {
    if (encoding.empty() || encoding.starts_with("utf-16") || encoding.starts_with("utf-32")) continue;
    auto text = convert(bytes, encoding);
    if (!text) continue;
    result.encoding = encoding;
    result.text = std::move(*text);
    result.damaged = result.text.find("\xEF\xBF\xBD") != std::string::npos;
    return result;
  }
  result.encoding = "UTF-8";
  result.damaged = true;
  result.text = to_valid_utf8(bytes);
  return result;
}

}  // namespace annals
