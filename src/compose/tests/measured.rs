//! Targets that are measured, and the documents that a plan is founded on, from the document to the page.

use super::{action, confirm_all, paste, rows, set, text_of};
use crate::compose::{Act, Composer, List};
use crate::plan::{BarWhen, Threshold};
use crate::reading::read;
use crate::text::Lang::Vi;
use crate::value::Counted;
use serde_json::{Value, json};

fn made(opening: &str, targets: &str) -> Composer {
    let text = format!(
        "Số: 05-KH/ĐTN\tSông Xanh, ngày 10 tháng 02 năm 2025\nKẾ HOẠCH\nCông tác năm 2025\n\n{opening}\n\nI. CHỈ TIÊU\n{targets}\n"
    );
    Composer::of_reading(read(&text), Vi)
}

#[test]
fn what_the_document_measures_is_asked_in_its_unit() {
    for (sentence, label, unit, decimals, steps, says) in [
        (
            "Phấn đấu bê tông hóa ít nhất 2,5 km đường liên ấp.",
            "Bê tông hóa đường liên ấp",
            "km",
            1,
            25,
            "Chỉ tiêu toàn kế hoạch: ít nhất 2,5 km",
        ),
        (
            "Mỗi cơ sở Đoàn thu gom ít nhất 120 kg rác thải nhựa.",
            "Mỗi cơ sở Đoàn thu gom rác thải nhựa",
            "kg",
            0,
            120,
            "Chỉ tiêu mỗi đơn vị: ít nhất 120 kg",
        ),
        // Half a hectare is reported too.
        (
            "Trồng mới 15 ha rừng phòng hộ.",
            "Trồng mới rừng phòng hộ",
            "ha",
            1,
            150,
            "Chỉ tiêu toàn kế hoạch: ít nhất 15 ha",
        ),
    ] {
        let mut composer = made("", sentence);
        let id = rows(&composer, "targets")[0].id.clone();
        composer
            .act(&action(Act::Confirm, List::Targets, &[&id]))
            .unwrap();
        let plan = composer.plan();
        let target = &plan.targets[0];
        let asked = plan
            .indicators
            .iter()
            .find(|one| one.id == target.indicator);
        let asked = asked.unwrap();
        assert_eq!(asked.measure.counted(), Counted::Unit { unit, decimals });
        assert_eq!(target.value, Threshold::Quantity(steps), "{sentence}");
        assert_eq!(asked.label, label);
        assert_eq!(rows(&composer, "targets")[0].says, says);
        assert_eq!(text_of(&composer, List::Targets, &id, "value").1, None);
    }
}

#[test]
fn a_range_that_is_measured_keeps_both_its_ends() {
    let composer = made("", "Sản lượng cá nuôi lồng đạt từ 6 đến 7 tấn.");
    let says = &rows(&composer, "targets")[0].says;
    assert_eq!(says, "Chỉ tiêu toàn kế hoạch: từ 6 đến 7 tấn");
}

#[test]
fn a_plan_that_is_older_than_what_it_is_founded_on_is_found_from_its_document() {
    for (day, is_found) in [("20/12/2024", false), ("20/12/2025", true)] {
        let opening = format!(
            "Căn cứ Kế hoạch số 12-KH/TĐTN ngày {day} của Ban Thường vụ Tỉnh Đoàn về công tác Đoàn năm 2025;"
        );
        let mut composer = made(&opening, "1. Trồng 100 cây xanh.");
        confirm_all(&mut composer);
        paste(&mut composer, "Đoàn xã Một\nĐoàn xã Hai").unwrap();
        let (findings, _) = composer.findings();
        let kinds: Vec<_> = findings.iter().map(|one| one.kind.as_str()).collect();
        assert_eq!(
            kinds.contains(&"document.laterBasis"),
            is_found,
            "{day}: {kinds:?}"
        );
    }
}

#[test]
fn other_decimal_places_leave_a_target_as_it_is() {
    let mut composer = made("", "Phấn đấu bê tông hóa ít nhất 2,5 km đường liên ấp.");
    let id = rows(&composer, "targets")[0].id.clone();
    set(&mut composer, List::Targets, &id, "decimals", "2");
    let says = |composer: &Composer| rows(composer, "targets")[0].says.clone();
    assert_eq!(says(&composer), "Chỉ tiêu toàn kế hoạch: ít nhất 2,5 km");
    set(&mut composer, List::Targets, &id, "decimals", "0");
    assert!(
        text_of(&composer, List::Targets, &id, "decimals")
            .1
            .is_some()
    );
    assert_eq!(says(&composer), "Chỉ tiêu toàn kế hoạch: ít nhất 2,5 km");
    let mut composer = made("", "Trồng 500 cây xanh.");
    let id = rows(&composer, "targets")[0].id.clone();
    set(&mut composer, List::Targets, &id, "kind", "quantity");
    let said = says(&composer);
    assert!(said.contains("500"), "{said}");
}

#[test]
fn fewer_decimal_places_than_something_of_the_figure_has_are_refused_with_what_to_correct() {
    let (own, of_form) = ("Mức của chỉ tiêu này", "“Chỉ hỏi khi”");
    let (of_figure, of_target) = (
        "“Lớn hơn số này thì hỏi lại”",
        "Một chỉ tiêu dùng số liệu này",
    );
    for (bound, upon, list, says) in [
        (None, None, List::Targets, own),
        (None, None, List::Figures, of_target),
        (Some(25), None, List::Figures, of_figure),
        (None, Some(5), List::Figures, of_form),
    ] {
        let is_even = bound.is_some() || upon.is_some();
        let mut plan: Value =
            serde_json::from_str(include_str!("../../plan/verify/small.json")).unwrap();
        plan["indicators"][0]["measure"] = json!({"quantity": {"unit": "km", "decimals": 1}});
        let value = if is_even { 20 } else { 25 };
        plan["targets"][0]["value"] = json!({"quantity": value});
        let figure = plan["indicators"][0]["id"].as_str().unwrap().to_owned();
        let target = plan["targets"][0]["id"].as_str().unwrap().to_owned();
        if let Some(bound) = bound {
            plan["indicators"][0]["plausible"] = json!(bound);
        }
        if let Some(upon) = upon {
            let only = json!({"answer": {"indicator": figure, "atLeast": {"quantity": upon}}});
            plan["templates"][0]["sections"][0]["fields"][1]["only"] = only;
        }
        let mut composer = Composer::open(&plan.to_string(), Vi).unwrap();
        let id = if list == List::Targets {
            target
        } else {
            figure
        };
        set(&mut composer, list, &id, "decimals", "0");
        let said = text_of(&composer, list, &id, "decimals")
            .1
            .unwrap_or_default();
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn what_rules_a_band_out_keeps_its_number() {
    for (value, decimals, expected) in [
        (25, "2", Ok(250)),
        (20, "0", Ok(2)),
        (
            25,
            "0",
            Err("Ô “Không xét” của bảng điểm có điều kiện dựa vào số liệu này"),
        ),
    ] {
        let mut plan: Value =
            serde_json::from_str(include_str!("../../plan/verify/small.json")).unwrap();
        plan["indicators"][0]["measure"] = json!({"quantity": {"unit": "km", "decimals": 1}});
        plan["targets"][0]["value"] = json!({"quantity": 20});
        let figure = plan["indicators"][0]["id"].as_str().unwrap().to_owned();
        let when =
            json!({"figure": {"indicator": figure, "comparison": "lessThan", "value": value}});
        let punctual = json!({"name": "Đúng hạn", "most": 10, "late": 1, "missing": 2});
        plan["scorings"] = json!([{"id": "year", "name": "Bảng điểm", "source": {"section": "II"},
            "criteria": [{"id": "punctual", "by": {"punctuality": punctual}}],
            "bands": [{"id": "good", "name": "Tốt", "from": 5, "bars": [{"text": "Làm chưa đủ", "when": when}]}]}]);
        let mut composer = Composer::open(&plan.to_string(), Vi).unwrap();
        set(&mut composer, List::Figures, &figure, "decimals", decimals);
        let wrong = text_of(&composer, List::Figures, &figure, "decimals").1;
        let plan = composer.plan();
        let BarWhen::Figure { value, .. } = &plan.scorings[0].bands[0].bars[0].when else {
            panic!("a figure rules it out");
        };
        match expected {
            Ok(expected) => assert_eq!((*value, wrong), (expected, None)),
            Err(says) => assert!(wrong.unwrap_or_default().contains(says)),
        }
    }
}
