//! How many requests a place may make.

use super::super::trouble::Trouble;
use super::address::{Address, Network};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use lru::LruCache;
use std::num::{NonZeroU32, NonZeroUsize};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many places are remembered; the one not heard of for longest is forgotten first.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(8191);

/// How many seconds' worth of requests may come at once.
const BURST_SECONDS: u32 = 10;

/// A limit of requests a second from one place, by the generic cell rate algorithm: one moment is kept
/// a place, that at which all it has asked would have been due.
#[derive(Clone, Debug)]
pub struct Rate {
    every: Duration,
    due: Arc<Mutex<LruCache<Network, Instant>>>,
}

impl Rate {
    /// So many requests a second, and ten seconds' worth at once.
    #[must_use]
    pub fn per_second(requests: NonZeroU32) -> Self {
        Self {
            every: Duration::from_secs(1) / requests.get(),
            due: Arc::new(Mutex::new(LruCache::new(REMEMBERED))),
        }
    }

    /// Counts a request. Returns how long the place must wait before it makes another, where this one
    /// is too many.
    #[must_use]
    pub fn too_many(&self, from: Network, now: Instant) -> Option<Duration> {
        let burst = Duration::from_secs(BURST_SECONDS.into());
        let mut table = self.due.lock().unwrap_or_else(PoisonError::into_inner);
        let due = table.get_or_insert_mut(from, || now);
        let next = (*due).max(now) + self.every;
        let ahead = next.saturating_duration_since(now);
        if ahead > burst {
            return Some(ahead.saturating_sub(burst));
        }
        *due = next;
        None
    }
}

/// Answers with a problem where a place makes too many requests. This machine itself is not counted:
/// behind a proxy that was not declared, everyone would be one place.
pub async fn limited(State(rate): State<Option<Rate>>, request: Request, next: Next) -> Response {
    let from = request
        .extensions()
        .get::<Address>()
        .map(|address| address.0);
    if let (Some(rate), Some(from)) = (rate, from.filter(|from| !from.is_loopback()))
        && let Some(pause) = rate.too_many(Network::of(from), Instant::now())
    {
        return Trouble::TooMany(pause).into_response();
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::{Network, Rate};
    use std::net::IpAddr;
    use std::num::NonZeroU32;
    use std::time::{Duration, Instant};

    fn place(text: &str) -> Network {
        Network::of(text.parse::<IpAddr>().unwrap())
    }

    #[test]
    fn ten_seconds_worth_may_come_at_once_and_then_one_by_one() {
        let rate = Rate::per_second(NonZeroU32::new(2).unwrap());
        let (here, now) = (place("192.0.2.1"), Instant::now());
        for request in 0..20 {
            assert_eq!(rate.too_many(here, now), None, "request {request}");
        }
        let half = Duration::from_millis(500);
        assert_eq!(rate.too_many(here, now), Some(half));
        assert_eq!(rate.too_many(place("192.0.2.2"), now), None, "others may");
        assert_eq!(rate.too_many(here, now + half), None, "half a second later");
        assert!(rate.too_many(here, now + half).is_some());
    }
}
