# cmake -DOUT=FILE -DTABLES=a.tsv;b.tsv -P embed_lexicon.cmake
set(arrays "")
set(entries "")
set(count 0)
foreach(table IN LISTS TABLES)
  get_filename_component(name ${table} NAME)
  file(READ ${table} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "const unsigned char table_${count}[] = {${bytes}0};\n")
  string(APPEND entries "    {\"${name}\", {reinterpret_cast<const char*>(table_${count}), sizeof table_${count} - 1}},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUT} "// Generated from datasets/lexicons; do not edit.
#include \"extractor/embedded_lexicon.hpp\"

namespace {
${arrays}}  // namespace

namespace annals {
std::vector<EmbeddedTable> embedded_lexicon() {
  return {
${entries}  };
}
}  // namespace annals
")
