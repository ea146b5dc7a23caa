//! What a kind of answer has besides its own cells: the columns of a table, the files that are taken.

use super::super::super::words;
use super::super::kind::{Kind, MADE, Member, Record, Variant, both, may, must, said};
use super::super::names::Of;
use super::shared::MOST;
use crate::text::{Both, MAX_DECIMALS, MAX_TEXT};
use crate::value::{MOST_DAYS, MOST_FILES, MOST_MEGABYTES, MOST_ROWS};

static COUNT: Record = Record {
    name: "CountMeasure",
    begin: Some(r#"{"noun": "người"}"#),
    members: &[must(
        "noun",
        both("Đếm cái gì", "What is counted"),
        Kind::Text,
    )],
};

static QUANTITY: Record = Record {
    name: "QuantityMeasure",
    begin: Some(r#"{"unit": "km", "decimals": 1}"#),
    members: &[
        must("unit", both("Đơn vị đo", "Unit"), Kind::Text),
        must(
            "decimals",
            both("Số chữ số sau dấu phẩy", "Decimal places"),
            Kind::Whole(0, MAX_DECIMALS as i64),
        ),
    ],
};

/// What a share and a ratio are of.
const PARTS: [Member; 2] = [
    must("part", both("Phần được tính", "The part"), Kind::Text),
    must("whole", both("Trên tổng số", "Of the whole"), Kind::Text),
];
const NOUN: Both = both("Đếm cái gì", "What is counted");

static SHARE: Record = Record {
    name: "ShareMeasure",
    begin: Some(r#"{"part": "phần", "whole": "tổng số", "noun": "người"}"#),
    members: &{
        let [part, whole] = PARTS;
        [part, whole, must("noun", NOUN, Kind::Text)]
    },
};

static RATIO: Record = Record {
    name: "RatioMeasure",
    begin: Some(r#"{"part": "phần", "whole": "tổng số"}"#),
    members: &{
        let [part, whole] = PARTS;
        [part, whole, may("noun", NOUN, Kind::Text)]
    },
};

static TEXT: Record = Record {
    name: "TextMeasure",
    begin: Some(r#"{"max": 200}"#),
    members: &[
        must(
            "max",
            both("Dài nhất bao nhiêu ký tự", "At most how many characters"),
            Kind::Whole(1, MAX_TEXT as i64),
        ),
        may(
            "lines",
            both("Được nhiều dòng", "In several lines"),
            Kind::Flag,
        ),
    ],
};

static ANSWER: Record = Record {
    name: "ListedAnswer",
    begin: None,
    members: &[
        MADE,
        must("label", both("Câu trả lời", "Answer"), Kind::Text),
    ],
};

static ANSWER_KIND: Kind = Kind::Within(&ANSWER);

static CHOICE: Record = Record {
    name: "ChoiceMeasure",
    begin: Some(r#"{"answers": [{"id": "co", "label": "Có"}, {"id": "khong", "label": "Không"}]}"#),
    members: &[must(
        "answers",
        both("Câu trả lời", "Answer"),
        Kind::List(&ANSWER_KIND, true),
    )],
};

static ANSWERS: Record = Record {
    name: "ChoiceMeasure",
    begin: None,
    members: &[
        said("answers", "answers"),
        may(
            "several",
            both("Được chọn nhiều câu", "Several may be chosen"),
            Kind::Flag,
        ),
    ],
};

/// The kinds that a column can be of.
static OF_COLUMNS: &[Variant] = &[
    with("text", both("câu chữ", "words"), &TEXT),
    with("count", both("số đếm được", "a count"), &COUNT),
    bare("money", both("số tiền", "money")),
    with(
        "quantity",
        both("số đo có đơn vị", "a quantity with a unit"),
        &QUANTITY,
    ),
    bare("done", both("có làm hay chưa", "done or not")),
    with(
        "choice",
        both("chọn trong danh sách", "one of a list"),
        &CHOICE,
    ),
    with("share", both("tỷ lệ phần trăm", "a share"), &SHARE),
    with(
        "ratio",
        both("tỷ lệ có thể vượt 100 %", "a ratio that may pass 100 %"),
        &RATIO,
    ),
    bare("date", both("ngày", "a date")),
    bare("time", both("giờ", "an hour")),
    bare("link", both("đường dẫn", "a link")),
    bare("phone", both("số điện thoại", "a phone number")),
    bare("email", both("thư điện tử", "an e-mail address")),
];

const fn with(key: &'static str, label: Both, of: &'static Record) -> Variant {
    Variant {
        key,
        label,
        kind: Some(Kind::Within(of)),
    }
}

const fn bare(key: &'static str, label: Both) -> Variant {
    Variant {
        key,
        label,
        kind: None,
    }
}

static COLUMN: Record = Record {
    name: "Column",
    begin: Some(r#"{"id": "", "label": "", "measure": {"text": {"max": 200}}}"#),
    members: &[
        MADE,
        must("label", both("Tên cột", "Head of the column"), Kind::Text),
        may(
            "hint",
            both("Lời nhắc của cột", "A line that helps with it"),
            Kind::Text,
        ),
        must(
            "measure",
            both("Trả lời bằng", "Answered by"),
            Kind::Either(OF_COLUMNS),
        ),
        may(
            "required",
            both("Dòng nào cũng phải ghi", "Required in each row"),
            Kind::Flag,
        ),
        may("least", words::LEAST, Kind::Whole(-MOST, MOST)),
        may("most", words::MOST, Kind::Whole(-MOST, MOST)),
        may("plausible", words::PLAUSIBLE, Kind::Whole(-MOST, MOST)),
        may(
            "estimates",
            both(
                "Nhận số ước lượng (trên 300, gần 1 tỷ)",
                "Takes estimates (above 300)",
            ),
            Kind::Flag,
        ),
    ],
};

static COLUMN_KIND: Kind = Kind::Within(&COLUMN);

static TABLE: Record = Record {
    name: "TableMeasure",
    begin: None,
    members: &[
        must("row", both("Mỗi dòng là một", "Each row is a"), Kind::Text).hint(
            "“công trình”, “cá nhân”, “ứng cử viên”.",
            "“work”, “person”.",
        ),
        must(
            "columns",
            both("Cột", "Column"),
            Kind::List(&COLUMN_KIND, true),
        ),
        may(
            "least",
            both("Ít nhất mấy dòng", "At least how many rows"),
            Kind::Whole(1, MOST_ROWS as i64),
        ),
        may(
            "most",
            both("Nhiều nhất mấy dòng", "At most how many rows"),
            Kind::Whole(1, MOST_ROWS as i64),
        ),
        may(
            "key",
            both("Cột để nhận ra dòng trùng", "Rows are told apart by"),
            Kind::One(Of::Column),
        ),
    ],
};

static FILE: Record = Record {
    name: "FileMeasure",
    begin: None,
    members: &[
        must(
            "kinds",
            both("Nhận loại tệp nào", "Which files are taken"),
            Kind::Many(Of::FileKind),
        )
        .hint(
            "Mỗi dòng một loại: ảnh, PDF, Word (.docx), Excel (.xlsx).",
            "One a line: a picture, PDF, Word (.docx), Excel (.xlsx).",
        ),
        must(
            "most",
            both("Nhiều nhất mấy tệp", "At most how many files"),
            Kind::Whole(1, MOST_FILES),
        ),
        must(
            "megabytes",
            both("Mỗi tệp nhiều nhất mấy MB", "Each at most so many MB"),
            Kind::Whole(1, MOST_MEGABYTES),
        ),
        may(
            "keepDays",
            both(
                "Giữ tệp bao nhiêu ngày sau kế hoạch",
                "Kept so many days after the plan",
            ),
            Kind::Whole(1, MOST_DAYS),
        )
        .hint("Bỏ trống là giữ mãi.", "Blank is for good."),
        may(
            "signed",
            both(
                "Là chính báo cáo đã ký, đóng dấu",
                "It is the report itself, signed and stamped",
            ),
            Kind::Flag,
        ),
    ],
};

/// What a figure's kind of answer has that its own cells do not say.
pub(super) const MEASURE: Kind = Kind::Has(
    "kind",
    &[
        with("choice", both("Cách chọn", "How it is chosen"), &ANSWERS),
        with("text", both("Câu chữ", "The words"), &TEXT),
        with("table", both("Bảng", "The table"), &TABLE),
        with("file", both("Tệp kèm theo", "The files"), &FILE),
    ],
);
