//! What offices look at: large answers, computed apart from the threads on which reports are taken in, few at a time,
//! and once for all who ask for the same.

use super::answers::{Answers, Counted, accepts_gzip, no_room, pieces, squeezed};
use super::apart::apart;
use super::reply::{Spoken, is_known, unchanged};
use super::room::Held;
use super::trouble::Trouble;
use crate::calendar::Instant;
use crate::encoding::digest;
use axum::body::Bytes;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use lru::LruCache;
use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

/// How many answers are kept, for others who ask for the same within the minute.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(7);

/// The answers at hand, and how many more may be computed.
#[derive(Debug)]
pub struct Views {
    kept: Mutex<LruCache<String, Arc<View>>>,
    computing: Semaphore,
    /// What all answers hold. One that many read is held once.
    answers: Answers,
}

/// An answer as JSON, and small.
#[derive(Debug)]
struct View {
    json: Bytes,
    squeezed: Bytes,
    held: Held,
}

/// Who asks, as far as an answer depends on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asking<'a> {
    /// From where.
    pub from: Option<IpAddr>,
    /// With which head.
    pub head: &'a HeaderMap,
}

impl Views {
    /// No answers yet; what they will hold is counted among `answers`.
    pub(super) fn new(answers: Answers) -> Self {
        // One processor is left for those who report.
        let processors = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self {
            kept: Mutex::new(LruCache::new(KEPT)),
            computing: Semaphore::new(processors.saturating_sub(1).max(1)),
            answers,
        }
    }

    /// Answers with what `task` makes, once for all answers that follow from the same (`about`). What must be read
    /// from the database first is read by `task` itself; what it returns only computes.
    ///
    /// # Errors
    /// What `task` says; [`Trouble::Busy`] where there is no room for one more answer.
    pub(super) async fn answer<C>(
        &self,
        about: String,
        asking: Asking<'_>,
        task: impl AsyncFnOnce() -> Result<C, Trouble>,
    ) -> Result<Response, Trouble>
    where
        C: FnOnce() -> serde_json::Result<Vec<u8>> + Send + 'static,
    {
        let tag = HeaderValue::from_str(&format!("W/\"{}\"", digest(about.as_bytes())))
            .map_err(|error| Trouble::internal(&error))?;
        if is_known(&tag, asking.head) {
            return Ok(unchanged(tag));
        }
        let view = match self.at_hand(&about) {
            Some(view) => view,
            None => self.computed(about, asking.from, task).await?,
        };
        let squeezed = accepts_gzip(asking.head);
        let bytes = if squeezed { &view.squeezed } else { &view.json };
        let mut response = pieces(bytes.clone(), view).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(ETAG, tag);
        if squeezed {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response.extensions_mut().insert(Spoken);
        response.extensions_mut().insert(Counted);
        Ok(response)
    }

    async fn computed<C>(
        &self,
        about: String,
        from: Option<IpAddr>,
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
        let held = self.answers.held(from);
        let made = apart(move || View::of(compute()?, held)).await;
        let made = made.map_err(|error| Trouble::internal(&error))?;
        let mut view = made?;
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        // What is only at hand gives way to what is asked for now.
        while !view.held.grows(view.json.len() + view.squeezed.len()) {
            if kept.pop_lru().is_none() {
                return Err(no_room());
            }
        }
        let view = Arc::new(view);
        kept.put(about, Arc::clone(&view));
        Ok(view)
    }

    fn at_hand(&self, about: &str) -> Option<Arc<View>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(about).cloned()
    }
}

impl View {
    fn of(json: Vec<u8>, held: Held) -> serde_json::Result<Self> {
        let squeezed = squeezed(&json).map_err(serde_json::Error::io)?;
        Ok(Self {
            json: json.into(),
            squeezed,
            held,
        })
    }
}

/// The minute in which a moment lies, begun: a page that asks every few seconds is not told each time that a second
/// has passed.
#[must_use]
pub fn minute(now: Instant) -> Instant {
    let seconds = now.unix_seconds();
    Instant::from_unix_seconds(seconds - seconds.rem_euclid(60)).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::{Answers, Asking, Views};
    use crate::collector::room::Room;
    use crate::collector::trouble::Trouble;
    use axum::http::HeaderMap;
    use axum::response::Response;

    const LARGE: usize = 20 * 1024;

    fn views() -> Views {
        Views::new(Answers::in_room(Room::new(256 * 1024, 64 * 1024)))
    }

    async fn asked(views: &Views, about: &str, from: &str) -> Result<Response, Trouble> {
        let asking = Asking {
            from: from.parse().ok(),
            head: &HeaderMap::new(),
        };
        let task = async || Ok(|| Ok(vec![b' '; LARGE]));
        views.answer(about.to_owned(), asking, task).await
    }

    #[tokio::test]
    async fn an_answer_that_many_do_not_read_is_held_once_and_different_ones_have_bounded_room() {
        let views = views();
        let mut unread = Vec::new();
        for reader in 0..30 {
            let from = format!("192.0.2.{reader}");
            unread.push(asked(&views, "same", &from).await.expect("it is there"));
        }
        // As with distinct `?now=`: nobody reads them, so none gives way.
        let mut refused = 0;
        for moment in 0..20 {
            let from = format!("198.51.100.{}", moment / 2);
            match asked(&views, &moment.to_string(), &from).await {
                Ok(response) => unread.push(response),
                Err(trouble) => {
                    assert_eq!(trouble.code(), "busy");
                    refused += 1;
                }
            }
        }
        assert!((6..12).contains(&refused), "{refused} of twenty");
        // Read, or given up, they are only at hand, and give way to what is asked for.
        unread.clear();
        for moment in 0..20 {
            let anew = asked(&views, &format!("anew {moment}"), "192.0.2.1").await;
            assert!(anew.is_ok(), "{moment}");
        }
    }

    #[tokio::test]
    async fn one_place_that_reads_nothing_holds_up_no_other() {
        let views = views();
        let mut unread = Vec::new();
        for moment in 0..20 {
            unread.extend(asked(&views, &moment.to_string(), "192.0.2.1").await);
        }
        assert!(unread.len() < 5, "{}", unread.len());
        assert!(asked(&views, "of another", "192.0.2.2").await.is_ok());
    }
}
