//! How much of the memory what is on its way may hold, in all and from one place.

use super::access::Network;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// Room for so many bytes, and what they take of it. Clones share it.
#[derive(Clone, Debug)]
pub struct Room {
    most: usize,
    /// How much of it what is from one place may take: whoever fills it holds up only his own. This machine itself is not
    /// limited, because a proxy on it brings everyone.
    most_of_one: usize,
    /// How many bytes are held, from each place.
    sizes: Arc<Mutex<BTreeMap<Option<Network>, usize>>>,
}

/// What one thing holds; not counted any more when it is dropped.
#[derive(Debug)]
pub struct Held {
    room: Room,
    /// The place that it is from or goes to; none for this machine.
    place: Option<Network>,
    size: usize,
}

impl Room {
    /// Room for `most` bytes, of which one place may take `most_of_one`.
    #[must_use]
    pub fn new(most: usize, most_of_one: usize) -> Self {
        Self {
            most,
            most_of_one,
            sizes: Arc::default(),
        }
    }

    /// Counts something of an address, which holds nothing yet.
    #[must_use]
    pub fn held(&self, of: Option<IpAddr>) -> Held {
        let elsewhere = of.filter(|of| !of.to_canonical().is_loopback());
        Held {
            room: self.clone(),
            place: elsewhere.map(Network::of),
            size: 0,
        }
    }
}

impl Held {
    /// Counts so many bytes more; not where there is no room for them.
    pub fn grows(&mut self, by: usize) -> bool {
        let mut sizes = (self.room.sizes.lock()).unwrap_or_else(PoisonError::into_inner);
        let all: usize = sizes.values().sum();
        let of_one = sizes.get(&self.place).copied().unwrap_or_default();
        let grows = all + by <= self.room.most
            && (self.place.is_none() || of_one + by <= self.room.most_of_one);
        if grows && by > 0 {
            sizes.insert(self.place, of_one + by);
            self.size += by;
        }
        grows
    }

    /// Counts no more than so many bytes.
    pub fn shrinks(&mut self, to: usize) {
        let less = self.size.saturating_sub(to);
        self.size -= less;
        let mut sizes = (self.room.sizes.lock()).unwrap_or_else(PoisonError::into_inner);
        if let Some(size) = sizes.get_mut(&self.place) {
            *size -= less;
            if *size == 0 {
                sizes.remove(&self.place);
            }
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.shrinks(0);
    }
}

#[cfg(test)]
mod tests {
    use super::{Held, Room};
    use std::net::IpAddr;

    const ONE: usize = 4;

    #[test]
    fn what_is_held_has_room_and_one_place_a_part_of_it() {
        let room = Room::new(32 * ONE, 8 * ONE);
        let from = |last: usize| format!("192.0.2.{last}").parse::<IpAddr>().ok();
        let fill = |place, count| {
            let mut held: Vec<Held> = (0..count).map(|_| room.held(place)).collect();
            assert!(held.iter_mut().all(|one| one.grows(ONE)));
            held
        };
        let mut all: Vec<_> = (0..3).map(|last| fill(from(last), 8)).collect();
        assert!(!room.held(from(0)).grows(1), "one place has no more");
        all.push(fill(from(98), 7));
        all.push(fill(from(97), 1));
        assert!(!room.held(from(99)).grows(1), "nor have all together");
        drop(all);
        let here = "127.0.0.1".parse::<IpAddr>().ok();
        let mut all = fill(here, 32);
        assert!(
            !room.held(here).grows(1),
            "a proxy brings everyone, and no more than there is room for"
        );
        all[0].shrinks(1);
        assert!(room.held(from(1)).grows(ONE - 1), "what shrinks makes room");
        drop(all);
        assert!(room.sizes.lock().unwrap().is_empty());
    }
}
