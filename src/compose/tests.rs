//! A plan out of a document, as an officer makes it.

use super::{Act, Action, Composer, Decided, List, PlanRow};

use crate::lint::lint;
use crate::plan::Plan;
use crate::reading::read;
use crate::text::Lang::Vi;

mod again;
mod demand;
mod follows;
mod growth;
mod letters;
mod measured;
mod mends;
mod of_document;
mod points;
mod said;
mod shipped;
mod touched;

const DOCUMENT: &str = "\
KẾ HOẠCH
Tổ chức Tháng Thanh niên năm 2023

I. THỜI GIAN
Từ ngày 26/02/2023 đến 31/3/2023.

II. CHỈ TIÊU
1. Trồng mới ít nhất 100 cây xanh.
2. Mỗi cơ sở Đoàn tổ chức ít nhất 02 hoạt động tình nguyện.
3. 100% đoàn viên được học tập nghị quyết.

III. CHẾ ĐỘ BÁO CÁO
Cơ sở Đoàn gửi báo cáo kết quả Tháng Thanh niên về Quận Đoàn trước 17g00 ngày 31/3/2023.
";

fn begun() -> Composer {
    Composer::of_reading(read(DOCUMENT), Vi)
}

fn action(act: Act, list: List, ids: &[&str]) -> Action {
    Action {
        act,
        list,
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
        cell: None,
        text: None,
    }
}

fn set(composer: &mut Composer, list: List, id: &str, cell: &str, text: &str) {
    let set = Action {
        cell: Some(cell.to_owned()),
        text: Some(text.to_owned()),
        ..action(Act::Set, list, &[id])
    };
    composer.act(&set).unwrap();
}

fn paste(composer: &mut Composer, text: &str) -> Result<(), &'static str> {
    composer.act(&Action {
        text: Some(text.to_owned()),
        ..action(Act::Paste, List::Units, &[])
    })
}

fn rows(composer: &Composer, list: &str) -> Vec<PlanRow> {
    let rows = composer.view().rows.into_iter();
    rows.filter(|row| row.list == list).collect()
}

fn confirm_all(composer: &mut Composer) {
    for (list, name) in [
        (List::Targets, "targets"),
        (List::Duties, "duties"),
        (List::Activities, "activities"),
    ] {
        let ids: Vec<String> = rows(composer, name).into_iter().map(|row| row.id).collect();
        let ids: Vec<&str> = ids.iter().map(|id| &**id).collect();
        composer.act(&action(Act::Confirm, list, &ids)).unwrap();
    }
}

fn text_of(composer: &Composer, list: List, id: &str, cell: &str) -> (String, Option<String>) {
    let cells = composer.cells(list, id);
    let found = cells.into_iter().find(|one| one.name == cell).unwrap();
    (found.text, found.wrong)
}

#[test]
fn confirmed_proposals_and_pasted_units_are_a_plan() {
    let mut composer = begun();
    assert!(!composer.findings().1, "nothing is decided yet");
    confirm_all(&mut composer);
    paste(
        &mut composer,
        "1. Đoàn phường Tây Thạnh\n2. Đoàn phường Sơn Kỳ\n",
    )
    .unwrap();
    let (findings, whole) = composer.findings();
    assert!(whole, "{findings:?}");
    let json = serde_json::to_string(&composer.plan()).unwrap();
    let plan = Plan::parse(&json).unwrap();
    assert_eq!(plan.units.len(), 2);
    assert_eq!(plan.targets.len(), 3);
    let form = plan.template(plan.duties[0].template.as_str()).unwrap();
    let fields = form.sections.iter().flat_map(|section| &section.fields);
    let asked: Vec<_> = fields.map(|field| field.indicator.as_str()).collect();
    for target in &plan.targets {
        assert!(
            asked.contains(&target.indicator.as_str()),
            "{}",
            target.text
        );
    }
    assert!(
        lint(&plan)
            .iter()
            .all(|one| one.severity != crate::finding::Severity::Error)
    );
    let calendar = composer.calendar(None);
    assert_eq!(
        calendar[0].due.as_deref(),
        Some("trước 17g00, thứ Sáu 31/3/2023")
    );
    assert_eq!(calendar[0].units, 2);
}

#[test]
fn what_is_lacking_is_said_with_its_place() {
    let composer = Composer::blank(Vi);
    let (findings, whole) = composer.findings();
    assert!(!whole);
    let places: Vec<(&str, &str)> = findings
        .iter()
        .map(|one| (&*one.place.list, &*one.pointer))
        .collect();
    for place in [
        ("head", "/title"),
        ("head", "/period"),
        ("units", "/units"),
        ("duties", "/duties"),
    ] {
        assert!(places.contains(&place), "{place:?} {places:?}");
    }
    for finding in findings {
        assert!(finding.message.ends_with('.'), "{}", finding.message);
    }
}

#[test]
fn a_correction_is_read_as_people_write_and_kept_where_it_is_not_understood() {
    let mut composer = begun();
    let id = rows(&composer, "targets")[0].id.clone();
    let target = |composer: &Composer| rows(composer, "targets")[0].says.clone();
    assert_eq!(
        target(&composer),
        "Chỉ tiêu toàn kế hoạch: ít nhất 100 cây xanh"
    );
    set(&mut composer, List::Targets, &id, "value", "2.500");
    set(&mut composer, List::Targets, &id, "comparison", "moreThan");
    set(&mut composer, List::Targets, &id, "scope", "each");
    assert_eq!(
        target(&composer),
        "Chỉ tiêu mỗi đơn vị: trên 2.500 cây xanh"
    );
    set(&mut composer, List::Targets, &id, "value", "nhiều");
    assert_eq!(
        target(&composer),
        "Chỉ tiêu mỗi đơn vị: trên 2.500 cây xanh"
    );
    let (text, wrong) = text_of(&composer, List::Targets, &id, "value");
    assert_eq!(text, "nhiều");
    assert!(wrong.unwrap().starts_with("Chưa đọc được con số này."));
    // Taken back, one step after the other; and again.
    assert!(composer.undo() && composer.undo());
    assert_eq!(
        target(&composer),
        "Chỉ tiêu toàn kế hoạch: trên 2.500 cây xanh"
    );
    assert!(composer.redo());
    assert_eq!(
        target(&composer),
        "Chỉ tiêu mỗi đơn vị: trên 2.500 cây xanh"
    );
}

#[test]
fn another_kind_of_answer_brings_a_fitting_value_along() {
    let mut composer = begun();
    let id = rows(&composer, "targets")[0].id.clone();
    for (kind, text, says) in [
        (
            "money",
            "1,5 tỷ",
            "Chỉ tiêu toàn kế hoạch: ít nhất 1.500.000.000 đồng",
        ),
        (
            "share",
            "80",
            "Chỉ tiêu toàn kế hoạch: ít nhất 80% tổng số hoạt động",
        ),
        ("quantity", "8,5", "Chỉ tiêu toàn kế hoạch: ít nhất 8,5 km"),
        ("count", "12", "Chỉ tiêu toàn kế hoạch: ít nhất 12 km"),
    ] {
        set(&mut composer, List::Targets, &id, "kind", kind);
        set(&mut composer, List::Targets, &id, "value", text);
        assert_eq!(
            text_of(&composer, List::Targets, &id, "value").1,
            None,
            "{kind}"
        );
        assert_eq!(rows(&composer, "targets")[0].says, says);
    }
    set(&mut composer, List::Targets, &id, "kind", "done");
    assert_eq!(
        rows(&composer, "targets")[0].says,
        "Chỉ tiêu toàn kế hoạch: có thực hiện"
    );
}

#[test]
fn deadlines_are_corrected_in_words() {
    let mut composer = begun();
    let id = rows(&composer, "duties")[0].id.clone();
    confirm_all(&mut composer);
    paste(&mut composer, "Đoàn phường Tây Thạnh").unwrap();
    let first = |composer: &Composer| composer.calendar(None)[0].due.clone().unwrap_or_default();
    set(&mut composer, List::Duties, &id, "0.day", "30/3");
    set(&mut composer, List::Duties, &id, "0.hour", "");
    set(&mut composer, List::Duties, &id, "0.bound", "by");
    assert_eq!(first(&composer), "hết ngày thứ Năm 30/3/2023");
    set(&mut composer, List::Duties, &id, "cycle", "week");
    set(&mut composer, List::Duties, &id, "due", "daysAfter");
    set(&mut composer, List::Duties, &id, "days", "1");
    set(&mut composer, List::Duties, &id, "hour", "9g");
    assert_eq!(first(&composer), "chậm nhất 09g00, thứ Bảy 4/3/2023");
    assert_eq!(composer.calendar(None).len(), 5);
    assert!(composer.findings().1, "{:?}", composer.findings());
}

#[test]
fn an_identity_is_made_once_and_stays() {
    let mut composer = begun();
    let id = rows(&composer, "targets")[0].id.clone();
    assert_eq!(id, "trong-moi-cay-xanh");
    set(
        &mut composer,
        List::Targets,
        &id,
        "text",
        "Trồng 100 cây ở bờ kênh",
    );
    set(
        &mut composer,
        List::Targets,
        &id,
        "label",
        "Số cây trồng ở bờ kênh",
    );
    assert_eq!(rows(&composer, "targets")[0].id, id);
    assert_eq!(
        composer.view().head.id,
        "ke-hoach-to-chuc-thang-thanh-nien-nam-2023"
    );
}

#[test]
fn what_is_discarded_is_out_of_the_plan_and_can_come_back() {
    let mut composer = begun();
    confirm_all(&mut composer);
    let id = rows(&composer, "targets")[0].id.clone();
    composer
        .act(&action(Act::Discard, List::Targets, &[&id]))
        .unwrap();
    let plan = composer.plan();
    assert_eq!(plan.targets.len(), 2);
    assert!(plan.indicator(&id).is_none(), "nobody is asked for it");
    assert_eq!(rows(&composer, "targets")[0].standing, Decided::Discarded);
    composer
        .act(&action(Act::Confirm, List::Targets, &[&id]))
        .unwrap();
    assert_eq!(composer.plan().targets.len(), 3);
}

#[test]
fn one_sentence_makes_two_targets() {
    let mut composer = begun();
    let id = rows(&composer, "targets")[1].id.clone();
    composer
        .act(&action(Act::Split, List::Targets, &[&id]))
        .unwrap();
    let targets = rows(&composer, "targets");
    assert_eq!(targets.len(), 4);
    assert_ne!(targets[1].id, targets[2].id);
    assert_eq!(targets[1].quote, targets[2].quote);
    set(&mut composer, List::Targets, &targets[2].id, "value", "5");
    assert!(rows(&composer, "targets")[1].says.contains(" 2 "));
    assert!(rows(&composer, "targets")[2].says.contains(" 5 "));
}

#[test]
fn a_sentence_that_was_not_used_becomes_a_target() {
    let mut composer = begun();
    let unused = composer.view().unused;
    let rest = unused
        .first()
        .expect("the period's sentence has days that nothing uses");
    composer
        .act(&action(Act::Add, List::Targets, &[&rest.id]))
        .unwrap();
    assert!(composer.view().unused[0].done);
    let added = rows(&composer, "targets").pop().unwrap();
    assert_eq!(added.standing, Decided::Confirmed);
    assert_eq!(added.quote.as_deref(), Some(&*rest.quote));
}

#[test]
fn units_come_as_lines_or_as_cells_of_a_workbook() {
    for (text, units, sectors) in [
        ("Đoàn phường A\nĐoàn phường B\n\nĐoàn phường A\n", 2, 0),
        (
            "1. Đoàn phường A;\n2) Đoàn phường B.\n- Đoàn phường C\n",
            3,
            0,
        ),
        (
            "Đoàn phường A\tKhối phường\nĐoàn trường B\tKhối trường học\n",
            2,
            2,
        ),
        (
            "STT\tTên đơn vị\tKhối\n1\tĐoàn phường A\tKhối phường\n2\tĐoàn phường B\tKhối phường\n",
            2,
            1,
        ),
        ("Tên đơn vị,Khối\n\"Đoàn trường A, B\",Trường học\n", 1, 1),
        ("Khối\tĐơn vị\nPhường\tĐoàn phường A\n", 1, 1),
    ] {
        let mut composer = Composer::blank(Vi);
        paste(&mut composer, text).unwrap();
        confirm_all(&mut composer);
        let plan = composer.plan();
        assert_eq!(
            (plan.units.len(), plan.sectors.len()),
            (units, sectors),
            "{text}"
        );
        assert!(
            plan.units.iter().all(|unit| unit.name.starts_with("Đoàn ")),
            "{text}"
        );
    }
    assert!(paste(&mut Composer::blank(Vi), " \n\n").is_err());
}

#[test]
fn a_form_asks_what_is_chosen_from_then_on() {
    let mut composer = begun();
    confirm_all(&mut composer);
    let duty = rows(&composer, "duties")[0].id.clone();
    let figure = rows(&composer, "targets")[0].id.clone();
    let asked = |composer: &Composer| {
        let forms = composer.forms();
        let asks = forms[0].asks.iter().find(|one| one.id == figure).unwrap();
        asks.choices
            .iter()
            .find(|one| one.chosen)
            .unwrap()
            .value
            .clone()
    };
    assert_eq!(asked(&composer), "may");
    for word in ["must", "no", "may"] {
        let ask = Action {
            cell: Some(figure.clone()),
            text: Some(word.to_owned()),
            ..action(Act::Ask, List::Duties, &[&duty])
        };
        composer.act(&ask).unwrap();
        assert_eq!(asked(&composer), word);
    }
    assert!(!composer.forms()[0].all);
}

#[test]
fn work_is_kept_whole_and_a_plan_comes_back_as_it_was() {
    let mut composer = begun();
    confirm_all(&mut composer);
    paste(&mut composer, "Đoàn phường Tây Thạnh\tKhối phường").unwrap();
    let id = rows(&composer, "targets")[0].id.clone();
    set(&mut composer, List::Targets, &id, "value", "nhiều");
    let again = Composer::open(&composer.save(), Vi).unwrap();
    assert_eq!(again.save(), composer.save());
    assert_eq!(text_of(&again, List::Targets, &id, "value").0, "nhiều");
    assert!(Composer::open("{\"composition\":1}", Vi).is_err());
    assert!(Composer::open("nothing", Vi).is_err());
}
