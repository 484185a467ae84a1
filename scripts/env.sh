# What all scripts share; sourced, not run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/versions.sh
source "$root/scripts/versions.sh"

# Tools outlive a checkout, so they are kept outside it.
cache=${JUESUAN_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/juesuan}
cargo_home=${CARGO_HOME:-$HOME/.cargo}

command -v cargo >/dev/null || PATH=$cargo_home/bin:$PATH
export PATH=$root/node_modules/.bin:$cache/trunk-$TRUNK/bin:$cache/wasm-split-cli-$WASM_SPLIT/bin:$cache/wasm-bindgen-$WASM_BINDGEN/bin:$PATH

# The browser that tests and benchmarks drive, and the other one that tests drive.
JUESUAN_CHROMIUM=${JUESUAN_CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
JUESUAN_FIREFOX=${JUESUAN_FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}
export JUESUAN_CHROMIUM JUESUAN_FIREFOX

say() { printf 'juesuan: %s\n' "$*"; }
die() { printf 'juesuan: %s\n' "$*" >&2; exit 1; }
