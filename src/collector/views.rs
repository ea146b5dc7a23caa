//! What offices look at: large answers, computed apart from the threads on which reports are taken in, few at a time,
//! and once for all who ask for the same.

use super::apart::apart;
use super::reply::{Spoken, is_known, unchanged};
use super::trouble::Trouble;
use crate::calendar::Instant;
use crate::encoding::digest;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use lru::LruCache;
use std::io::Write;
use std::num::NonZeroUsize;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many answers are kept, for others who ask for the same within the minute.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(7);

/// From how many bytes on an answer counts among the large ones.
const LARGE: usize = 4 * 1024 * 1024;

/// How many large answers may be under way at once. Each is held in memory until it has been read.
const LARGE_AT_ONCE: usize = 6;

/// How long is waited for another to be read.
const PATIENCE: Duration = Duration::from_secs(10);

/// The answers at hand, and how many more may be computed.
#[derive(Debug)]
pub struct Views {
    kept: Mutex<LruCache<String, Arc<View>>>,
    computing: Semaphore,
    large: Arc<Semaphore>,
}

/// An answer as JSON, and small.
#[derive(Debug)]
struct View {
    json: Bytes,
    squeezed: Bytes,
}

impl Default for Views {
    fn default() -> Self {
        // One processor is left for those who report.
        let processors = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self {
            kept: Mutex::new(LruCache::new(KEPT)),
            computing: Semaphore::new(processors.saturating_sub(1).max(1)),
            large: Arc::new(Semaphore::new(LARGE_AT_ONCE)),
        }
    }
}

impl Views {
    /// Answers with what `task` makes, once for all answers that follow from the same (`about`). What must be read
    /// from the database first is read by `task` itself; what it returns only computes.
    ///
    /// # Errors
    /// What `task` says; [`Trouble::Busy`] where too many large answers wait to be read.
    pub(super) async fn answer<C>(
        &self,
        about: String,
        asked: &HeaderMap,
        task: impl AsyncFnOnce() -> Result<C, Trouble>,
    ) -> Result<Response, Trouble>
    where
        C: FnOnce() -> serde_json::Result<Vec<u8>> + Send + 'static,
    {
        let tag = HeaderValue::from_str(&format!("W/\"{}\"", digest(about.as_bytes())))
            .map_err(|error| Trouble::internal(&error))?;
        if is_known(&tag, asked) {
            return Ok(unchanged(tag));
        }
        let view = match self.at_hand(&about) {
            Some(view) => view,
            None => self.computed(about, task).await?,
        };
        let squeezed = accepts_gzip(asked);
        let bytes = if squeezed { &view.squeezed } else { &view.json };
        let body = self.body(bytes.clone()).await?;
        let mut response = body.into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(ETAG, tag);
        if squeezed {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response.extensions_mut().insert(Spoken);
        Ok(response)
    }

    async fn computed<C>(
        &self,
        about: String,
        task: impl AsyncFnOnce() -> Result<C, Trouble>,
    ) -> Result<Arc<View>, Trouble>
    where
        C: FnOnce() -> serde_json::Result<Vec<u8>> + Send + 'static,
    {
        let _permit = self.computing.acquire().await;
        // Whoever computed before may have computed the same.
        if let Some(view) = self.at_hand(&about) {
            return Ok(view);
        }
        let compute = task().await?;
        let made = apart(move || View::of(compute()?)).await;
        let made = made.map_err(|error| Trouble::internal(&error))?;
        let view = Arc::new(made?);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.put(about, Arc::clone(&view));
        Ok(view)
    }

    fn at_hand(&self, about: &str) -> Option<Arc<View>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(about).cloned()
    }

    async fn body(&self, bytes: Bytes) -> Result<Body, Trouble> {
        if bytes.len() < LARGE {
            return Ok(Body::from(bytes));
        }
        let permit = tokio::time::timeout(PATIENCE, Arc::clone(&self.large).acquire_owned()).await;
        let Ok(Ok(permit)) = permit else {
            tracing::warn!("too many large answers wait to be read");
            return Err(Trouble::Busy);
        };
        Ok(Body::new(Counted {
            body: Body::from(bytes),
            _permit: permit,
        }))
    }
}

impl View {
    fn of(json: Vec<u8>) -> serde_json::Result<Self> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&json).map_err(serde_json::Error::io)?;
        let squeezed = encoder.finish().map_err(serde_json::Error::io)?;
        Ok(Self {
            json: json.into(),
            squeezed: squeezed.into(),
        })
    }
}

/// A body that is counted among the large ones until it has been read, or its reader is gone.
struct Counted {
    body: Body,
    _permit: OwnedSemaphorePermit,
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.body.size_hint()
    }
}

/// Whether who asks takes gzip.
fn accepts_gzip(asked: &HeaderMap) -> bool {
    let accepted = asked.get_all(ACCEPT_ENCODING).iter();
    accepted
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            let refused = weight.trim().strip_prefix("q=").is_some_and(|weight| {
                weight
                    .trim()
                    .parse::<f32>()
                    .is_ok_and(|weight| weight <= 0.0)
            });
            name.trim().eq_ignore_ascii_case("gzip") && !refused
        })
}

/// The minute in which a moment lies, begun: a page that asks every few seconds is not told each time that a second
/// has passed.
#[must_use]
pub fn minute(now: Instant) -> Instant {
    let seconds = now.unix_seconds();
    Instant::from_unix_seconds(seconds - seconds.rem_euclid(60)).unwrap_or(now)
}
