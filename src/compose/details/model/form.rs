//! A form: its sections and fields in order, for whom and upon what they are asked, and what it asks of activities.

use super::super::kind::{Kind, MADE, Record, both, may, must, said};
use super::super::names::Of;
use super::shared::{SELECTOR, SOURCE};
use super::words::Parts;

static ON_ANSWER: Record = Record {
    name: "OnAnswer",
    begin: None,
    members: &[
        must(
            "indicator",
            both("Câu hỏi", "The question"),
            Kind::One(Of::Question),
        )
        .instead(&["is", "atLeast", "atMost"]),
        may(
            "is",
            both("Được trả lời là", "Is answered"),
            Kind::Many(Of::Answer),
        ),
        may(
            "atLeast",
            both("Từ mức nào trở lên", "Is at least"),
            Kind::Bound,
        ),
        may(
            "atMost",
            both("Không quá mức nào", "Is at most"),
            Kind::Bound,
        ),
    ],
};

static ONLY: Record = Record {
    name: "Only",
    begin: None,
    members: &[
        may("from", both("Kể từ ngày", "From the day"), Kind::Day),
        may(
            "units",
            both("Chỉ hỏi một số đơn vị", "Asked of some units"),
            Kind::Within(&SELECTOR),
        ),
        may(
            "answer",
            both(
                "Chỉ hỏi khi câu khác được trả lời",
                "Asked upon another answer",
            ),
            Kind::Within(&ON_ANSWER),
        ),
    ],
};

static FIELD: Record = Record {
    name: "Field",
    begin: None,
    members: &[
        must(
            "indicator",
            both("Số liệu", "Figure"),
            Kind::Named(Of::Figure),
        ),
        said("required", "ask"),
        may(
            "evidence",
            both(
                "Lớn hơn 0 thì cần đường dẫn minh chứng",
                "Above zero it needs a link as evidence",
            ),
            Kind::Flag,
        ),
        may(
            "only",
            both("Chỉ hỏi khi", "Asked only"),
            Kind::Within(&ONLY),
        ),
    ],
};

static PART: Record = Record {
    name: "ActivityField",
    begin: None,
    members: &[
        must("part", both("Hỏi", "What is asked"), Kind::Words(&Parts)),
        may("required", both("Bắt buộc", "Required"), Kind::Flag),
    ],
};

static PART_KIND: Kind = Kind::Within(&PART);

static ACTIVITIES: Record = Record {
    name: "ActivityList",
    begin: None,
    members: &[
        said("within", "activities"),
        may(
            "least",
            both("Ít nhất mấy hoạt động", "At least how many"),
            Kind::Whole(0, 65_535),
        ),
        may(
            "evidence",
            both(
                "Mỗi hoạt động cần đường dẫn minh chứng",
                "Each needs a link as evidence",
            ),
            Kind::Flag,
        ),
        may(
            "parts",
            both("Hỏi về mỗi hoạt động", "Asked of each"),
            Kind::List(&PART_KIND, true),
        ),
    ],
};

static FIELD_KIND: Kind = Kind::Within(&FIELD);

static SECTION: Record = Record {
    name: "Section",
    begin: None,
    members: &[
        MADE,
        must("title", both("Tên mục", "Heading"), Kind::Text).hint(
            "Mục chưa hỏi gì thì chưa hiện trên phiếu: đưa số liệu của mục sau lên mục này.",
            "A section that asks nothing is not shown yet: move figures of the next one up into it.",
        ),
        may(
            "hint",
            both("Lời nhắc dưới tên mục", "A line under it"),
            Kind::Prose,
        ),
        may(
            "only",
            both("Chỉ hỏi khi", "Asked only"),
            Kind::Within(&ONLY),
        ),
        may(
            "activities",
            both("Danh sách hoạt động", "The list of activities"),
            Kind::Beside(&ACTIVITIES),
        ),
        may(
            "fields",
            both("Số liệu", "Figure"),
            Kind::List(&FIELD_KIND, false),
        ),
    ],
};

static SECTION_KIND: Kind = Kind::Within(&SECTION);

pub(super) static TEMPLATE: Record = Record {
    name: "Template",
    begin: None,
    members: &[
        MADE,
        must(
            "sections",
            both("Mục", "Section"),
            Kind::List(&SECTION_KIND, true),
        ),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Within(&SOURCE),
        ),
    ],
};
