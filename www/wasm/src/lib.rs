//! The face of Phiếu for JavaScript: JSON text in, plain objects out.
//!
//! It translates and never decides. The package's `core.js` is its one caller and turns each throw
//! into one kind of error; the names of functions here are that file's business, not an interface.

mod border;
#[cfg(feature = "bulk")]
mod check;
mod error;
mod form;
#[cfg(feature = "bulk")]
mod lines;
#[cfg(feature = "bulk")]
mod lint;
mod plan;
#[cfg(feature = "bulk")]
mod rollup;
#[cfg(test)]
mod tests;

/// Memory from a smaller allocator than the standard library's.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
