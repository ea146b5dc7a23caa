//! Bytes as lines of arrivals: rolled up; what order they come in, and how often, makes no difference.
#![no_main]

use phieu::plan::Plan;
use phieu::progress::progress;
use phieu::report::Arrival;
use phieu::rollup::RollUp;
use phieu::text::Lang;
use phieu_fuzz::{now, tan_phu};
use std::rc::Rc;

thread_local! {
    static EMPTY: RollUp<Rc<Plan>> = RollUp::new(tan_phu());
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let empty = || EMPTY.with(Clone::clone);
    let mut rollup = empty();
    let intake = rollup.add_lines(bytes);
    if intake.arrivals == 0 {
        return;
    }
    let strict = bytes
        .split(|byte| *byte == b'\n')
        .filter(|line| Arrival::parse(line).is_ok());
    assert!(
        strict.count() <= intake.arrivals,
        "the fast reader takes what the exact one takes"
    );
    let plan = tan_phu();
    let say = |rollup: &RollUp<_>| progress(&plan, &rollup.at(now()), Lang::Vi);
    let told = say(&rollup);
    let mut backwards = empty();
    for line in bytes.rsplit(|byte| *byte == b'\n') {
        backwards.add_lines(line);
    }
    assert_eq!(say(&backwards), told, "in any order");
    let mut merged = empty();
    let halves = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(bytes.len());
    let (first, rest) = bytes.split_at(halves);
    merged.add_lines(rest);
    let mut other = empty();
    other.add_lines(first);
    assert!(merged.merge(other).is_ok());
    assert_eq!(say(&merged), told, "merged");
});
