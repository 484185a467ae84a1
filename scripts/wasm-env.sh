# Exports the environment of a build for wasm32; sourced after env.sh.
# shellcheck shell=bash disable=SC2154

# shellcheck source=scripts/wasm-std.sh
source "$root/scripts/wasm-std.sh"

case $(wasm_way) in
  rustup) ;;
  debian)
    sysroot=/usr
    export RUSTC=/usr/bin/rustc
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-$(debian_llvm)
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
    ;;
  *) die 'no standard library for wasm32 yet: run scripts/setup.sh' ;;
esac

# Building the standard library is not stable; this lets a stable compiler do it.
export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort

# Apart from native builds: another compiler and other flags would make each undo the other's work.
export CARGO_TARGET_DIR=$root/target/wasm

# Panic messages name source files; what ships must not name places on this machine.
flags=(-C target-cpu=mvp)
# A panic is a trap and nothing else: it says nothing, which leaves away all that it would say. Whoever called hears of the trap
# (static/early.js, embed/juesuan-form.js).
flags+=(-Zunstable-options -Cpanic=immediate-abort)
for dir in "$cargo_home"/registry/src/*/; do
  flags+=("--remap-path-prefix=${dir%/}=crates")
done
rust_src=$sysroot/lib/rustlib/src/rust
flags+=(
  "--remap-path-prefix=$rust_src=rust"
  "--remap-path-prefix=$(readlink -f "$rust_src")=rust"
  "--remap-path-prefix=$root=juesuan"
)

# Parted by a character that no path has. They reach what is compiled for wasm32 only, not build scripts.
unset RUSTFLAGS
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f'; echo "${flags[*]}")
export CARGO_ENCODED_RUSTFLAGS

# The page is built small (Cargo.toml), the module for scripts quick: those call it ten thousand times.
# shellcheck disable=SC2034
MODULE_OPT_LEVEL=3
