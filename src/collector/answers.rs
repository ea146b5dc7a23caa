//! What answers hold of the memory until they have been read: counted in all and for one place, as bodies are. Large ones
//! are made few at a time and apart from the threads that answer, squeezed once, and handed over piece by piece.

use super::access::Address;
use super::room::{Held, Room};
use super::trouble::Trouble;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use http_body::Frame;
use std::convert::Infallible;
use std::io::Write;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::Semaphore;

/// How much all answers that are on their way may hold of the memory, in bytes.
const MOST: usize = 256 * 1024 * 1024;

/// How much of it those to one place may hold: an overview and a progress of the largest plans, with room for the next.
const MOST_OF_ONE: usize = MOST / 4;

/// From how many bytes on an answer is counted: what is smaller lies whole in its connection, and those are bounded.
const COUNTED: usize = 64 * 1024;

/// How much of an answer is handed over at a time, so that no second copy of all of it waits to be sent.
const PIECE: usize = 64 * 1024;

/// How many answers with whole reports are made at once: as many as the database is read by.
const MADE_AT_ONCE: usize = 4;

/// How long one waits to be made.
const PATIENCE: Duration = Duration::from_secs(10);

/// What all answers hold, and how many more may be made. Clones share it.
#[derive(Clone, Debug)]
pub struct Answers {
    room: Room,
    making: Arc<Semaphore>,
}

/// The mark of an answer that is counted already.
#[derive(Clone, Copy, Debug)]
pub struct Counted;

impl Default for Answers {
    fn default() -> Self {
        Self::in_room(Room::new(MOST, MOST_OF_ONE))
    }
}

impl Answers {
    /// Answers that hold what there is room for.
    pub(super) fn in_room(room: Room) -> Self {
        Self {
            room,
            making: Arc::new(Semaphore::new(MADE_AT_ONCE)),
        }
    }

    /// Counts an answer to an address, which holds nothing yet.
    #[must_use]
    pub fn held(&self, to: Option<IpAddr>) -> Held {
        self.room.held(to)
    }

    /// Makes an answer of what is read first, few at a time: `read` asks the database, and what it returns only computes.
    ///
    /// # Errors
    /// What `read` or the computing says; [`Trouble::Busy`] where too many others are made.
    pub(super) async fn made<T, C>(
        &self,
        read: impl AsyncFnOnce() -> Result<C, Trouble>,
    ) -> Result<T, Trouble>
    where
        T: Send + 'static,
        C: FnOnce() -> Result<T, Trouble> + Send + 'static,
    {
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.making).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else {
            tracing::warn!("more large answers are asked for than can be made");
            return Err(Trouble::Busy);
        };
        let compute = read().await?;
        let made = tokio::task::spawn_blocking(move || {
            // Also where whoever asked is gone, until the computing has ended.
            let _turn = turn;
            compute()
        });
        made.await.map_err(|error| Trouble::internal(&error))?
    }

    /// The same answer, counted until it has been read.
    ///
    /// # Errors
    /// [`Trouble::Busy`] where there is no room for it.
    pub(super) async fn counted(
        &self,
        to: Option<Address>,
        takes_gzip: bool,
        response: Response,
    ) -> Result<Response, Trouble> {
        let size = response.body().size_hint().lower();
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        if size < COUNTED || response.extensions().get::<Counted>().is_some() {
            return Ok(response);
        }
        let mut held = self.held(to.map(|to| to.0));
        if !held.grows(size) {
            return Err(no_room());
        }
        let (mut head, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await;
        let mut bytes = bytes.map_err(|error| Trouble::internal(&error))?;
        if takes_gzip {
            let json = bytes.clone();
            let squeezed = tokio::task::spawn_blocking(move || squeezed(&json)).await;
            let squeezed = squeezed.map_err(|error| Trouble::internal(&error))?;
            bytes = squeezed.map_err(|error| Trouble::internal(&error))?;
            held.shrinks(bytes.len());
            (head.headers).insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        (head.headers).insert(VARY, HeaderValue::from_static("accept-encoding"));
        head.headers.remove(CONTENT_LENGTH);
        Ok(Response::from_parts(head, pieces(bytes, held)))
    }
}

/// That there is no room for one more answer.
pub(super) fn no_room() -> Trouble {
    tracing::warn!("more answers wait to be read than there is room for; one was refused");
    Trouble::Busy
}

/// A text, smaller.
pub(super) fn squeezed(text: &[u8]) -> std::io::Result<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text)?;
    encoder.finish().map(Bytes::from)
}

/// A body that hands `bytes` over piece by piece, and keeps `kept` until it has been read or its reader is gone.
pub(super) fn pieces(bytes: Bytes, kept: impl Unpin + Send + 'static) -> Body {
    Body::new(Pieces {
        left: bytes,
        _kept: kept,
    })
}

struct Pieces<K> {
    left: Bytes,
    _kept: K,
}

impl<K: Unpin> HttpBody for Pieces<K> {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left.is_empty() {
            return Poll::Ready(None);
        }
        let size = PIECE.min(self.left.len());
        Poll::Ready(Some(Ok(Frame::data(self.left.split_to(size)))))
    }

    fn is_end_stream(&self) -> bool {
        self.left.is_empty()
    }

    fn size_hint(&self) -> http_body::SizeHint {
        let size = u64::try_from(self.left.len()).unwrap_or(u64::MAX);
        http_body::SizeHint::with_exact(size)
    }
}

/// Whether who asks takes gzip.
pub(super) fn accepts_gzip(asked: &HeaderMap) -> bool {
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

#[cfg(test)]
mod tests {
    use super::{Answers, MOST, MOST_OF_ONE, PIECE};
    use crate::collector::access::Address;
    use axum::body::{Body, HttpBody};
    use axum::response::Response;
    use std::future::poll_fn;
    use std::pin::Pin;

    const LARGE: usize = 8 * 1024 * 1024;

    async fn counted(answers: &Answers, to: &str) -> Option<Response> {
        let response = Response::new(Body::from(vec![b' '; LARGE]));
        let to = to.parse().ok().map(Address);
        answers.counted(to, false, response).await.ok()
    }

    #[tokio::test]
    async fn answers_that_nobody_reads_have_bounded_room_and_one_place_a_part_of_it() {
        let answers = Answers::default();
        let mut unread = Vec::new();
        for place in 0..MOST / MOST_OF_ONE {
            let to = format!("192.0.2.{place}");
            for _ in 0..MOST_OF_ONE / LARGE {
                unread.push(counted(&answers, &to).await.expect("there is room"));
            }
            assert!(
                counted(&answers, &to).await.is_none(),
                "that place has no more"
            );
        }
        assert!(
            counted(&answers, "192.0.2.99").await.is_none(),
            "nor has another"
        );
        let small = Response::new(Body::from("small"));
        let small = answers.counted(None, false, small).await;
        assert!(small.is_ok(), "what is small is always answered");
        unread.clear();
        assert!(counted(&answers, "192.0.2.99").await.is_some());
    }

    #[tokio::test]
    async fn a_large_answer_is_handed_over_in_small_pieces_and_whole() {
        let answers = Answers::default();
        let mut body = counted(&answers, "192.0.2.1")
            .await
            .expect("room")
            .into_body();
        let mut read = 0;
        while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            let piece = frame.expect("a frame").into_data().expect("data");
            assert!(piece.len() <= PIECE);
            read += piece.len();
        }
        assert_eq!(read, LARGE);
    }
}
