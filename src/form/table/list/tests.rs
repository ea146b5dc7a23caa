//! Rows that are pasted into the list of activities of the form's small plan: title, day, hour, place, attendances, links.

use super::super::tests::copied;
use crate::form::tests::{open, open_plan, small};
use crate::form::{Form, Pasted, PastedView};

const LIST: &str = "/activities";

/// The activities listed, each with what was typed into its parts and the plan's own that it is.
fn listed(form: &Form) -> Vec<String> {
    let draft = &form.draft;
    let line = |one: &crate::report::DraftActivity| {
        let texts = [
            &*one.title,
            &one.date,
            &one.time,
            &one.place,
            &one.participants,
            &one.links,
            &one.planned,
        ];
        texts.join("|")
    };
    draft.activities.iter().map(line).collect()
}

fn notes(view: &PastedView) -> Vec<String> {
    let notes = view.notes.iter();
    notes
        .map(|note| [&*note.place, ": ", &note.text].concat())
        .collect()
}

struct Case {
    says: &'static str,
    /// The titles that stand there; "" of a blank activity.
    stands: &'static [&'static str],
    at: &'static str,
    plain: &'static str,
    is_file: bool,
    notes: &'static [&'static str],
    then: &'static [&'static str],
}

const CASES: [Case; 11] = [
    Case {
        says: "a table of an office, under the names that people write over it",
        stands: &["Ra quân"],
        at: LIST,
        plain: "STT\tNội dung\tThời gian\tĐịa điểm\tSố lượng tham gia\tKinh phí\n1\tTrồng cây\t20/3/2023\tKênh 19/5\t1.200\t5 triệu\n2\tHiến máu\t21/3\t\t80\t\n",
        is_file: false,
        notes: &[
            "Dòng 1 đã chép: Đây là tên các cột, không phải một dòng của bảng.",
            "Dòng 2, 3 đã chép, cột “STT”: Không lấy: bảng tự đánh số các dòng.",
            "Dòng 2 đã chép, cột “Kinh phí”: Không lấy: bảng không có cột này.",
        ],
        then: &[
            "Ra quân||||||",
            "Trồng cây|20/3/2023||Kênh 19/5|1.200||",
            "Hiến máu|21/3|||80||",
        ],
    },
    Case {
        says: "without names, in the order of the form, into a blank activity that was only just added",
        stands: &["Ra quân", ""],
        at: "/activities/1/title",
        plain: "Trồng cây\t20/3\t07g30\tKênh 19/5\nHiến máu\t21/3\n",
        is_file: false,
        notes: &[],
        then: &[
            "Ra quân||||||",
            "Trồng cây|20/3|07g30|Kênh 19/5|||",
            "Hiến máu|21/3|||||",
        ],
    },
    Case {
        says: "the hour and the day of one cell each go where they are asked",
        stands: &[],
        at: LIST,
        plain: "Tên hoạt động\tThời gian\tĐịa điểm\nTrồng cây\t07g30, 20/3/2023\tKênh 19/5\nHội trại\t20 - 21/3/2023\tSân A\n",
        is_file: false,
        notes: &["Dòng 1 đã chép: Đây là tên các cột, không phải một dòng của bảng."],
        then: &[
            "Trồng cây|20/3/2023|07g30|Kênh 19/5|||",
            "Hội trại|20 - 21/3/2023||Sân A|||",
        ],
    },
    Case {
        says: "what the form calls it counts first, and a day before a time",
        stands: &[],
        at: LIST,
        plain: "Ngày\tThời gian\tNội dung\tTên hoạt động\tĐơn vị\n20/3\t07g30\tdọn rác\tRa quân\tChi đoàn 1\n",
        is_file: false,
        notes: &[
            "Dòng 1 đã chép: Đây là tên các cột, không phải một dòng của bảng.",
            "Dòng 2 đã chép, cột “Nội dung”: Không lấy: đã lấy một cột khác cho mục này.",
            "Dòng 2 đã chép, cột “Đơn vị”: Không lấy: bảng không có cột này.",
        ],
        then: &["Ra quân|20/3|07g30||||"],
    },
    Case {
        says: "ends of lines in a cell, as Windows writes them",
        stands: &[""],
        at: LIST,
        plain: "Tên hoạt động;Đường dẫn minh chứng\r\nRa quân;\"https://a.vn/1\r\nhttps://a.vn/2\"\r\n",
        is_file: true,
        notes: &[
            "Dòng 1 của tệp: Đây là tên các cột, không phải một dòng của bảng.",
            "Cột “Ngày bắt đầu”: Chưa có trong phần đã chép: hãy ghi vào từng dòng sau khi thêm.",
        ],
        then: &["Ra quân|||||https://a.vn/1\nhttps://a.vn/2|"],
    },
    Case {
        says: "a list that was written in the other language",
        stands: &[],
        at: LIST,
        plain: "Title\tStart date\tPlace\nRa quân\t20/3\tKênh 19/5\n",
        is_file: false,
        notes: &["Dòng 1 đã chép: Đây là tên các cột, không phải một dòng của bảng."],
        then: &["Ra quân|20/3||Kênh 19/5|||"],
    },
    Case {
        says: "titles alone",
        stands: &[],
        at: "/activities/0/title",
        plain: "Trồng cây\nHiến máu\n",
        is_file: false,
        notes: &[],
        then: &["Trồng cây||||||", "Hiến máu||||||"],
    },
    Case {
        says: "the plan's own activity is known by its title, once",
        stands: &[],
        at: LIST,
        plain: "ngày chủ nhật Xanh\t19/3\nNgày Chủ nhật xanh\t20/3\n",
        is_file: false,
        notes: &[],
        then: &[
            "ngày chủ nhật Xanh|19/3|||||green",
            "Ngày Chủ nhật xanh|20/3|||||",
        ],
    },
    Case {
        says: "a file, with what is left out and what is missing",
        stands: &[],
        at: LIST,
        plain: "\u{feff}Tên hoạt động;Link minh chứng\r\n\"Trồng; cây\";\"https://a.vn/1\nhttps://a.vn/2\"\r\n",
        is_file: true,
        notes: &[
            "Dòng 1 của tệp: Đây là tên các cột, không phải một dòng của bảng.",
            "Cột “Ngày bắt đầu”: Chưa có trong phần đã chép: hãy ghi vào từng dòng sau khi thêm.",
        ],
        then: &["Trồng; cây|||||https://a.vn/1\nhttps://a.vn/2|"],
    },
    Case {
        says: "a file that is none",
        stands: &["Ra quân"],
        at: LIST,
        plain: "PK\u{3}\u{4}",
        is_file: true,
        notes: &[
            ": Đây là tệp Excel, không phải CSV. Hãy mở tệp, chép các ô rồi dán vào đây; hoặc lưu lại với kiểu “CSV UTF-8”.",
        ],
        then: &["Ra quân||||||"],
    },
    Case {
        says: "more columns than are asked",
        stands: &[],
        at: LIST,
        plain: "a\t20/3\t7g\tb\t5\thttps://a.vn\tc\nd\n",
        is_file: false,
        notes: &[
            "Dòng 1 đã chép, cột 7: Không lấy: từ chỗ dán, bảng không còn cột nào ở bên phải.",
        ],
        then: &["a|20/3|7g|b|5|https://a.vn|", "d||||||"],
    },
];

fn form(titles: &[&str]) -> Form {
    let mut form = open();
    for (index, title) in titles.iter().enumerate() {
        form.add_activity(None, None);
        form.set(&format!("/activities/{index}/title"), (*title).to_owned());
    }
    form
}

#[test]
fn rows_become_activities_behind_those_listed_and_are_taken_back_in_one_step() {
    for case in CASES {
        let mut form = form(case.stands);
        let before = (form.draft_json(), form.problems(), form.view());
        let pasted = Pasted {
            is_file: case.is_file,
            ..copied(case.plain)
        };
        let view = form.pasted(case.at, &pasted).expect(case.says);
        assert_eq!(notes(&view), case.notes, "{}", case.says);
        assert_eq!(
            (form.draft_json(), form.problems(), form.view()),
            before,
            "{}: nothing is taken",
            case.says
        );
        let taken = form
            .take_pasted(case.at, &pasted)
            .and_then(|then| then.taken);
        assert_eq!(listed(&form), case.then, "{}", case.says);
        assert_eq!(taken.is_some(), !view.rows.is_empty(), "{}", case.says);
        let shown: Vec<usize> = view.rows.iter().map(|row| row.index).collect();
        let new = case.then.len() - shown.len()..case.then.len();
        assert_eq!(shown, new.collect::<Vec<_>>(), "{}", case.says);
        if let Some(taken) = taken {
            form.take_back(LIST, &taken).expect("the list");
            assert_eq!(form.draft_json(), before.0, "{}: taken back", case.says);
        }
    }
}

#[test]
fn a_text_for_one_part_is_text_like_any_other() {
    for (at, plain) in [
        ("/activities/0/title", "Trồng cây"),
        ("/activities/0/title", "Trồng cây\n"),
        ("/activities/0/links", "https://a.vn/1\nhttps://a.vn/2"),
        ("/activities/0/place", "Nhà văn hóa\nphường Tây Thạnh"),
    ] {
        assert!(
            form(&["Ra quân"]).pasted(at, &copied(plain)).is_none(),
            "{plain}"
        );
    }
}

#[test]
fn what_was_changed_since_stays_when_rows_are_taken_back() {
    let mut form = form(&["Ra quân"]);
    let view = form.take_pasted(
        LIST,
        &copied("Trồng cây\t20/3\nHiến máu\t21/3\nDọn kênh\t22/3\n"),
    );
    let taken = view.and_then(|view| view.taken).expect("rows");
    form.set("/activities/2/place", "Kênh 19/5".to_owned());
    form.take_back(LIST, &taken).expect("the list");
    assert_eq!(
        listed(&form),
        ["Ra quân||||||", "Hiến máu|21/3||Kênh 19/5|||"]
    );
}

#[test]
fn what_was_explained_of_another_activity_does_not_stay() {
    let mut form = form(&["Ra quân", ""]);
    let rows = copied("Ra quân\t20/3\n");
    form.set("/activities/0/date", "20/3".to_owned());
    let taken = form.take_pasted(LIST, &rows).and_then(|view| view.taken);
    form.explain("/activities/1", "activity.duplicate", "Hai buổi".to_owned());
    assert_eq!(form.draft.explanations.len(), 1);
    form.take_back(LIST, &taken.expect("rows"))
        .expect("the list");
    assert_eq!(form.draft.explanations, []);
}

#[test]
fn as_many_activities_are_taken_as_a_report_has_and_the_others_are_said() {
    let mut form = form(&["Ra quân"]);
    let rows: String = (1..=301).map(|row| format!("Việc {row}\t20/3\n")).collect();
    let view = form.pasted(LIST, &copied(&rows)).expect("rows");
    assert_eq!(view.rows.len(), 299);
    assert_eq!(
        notes(&view),
        ["Dòng 300, 301 đã chép: Không lấy: bảng nhận nhiều nhất 300 hoạt động."]
    );
}

#[test]
fn the_list_as_a_file_is_read_as_the_same_activities() {
    let mut form = form(&["=Trồng; \"cây\"", "", "Hiến máu"]);
    form.set(
        "/activities/0/links",
        "https://a.vn/1\nhttps://a.vn/2".to_owned(),
    );
    form.set("/activities/2/date", "21/3".to_owned());
    let file = form.table_file(LIST).expect("a file");
    let start = "\u{feff}Tên hoạt động;Ngày bắt đầu;Giờ bắt đầu;Địa điểm;Lượt người tham gia;Đường dẫn minh chứng\r\n";
    assert!(file.starts_with(start), "{file}");
    let mut again = open();
    let pasted = Pasted {
        is_file: true,
        ..copied(&file)
    };
    again.take_pasted(LIST, &pasted).expect("rows");
    let mut before = listed(&form);
    before.remove(1);
    assert_eq!(listed(&again), before);
}

#[test]
fn without_a_list_nothing_comes_into_it() {
    let mut plan = small();
    for section in plan
        .templates
        .iter_mut()
        .flat_map(|form| &mut form.sections)
    {
        section.activities = None;
    }
    let mut form = open_plan(plan, |_| {});
    assert!(form.pasted(LIST, &copied("Trồng cây\t20/3\n")).is_none());
    assert!(form.table_file(LIST).is_none());
}
