//! The body of a request.

use super::access::Address;
use super::bodies::LARGEST;
use super::room::Held;
use super::state::Collector;
use super::trouble::Trouble;
use super::unescaped::Unescaped;
use axum::body::HttpBody;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use serde::de::DeserializeOwned;
use std::future::poll_fn;
use std::pin::Pin;

/// A body announced as JSON, read to its end. What it holds of the memory is counted until it is dropped: whoever answers
/// keeps it as long as what was read of it.
pub struct Body {
    bytes: Vec<u8>,
    _held: Held,
}

impl Body {
    /// Its text.
    ///
    /// # Errors
    /// It is no UTF-8.
    pub fn text(&self) -> Result<&str, Trouble> {
        std::str::from_utf8(&self.bytes).map_err(|_| Trouble::NotUtf8)
    }

    /// Reads it as JSON.
    ///
    /// # Errors
    /// It is no UTF-8, or not what it should be; then where.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Trouble> {
        let text = self.text()?;
        serde_json::from_str(text).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            Trouble::Malformed {
                line,
                column,
                reason: error.to_string(),
            }
        })
    }
}

/// Reads the body to its end.
///
/// # Errors
/// It is not announced as JSON, too large, or broken off; or there is no room for more at the moment.
impl FromRequest<Collector> for Body {
    type Rejection = Trouble;

    async fn from_request(request: Request, collector: &Collector) -> Result<Self, Trouble> {
        if !is_json(request.headers()) {
            return Err(Trouble::NotJson);
        }
        let from = request.extensions().get::<Address>();
        let mut held = collector.bodies().held(from.map(|from| from.0));
        let mut body = request.into_body();
        let mut text = Unescaped::default();
        let mut counted = 0;
        while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            let frame = frame.map_err(|_| Trouble::BrokenOff)?;
            let Ok(data) = frame.into_data() else {
                continue;
            };
            text.take(&data);
            if text.len() > LARGEST {
                return Err(Trouble::TooLarge(LARGEST));
            }
            // A letter whose escape has come whole is shorter than what had come of it.
            let more = text.len().saturating_sub(counted);
            if !held.grows(more) {
                tracing::warn!("more bodies come at once than there is room for; one was refused");
                return Err(Trouble::Busy);
            }
            counted += more;
        }
        Ok(Self {
            bytes: text.end(),
            _held: held,
        })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json") && !headers.contains_key(CONTENT_ENCODING)
}
