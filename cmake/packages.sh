# Read by demo.sh and test.sh: the Debian packages annals is built with. Nothing is touched when all are there.
packages=(build-essential cmake ninja-build pkg-config libboost-date-time-dev libsqlite3-dev libfmt-dev
          doctest-dev libcli11-dev libsimdjson-dev nlohmann-json3-dev libgumbo-dev libuchardet-dev
          libicu-dev libssl-dev python3
          # readers of other formats, for the tests only
          python3-icalendar python3-jsonschema python3-markdown-it cmark-gfm)

say() { printf '== %s\n' "$*" >&2; }

install_missing_packages() {
  mkdir -p build
  if ! command -v dpkg-query >/dev/null; then
    say "no dpkg here: make sure that these are installed by other means: ${packages[*]}"
    return
  fi
  local package missing=() root=()
  for package in "${packages[@]}"; do
    if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
      missing+=("$package")
    fi
  done
  if [ ${#missing[@]} -eq 0 ]; then return; fi

  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "missing packages, and no sudo to install them. As root: apt-get install ${missing[*]}"
      exit 1
    fi
    root=(sudo)
  fi
  say "installing with apt-get: ${missing[*]}"
  # ${root[@]+...}: an empty array counts as unset in older shells
  ${root[@]+"${root[@]}"} apt-get update -q
  ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# What only ./test.sh needs: a browser and node, for tests/browser. Without them those tests say so and are skipped.
install_browser_tools() {
  local pair missing=() root=()
  for pair in chromium:chromium nodejs:node npm:npm; do
    command -v "${pair#*:}" >/dev/null || missing+=("${pair%:*}")
  done
  if [ ${#missing[@]} -gt 0 ] && command -v apt-get >/dev/null; then
    if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
    say "installing with apt-get, for the browser tests: ${missing[*]}"
    ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" ||
      say "not installed; the browser tests will be skipped"
  fi
  if ! command -v npm >/dev/null; then return; fi
  mkdir -p build/browser
  if ! cmp -s tests/browser/package-lock.json build/browser/package-lock.json || [ ! -d build/browser/node_modules/mermaid ]; then
    cp tests/browser/package.json tests/browser/package-lock.json build/browser/
    say "installing the packages of tests/browser into build/browser"
    (cd build/browser && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error) ||
      { rm -f build/browser/package-lock.json; say "npm ci failed; the browser tests will be skipped"; }
  fi
}
