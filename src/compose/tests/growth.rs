//! What the model can say of targets and reports beyond a number and a day, out of a document.

use super::super::{Act, Composer, Decided, List};
use super::{action, confirm_all, rows, text_of};
use crate::plan::{By, Schedule, Threshold};
use crate::reading::read;
use crate::text::Lang::Vi;

const DOCUMENT: &str = "\
KẾ HOẠCH
Công tác Hội năm 2025

I. CHỈ TIÊU
1. Số hội viên mới kết nạp tăng 10% so với năm 2024.
2. Giảm ít nhất 5 % số vụ tai nạn thương tích trẻ em so với cùng kỳ năm trước.
3. Kết nạp từ 25 đến 35 đoàn viên mới.

II. CHẾ ĐỘ BÁO CÁO
- Sau mỗi hoạt động 03 ngày, các chi hội gửi báo cáo kết quả về Hội xã.
- Báo cáo kết quả HKI gửi trước ngày 10/01/2025, HKII gửi trước ngày 20/5/2025.
";

fn begun() -> Composer {
    Composer::of_reading(read(DOCUMENT), Vi)
}

#[test]
fn growth_rests_on_a_number_that_units_are_known_by() {
    let mut composer = begun();
    // What nobody has confirmed asks nothing of units.
    assert!(composer.plan().attributes.is_empty());
    let first = rows(&composer, "targets")[0].id.clone();
    assert_eq!(
        text_of(&composer, List::Targets, &first, "value").0,
        "tăng 10%"
    );
    confirm_all(&mut composer);
    let plan = composer.plan();
    let names: Vec<&str> = plan.attributes.iter().map(|one| &*one.name).collect();
    assert_eq!(names, ["hội viên mới năm 2024", "vụ cùng kỳ năm trước"]);
    assert!(plan.targets[0].changes() && plan.targets[1].changes());
    assert_eq!(plan.targets[0].of.as_ref().unwrap().by, By::Change);
    let labels: Vec<&str> = plan.indicators.iter().map(|one| &*one.label).collect();
    assert_eq!(
        labels[..2],
        [
            "Số hội viên mới kết nạp",
            "Số vụ tai nạn thương tích trẻ em"
        ]
    );
    let says = rows(&composer, "targets").remove(1).says;
    assert!(says.contains("giảm ít nhất 5%"), "{says}");
    composer
        .act(&action(Act::Discard, List::Targets, &[&first]))
        .unwrap();
    assert_eq!(rows(&composer, "targets")[0].standing, Decided::Discarded);
    assert_eq!(composer.plan().attributes.len(), 1);
}

#[test]
fn a_range_keeps_its_upper_end() {
    let mut composer = begun();
    confirm_all(&mut composer);
    let plan = composer.plan();
    assert_eq!(plan.targets[2].value, Threshold::Count(25));
    assert_eq!(plan.targets[2].up_to, Some(Threshold::Count(35)));
}

#[test]
fn two_terms_are_two_periods_and_a_report_after_each_activity_is_opened_by_the_unit() {
    let mut composer = begun();
    confirm_all(&mut composer);
    let plan = composer.plan();
    let [after, terms] = &plan.duties[..] else {
        panic!("{:?}", plan.duties.len());
    };
    let due = after.on_demand().expect("on demand").deadline;
    assert_eq!(due.and_then(|due| due.days_after), Some(3));
    let Some(Schedule::Listed(listed)) = terms.schedule().map(|stated| &stated.schedule) else {
        panic!("periods");
    };
    let told: Vec<String> = listed
        .iter()
        .map(|one| {
            let (from, to) = (one.period.from().to_iso(), one.period.to().to_iso());
            format!("{} {from} {to}", one.label.as_deref().unwrap_or_default())
        })
        .collect();
    assert_eq!(
        told,
        [
            "Học kỳ I 2025-01-01 2025-01-10",
            "Học kỳ II 2025-01-11 2025-12-31"
        ]
    );
    assert_eq!(terms.name, "Báo cáo kết quả");
}
