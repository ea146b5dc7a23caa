#!/usr/bin/env bash
# The core for a browser: `tools/wasm.sh PROFILE NAME FOLDER LEVEL [more for cargo]`, of the crate CRATE. Cargo compiles it, wasm-bindgen
# writes the module and what stands between it and a page, wasm-opt makes it faster (-O3) or leaves it with its names
# (-g) to www/shrink.mjs, which makes it smaller.
set -euo pipefail
cd "$(dirname "$0")/.."

profile=$1 name=$2 folder=$3 level=$4
shift 4
target=wasm32-unknown-unknown
crate=${CRATE:-phieu-wasm}

# For the oldest engines: what came after the first WebAssembly is allowed in, and rewritten.
for_old_engines=(
    --enable-bulk-memory
    --enable-bulk-memory-opt
    --enable-sign-ext
    --enable-nontrapping-float-to-int
    --llvm-memory-copy-fill-lowering
    --llvm-nontrapping-fptoint-lowering
    --signext-lowering
)

built=${CARGO_TARGET_DIR:-target}/$target/$profile/${crate//-/_}
# The linker says where each constant stands, which www/split.mjs goes by. They stand behind the stack, which is as large as it is so
# that they have addresses of three bytes, none of which is a round number that a function may name for another reason.
cargo rustc --quiet --lib --package "$crate" --profile "$profile" --target "$target" "$@" -- \
    -C link-arg=-Map="$built.map" -C link-arg=-zstack-size=786432
wasm-bindgen --target web --out-dir "$folder" --out-name "$name" \
    "$built.wasm"
cp "$built.map" "$folder/$name.map"
module=$folder/${name}_bg.wasm
wasm-opt "$module" -o "$module" "$level" "${for_old_engines[@]}"
