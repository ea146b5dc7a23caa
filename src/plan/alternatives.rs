//! Groups of targets of which so many are to be reached.

use super::{Id, Plan, Scope, Source, Target};
use crate::read::record;
use serde::Serialize;

/// A group of targets (nhóm chỉ tiêu): "01 diễn đàn hoặc 01 hội thi", "ít nhất 2 trong 4 chỉ tiêu". Its targets have the same units,
/// scope and cadence; none of them is judged by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Alternatives {
    /// Its identity, which no target of the plan has.
    pub id: Id,
    /// What is to be reached, in few words: "Tổ chức 01 diễn đàn hoặc 01 hội thi".
    pub text: String,
    /// How many of its targets are to be reached, at least; 1 where nothing is said.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = Alternatives::MOST)))]
    pub least: u16,
    /// Its targets, two at least, none of which stands in another group.
    pub of: Vec<Id>,
    /// Where it stands.
    pub source: Source,
}

impl Alternatives {
    /// The most targets of one group.
    pub(crate) const MOST: u16 = 100;

    /// Its targets that the plan has, each with its place in the plan.
    pub fn targets<'p>(&self, plan: &'p Plan) -> impl Iterator<Item = (usize, &'p Target)> {
        let place = |id: &Id| plan.targets.iter().position(|one| one.id == *id);
        let places = self.of.iter().filter_map(place);
        places.filter_map(|at| Some((at, plan.targets.get(at)?)))
    }

    /// Whether each unit is to reach them by itself, as its targets say; else all of them together are.
    #[must_use]
    pub fn is_of_units(&self, plan: &Plan) -> bool {
        let first = self.targets(plan).next();
        first.is_some_and(|(_, target)| target.scope != Scope::Whole)
    }
}

impl Plan {
    /// The group in which a target stands; none where it is judged by itself.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn group_of(&self, target: &Id) -> Option<&Alternatives> {
        let mut groups = self.alternatives.iter();
        groups.find(|group| group.of.contains(target))
    }
}

fn one() -> u16 {
    1
}

fn is_one(least: &u16) -> bool {
    *least == 1
}

// Few plans have one.
record!(#[inline(never)] Alternatives { id, text, of, source; ; least = one() });
