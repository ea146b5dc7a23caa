//! The body of a request: how much of one is taken, and of all together.

use super::access::{Address, Network};
use super::state::Collector;
use super::trouble::Trouble;
use crate::report::MAX_LIST;
use axum::body::HttpBody;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

/// The largest body taken, in bytes. A report at every bound of the rules stays below it: the texts of its activities
/// have one together ([`MAX_LIST`] characters of at most four bytes), and those of its figures are the plan's.
pub const LARGEST: usize = 4 * 1024 * 1024;
const _: () = assert!(LARGEST > MAX_LIST * 4 + MAX_LIST);

/// How much all bodies that are being read and answered may hold of the memory, in bytes.
const MOST: usize = 32 * LARGEST;

/// How much of it those from one place may hold: a school behind one address whose classes all report at once needs less,
/// and whoever fills it holds up only his own. This machine itself is not limited, because a proxy on it brings everyone.
const MOST_OF_ONE: usize = MOST / 4;

/// A body announced as JSON, read to its end. What it holds of the memory is counted until it is dropped: whoever answers
/// keeps it as long as what was read of it.
pub struct Body {
    bytes: Vec<u8>,
    _held: Held,
}

impl Body {
    /// Reads it as JSON.
    ///
    /// # Errors
    /// It is no UTF-8, or not what it should be; then where.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Trouble> {
        let text = std::str::from_utf8(&self.bytes).map_err(|_| Trouble::NotUtf8)?;
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
        let mut bytes = Vec::new();
        while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            let frame = frame.map_err(|_| Trouble::BrokenOff)?;
            let Ok(data) = frame.into_data() else {
                continue;
            };
            if bytes.len() + data.len() > LARGEST {
                return Err(Trouble::TooLarge(LARGEST));
            }
            if !held.grows(data.len()) {
                tracing::warn!("more bodies come at once than there is room for; one was refused");
                return Err(Trouble::Busy);
            }
            bytes.extend_from_slice(&data);
        }
        Ok(Self { bytes, _held: held })
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

/// How many bytes of bodies are held, from each place.
#[derive(Clone, Debug, Default)]
pub(super) struct Bodies(Arc<Mutex<BTreeMap<Option<Network>, usize>>>);

/// What one body holds; not counted any more when it is dropped.
#[derive(Debug)]
struct Held {
    bodies: Bodies,
    /// The place that it comes from; none for what comes from this machine.
    from: Option<Network>,
    size: usize,
}

impl Bodies {
    fn held(&self, from: Option<IpAddr>) -> Held {
        let elsewhere = from.filter(|from| !from.to_canonical().is_loopback());
        Held {
            bodies: self.clone(),
            from: elsewhere.map(Network::of),
            size: 0,
        }
    }
}

impl Held {
    /// Counts so many bytes more; not where there is no room for them.
    fn grows(&mut self, by: usize) -> bool {
        let mut sizes = (self.bodies.0.lock()).unwrap_or_else(PoisonError::into_inner);
        let all: usize = sizes.values().sum();
        let of_one = sizes.entry(self.from).or_default();
        let grows = all + by <= MOST && (self.from.is_none() || *of_one + by <= MOST_OF_ONE);
        if grows {
            *of_one += by;
            self.size += by;
        }
        grows
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut sizes = (self.bodies.0.lock()).unwrap_or_else(PoisonError::into_inner);
        if let Some(size) = sizes.get_mut(&self.from) {
            *size -= self.size;
            if *size == 0 {
                sizes.remove(&self.from);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bodies, LARGEST, MOST, MOST_OF_ONE};
    use std::net::IpAddr;

    #[test]
    fn bodies_hold_what_there_is_room_for_and_one_place_a_part_of_it() {
        let bodies = Bodies::default();
        let from = |last: usize| format!("192.0.2.{last}").parse::<IpAddr>().ok();
        let fill = |place, count| {
            let mut held: Vec<_> = (0..count).map(|_| bodies.held(place)).collect();
            assert!(held.iter_mut().all(|body| body.grows(LARGEST)));
            held
        };
        let one = MOST_OF_ONE / LARGEST;
        let mut all: Vec<_> = (0..MOST / MOST_OF_ONE - 1)
            .map(|last| fill(from(last), one))
            .collect();
        assert!(!bodies.held(from(0)).grows(1), "one place has no more");
        all.push(fill(from(98), one - 1));
        all.push(fill(from(97), 1));
        assert!(!bodies.held(from(99)).grows(1), "nor have all together");
        drop(all);
        let here = "127.0.0.1".parse::<IpAddr>().ok();
        all = vec![fill(here, MOST / LARGEST)];
        assert!(
            !bodies.held(here).grows(1),
            "a proxy brings everyone, and no more than there is room for"
        );
        drop(all);
        assert!(bodies.0.lock().unwrap().is_empty());
    }
}
