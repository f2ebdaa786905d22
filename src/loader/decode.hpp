#pragma once
// Bytes of any encoding to UTF-8: byte order mark, then well-formed UTF-8, then what the page declares, then
// a guess. UTF-8 goes before the declaration because text that is well-formed UTF-8 beyond ASCII practically
// never is anything else, while pages saved anew often keep the declaration of their old encoding.
//   decode("caf\xE9", "") => "café", "windows-1252"

#include <string>
#include <string_view>

namespace annals {

struct Decoded {
  std::string text;      // valid UTF-8, no byte order mark
  std::string encoding;  // "UTF-8", "UTF-16LE", "windows-1252", ...
  bool damaged = false;  // some bytes made no letter and became U+FFFD
  std::string binary;    // why this is no text at all, what to do; then `text` is empty
};

// `declared` is a charset name out of the document, or empty.
Decoded decode(std::string bytes, std::string_view declared);

// "UTF-16LE", "UTF-8", ... of a byte order mark, and its length; empty where there is none. UTF-16 without a
// mark is known by its zero bytes.
struct ByteOrderMark {
  std::string_view encoding;
  std::size_t length = 0;
};
ByteOrderMark byte_order_mark(std::string_view bytes);

// The charset that a page declares in <meta charset>, http-equiv or an XML declaration; empty for none.
std::string declared_charset(std::string_view head);

}  // namespace annals
