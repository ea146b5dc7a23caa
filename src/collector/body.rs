//! The body of a request.

use super::trouble::Trouble;
use crate::report::MAX_LIST;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use serde::de::DeserializeOwned;

/// The largest body taken, in bytes. A report at every bound of the rules stays below it: the texts of its activities
/// have one together ([`MAX_LIST`] characters of at most four bytes), and those of its figures are the plan's.
pub const LARGEST: usize = 4 * 1024 * 1024;
const _: () = assert!(LARGEST > MAX_LIST * 4 + MAX_LIST);

/// Reads a body as JSON.
///
/// # Errors
/// It is not announced as JSON, too large, broken off, no UTF-8, or not what it should be; then where.
pub fn read<T: DeserializeOwned>(
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<T, Trouble> {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") || headers.contains_key(CONTENT_ENCODING) {
        return Err(Trouble::NotJson);
    }
    let body = body.map_err(|rejection| match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => Trouble::TooLarge(LARGEST),
        _ => Trouble::BrokenOff,
    })?;
    let text = std::str::from_utf8(&body).map_err(|_| Trouble::NotUtf8)?;
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Trouble::Malformed {
            line,
            column,
            reason: error.to_string(),
        }
    })
}
