//! Which identities a plan has that may have been meant.

use crate::order::sort;
use crate::plan::Id;

/// The most that are all named.
const ALL: usize = 12;
/// How many are named of more.
const LIKEST: usize = 3;

/// All identities where they are few; else those that begin and end most as `meant` does, if any does by half.
pub(super) fn near<'i>(meant: &Id, known: impl IntoIterator<Item = &'i Id>) -> Vec<Id> {
    // What could not be read has none.
    let known = known.into_iter().filter(|id| !id.as_str().is_empty());
    let mut all: Vec<(usize, &Id)> = known.map(|id| (likeness(meant, id), id)).collect();
    if all.len() > ALL {
        all.retain(|(alike, _)| alike * 2 >= meant.as_str().len());
        sort(&mut all, |(a, _), (b, _)| b.cmp(a));
        all.truncate(LIKEST);
    }
    all.into_iter().map(|(_, id)| id.clone()).collect()
}

/// How many letters both have at their beginnings and at their ends.
fn likeness(one: &Id, other: &Id) -> usize {
    let (one, other) = (one.as_str().as_bytes(), other.as_str().as_bytes());
    let alike =
        |pairs: &mut dyn Iterator<Item = (&u8, &u8)>| pairs.take_while(|(a, b)| a == b).count();
    let before = alike(&mut one.iter().zip(other));
    let after = alike(&mut one.iter().rev().zip(other.iter().rev()));
    (before + after).min(one.len()).min(other.len())
}

#[cfg(test)]
mod tests {
    use super::near;
    use crate::plan::Id;

    #[test]
    fn few_are_all_named_and_of_many_the_likest() {
        let ids = |names: &[&str]| -> Vec<Id> {
            names.iter().map(|name| Id::new(*name).unwrap()).collect()
        };
        let wards = [
            "tay-thanh",
            "tan-thanh",
            "son-ky",
            "phu-tho-hoa",
            "phu-trung",
            "hoa-thanh",
            "hiep-tan",
            "tan-quy",
            "tan-son-nhi",
            "tan-thoi-hoa",
            "phu-thanh",
            "office",
            "school",
        ];
        for (meant, known, expected) in [
            ("bse", &["district", "base"][..], &["district", "base"][..]),
            ("x", &[], &[]),
            ("son-ki", &wards, &["son-ky"]),
            ("tay-thnh", &wards, &["tay-thanh", "tan-thanh"]),
            ("zzz", &wards, &[]),
        ] {
            let found = near(&Id::new(meant).unwrap(), &ids(known));
            assert_eq!(found, ids(expected), "{meant}");
        }
    }
}
