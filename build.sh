#!/usr/bin/env bash
# ./build.sh [chrome|firefox|all]        builds dist/<browser> and its archive (all is the default)
# ./build.sh demo [chromium|firefox]     opens a sample article in a fresh profile with the extension loaded
# ./build.sh test                        runs every test
# Whatever is missing is set up first; what cannot be, is named in one line.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

fail() {
  echo "build.sh: $*" >&2
  exit 1
}

has() {
  command -v "$1" >/dev/null 2>&1
}

# --- what is needed ------------------------------------------------------------------------------------

need_rust() {
  has rustup || fail "rustup is missing: install Rust with rustup, then run this again"
  # The toolchain of rust-toolchain.toml is installed by the first call; the target may still be missing.
  rustup target list --installed | grep -qx wasm32-unknown-unknown ||
    rustup target add wasm32-unknown-unknown
  has cc || need_packages gcc libc6-dev
}

need_node() {
  has node && has npm || fail "Node is missing: install Node 20.19 or later with npm, then run this again"
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
    fail "Node $(node --version) is too old: 20.19 or later is needed"
  if [[ ! -f node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
    npm ci --no-progress --loglevel=error
  fi
}

need_browsers() {
  local missing=()
  has chromium || has chromium-browser || has google-chrome || missing+=(chromium chromium-l10n)
  has firefox-esr || has firefox || missing+=(firefox-esr firefox-esr-l10n-zh-cn)
  has openssl || missing+=(openssl)
  [[ -n "$(find /usr/share/fonts -iname '*cjk*' -print -quit 2>/dev/null)" ]] || missing+=(fonts-noto-cjk)
  ((${#missing[@]} == 0)) || need_packages "${missing[@]}"
}

need_packages() {
  if has apt-get && [[ "$(id -u)" == 0 ]]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    fail "please install: $*"
  fi
}

# --- what is done --------------------------------------------------------------------------------------

xtask() {
  cargo run --quiet --locked --package xtask -- "$@"
}

build() {
  need_rust
  need_node
  xtask engine
  npm run --silent bundle
  xtask package "$@"
  ls -1 dist/*.zip
}

demo() {
  need_browsers
  build chrome firefox
  npm run --silent demo -- "${1:-chromium}"
}

# The source package is of what git tracks: without a checkout, as in that package itself, there is none to check.
check_source() {
  if [[ ! -e .git ]]; then
    echo "build.sh: no git checkout: the source package is not checked" >&2
    return
  fi
  has git || need_packages git
  npm run --silent check-source
}

check() {
  need_rust
  need_browsers
  cargo fmt --all --check
  cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
  cargo test --quiet --locked --workspace
  build chrome firefox
  npm run --silent types
  npm run --silent lint
  npm run --silent manifest-lint
  check_source
  npm run --silent test
  npm run --silent bench -- --smoke
  npm run --silent bench:timeline -- --smoke
  npm run --silent bench:timex -- --smoke
  cargo bench --quiet --locked -p qingdu-core --bench timex -- --smoke
  cargo bench --quiet --locked -p qingdu-cli --bench extract -- --smoke
  npm run --silent bench:decision -- --smoke
}

case "${1:-all}" in
  chrome | firefox) build "$1" ;;
  all) build chrome firefox ;;
  demo) demo "${2:-}" ;;
  test) check ;;
  *) fail "unknown: $1 (chrome, firefox, all, demo, test)" ;;
esac
