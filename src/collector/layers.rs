//! What holds for every request: a limit in time, headers against abuse, one line in the log.

use super::files::Sandboxed;
use super::trouble::Trouble;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD,
    AUTHORIZATION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HOST, HeaderName, IF_MATCH,
    IF_NONE_MATCH, ORIGIN, REFERRER_POLICY, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::any::Any;
use std::fmt;
use std::net::Ipv6Addr;
use std::time::{Duration, Instant};
use tower_http::cors::CorsLayer;

/// No inline script or style, nothing from elsewhere; wasm may be compiled.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

/// Who may show its pages in a frame.
#[derive(Clone, Debug)]
pub struct Frames(Option<HeaderValue>);

impl Frames {
    /// Its own pages and those of `origins`.
    #[must_use]
    pub fn of(origins: &[Origin]) -> Self {
        let named: Vec<&str> = (origins.iter())
            .filter_map(|origin| origin.0.to_str().ok())
            .collect();
        let policy = format!("{POLICY} {}", named.join(" "));
        let policy = (!named.is_empty()).then(|| HeaderValue::from_str(&policy).ok());
        Self(policy.flatten())
    }
}

/// What a page of ours may not use, so that nothing that got into it can.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// What somebody sent runs nothing, loads nothing and stands in no frame, whoever shows it.
const SANDBOX: HeaderValue =
    HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'");

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
pub async fn secure(State(frames): State<Frames>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, value);
    }
    if let Frames(Some(policy)) = frames {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
        // It can name no origin, and would refuse them all.
        headers.remove(X_FRAME_OPTIONS);
    }
    if response.extensions().get::<Sandboxed>().is_some() {
        let headers = response.headers_mut();
        headers.insert(CONTENT_SECURITY_POLICY, SANDBOX);
        headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
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

/// Lets the pages of every origin read what is for everyone, without a code: a plan's light form, its first screens and the list of plans.
/// With a code only those of the origins that were named may ask, as everywhere.
pub async fn shared(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let is_asked_first =
        request.method() == Method::OPTIONS && headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD);
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_public = is_for_everyone(request.uri().path()) && !headers.contains_key(AUTHORIZATION);
    let mut response = next.run(request).await;
    let is_let_in = response.headers().contains_key(ACCESS_CONTROL_ALLOW_ORIGIN);
    if !is_public || is_let_in || !(is_read || is_asked_first) {
        return response;
    }
    if is_asked_first {
        response = StatusCode::NO_CONTENT.into_response();
        let headers = response.headers_mut();
        headers.insert(
            ACCESS_CONTROL_ALLOW_METHODS,
            HeaderValue::from_static("GET, HEAD"),
        );
        headers.insert(
            ACCESS_CONTROL_ALLOW_HEADERS,
            HeaderValue::from_static("if-none-match"),
        );
        headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("3600"));
    }
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static("etag,retry-after"),
    );
    response
}

/// Whether an address is that of the plans, of one, or of its first screens.
fn is_for_everyone(path: &str) -> bool {
    let rest = path.strip_prefix("/api/plans");
    let is_id = |id: &str| !id.strip_suffix("/first").unwrap_or(id).contains('/');
    rest.is_some_and(|rest| rest.is_empty() || rest.strip_prefix('/').is_some_and(is_id))
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
        // Browsers leave the scheme's own port out.
        let (host, text) = match text.split_once("://").ok_or(OriginError)? {
            ("https", host) => (host, text.strip_suffix(":443").unwrap_or(text)),
            ("http", host) => (host, text.strip_suffix(":80").unwrap_or(text)),
            _ => return Err(OriginError),
        };
        if !is_host(host) {
            return Err(OriginError);
        }
        HeaderValue::from_str(text)
            .map(Self)
            .map_err(|_| OriginError)
    }
}

/// Whether a text is a host, with or without a port, as browsers write it.
fn is_host(text: &str) -> bool {
    let (name, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, port)) if address.parse::<Ipv6Addr>().is_ok() => ("v6", port),
        Some(_) => return false,
        None => text.split_at(text.find(':').unwrap_or(text.len())),
    };
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(fits);
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|port| port > 0);
    name.split('.').all(is_label)
        && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
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
        .allow_methods([Method::GET, Method::PUT, Method::POST, Method::DELETE])
        .allow_headers([CONTENT_TYPE, AUTHORIZATION, IF_MATCH, IF_NONE_MATCH])
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
    fn an_origin_is_written_as_browsers_write_it() {
        for (text, origin) in [
            ("https://a.example:443", "https://a.example"),
            ("http://a.example:80", "http://a.example"),
            ("http://a.example:443", "http://a.example:443"),
        ] {
            assert_eq!(text.parse::<Origin>(), origin.parse(), "{text}");
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
            "https://a.example; script-src *",
            "https://*.example",
            "https://a..example",
            "https://a.example:",
            "https://a.example:x",
            "https://a.example:99999",
            "https://[::1",
            "https://user@a.example",
        ] {
            assert!(bad.parse::<Origin>().is_err(), "{bad}");
        }
    }
}
