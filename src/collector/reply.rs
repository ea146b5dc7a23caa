//! Answers in JSON.

use super::catalogue::Served;
use super::trouble::Trouble;
use axum::Extension;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The mark of an answer that has sentences: the layer that words names their language.
#[derive(Clone, Copy, Debug)]
pub struct Spoken;

/// An answer that holds for this moment only: never kept by a browser or a proxy.
///
/// # Errors
/// [`Trouble::Internal`] where the value has no JSON, which none of ours is.
pub fn fresh(status: StatusCode, value: &impl Serialize) -> Result<Response, Trouble> {
    let body = serde_json::to_string(value)?;
    Ok(fresh_text(status, body))
}

/// The same of a text that is JSON already.
#[must_use]
pub fn fresh_text(status: StatusCode, json: String) -> Response {
    let headers = [
        (CONTENT_TYPE, JSON),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (status, Extension(Spoken), headers, json).into_response()
}

/// A text that a browser may keep as long as it asks each time whether it has changed.
///
/// # Errors
/// [`Trouble::Internal`] where its tag is no header, which a digest always is.
pub fn kept(served: &Served, asked: &HeaderMap) -> Result<Response, Trouble> {
    tagged(served, asked, "no-cache")
}

/// A text for everyone: proxies too may keep it, as long as they ask.
///
/// # Errors
/// As [`kept`].
pub fn public(served: &Served, asked: &HeaderMap) -> Result<Response, Trouble> {
    let mut response = tagged(served, asked, "public, no-cache")?;
    let headers = response.headers_mut();
    headers.append(VARY, HeaderValue::from_static("authorization"));
    Ok(response)
}

fn tagged(served: &Served, asked: &HeaderMap, keeping: &'static str) -> Result<Response, Trouble> {
    let tag = HeaderValue::from_str(&served.tag).map_err(|_| Trouble::Internal)?;
    let known = is_known(&tag, asked);
    let headers = [
        (ETAG, tag),
        (CACHE_CONTROL, HeaderValue::from_static(keeping)),
    ];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    Ok((headers, [(CONTENT_TYPE, JSON)], served.body.clone()).into_response())
}

/// Whether who asks has already what the tag stands for.
#[must_use]
pub fn is_known(tag: &HeaderValue, asked: &HeaderMap) -> bool {
    let tag = tag.to_str().unwrap_or_default();
    asked
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|value| matches!(value.trim(), "*") || same_tag(value.trim(), tag))
}

/// That what holds for this moment only has not changed; still kept by nobody but the page that asks.
#[must_use]
pub fn unchanged(tag: HeaderValue) -> Response {
    let headers = [
        (ETAG, tag),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (StatusCode::NOT_MODIFIED, headers).into_response()
}

/// Whether two tags are the same by RFC 9110's weak comparison.
fn same_tag(one: &str, other: &str) -> bool {
    one.trim_start_matches("W/") == other.trim_start_matches("W/")
}
