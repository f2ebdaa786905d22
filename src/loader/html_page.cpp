#include "loader/formats.hpp"
namespace annals {
void read_html(std::string_view page, Article& article) {
  read_plain_text(std::string(page), article);
}
void read_markdown(std::string_view text, Article& article) {
  read_plain_text(std::string(text), article);
}
}  // namespace annals
