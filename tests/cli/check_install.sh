#!/usr/bin/env bash
# check_install.sh BUILD_FOLDER CMAKE: installs into a temporary folder and uses what is there: the program, its
# manual page and completions, and the libraries from a project that only knows find_package(annals).
set -euo pipefail
build=$1
cmake=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
prefix=$folder/prefix

"$cmake" --install "$build" --prefix "$prefix" >/dev/null
"$prefix/bin/annals" --version | grep -q '^annals '
grep -q '^\.TH ANNALS 1' "$prefix/share/man/man1/annals.1"
"$prefix/bin/annals" help --man | cmp - "$prefix/share/man/man1/annals.1"
bash -n "$prefix/share/bash-completion/completions/annals"
grep -q '^#compdef annals' "$prefix/share/zsh/site-functions/_annals"
grep -q '^complete -c annals' "$prefix/share/fish/vendor_completions.d/annals.fish"
test -f "$prefix/share/annals/lexicons/en/numbers.tsv" || ls "$prefix"/share/annals/lexicons/en/*.tsv >/dev/null

mkdir "$folder/consumer"
cat >"$folder/consumer/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES CXX)
find_package(annals REQUIRED)
add_executable(consumer consumer.cpp)
target_link_libraries(consumer PRIVATE annals::model annals::reporter)
END
cat >"$folder/consumer/consumer.cpp" <<'END'
#include <annals/model/date.hpp>
#include <annals/reporter/report.hpp>
int main() {
  return annals::parse_edtf("2024-06") && annals::output_format_named("md") ? 0 : 1;
}
END
flags=$(sed -n 's/^ANNALS_SANITIZE:BOOL=ON$/-fsanitize=address,undefined/p' "$build/CMakeCache.txt")
"$cmake" -S "$folder/consumer" -B "$folder/consumer/build" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_FLAGS="$flags" \
  >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
"$cmake" --build "$folder/consumer/build" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
"$folder/consumer/build/consumer"
echo "installed, and used by another project"
