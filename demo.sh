#!/usr/bin/env bash
# Builds annals and writes a report of the sample articles on the Maui wildfire: ./demo.sh
set -euo pipefail
cd "$(dirname "$0")"
. cmake/packages.sh
install_missing_packages

say "building into build/release"
cmake --preset release >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
cmake --build --preset release --target annals

annals=build/release/src/cli/annals
sample=datasets/samples/maui-wildfire/articles
report=build/demo-report.md
say "annals report $sample -o $report"
"$annals" report "$sample" -o "$report"

sed -n '1,60p' "$report"
cat <<END

The first 60 lines of $report, $(wc -l <"$report") in all. Try next:
  $annals timeline $sample --top 8
  $annals figures $sample --kind killed
  $annals figures $sample --kind killed --history
  $annals explain $sample --kind killed --as-of 2023-08-11
  $annals help
END
