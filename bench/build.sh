#!/usr/bin/env bash
# Builds the module once more with what the benchmark measures from inside: target/wasm/parts/bench/.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
source scripts/wasm-env.sh

# As the module in dist/embed/ is built, but for the feature.
export CARGO_PROFILE_RELEASE_OPT_LEVEL=$MODULE_OPT_LEVEL
cargo rustc --offline --release --target wasm32-unknown-unknown --package juesuan-script --lib --crate-type cdylib --features bench
out=$CARGO_TARGET_DIR/parts/bench
mkdir -p "$out"
cp "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/juesuan_script.wasm" "$out.wasm"
wasm-bindgen --target web --no-typescript --out-name juesuan --out-dir "$out" "$out.wasm"
wasm-opt -O3 --mvp-features --enable-mutable-globals "$out/juesuan_bg.wasm" -o "$out/juesuan_bg.wasm"
