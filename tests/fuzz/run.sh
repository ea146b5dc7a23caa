#!/usr/bin/env bash
# Gives every parser bytes that nobody would write, and every property test cases that no run has drawn before:
# `run.sh SECONDS [properties plan draft report ndjson text form reading]`, by `make fuzz`.
#
# The core holds no unsafe code, so no sanitizer is needed to see what goes wrong: panics, overflows, hangs and memory
# all show without one, and the stable toolchain is enough. SANITIZER=address also watches the libraries; it needs the
# compiler's unstable options, which nightly has, and stable when told so.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PATH="$PWD/.tools/bin:$PATH"

seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(properties plan draft report ndjson text form reading)

sanitizer=${SANITIZER:-none}
toolchain=()
if [ "$sanitizer" != none ]; then
    if rustup toolchain list 2>/dev/null | grep -q '^nightly'; then
        toolchain=(+nightly)
    else
        export RUSTC_BOOTSTRAP=1
    fi
fi
fuzz() {
    local step=$1
    shift
    cargo "${toolchain[@]}" fuzz "$step" --fuzz-dir tests/fuzz --target-dir target/fuzz/build --sanitizer "$sanitizer" "$@"
}

# Every run begins with the seeds and with what earlier runs made of them; `make clean` forgets those.
corpus=target/fuzz/corpus
found=target/fuzz/found
mkdir -p "$corpus"
node tests/fuzz/seeds.mjs "$corpus"
echo "      compiling the targets (2 to 4 minutes the first time) …"
fuzz build >target/fuzz/build.log 2>&1 || {
    cat target/fuzz/build.log
    printf '\nNot possible: the fuzz targets did not compile.\nTo mend it: read the message above; %s\n' \
        "a C++ compiler (g++) is needed." >&2
    exit 1
}

# About the cases that this many seconds are enough for.
properties() {
    PROPTEST_CASES=$((seconds * 20)) cargo test --quiet --all-features -p phieu --lib >target/fuzz/properties.log 2>&1
}

broken=0
for target in "${targets[@]}"; do
    if [ "$target" = properties ]; then
        if properties; then
            echo "      properties: hold for $((seconds * 20)) cases each"
        else
            broken=1
            echo "      properties: BROKEN, see target/fuzz/properties.log"
            grep -E '^ +[a-z:_]+$|minimal failing' target/fuzz/properties.log | sort -u | sed 's/^/        /'
        fi
        continue
    fi
    mkdir -p "$corpus/$target" "$found/$target"
    log=target/fuzz/$target.log
    find "$found/$target" -name 'slow-unit-*' -delete
    # Whatever is under 64 KiB must be done within a second. Instrumented code on a busy machine needs some grace:
    # above 2 seconds an input counts as too slow, at 10 it ends the run.
    if fuzz run "$target" "$corpus/$target" -- -dict="$corpus/words.dict" -max_len=65536 -max_total_time="$seconds" \
        -timeout=10 -report_slow_units=2 -rss_limit_mb=1024 -malloc_limit_mb=512 -artifact_prefix="$found/$target/" \
        -print_final_stats=1 >"$log" 2>&1; then
        awk -v target="$target" '
            /^#[0-9]+.*cov: / { for (i = 1; i < NF; i++) { if ($i == "cov:") cov = $(i + 1); if ($i == "corp:") corpus = $(i + 1) } }
            /number_of_executed_units/ { runs = $2 }
            /slowest_unit_time_sec/ { slow = $2 }
            END { printf "      %-7s %9d runs, %5d edges, corpus %s, slowest %d s\n", target, runs, cov, corpus, slow }' "$log"
    else
        broken=1
        echo "      $target: BROKEN, see $log"
        grep -aE 'panicked at|ERROR: libFuzzer|artifact_prefix' -A 2 "$log" | head -n 12 | sed 's/^/        /'
    fi
done
slow=$(find "$found" -name 'slow-unit-*')
if [ -n "$slow" ]; then
    broken=1
    printf '      too slow: %s\n' $slow
fi
exit $broken
