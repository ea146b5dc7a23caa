//! Slowing down those who try codes.

use super::address::Network;
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many places and codes are remembered; the one not heard of for longest is forgotten first.
const REMEMBERED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(8191);

/// How many wrong tries of one code from one place are answered at once.
const FREE_OF_A_CODE: u32 = 5;

/// How many wrong tries of any codes from one place are: a school shares one address.
const FREE_OF_A_PLACE: u32 = 30;

/// The longest pause, and how long a wrong try is held against anyone.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// What was tried.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Tried {
    /// Anything at all.
    Any,
    /// One code, by its first group.
    Code(String),
    /// What is neither a code nor a login's token, and so perhaps a guess at the office's.
    Office,
}

impl Tried {
    /// How many wrong tries are answered at once.
    const fn free(&self) -> u32 {
        match self {
            Self::Code(_) => FREE_OF_A_CODE,
            Self::Any | Self::Office => FREE_OF_A_PLACE,
        }
    }
}

/// Of which place, and of what, the wrong tries are counted.
type Of = (Network, Tried);

/// Wrong tries. After a few, the next waits a second, then two, four, and so on.
#[derive(Debug)]
pub struct Tries {
    wrong: Mutex<LruCache<Of, Wrong>>,
}

#[derive(Clone, Copy, Debug)]
struct Wrong {
    count: u32,
    last: Instant,
}

impl Default for Tries {
    fn default() -> Self {
        Self {
            wrong: Mutex::new(LruCache::new(REMEMBERED)),
        }
    }
}

impl Tries {
    /// How long a place must still wait before it tries that again.
    #[must_use]
    pub fn pause(&self, from: Network, tried: &Tried, now: Instant) -> Option<Duration> {
        let key = (from, tried.clone());
        let mut table = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        let wrong = table.get(&key)?;
        let over = wrong.count.checked_sub(tried.free())?;
        let pause = Duration::from_secs(1_u64.checked_shl(over).unwrap_or(u64::MAX)).min(LONGEST);
        let waited = now.saturating_duration_since(wrong.last);
        pause.checked_sub(waited).filter(|left| !left.is_zero())
    }

    /// Remembers a wrong try, of that and of the place.
    pub fn wrong(&self, from: Network, tried: &Tried, now: Instant) {
        let mut table = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        let mut count = |key: Of| {
            let fresh = Wrong {
                count: 0,
                last: now,
            };
            let wrong = table.get_or_insert_mut(key, || fresh);
            if now.saturating_duration_since(wrong.last) > LONGEST {
                wrong.count = 0;
            }
            wrong.count = wrong.count.saturating_add(1);
            wrong.last = now;
        };
        count((from, Tried::Any));
        if *tried != Tried::Any {
            count((from, tried.clone()));
        }
    }

    /// Forgets the wrong tries of what was written rightly from a place.
    pub fn right(&self, from: Network, tried: &Tried) {
        let mut table = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        table.pop(&(from, tried.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::{super::address::Network, Tried, Tries};
    use std::net::IpAddr;
    use std::time::{Duration, Instant};

    fn code(digits: &str) -> Tried {
        Tried::Code(digits.to_owned())
    }

    fn place(text: &str) -> Network {
        Network::of(text.parse::<IpAddr>().unwrap())
    }

    #[test]
    fn after_a_few_wrong_tries_each_waits_twice_as_long() {
        let (tries, here, now) = (Tries::default(), place("192.0.2.1"), Instant::now());
        let pause = || {
            tries
                .pause(here, &code("AAAAAA"), now)
                .map(|left| left.as_secs())
        };
        for (wrong, expected) in [
            (4, None),
            (5, Some(1)),
            (6, Some(2)),
            (9, Some(16)),
            (40, Some(900)),
            (100, Some(900)),
        ] {
            tries.right(here, &code("AAAAAA"));
            (0..wrong).for_each(|_| tries.wrong(here, &code("AAAAAA"), now));
            assert_eq!(pause(), expected, "{wrong} wrong tries");
        }
    }

    #[test]
    fn a_pause_ends_and_concerns_that_code_from_that_place() {
        let (tries, here, now) = (Tries::default(), place("192.0.2.1"), Instant::now());
        (0..7).for_each(|_| tries.wrong(here, &code("AAAAAA"), now));
        let at = |seconds| now + Duration::from_secs(seconds);
        for (from, tried, after, waits) in [
            (here, code("AAAAAA"), 0, true),
            (here, code("AAAAAA"), 3, true),
            (here, code("AAAAAA"), 4, false),
            (here, code("BBBBBB"), 0, false),
            (here, Tried::Any, 0, false),
            (here, Tried::Office, 0, false),
            (place("192.0.2.2"), code("AAAAAA"), 0, false),
        ] {
            let pause = tries.pause(from, &tried, at(after));
            assert_eq!(pause.is_some(), waits, "{from:?} {tried:?} after {after} s");
        }
        tries.wrong(here, &code("AAAAAA"), at(3600));
        let pause = tries.pause(here, &code("AAAAAA"), at(3600));
        assert_eq!(pause, None, "an hour later it is forgotten");
    }

    #[test]
    fn many_codes_from_one_place_are_slowed_and_memory_is_bounded() {
        let (tries, here, now) = (Tries::default(), place("192.0.2.1"), Instant::now());
        for number in 0..20_000 {
            tries.wrong(here, &code(&format!("{number:06}")), now);
        }
        let pause = tries.pause(here, &Tried::Any, now);
        assert_eq!(pause, Some(Duration::from_secs(900)));
        assert_eq!(
            tries.pause(here, &Tried::Office, now),
            None,
            "no code is a guess at the office's"
        );
        let table = tries.wrong.lock().unwrap();
        assert_eq!(table.len(), 8192);
    }
}
