#!/usr/bin/env bash
# Formatting, clippy for both targets, and the documentation's links.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh

cargo fmt --all --check
if grep -rnwE 'unsafe' src crates --include=*.rs | grep -v 'unsafe_code\|//'; then die 'unsafe code of our own'; fi
cargo clippy --locked --workspace --all-targets -- -D warnings
RUSTDOCFLAGS=-Dwarnings cargo doc --locked --workspace --no-deps
(cd fuzz && cargo metadata --locked --format-version 1 >/dev/null)

source scripts/wasm-env.sh
# Clippy comes from where the compiler comes from.
if [[ ${RUSTC:-} == /usr/bin/rustc ]]; then PATH=/usr/bin:$PATH; fi
cargo clippy --locked --target wasm32-unknown-unknown --features page -- -D warnings
cargo clippy --locked --target wasm32-unknown-unknown --package juesuan-script --features bench -- -D warnings
for crate in crates/*/; do
  cargo clippy --locked --target wasm32-unknown-unknown --package "juesuan-$(basename "$crate")" -- -D warnings
done
