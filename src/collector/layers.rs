//! What holds for every request: a limit in time, headers against abuse, one line in the log.

use super::trouble::Trouble;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, AUTHORIZATION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HOST,
    HeaderName, IF_NONE_MATCH, ORIGIN, REFERRER_POLICY, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::any::Any;
use std::fmt;
use std::time::{Duration, Instant};
use tower_http::cors::CorsLayer;

/// No inline script or style, nothing from elsewhere; wasm may be compiled.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

/// What a page of ours may not use, so that nothing that got into it can.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

const HEADERS: [(HeaderName, HeaderValue); 6] = [
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN")),
    (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(PERMISSIONS),
    ),
];

/// Gives every answer the headers that keep a browser from being turned against its user.
pub async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, value);
    }
    response
}

/// Answers with a problem where a request takes longer than `patience`.
pub async fn timely(State(patience): State<Duration>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Trouble::TooSlow.into_response(),
    }
}

/// Writes one line a request. The address is logged by its pattern: a submission's identity lets
/// whoever knows it read its receipt, and what is behind `?` names units.
pub async fn logged(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    let path = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("(site)", MatchedPath::as_str)
        .to_owned();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%method, path, status, millis, "answered");
    response
}

/// Names in the log each foreign origin whose page asks and is not let in: its browser tells the page nothing of it,
/// and to the people in front of it it looks as if the line were down.
pub async fn names_refused(request: Request, next: Next) -> Response {
    let origin = foreign_origin(request.headers());
    let response = next.run(request).await;
    if let Some(origin) = origin
        && !response.headers().contains_key(ACCESS_CONTROL_ALLOW_ORIGIN)
    {
        tracing::warn!(
            origin,
            "a page of an origin that is not let in asks; start with --allow-origin to let it in"
        );
    }
    response
}

/// The longest name of an origin that is logged, in bytes.
const LONGEST_ORIGIN: usize = 200;

/// The origin of the page that asks, where it is another than the collector's own. A proxy may hide the host that the
/// page knows, so the browser's word about that comes first.
fn foreign_origin(headers: &HeaderMap) -> Option<String> {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    let origin = text(ORIGIN.as_str())?;
    let host = origin.split_once("://").map(|(_, host)| host);
    let is_own = match text("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => host.is_some() && host == text(HOST.as_str()),
    };
    (!is_own).then(|| origin.chars().take(LONGEST_ORIGIN).collect())
}

/// Answers where a handler panicked: that request is lost, the collector is not.
#[must_use]
pub fn panicked(_: Box<dyn Any + Send>) -> Response {
    tracing::error!("a request panicked");
    Trouble::Internal.into_response()
}

/// An origin whose pages may call the collector: `https://tanphu.example`, without a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(HeaderValue);

/// Why a text is no origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OriginError;

impl fmt::Display for OriginError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an origin is a scheme and a host, without a path, for example https://portal.example or http://localhost:8000")
    }
}

impl std::error::Error for OriginError {}

impl std::str::FromStr for Origin {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, OriginError> {
        let host = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .ok_or(OriginError)?;
        let fits = |byte: u8| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-:[]".contains(&byte)
        };
        if host.is_empty() || !host.bytes().all(fits) {
            return Err(OriginError);
        }
        HeaderValue::from_str(text)
            .map(Self)
            .map_err(|_| OriginError)
    }
}

/// Lets pages of `origins` call the collector, and no others; pages of its own always may.
pub fn allowed(origins: &[Origin]) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(
            origins
                .iter()
                .map(|origin| origin.0.clone())
                .collect::<Vec<_>>(),
        )
        .allow_methods([Method::GET, Method::PUT, Method::POST])
        .allow_headers([CONTENT_TYPE, AUTHORIZATION, IF_NONE_MATCH])
        .expose_headers([ETAG, RETRY_AFTER])
        .max_age(Duration::from_secs(3600))
}

#[cfg(test)]
mod tests {
    use super::{Origin, foreign_origin};
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    #[test]
    fn a_page_of_the_collectors_own_origin_is_not_foreign() {
        let portal = "https://portal.example";
        for (headers, foreign) in [
            (vec![], None),
            (vec![("origin", portal)], Some(portal)),
            (vec![("origin", portal), ("host", "portal.example")], None),
            (
                vec![("origin", portal), ("host", "127.0.0.1:8080")],
                Some(portal),
            ),
            // Behind a proxy.
            (
                vec![
                    ("origin", portal),
                    ("host", "127.0.0.1:8080"),
                    ("sec-fetch-site", "same-origin"),
                ],
                None,
            ),
            (
                vec![
                    ("origin", portal),
                    ("host", "portal.example"),
                    ("sec-fetch-site", "cross-site"),
                ],
                Some(portal),
            ),
            (vec![("origin", "null")], Some("null")),
        ] {
            let given: HeaderMap = headers
                .iter()
                .map(|(name, value)| {
                    (
                        HeaderName::from_static(name),
                        HeaderValue::from_static(value),
                    )
                })
                .collect();
            assert_eq!(foreign_origin(&given).as_deref(), foreign, "{headers:?}");
        }
    }

    #[test]
    fn an_origin_is_a_scheme_and_a_host() {
        for good in [
            "https://tanphu.example",
            "http://localhost:8000",
            "http://[::1]:8000",
        ] {
            assert!(good.parse::<Origin>().is_ok(), "{good}");
        }
        for bad in [
            "*",
            "null",
            "tanphu.example",
            "https://",
            "https://a.example/",
            "https://A.example",
            "ftp://a.example",
        ] {
            assert!(bad.parse::<Origin>().is_err(), "{bad}");
        }
    }
}
