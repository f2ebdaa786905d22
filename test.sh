#!/usr/bin/env bash
# Builds annals with AddressSanitizer and UndefinedBehaviorSanitizer and runs every test: ./test.sh
set -euo pipefail
cd "$(dirname "$0")"
. cmake/packages.sh
install_missing_packages
install_browser_tools

say "building into build/dev"
cmake --preset dev >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
cmake --build --preset dev

say "running the tests"
ctest --test-dir build/dev --output-on-failure --parallel "$(nproc)" "$@"
