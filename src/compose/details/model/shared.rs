//! What many records have: where something stands, and who is meant.

use super::super::kind::{Kind, Record, both, may, must};
use super::super::names::Of;

/// The largest whole number that a page keeps exactly.
pub(super) const MOST: i64 = 9_007_199_254_740_991;

pub(super) static SOURCE: Record = Record {
    name: "Source",
    begin: Some(r#"{"section": "ngoài văn bản"}"#),
    members: &[
        must(
            "section",
            both("Ở mục nào của văn bản", "Section of the document"),
            Kind::Text,
        ),
        may(
            "quote",
            both("Văn bản viết", "The document's words"),
            Kind::Prose,
        ),
    ],
};

pub(super) static RANGE: Record = Record {
    name: "NumberRange",
    begin: None,
    members: &[
        must(
            "attribute",
            both("Đặc điểm", "What is known of units"),
            Kind::One(Of::Attribute),
        ),
        may("least", both("Từ", "From"), Kind::Whole(-MOST, MOST)),
        may("most", both("Đến hết", "Up to"), Kind::Whole(-MOST, MOST))
            .hint("“Dưới 100” là đến hết 99.", "“Below 100” is up to 99."),
    ],
};

static RANGE_KIND: Kind = Kind::Within(&RANGE);

pub(super) static SELECTOR: Record = Record {
    name: "Selector",
    begin: None,
    members: &[
        may(
            "levels",
            both("Thuộc các cấp", "Of these levels"),
            Kind::Many(Of::Level),
        ),
        may(
            "sectors",
            both("Thuộc các khối", "Of these sectors"),
            Kind::Many(Of::Sector),
        ),
        may(
            "units",
            both("Chỉ các đơn vị", "Only these units"),
            Kind::Many(Of::Unit),
        ),
        may(
            "except",
            both("Trừ các đơn vị", "But not these units"),
            Kind::Many(Of::Unit),
        ),
        may(
            "ranges",
            both(
                "Chỉ đơn vị có đặc điểm trong khoảng",
                "Only units with a number in a range",
            ),
            Kind::List(&RANGE_KIND, true),
        ),
    ],
};

pub(super) static STATEMENT: Record = Record {
    name: "Statement",
    begin: None,
    members: &[
        may("id", both("", ""), Kind::Made),
        must("text", both("Nội dung", "What it says"), Kind::Prose),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Beside(&SOURCE),
        ),
    ],
};
