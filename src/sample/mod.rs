//! Sample reports: believable ones of a plan, the same for the same seed, for trying out and measuring.
//!
//! Units differ in size and diligence. Most reports come in time, some late, some never; some are
//! amended, some were sent with a slip of one zero, explained, and mended; some activities are claimed by
//! two units; some closing figures differ from the weeks; some numbers are told as estimates where the plan takes such. Values are shaped by the plan's targets, titles
//! are those of its activities, and all that comes passes the plan's rules. Nothing in it is of a real
//! person.

mod activities;
mod agree;
mod author;
mod enlarge;
mod estimates;
mod expectation;
mod figures;
mod passing;
mod rows;
mod words;

pub use enlarge::with_units;

use crate::calendar::Instant;
use crate::plan::Plan;
use crate::report::Arrival;
use crate::value::Measure;
use author::Author;
use expectation::Expectations;
use fastrand::Rng;

/// A source of sample reports.
#[derive(Clone, Debug)]
pub struct Sample<'p> {
    plan: &'p Plan,
    seed: u64,
    expectations: Expectations,
}

impl<'p> Sample<'p> {
    /// Prepares the samples of a plan.
    #[must_use]
    pub fn new(plan: &'p Plan, seed: u64) -> Self {
        Self {
            plan,
            seed,
            expectations: Expectations::new(plan),
        }
    }

    /// What all units send, unit by unit, each in the order of the periods' ends.
    pub fn arrivals(&self) -> impl Iterator<Item = Arrival> + '_ {
        self.round(0)
    }

    /// The same again and again: when all units have sent all, each amends all it sent. It goes on for as long as what comes again comes by
    /// `until`, and has nothing of a plan of which nobody sends anything.
    pub fn endless(&self, until: Option<Instant>) -> impl Iterator<Item = Arrival> + '_ {
        let in_time =
            move |arrival: &Arrival| until.is_none_or(|until| arrival.received_at <= until);
        let rounds = (0..u32::MAX).map(move |round| self.round(round).filter(in_time).peekable());
        rounds
            .map_while(|mut round| round.peek().is_some().then_some(round))
            .flatten()
    }

    fn round(&self, round: u32) -> impl Iterator<Item = Arrival> + '_ {
        let units = 0..self.plan.units.len();
        units.flat_map(move |unit| Author::new(self, unit, round).map_or(Vec::new(), Author::write))
    }

    /// Chance that depends on the seed and on what it is for, and on nothing else, so that one unit's
    /// reports stay the same when another is added.
    fn chance(&self, purpose: &[&str], number: u64) -> Rng {
        // FNV-1a: short, and the same everywhere.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut take = |byte: u8| {
            hash ^= u64::from(byte);
            hash = hash.wrapping_mul(0x0100_0000_01b3);
        };
        for part in purpose {
            part.bytes().for_each(&mut take);
            take(0);
        }
        let numbers = self
            .seed
            .to_le_bytes()
            .into_iter()
            .chain(number.to_le_bytes());
        numbers.for_each(&mut take);
        Rng::with_seed(hash)
    }
}

/// Whether something of so many per mille happens.
fn happens(rng: &mut Rng, per_mille: u32) -> bool {
    rng.u32(0..1_000) < per_mille
}

/// Whether a part may be more than its whole.
fn passes(measure: &Measure) -> bool {
    measure.halves().is_some_and(|halves| halves.passes)
}

/// One of a list; the fallback of an empty one.
fn one_of<T: Copy>(rng: &mut Rng, all: &[T], fallback: T) -> T {
    if all.is_empty() {
        return fallback;
    }
    all.get(rng.usize(0..all.len()))
        .copied()
        .unwrap_or(fallback)
}

#[cfg(test)]
mod tests;
