//! How much of a body is taken, and what the bodies of all requests may hold of the memory.

use super::access::Network;
use crate::report::MAX_LIST;
use std::collections::BTreeMap;
use std::net::IpAddr;
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

/// How many bytes of bodies are held, from each place.
#[derive(Clone, Debug, Default)]
pub struct Bodies(Arc<Mutex<BTreeMap<Option<Network>, usize>>>);

/// What one body holds; not counted any more when it is dropped.
#[derive(Debug)]
pub struct Held {
    bodies: Bodies,
    /// The place that it comes from; none for what comes from this machine.
    from: Option<Network>,
    size: usize,
}

impl Bodies {
    /// Counts a body from an address, which holds nothing yet.
    pub fn held(&self, from: Option<IpAddr>) -> Held {
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
    pub fn grows(&mut self, by: usize) -> bool {
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
