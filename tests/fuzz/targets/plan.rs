//! Bytes as a plan: refused in words, or else linted, scheduled, published and rolled up; and opened by a page, which
//! does not ask whether its parts fit together.
#![no_main]

use phieu::lint::lint;
use phieu::message;
use phieu::plan::{Plan, publish};
use phieu::progress::progress;
use phieu::rollup::RollUp;
use phieu::text::Lang;
use phieu_fuzz::{leaf_through, now};
use std::rc::Rc;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(json) = str::from_utf8(bytes) else {
        return;
    };
    match Plan::parse(json) {
        Ok(plan) => fits(&plan),
        Err(errors) => {
            assert!(!errors.is_empty(), "refused for a reason");
            for error in errors.iter().take(20) {
                assert!(error.line > 0 && error.column > 0, "{error}");
                let _ = message::plan_error(error, Lang::Vi);
                let _ = message::plan_error(error, Lang::En);
            }
        }
    }
    if let Ok(plan) = Plan::read(json) {
        leaf_through(&Rc::new(plan));
    }
});

fn fits(plan: &Plan) {
    let found = lint(plan);
    let _ = message::lint_views(&found, plan, Lang::Vi);
    let _ = message::lint_views(&found, plan, Lang::En);
    let rollup = RollUp::new(plan);
    let _ = progress(plan, &rollup.at(now()), Lang::Vi);
    let light = publish(plan);
    assert_eq!(publish(&light), light, "light is light");
}
