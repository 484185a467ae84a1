#!/usr/bin/env bash
# Fuzzes the readers of documents, one after the other: fuzz.sh [SECONDS] [TARGET]...
# It needs no nightly and no cargo-fuzz; who has them may also say `cargo fuzz run ofd`.
set -euo pipefail
cd "$(dirname "$0")/../fuzz"
seconds=${1:-600}
shift || true
targets=("$@")
if [[ ${#targets[@]} -eq 0 ]]; then targets=(pdf docx xlsx xls ods ofd html text); fi
command -v cargo >/dev/null || { echo 'missing: Rust. Install rustup as its site (rustup.rs) says, then run this again' >&2; exit 1; }
command -v c++ >/dev/null || { echo 'missing: a C++ compiler. Install g++ (or clang), then run this again' >&2; exit 1; }

host=$(rustc -vV | sed -n 's/^host: //p')
# What cargo-fuzz asks of the compiler, but for the sanitizer: the readers have no unsafe code.
flags=(--cfg fuzzing -Cpasses=sancov-module -Ccodegen-units=1)
for option in level=4 inline-8bit-counters pc-table trace-compares; do flags+=("-Cllvm-args=-sanitizer-coverage-$option"); done
(cd .. && cargo run --quiet --locked -p juesuan-documents --example seeds -- fuzz/target/seeds)
RUSTFLAGS="${flags[*]}" cargo build --release --locked --target "$host" $(printf -- '--bin %s ' "${targets[@]}")

failed=0
for target in "${targets[@]}"; do
  echo "── $target, $seconds s"
  mkdir -p "corpus/$target" "artifacts/$target" "target/found/$target"
  # What is new goes to target/found; what is kept in the repository, and the seeds, are only read.
  "target/$host/release/$target" "target/found/$target" "corpus/$target" "target/seeds/$target" -max_total_time="$seconds" \
    -artifact_prefix="artifacts/$target/" -max_len=65536 -timeout=20 -rss_limit_mb=1024 -print_final_stats=1 || failed=1
done
if [[ $failed -ne 0 ]]; then echo 'what failed lies in fuzz/artifacts: mend it, then put it into fuzz/corpus, which the tests read' >&2; exit 1; fi
