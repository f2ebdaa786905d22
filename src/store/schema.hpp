#pragma once
// The tables and views of a database file, and how an older file is brought up to them. docs/schema.md tells
// people what they hold; this is where they are made.
//   prepare_for_writing(connection)   an empty file becomes a database, an older one is brought up to date
//   check_for_reading(connection)     throws unless the file has exactly this schema
// A file of a newer schema or of another program is refused and left as it is.

#include "store/sqlite.hpp"

namespace annals {

void prepare_for_writing(sqlite::Connection& connection);
void check_for_reading(sqlite::Connection& connection);

}  // namespace annals
