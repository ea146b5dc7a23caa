//! What crosses the border, each kind of value once: plain objects out, moments, languages and bytes in.

use crate::error::thrown;
#[cfg(feature = "bulk")]
use js_sys::{ArrayBuffer, Uint8Array};
use phieu::calendar::Instant;
use phieu::text::Lang;
use serde::Serialize;
#[cfg(feature = "bulk")]
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

/// A plain JavaScript object of `value`: structs and maps as objects, `None` as `null`.
pub fn object<T: Serialize>(value: &T) -> JsValue {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}

/// The language that `code` names; Vietnamese unless it says English.
pub fn language(code: &str) -> Lang {
    if code.starts_with("en") {
        Lang::En
    } else {
        Lang::Vi
    }
}

/// The moment of a JavaScript clock; one outside the calendar is held at its edge.
///
/// # Errors
/// `argument` when it is no number.
pub fn millis(now: f64) -> Result<Instant, JsValue> {
    if !now.is_finite() {
        return Err(thrown("argument", "the moment is no number"));
    }
    // A cast saturates.
    #[allow(clippy::cast_possible_truncation)]
    let whole = now as i64;
    Ok(Instant::of_clock(whole.div_euclid(1000)))
}

/// How many bytes are taken over at a time.
#[cfg(feature = "bulk")]
const PIECE: u32 = 256 * 1024;

/// Takes the bytes of a file (`Uint8Array` or `ArrayBuffer`) over piece by piece, so that the module's memory does not grow
/// with the file, and hands them to `take` cut behind line breaks.
///
/// # Errors
/// `argument` when it is neither.
#[cfg(feature = "bulk")]
pub fn pieces(file: &JsValue, mut take: impl FnMut(&[u8])) -> Result<(), JsValue> {
    let buffer = || {
        file.dyn_ref()
            .map(|buffer: &ArrayBuffer| Uint8Array::new(buffer))
    };
    let bytes = file.dyn_ref().cloned().or_else(buffer);
    let bytes = bytes.ok_or_else(|| {
        thrown(
            "argument",
            "the lines are no bytes; hand in a Uint8Array or an ArrayBuffer",
        )
    })?;
    let (mut held, mut from) = (Vec::new(), 0);
    while from < bytes.length() {
        let to = bytes.length().min(from.saturating_add(PIECE));
        let before = held.len();
        let piece = bytes.subarray(from, to);
        held.resize(before + piece.length() as usize, 0);
        let (_, room) = held.split_at_mut(before);
        piece.copy_to(room);
        from = to;
        let last_break = room.iter().rposition(|byte| *byte == b'\n');
        let end = if to == bytes.length() {
            held.len()
        } else {
            last_break.map_or(0, |at| before + at + 1)
        };
        let (whole, _) = held.split_at(end);
        take(whole);
        held.drain(..end);
    }
    Ok(())
}
