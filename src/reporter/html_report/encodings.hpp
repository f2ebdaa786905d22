#pragma once
// What a page that trusts nobody needs: the digest by which a browser knows our own script and style, and
// data inside an address.
//   sha256_source("alert(1)") => "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"

#include <string>
#include <string_view>

namespace annals {

std::string base64(std::string_view bytes);
// A hash source of Content-Security-Policy for an inline element with exactly these bytes.
std::string sha256_source(std::string_view element_text);
// data:TYPE;base64,...
std::string data_address(std::string_view type, std::string_view bytes);

}  // namespace annals
