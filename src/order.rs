//! Sorting, compiled once for all types.
//!
//! The standard library's sorts are compiled anew for each type and each way of comparing, which a form has to
//! load. Here each place is found by halving, through one comparison behind a pointer, and the items follow. The
//! lists are short: findings, fields, duties of a unit.

use std::cmp::Ordering;

/// Sorts as `slice::sort_by` does: what compares alike keeps its order.
pub(crate) fn sort<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places = places(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    // Each round of the loop inside follows one circle of items that take each other's places.
    for start in 0..items.len() {
        let mut at = start;
        while let Some(from) = places.get_mut(at).map(|from| std::mem::replace(from, at)) {
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Which item belongs at each place.
fn places(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places = Vec::with_capacity(len);
    for item in 0..len {
        let after = places.partition_point(|before| compare(*before, item) != Ordering::Greater);
        places.insert(after, item);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::sort;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(mut items: Vec<(u8, u8)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort(&mut items, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(items, expected);
        }
    }
}
