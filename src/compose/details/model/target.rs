//! A target and its figure; rules over figures; tables of points.

use super::super::super::words::{self, COMPARISONS};
use super::super::kind::{Kind, MADE, Record, Variant, both, may, must, rows, said};
use super::super::names::Of;
use super::measure::MEASURE;
use super::shared::{MOST, SELECTOR, SOURCE};
use super::words::{BLANKS, BYS, SEVERITIES, TALLIES};
use crate::plan::Alternatives;

static BASE: Record = Record {
    name: "Base",
    begin: None,
    members: &[
        must(
            "attribute",
            both("Đặc điểm của đơn vị", "What is known of units"),
            Kind::One(Of::Attribute),
        ),
        may(
            "by",
            both("Mức tính theo", "The value is"),
            Kind::Words(&BYS),
        ),
    ],
};

pub(in super::super) static INDICATOR: Record = Record {
    name: "Indicator",
    begin: None,
    members: &[
        MADE,
        said("label", "label"),
        said("hint", "hint"),
        may("measure", both("", ""), MEASURE),
        said("combine", "combine"),
        may("least", words::LEAST, Kind::Steps).hint(
            "Nhỏ hơn là sai. Bỏ trống là 0.",
            "Below it is an error. Blank is 0.",
        ),
        may("most", words::MOST, Kind::Steps).hint(
            "Lớn hơn là sai; với tiêu chí chấm điểm là điểm tối đa.",
            "Above it is an error; of a criterion its most points.",
        ),
        may("plausible", words::PLAUSIBLE, Kind::Steps),
        may(
            "estimates",
            both(
                "Nhận số ước lượng (trên 300, gần 1 tỷ)",
                "Takes estimates (above 300)",
            ),
            Kind::Flag,
        ),
        may(
            "tally",
            both(
                "Đối chiếu với danh sách hoạt động",
                "Held against the list of activities",
            ),
            Kind::MaybeWords(both("không đối chiếu", "not at all"), &TALLIES),
        ),
        may(
            "source",
            both("Xuất xứ của số liệu", "Where the figure stands"),
            Kind::Within(&SOURCE),
        ),
    ],
};

pub(in super::super) static TARGET: Record = Record {
    name: "Target",
    begin: None,
    members: &[
        MADE,
        said("number", "number"),
        said("text", "text"),
        said("comparison", "comparison"),
        said("value", "value"),
        said("scope", "scope"),
        said("per", "per"),
        may(
            "upTo",
            both("Đến mức (khi văn bản nêu một khoảng)", "Up to (of a range)"),
            Kind::Threshold,
        )
        .hint(
            "Như “từ 25 đến 35”: mức là 25, đến 35. So sánh là “ít nhất”.",
            "As “25 to 35”; the comparison is “at least”.",
        ),
        may(
            "why",
            both("Vì sao hiểu như vậy", "Why it is read so"),
            Kind::Prose,
        ),
        may(
            "of",
            both(
                "Mức tính theo đặc điểm của đơn vị",
                "The value rests on a number of the unit",
            ),
            Kind::Within(&BASE),
        ),
        may(
            "units",
            both("Giao cho ai, chọn kỹ hơn", "Binds, more closely"),
            Kind::Within(&SELECTOR),
        ),
        must(
            "indicator",
            both("Số liệu", "The figure"),
            Kind::Within(&INDICATOR),
        ),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Within(&SOURCE),
        ),
    ],
};

pub(super) static ALTERNATIVES: Record = Record {
    name: "Alternatives",
    begin: None,
    members: &[
        MADE,
        must(
            "text",
            both("Nhóm đòi điều gì", "What the group asks"),
            Kind::Prose,
        )
        .hint(
            "Như văn bản viết: “01 diễn đàn hoặc 01 hội thi”.",
            "As the document has it: “one forum or one contest”.",
        ),
        must(
            "of",
            both("Các chỉ tiêu trong nhóm", "Targets of the group"),
            Kind::Many(Of::Target),
        )
        .hint(
            "Mỗi dòng một chỉ tiêu. Các chỉ tiêu phải giao cho cùng đơn vị, cùng phạm vi, cùng thời hạn.",
            "One a line. They have the same units, scope and cadence.",
        ),
        may(
            "least",
            both("Phải đạt ít nhất mấy chỉ tiêu", "How many are to be reached"),
            Kind::Whole(1, Alternatives::MOST as i64),
        )
        .hint(
            "Bỏ trống là 1: đạt một trong các chỉ tiêu là đủ.",
            "Blank is 1: one of them is enough.",
        ),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Within(&SOURCE),
        ),
    ],
};

static TABLE_COLUMN: Record = Record {
    name: "TableColumn",
    begin: None,
    members: &[
        must("table", both("Bảng", "The table"), Kind::One(Of::Adding)),
        must(
            "column",
            both("Cột", "Its column"),
            Kind::One(Of::AddingColumn),
        ),
    ],
};

static TERMS: &[Variant] = &[
    Variant {
        key: "answered",
        label: both(
            "1 nếu đã thực hiện nội dung này (đếm “2 trong 4 nội dung”)",
            "1 where this is done (to count “2 of these 4”)",
        ),
        kind: Some(Kind::One(Of::Figure)),
    },
    Variant {
        key: "figure",
        label: both("số liệu", "a figure"),
        kind: Some(Kind::One(Of::Number)),
    },
    Variant {
        key: "part",
        label: both("phần của một tỷ lệ", "the part of a share"),
        kind: Some(Kind::One(Of::Share)),
    },
    Variant {
        key: "whole",
        label: both("tổng số của một tỷ lệ", "the whole of a share"),
        kind: Some(Kind::One(Of::Share)),
    },
    Variant {
        key: "column",
        label: both("tổng một cột của bảng", "a column of a table, added up"),
        kind: Some(Kind::Beside(&TABLE_COLUMN)),
    },
    Variant {
        key: "rows",
        label: both("số dòng của bảng", "the rows of a table"),
        kind: Some(Kind::One(Of::Table)),
    },
    Variant {
        key: "number",
        label: both("một số", "a number"),
        kind: Some(Kind::Whole(-MOST, MOST)),
    },
    Variant {
        key: "activities",
        label: both("số hoạt động đã kê", "the activities listed"),
        kind: None,
    },
    Variant {
        key: "participants",
        label: both(
            "tổng lượt người của các hoạt động",
            "the attendances of all",
        ),
        kind: None,
    },
];

static TERM_KIND: Kind = Kind::Either(TERMS);

pub(super) static RULE: Record = Record {
    name: "DeclaredRule",
    begin: None,
    members: &[
        MADE,
        must(
            "left",
            both("Bên trái cộng", "Left side adds"),
            Kind::List(&TERM_KIND, true),
        ),
        must(
            "comparison",
            both("Bên trái phải", "The left side must be"),
            Kind::Words(&COMPARISONS),
        ),
        must(
            "right",
            both("Bên phải cộng", "Right side adds"),
            Kind::List(&TERM_KIND, true),
        ),
        must(
            "severity",
            both("Khi sai thì", "Where it does not hold"),
            Kind::Words(&SEVERITIES),
        ),
        may(
            "blanks",
            both("Ô để trống", "A blank"),
            Kind::Words(&BLANKS),
        ),
        must(
            "message",
            both("Nói với đơn vị khi sai", "What units are told"),
            Kind::Prose,
        )
        .hint("Sai gì, sửa thế nào.", "What is wrong, and how to mend it."),
        may(
            "messageEn",
            both("Câu ấy bằng tiếng Anh", "The same in English"),
            Kind::Prose,
        ),
        may(
            "templates",
            both("Chỉ trong báo cáo", "Only in these reports"),
            Kind::Many(Of::Form),
        ),
        may(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Within(&SOURCE),
        ),
    ],
};

static PUNCTUAL: Record = Record {
    name: "Punctual",
    begin: None,
    members: &[
        must("name", both("Tên tiêu chí", "Name"), Kind::Text),
        said("most", "scoring0.time"),
        said("late", "scoring0.late"),
        said("missing", "scoring0.missing"),
        may(
            "duties",
            both("Chỉ tính các báo cáo", "Only these reports count"),
            Kind::Many(Of::Duty),
        ),
    ],
};

static AWARDS: &[Variant] = &[
    Variant {
        key: "own",
        label: both("đơn vị tự chấm", "the unit gives itself points"),
        kind: Some(Kind::Named(Of::Figure)),
    },
    Variant {
        key: "punctuality",
        label: both("theo hạn gửi", "from when reports came"),
        kind: Some(Kind::Beside(&PUNCTUAL)),
    },
];

static CRITERION: Record = Record {
    name: "Criterion",
    begin: None,
    members: &[
        MADE,
        may(
            "number",
            both("Số thứ tự trong văn bản", "Its number in the document"),
            Kind::Text,
        ),
        must("by", both("Chấm", "Points come"), Kind::Either(AWARDS)),
    ],
};

static CRITERION_KIND: Kind = Kind::Within(&CRITERION);

pub(super) static SCORING: Record = Record {
    name: "Scoring",
    begin: None,
    members: &[
        MADE,
        said("name", "scoring0.name"),
        rows("decimals"),
        said("bands", "scoring0.bands"),
        may(
            "units",
            both("Chấm đơn vị nào", "Who is scored"),
            Kind::Within(&SELECTOR),
        ),
        must(
            "criteria",
            both("Tiêu chí", "Criterion"),
            Kind::List(&CRITERION_KIND, false),
        ),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Within(&SOURCE),
        ),
    ],
};
