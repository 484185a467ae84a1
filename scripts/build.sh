#!/usr/bin/env bash
# Builds what ships: dist/ (the site), dist/juesuan.html (the same in one file), dist/embed/ (the module).
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
source scripts/wasm-env.sh

parts=$CARGO_TARGET_DIR/parts # what dist/ is put together from, and what it was made of
mkdir -p "$parts"

# The modules that workers of the page run (docs in crates/ask): each a crate juesuan-NAME that exports `serve`.
modules=(echo documents)
# What the compiler is told of a module besides.
flags_of() {
  case $1 in
    # A hostile file may ask for any amount of memory: it gets a GB, and no more.
    documents) echo -Clink-arg=--max-memory=1073741824 ;;
  esac
}

# ---- cargo, which knows itself what is up to date

# compile COMMAND ARGUMENT…: what stands behind a `--` among the arguments is for the compiler.
compile() { cargo "$1" --offline --release --target wasm32-unknown-unknown "${@:2}"; }
compiled=$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/juesuan.wasm

# Copies and comparisons that take more than one step are calls in the page: in line they are a twentieth of it. Modules
# keep them in line, which is quicker.
as_calls=$CARGO_ENCODED_RUSTFLAGS
for most in max-store-memcpy max-store-memmove max-store-memset max-loads-per-memcmp-opt-size; do
  as_calls+=$'\x1f'-Cllvm-args=-$most=1
done
# The page's program is parted in two: that needs to know what refers to what, and its table of functions.
as_calls+=$'\x1f'-Clink-arg=--emit-relocs$'\x1f'-Clink-arg=--export-table
# What is compiled in other ways lies in a folder of its own: else each build would compile everything anew, twice.
small=optimize_for_size
page=(CARGO_TARGET_DIR="$CARGO_TARGET_DIR/page" CARGO_PROFILE_RELEASE_STRIP=none CARGO_UNSTABLE_BUILD_STD_FEATURES=$small CARGO_ENCODED_RUSTFLAGS="$as_calls")
# Exactly Trunk's own call, so that Trunk finds it done. Beside the others: the last step of each keeps one processor busy.
(export "${page[@]}"; compile build --bin juesuan --no-default-features --features page) &
page_is_compiled=$!
trap 'kill "$page_is_compiled" 2>/dev/null' EXIT
CARGO_PROFILE_RELEASE_OPT_LEVEL=$MODULE_OPT_LEVEL compile rustc --package juesuan-script --lib --crate-type cdylib
cp "${compiled%/*}/juesuan_script.wasm" "$parts/api.wasm"
# Of the standard library the page and the modules take the small variants, here and when Trunk calls cargo.
export CARGO_UNSTABLE_BUILD_STD_FEATURES=$small
for name in "${modules[@]}"; do
  # shellcheck disable=SC2046
  compile rustc --package "juesuan-$name" --lib --crate-type cdylib -- $(flags_of "$name")
  cp "${compiled%/*}/juesuan_$name.wasm" "$parts/$name.wasm"
done
wait "$page_is_compiled"
trap - EXIT
cp "$CARGO_TARGET_DIR/page/wasm32-unknown-unknown/release/juesuan.wasm" "$parts/page.wasm"

# ---- the rest only when something it is made of has changed

# changed PART FILE…: whether FILEs (or folders of them) differ from what PART was last made of.
changed() {
  local part=$1
  shift
  sums=$(find "$@" Cargo.lock package-lock.json index.html scripts -type f -exec cksum {} + | sort)
  [[ $sums != "$(cat "$parts/$part.made-of" 2>/dev/null)" ]]
}
made() { echo "$sums" >"$parts/$1.made-of"; }

# How far to optimise stands in index.html, where Trunk reads it.
attribute() { sed -n "s/.*data-trunk.*rel=\"rust\".* $1=\"\([^\"]*\)\".*/\1/p" index.html; }

for name in "${modules[@]}"; do
  if changed "$name" "$parts/$name.wasm"; then
    rm -rf "$parts/modules/$name"
    wasm-bindgen --target no-modules --no-typescript --out-name "$name" --out-dir "$parts/modules/$name" "$parts/$name.wasm"
    # shellcheck disable=SC2046
    wasm-opt "-O$(attribute data-wasm-opt)" $(attribute data-wasm-opt-params) \
      "$parts/modules/$name/${name}_bg.wasm" -o "$parts/modules/$name/${name}_bg.wasm"
    node scripts/imports.mjs "$parts/modules/$name/${name}_bg.wasm" "$name"
    made "$name"
  fi
done
# put_modules FOLDER: their files into it; says the names of their scripts.
put_modules() {
  for name in "${modules[@]}"; do
    node scripts/module.mjs "$name" "$parts/modules/$name/$name.js" "$parts/modules/$name/${name}_bg.wasm" "$1"
  done
}
# ---- the page's program in two parts: what opens it, and the rest (src/page/rest.rs)

opening=$parts/split/opening.wasm
rest=$parts/split/rest.wasm
if changed split "$parts/page.wasm"; then
  rm -rf "$parts/split"
  wasm-split-cli "$parts/page.wasm" "$parts/split"
  wasm-as scripts/parted/here.wat -o "$parts/split/here.wasm"
  wasm-merge "$parts/split/main.wasm" opening "$parts/split/here.wasm" ./__wasm_split.js -o "$opening" --debuginfo \
    --mvp-features --enable-mutable-globals --enable-bulk-memory --enable-reference-types
  node scripts/plain-elements.mjs "$parts/split/split_rest.wasm"
  # shellcheck disable=SC2046
  wasm-opt "-O$(attribute data-wasm-opt)" $(attribute data-wasm-opt-params) --strip-debug --strip-producers \
    "$parts/split/split_rest.wasm" -o "$rest"
  made split
fi
# Whoever makes glue for the page gets it for the part that opens it.
parted=(JUESUAN_OPENING="$opening" JUESUAN_REST="$rest" PATH="$PWD/scripts/parted:$PATH")

module_files=("${modules[@]/#/$parts/}")

if changed page "$parts/page.wasm" "${module_files[@]/%/.wasm}" Cargo.toml Trunk.toml static || [[ ! -f dist/index.html ]]; then
  # Trunk wants NO_COLOR to be "true" or "false", others set it to 1.
  env -u NO_COLOR "${page[@]}" "${parted[@]}" trunk build --release --offline
  # The wasm that Trunk has optimised fits the one file too: only the JavaScript around it differs.
  env "${parted[@]}" wasm-bindgen --target no-modules --no-typescript --out-name juesuan --out-dir "$parts/one-file" "$parts/page.wasm"
  cmp "$parts/one-file/juesuan_bg.wasm" "$CARGO_TARGET_DIR/page/wasm-bindgen/release/juesuan_bg.wasm"
  # shellcheck disable=SC2046
  node scripts/finish-site.mjs dist Cargo.toml static/sw.js $(put_modules dist) >"$parts/build-id"
  node scripts/one-file.mjs index.html "$parts/one-file/juesuan.js" dist/juesuan-*_bg.wasm "$rest" "$(<"$parts/build-id")" \
    "${modules[@]/#/$parts/modules/}" >"$parts/juesuan.html"
  made page
fi
cp "$parts/juesuan.html" dist/

if changed embed "$parts/api.wasm" "$parts/documents.wasm" Cargo.toml; then
  rm -rf "$parts/embed"
  wasm-bindgen --target web --out-name juesuan --out-dir "$parts/embed" "$parts/api.wasm"
  # shellcheck disable=SC2046
  wasm-opt "-O$(attribute data-wasm-opt)" $(attribute data-wasm-opt-params) \
    "$parts/embed/juesuan_bg.wasm" -o "$parts/embed/juesuan_bg.wasm"
  # The reader for scripts is the module of the page's worker: only the JavaScript around it differs.
  wasm-bindgen --target web --out-name documents --out-dir "$parts/embed-documents" "$parts/documents.wasm"
  cp "$parts/modules/documents/documents_bg.wasm" "$parts/embed/juesuan-documents_bg.wasm"
  sed 's/documents_bg\.wasm/juesuan-documents_bg.wasm/' "$parts/embed-documents/documents.js" >"$parts/embed/juesuan-documents.js"
  cp "$parts/embed-documents/documents.d.ts" "$parts/embed/juesuan-documents.d.ts"
  rm -rf "$parts/embed-documents"
  node scripts/embed-package.mjs >"$parts/embed/package.json"
  made embed
fi

# The custom element is the page's program once more, with glue for modules.
if changed form "$parts/page.wasm" "${module_files[@]/%/.wasm}" Cargo.toml embed static dist/juesuan-*_bg.wasm; then
  rm -rf "$parts/form"
  # Under the same name as the page: the wasm, which Trunk has optimised, names its glue.
  env "${parted[@]}" wasm-bindgen --target web --no-typescript --out-name juesuan --out-dir "$parts/form/program" "$parts/page.wasm"
  cp dist/juesuan-*_bg.wasm "$parts/form/program/juesuan_bg.wasm"
  cp "$rest" "$parts/form/program/juesuan_rest.wasm"
  node scripts/style-module.mjs static/juesuan.css >"$parts/form/program/style.js"
  put_modules "$parts/form/program" | node scripts/modules-module.mjs >"$parts/form/program/modules.js"
  cp embed/* "$parts/form/"
  made form
fi
rm -rf dist/embed
cp -R "$parts/embed" dist/
cp -R "$parts"/form/* dist/embed/
