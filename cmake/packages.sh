# Read by demo.sh and test.sh: the Debian packages annals is built with. Nothing is touched when all are there.
packages=(build-essential cmake ninja-build pkg-config libboost-date-time-dev libsqlite3-dev libfmt-dev
          doctest-dev libcli11-dev libsimdjson-dev nlohmann-json3-dev libgumbo-dev libuchardet-dev
          libicu-dev libssl-dev python3
          # readers of other formats, for the tests only
          python3-icalendar python3-jsonschema python3-markdown-it)

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
