//! The crate as a developer uses it: what a ward owes, and what is wrong with its report.

use phieu::calendar::Instant;
use phieu::plan::Plan;
use phieu::report::Draft;
use phieu::rules::{Context, check_draft};
use phieu::text::Lang;
use phieu::{form, message};

#[test]
fn ten_lines_tell_what_a_ward_owes_and_what_is_wrong_with_its_report() {
    let plan = Plan::parse(include_str!(
        "../www/plans/tan-phu-thang-thanh-nien-2023.json"
    ))
    .expect("a plan");
    let now = Instant::parse_iso("2023-02-24T09:00:00+07:00").expect("a moment");
    let duties =
        form::duties(&plan, "phuong-tay-thanh", &[], now, Lang::Vi).expect("a unit of the plan");
    let first = &duties[0];
    assert_eq!(
        first.deadline_text.as_deref(),
        Some("trước 17g00, thứ Sáu 24/2/2023")
    );

    let draft = Draft::new(&plan, &first.duty, "phuong-tay-thanh", first.period);
    let checked = check_draft(
        &plan,
        &draft,
        &Context {
            now: Some(now),
            sending: true,
            ..Context::default()
        },
    );
    assert!(checked.report.is_none());
    for finding in &checked.findings {
        assert!(!message::sentence(finding, &plan, Lang::Vi).is_empty());
    }
}
