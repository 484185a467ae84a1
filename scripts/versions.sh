# The tools that set-up builds from source, and their versions; sourced by env.sh.
# Everything from npm is pinned in package-lock.json, every crate in Cargo.lock.
# shellcheck shell=bash disable=SC2034,SC2154

TRUNK=0.21.14
# Of one version with the crate wasm_split_helpers (Cargo.toml), by its first two numbers.
WASM_SPLIT=0.2.4

# The command line tool and the crate must be of one version, so Cargo.lock decides.
WASM_BINDGEN=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print }' "$root/Cargo.lock")
