//! What people call the parts of an activity in tables of their own.

use crate::plan::ActivityPart;

/// What people write over a part in tables of their own, the surest first, folded; what the form calls it in either language too, since
/// a list may have been written in the other.
pub(super) fn also(part: ActivityPart) -> &'static [&'static str] {
    match part {
        ActivityPart::Title => &[
            "ten hoat dong",
            "title",
            "activity",
            "hoat dong",
            "ten chuong trinh",
            "noi dung hoat dong",
            "noi dung cong viec",
            "noi dung",
        ],
        ActivityPart::Date => &[
            "ngay bat dau",
            "start date",
            "tu ngay",
            "ngay to chuc",
            "ngay thuc hien",
            "ngay",
            "ngay thang",
            "date",
            "thoi gian to chuc",
            "thoi gian thuc hien",
            "thoi gian",
        ],
        ActivityPart::Until => &["ngay ket thuc", "end date", "den ngay"],
        ActivityPart::Time => &[
            "gio bat dau",
            "start time",
            "gio to chuc",
            "gio",
            "time",
            "thoi gian",
        ],
        ActivityPart::Place => &[
            "dia diem",
            "place",
            "venue",
            "noi to chuc",
            "dia diem to chuc",
        ],
        ActivityPart::Participants => &[
            "luot nguoi tham gia",
            "attendances",
            "participants",
            "so luong tham gia",
            "so nguoi tham gia",
            "so luot tham gia",
            "so luot",
            "so luong",
        ],
        ActivityPart::Links => &[
            "duong dan minh chung",
            "evidence links",
            "link minh chung",
            "minh chung",
            "link",
        ],
        ActivityPart::Partners => &["don vi phoi hop", "partner units", "phoi hop"],
        ActivityPart::Note => &["ghi chu", "note", "notes"],
    }
}

#[cfg(test)]
mod tests {
    use super::also;
    use crate::plan::ActivityPart;
    use crate::text::fold;

    #[test]
    fn what_the_form_calls_a_part_is_known_in_both_languages() {
        for part in ActivityPart::ALL {
            let label = part.asked().label;
            for said in [label.vi, label.en] {
                assert!(also(part).contains(&&*fold(said)), "{said}");
            }
        }
    }
}
