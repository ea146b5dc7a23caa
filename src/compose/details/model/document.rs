//! The plan as a whole, its document, its units and its activities.

use super::super::kind::{Kind, MADE, Record, both, may, must, rows, said};
use super::super::names::Of;
use super::shared::{MOST, SELECTOR, SOURCE, STATEMENT};
use super::target::{ALTERNATIVES, RULE, SCORING};
use super::time::{PERIOD, WHEN};

static CITATION: Record = Record {
    name: "Citation",
    begin: None,
    members: &[
        must("about", both("Về việc gì", "What it is about"), Kind::Prose),
        may("number", both("Số, ký hiệu", "Number and sign"), Kind::Text),
        may("date", both("Ngày", "Date"), Kind::Day),
        may("issuer", both("Nơi ban hành", "Issued by"), Kind::Text),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Beside(&SOURCE),
        ),
    ],
};

static CONTACT: Record = Record {
    name: "Contact",
    begin: None,
    members: &[
        must("office", both("Bộ phận", "Office"), Kind::Text).hint(
            "Không ghi tên người, số điện thoại riêng.",
            "Never a person's name or number.",
        ),
        must(
            "charge",
            both("Phụ trách việc gì", "In charge of"),
            Kind::Text,
        ),
        may(
            "email",
            both("Hộp thư của bộ phận", "The office's mailbox"),
            Kind::Text,
        ),
    ],
};

static CITATION_KIND: Kind = Kind::Within(&CITATION);
static CONTACT_KIND: Kind = Kind::Within(&CONTACT);
static STATEMENT_KIND: Kind = Kind::Within(&STATEMENT);

static DOCUMENT: Record = Record {
    name: "Document",
    begin: None,
    members: &[
        said("kind", "kind"),
        said("issuer", "issuer"),
        said("number", "number"),
        said("issued", "issued"),
        may(
            "superior",
            both("Cơ quan cấp trên", "The office above"),
            Kind::Text,
        ),
        may("place", both("Nơi ký", "Issued at"), Kind::Text),
        may("signedFor", both("Ký thay mặt", "Signed for"), Kind::Text),
        may(
            "signerRole",
            both("Chức vụ người ký", "The signer's role"),
            Kind::Text,
        )
        .hint("Không ghi tên người.", "Never a name."),
        may("recipients", both("Nơi nhận", "Recipients"), Kind::Texts),
        may(
            "headings",
            both("Đề mục", "Heading"),
            Kind::List(&STATEMENT_KIND, true),
        ),
        may(
            "bases",
            both("Căn cứ", "Document that it cites"),
            Kind::List(&CITATION_KIND, true),
        ),
        may(
            "purposes",
            both("Mục đích", "Purpose"),
            Kind::List(&STATEMENT_KIND, true),
        ),
        may(
            "requirements",
            both("Yêu cầu", "Requirement"),
            Kind::List(&STATEMENT_KIND, true),
        ),
        may(
            "tasks",
            both("Nhiệm vụ không đo", "Task without a number"),
            Kind::List(&STATEMENT_KIND, true),
        ),
        may(
            "slogans",
            both("Khẩu hiệu", "Slogan"),
            Kind::List(&STATEMENT_KIND, true),
        ),
        may(
            "contacts",
            both("Bộ phận để hỏi", "Office to ask"),
            Kind::List(&CONTACT_KIND, true),
        ),
    ],
};

static DAYS_KIND: Kind = Kind::Beside(&PERIOD);

static WORKING: Record = Record {
    name: "Working",
    begin: None,
    members: &[
        may(
            "holidays",
            both("Ngày nghỉ lễ, Tết", "Holidays"),
            Kind::List(&DAYS_KIND, true),
        ),
        may(
            "madeUp",
            both("Ngày làm bù", "Days made up for"),
            Kind::List(&DAYS_KIND, true),
        ),
    ],
};

static ATTRIBUTE: Record = Record {
    name: "Attribute",
    begin: None,
    members: &[
        MADE,
        must("name", both("Đếm cái gì", "What is counted"), Kind::Text).hint(
            "Như viết sau con số: đoàn viên, cử tri, cây đã trồng năm 2022.",
            "As it stands behind a number: members.",
        ),
        may(
            "asked",
            both("Hỏi đơn vị ở số liệu", "Units tell it in this figure"),
            Kind::One(Of::Number),
        )
        .hint(
            "Khi kế hoạch không ghi sẵn: đơn vị báo một lần, các báo cáo sau dùng lại.",
            "Where the plan does not state it: told once, and used from then on.",
        ),
        may(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Within(&SOURCE),
        ),
    ],
};

static MILESTONE: Record = Record {
    name: "Milestone",
    begin: None,
    members: &[
        MADE,
        must("text", both("Việc gì", "What happens"), Kind::Prose),
        must("when", both("Khi nào", "When"), Kind::Beside(&WHEN)),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Beside(&SOURCE),
        ),
    ],
};

static ATTRIBUTE_KIND: Kind = Kind::Within(&ATTRIBUTE);
static MILESTONE_KIND: Kind = Kind::Within(&MILESTONE);
static RULE_KIND: Kind = Kind::Within(&RULE);
static ALTERNATIVES_KIND: Kind = Kind::Within(&ALTERNATIVES);
static SCORING_KIND: Kind = Kind::Within(&SCORING);

pub(in super::super) static PLAN: Record = Record {
    name: "Plan",
    begin: None,
    members: &[
        said("id", "id"),
        said("title", "title"),
        said("theme", "theme"),
        said("period", "from"),
        rows("format"),
        rows("version"),
        rows("levels"),
        rows("sectors"),
        rows("units"),
        rows("indicators"),
        rows("targets"),
        rows("activities"),
        rows("templates"),
        rows("duties"),
        may(
            "attributes",
            both("Đặc điểm của đơn vị", "What is known of units"),
            Kind::List(&ATTRIBUTE_KIND, true),
        ),
        may(
            "working",
            both("Ngày nghỉ, ngày làm bù", "Days off, days made up for"),
            Kind::Within(&WORKING),
        ),
        may(
            "milestones",
            both("Mốc tiến độ", "Milestone"),
            Kind::List(&MILESTONE_KIND, true),
        ),
        may(
            "rules",
            both("Quy tắc kiểm tra số liệu", "Rule over figures"),
            Kind::List(&RULE_KIND, true),
        ),
        may(
            "alternatives",
            both(
                "Nhóm chỉ tiêu (chọn mấy trong mấy)",
                "Group of targets (so many of several)",
            ),
            Kind::List(&ALTERNATIVES_KIND, true),
        ),
        may(
            "scorings",
            both("Bảng điểm", "Table of points"),
            Kind::List(&SCORING_KIND, false),
        ),
        may(
            "document",
            both("Phần còn lại của văn bản", "The rest of the document"),
            Kind::Within(&DOCUMENT),
        ),
        may(
            "periodSource",
            both("Xuất xứ của thời gian thực hiện", "Where its days stand"),
            Kind::Within(&SOURCE),
        ),
    ],
};

static NUMBER: Record = Record {
    name: "UnitNumber",
    begin: None,
    members: &[
        must(
            "attribute",
            both("Đặc điểm", "Of what"),
            Kind::One(Of::Attribute),
        ),
        must("number", both("Số", "Number"), Kind::Whole(-MOST, MOST)),
    ],
};

static NUMBER_KIND: Kind = Kind::Within(&NUMBER);

pub(in super::super) static UNIT: Record = Record {
    name: "Unit",
    begin: None,
    members: &[
        MADE,
        said("name", "name"),
        said("aliases", "aliases"),
        said("level", "level"),
        said("sector", "sector"),
        may(
            "parent",
            both("Trực thuộc đơn vị", "Stands below"),
            Kind::One(Of::Unit),
        ),
        may("from", both("Thành lập từ ngày", "Exists from"), Kind::Day).hint(
            "Bỏ trống nếu có từ trước kế hoạch.",
            "Blank where it was there before the plan.",
        ),
        may(
            "to",
            both("Ngày cuối còn hoạt động", "Exists until"),
            Kind::Day,
        ),
        may(
            "mergedInto",
            both("Sáp nhập vào", "Merged into"),
            Kind::One(Of::Unit),
        ),
        may(
            "numbers",
            both("Số của đơn vị", "Number of the unit"),
            Kind::List(&NUMBER_KIND, true),
        ),
        may(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Within(&SOURCE),
        ),
    ],
};

static WHEN_KIND: Kind = Kind::Within(&WHEN);

pub(in super::super) static ACTIVITY: Record = Record {
    name: "Activity",
    begin: None,
    members: &[
        MADE,
        said("title", "title"),
        said("place", "place"),
        said("level", "level"),
        may(
            "ordinal",
            both("Lần thứ mấy", "Which of a series"),
            Kind::Whole(0, 4_294_967_295),
        ),
        may(
            "when",
            both("Ngày tổ chức", "When it is held"),
            Kind::List(&WHEN_KIND, true),
        ),
        may(
            "units",
            both(
                "Đơn vị tổ chức hoặc tham gia",
                "Units that hold it or take part",
            ),
            Kind::Within(&SELECTOR),
        ),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Within(&SOURCE),
        ),
    ],
};
