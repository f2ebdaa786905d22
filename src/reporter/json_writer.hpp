#pragma once
// JSON written straight into one string, with no tree of values in between; commas are its own business.
//   JsonWriter json(out);  json.open_object().key("low").value(12).key("source").null().close_object();
//   // {"low": 12, "source": null}
// Strings may be any bytes. It does not check that brackets match: that is for the tests.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& open_object() { return open('{'); }
  JsonWriter& close_object() { return close('}'); }
  JsonWriter& open_array() { return open('['); }
  JsonWriter& close_array() { return close(']'); }
  JsonWriter& key(std::string_view name);  // a name of ours: written as it is
  JsonWriter& value(std::string_view text);
  JsonWriter& value(std::int64_t number);
  JsonWriter& decimal(double number);  // two digits behind the point
  // 816 => 0.816, 1000 => 1
  JsonWriter& thousandths(std::int64_t number);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& value_or_null(const std::optional<std::int64_t>& number);
  // An empty string becomes null: in our values it stands for "not known".
  JsonWriter& text_or_null(std::string_view text);
  // Ends a record of JSON Lines.
  JsonWriter& end_line();

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace annals
