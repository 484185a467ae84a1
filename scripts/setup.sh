#!/usr/bin/env bash
# Brings everything that building needs, or finds it there.
#   setup.sh [browser] [lint]    …and what the browser tests or the linters need
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
source scripts/packages.sh
extras=" $* "

# ---- what has to be there

command -v cargo >/dev/null || die 'missing: Rust. Install rustup as its site (rustup.rs) says, then run this again'
{ command -v node && command -v npm; } >/dev/null || install_packages nodejs npm
node -e 'process.exitCode = parseInt(process.versions.node) < 20 ? 1 : 0' || die "Node 20 or newer is needed, this is $(node --version)"
command -v cc >/dev/null || install_packages gcc libc6-dev

# ---- the standard library for wasm32

source scripts/wasm-std.sh

patience=()
if command -v timeout >/dev/null; then patience=(timeout 60); fi

if [[ -z $(wasm_way) ]]; then
  say "trying rustup for the standard library's source"
  # rustup may be missing, or its server out of reach: then Debian's packages do.
  if ! ${patience[@]+"${patience[@]}"} rustup component add rust-src; then
    command -v apt-get >/dev/null || die 'missing: rust-src. Install with: rustup component add rust-src'
    install_packages rustc-web rust-web-src
    install_packages "lld-$(debian_llvm)"
  fi
fi
way=$(wasm_way)
case $way in
  rustup) say "wasm32's standard library: built from rustup's rust-src" ;;
  debian) say "wasm32's standard library: built from Debian's rust-web-src, by rustc-web" ;;
  *) die "no way to wasm32's standard library was found" ;;
esac

# ---- tools from npm

if [[ $(cksum <package-lock.json) != "$(cat node_modules/.juesuan-lock 2>/dev/null)" ]]; then
  npm ci --ignore-scripts
  cksum <package-lock.json >node_modules/.juesuan-lock
fi

# ---- tools built by cargo

# install_tool PROGRAM CRATE VERSION [ARGUMENT…]: into the cache, whole or not at all.
install_tool() {
  local place=$cache/$1-$3 unfinished
  [[ -x $place/bin/$1 ]] && return
  say "building $2 $3 (some minutes, once)"
  mkdir -p "$cache"
  unfinished=$(mktemp -d "$cache/unfinished.XXXXXX")
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$unfinished'" EXIT
  # Used a few times a day: a quick build is worth more than quick code.
  export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
  # A tool's own lock file may name crates that a registry's mirror does not have yet.
  cargo install --locked "$2" --version "$3" "${@:4}" --root "$unfinished" --target-dir "$unfinished/build" ||
    cargo install "$2" --version "$3" "${@:4}" --root "$unfinished" --target-dir "$unfinished/build"
  rm -rf "$place" "$unfinished/build"
  mv "$unfinished" "$place"
}
install_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN"
install_tool trunk trunk "$TRUNK"
install_tool wasm-split-cli wasm_split_cli_support "$WASM_SPLIT" --features build-binary

# ---- crates, so that builds need no network

wanted=$(cat Cargo.toml Cargo.lock <(rustc -vV) <(echo "$way") | cksum)
if [[ $wanted != "$(cat target/fetched 2>/dev/null)" || ! -d $cargo_home/registry/src ]]; then
  # All targets for the tests; wasm32 by name, since only then cargo brings the standard library's own crates.
  (source scripts/wasm-env.sh && cargo fetch --locked && cargo fetch --locked --target wasm32-unknown-unknown)
  mkdir -p target
  echo "$wanted" >target/fetched
fi

# ---- extras

if [[ $extras == *' browser '* ]]; then
  [[ -n $JUESUAN_CHROMIUM ]] || install_packages chromium chromium-driver
  [[ -n $JUESUAN_FIREFOX ]] || install_packages firefox-esr
  # Without a Chinese font the screenshots are boxes. (macOS has its own.)
  if [[ $(uname) != Darwin && -z $(fc-list :lang=zh 2>/dev/null) ]]; then install_packages fontconfig fonts-noto-cjk; fi
fi

if [[ $extras == *' lint '* ]]; then
  { cargo fmt --version && cargo clippy --version; } >/dev/null 2>&1 || rustup component add rustfmt clippy ||
    die 'missing: rustfmt or clippy. Install with: rustup component add rustfmt clippy'
  # Code for wasm32 is linted by the compiler that builds it.
  if [[ $way == debian ]]; then debian_has cargo-web rust-web-clippy || install_packages cargo-web rust-web-clippy; fi
fi
