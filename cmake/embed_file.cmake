# cmake -DOUT=FILE -DDATA=FILE -DSYMBOL=NAME -P embed_file.cmake
file(READ ${DATA} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
get_filename_component(name ${DATA} NAME)
file(WRITE ${OUT} "// Generated from ${name}; do not edit.
#include <string_view>

namespace {
const unsigned char bytes[] = {${bytes}0};
}  // namespace

namespace annals {
std::string_view ${SYMBOL}();
std::string_view ${SYMBOL}() {
  return {reinterpret_cast<const char*>(bytes), sizeof bytes - 1};
}
}  // namespace annals
")
