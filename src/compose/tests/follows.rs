//! Duties that follow an event of the document, as an officer takes them into the plan.

use super::super::{Act, Composer, List};
use super::{action, paste, rows};
use crate::plan::{Plan, Schedule};
use crate::reading::read;
use crate::text::Lang::Vi;

const DOCUMENT: &str = "\
KẾ HOẠCH
Công tác năm 2025

I. NHIỆM VỤ
- Tổ chức Đại hội đại biểu Đoàn xã từ ngày 24/5/2025 đến ngày 25/5/2025.

II. CHẾ ĐỘ BÁO CÁO
- Biên bản đại hội gửi về Huyện Đoàn chậm nhất 02 ngày làm việc sau khi đại hội kết thúc.
- Hồ sơ đại hội gửi về Huyện Đoàn trước ngày khai mạc đại hội 10 ngày.
";

#[test]
fn what_a_duty_follows_comes_into_the_plan_with_it() {
    let mut composer = Composer::of_reading(read(DOCUMENT), Vi);
    paste(&mut composer, "Đoàn trường A\nĐoàn trường B").unwrap();
    let duties: Vec<String> = rows(&composer, "duties")
        .into_iter()
        .map(|row| row.id)
        .collect();
    assert_eq!(duties.len(), 2);
    let ids: Vec<&str> = duties.iter().map(|id| &**id).collect();
    composer
        .act(&action(Act::Confirm, List::Duties, &ids))
        .unwrap();
    let plan = composer.plan();
    let Schedule::Event(event) = &plan.duties[0].schedules[0].schedule else {
        panic!("{:?}", plan.duties[0].schedules)
    };
    assert_eq!(plan.activities.len(), 1);
    assert_eq!(event.of, plan.activities[0].id);
    let text = serde_json::to_string(&plan).unwrap();
    let parsed = Plan::parse(&text);
    assert!(parsed.is_ok(), "{parsed:?}");
    let says: Vec<String> = rows(&composer, "duties")
        .into_iter()
        .map(|row| row.says)
        .collect();
    assert!(says[0].ends_with("27/5/2025"), "{says:?}");
    assert!(says[1].ends_with("14/5/2025"), "{says:?}");
}

#[test]
fn a_duty_still_follows_its_event_after_a_heading_is_corrected() {
    let mut composer = Composer::of_reading(read(DOCUMENT), Vi);
    let at = DOCUMENT.find("NHIỆM VỤ").unwrap().to_string();
    composer
        .act(&crate::compose::Action {
            text: Some("none".to_owned()),
            ..action(Act::Level, List::Head, &[&at])
        })
        .unwrap();
    let ids: Vec<String> = rows(&composer, "duties")
        .into_iter()
        .map(|row| row.id)
        .collect();
    let ids: Vec<&str> = ids.iter().map(|id| &**id).collect();
    composer
        .act(&action(Act::Confirm, List::Duties, &ids))
        .unwrap();
    let plan = composer.plan();
    for duty in &plan.duties {
        if let Schedule::Event(event) = &duty.schedules[0].schedule {
            assert!(plan.activity(event.of.as_str()).is_some(), "{event:?}");
        }
    }
}
