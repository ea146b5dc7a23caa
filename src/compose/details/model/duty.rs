//! A duty: its periods and deadlines as the document states them, what is waived, what is put off, its form.

use super::super::kind::{Kind, MADE, Record, Variant, both, may, must, said};
use super::super::names::Of;
use super::form::TEMPLATE;
use super::shared::{SELECTOR, SOURCE};
use super::time::{CYCLE, DEADLINE, DUE, PERIOD};
use super::words::{CHANNEL_KINDS, MOVED};
use crate::plan::OnDemand;

static CHANNEL: Record = Record {
    name: "Channel",
    begin: None,
    members: &[
        must("name", both("Gửi bằng", "By what"), Kind::Text),
        may("address", both("Địa chỉ", "Address"), Kind::Text).hint(
            "Đường dẫn, hoặc hộp thư của văn phòng.",
            "A link, or an office's mailbox.",
        ),
        may(
            "kind",
            both("Hình thức", "Way"),
            Kind::MaybeWords(both("theo địa chỉ", "as the address says"), &CHANNEL_KINDS),
        ),
    ],
};

static LISTED: Record = Record {
    name: "ListedPeriod",
    begin: None,
    members: &[
        may("label", both("Tên kỳ", "Period"), Kind::Text),
        must("period", both("Kỳ tính", "Period"), Kind::Beside(&PERIOD)),
        may(
            "opens",
            both("Gửi được từ ngày", "Can be sent from"),
            Kind::Day,
        ),
        may(
            "deadline",
            both("Hạn gửi", "Deadline"),
            Kind::Beside(&DEADLINE),
        ),
    ],
};

static RECURRENCE: Record = Record {
    name: "Recurrence",
    begin: None,
    members: &[
        must("cycle", both("Chu kỳ", "Cycle"), Kind::Beside(&CYCLE)),
        may(
            "within",
            both("Chỉ trong những ngày", "Only between"),
            Kind::Beside(&PERIOD),
        ),
        may(
            "skipMonths",
            both("Trừ các tháng", "But not in months"),
            Kind::Wholes(1, 12),
        )
        .hint("Như 6, 7, 8.", "As 6, 7, 8."),
        may(
            "label",
            both("Tên gọi trước số kỳ", "Name before the number"),
            Kind::Text,
        ),
        may("deadline", both("Hạn gửi", "Deadline"), Kind::Within(&DUE)),
    ],
};

static EVENT: Record = Record {
    name: "Event",
    begin: None,
    members: &[
        must(
            "of",
            both("Báo cáo về", "On what is reported"),
            Kind::One(Of::Held),
        ),
        may("label", both("Tên báo cáo", "Name"), Kind::Text),
        may("deadline", both("Hạn gửi", "Deadline"), Kind::Within(&DUE)),
    ],
};

static ON_DEMAND: Record = Record {
    name: "OnDemand",
    begin: None,
    members: &[
        may(
            "most",
            both(
                "Mỗi đơn vị mở nhiều nhất bao nhiêu báo cáo",
                "How many a unit can open at most",
            ),
            Kind::Whole(1, OnDemand::MOST as i64),
        )
        .hint("Bỏ trống là 500.", "Blank is 500."),
        may(
            "within",
            both("Chỉ trong những ngày", "Only between"),
            Kind::Beside(&PERIOD),
        ),
        may("deadline", both("Hạn gửi", "Deadline"), Kind::Within(&DUE)),
        may(
            "event",
            both(
                "Báo cáo sau sự kiện của từng đơn vị",
                "After what each unit holds",
            ),
            Kind::Text,
        )
        .hint(
            "Như Hội nghị: khi mở báo cáo, đơn vị ghi ngày, giờ; hạn gửi tính từ đó. Bỏ trống thì tính từ khi mở.",
            "As a conference: its day and hour are told as a report is opened, and the deadline is counted from there. Blank is from the opening.",
        ),
        may(
            "hoursAfter",
            both(
                "Hạn gửi: số giờ sau khi mở, hoặc sau sự kiện",
                "Deadline: hours after it is opened, or after the event",
            ),
            Kind::Whole(1, OnDemand::HOURS as i64),
        )
        .hint(
            "Ghi khi văn bản tính hạn theo giờ, thay cho hạn theo ngày.",
            "Where the document counts hours, in place of days.",
        ),
    ],
};

static LISTED_KIND: Kind = Kind::Within(&LISTED);

static SCHEDULES: &[Variant] = &[
    Variant {
        key: "listed",
        label: both("từng kỳ, ghi ngày cụ thể", "periods by their days"),
        kind: Some(Kind::List(&LISTED_KIND, true)),
    },
    Variant {
        key: "recurring",
        label: both("lặp lại theo chu kỳ", "periods by a rule"),
        kind: Some(Kind::Beside(&RECURRENCE)),
    },
    Variant {
        key: "event",
        label: both(
            "sau một hoạt động hoặc mốc của kế hoạch",
            "after an activity or a milestone",
        ),
        kind: Some(Kind::Beside(&EVENT)),
    },
    Variant {
        key: "onDemand",
        label: both(
            "khi có phát sinh, đơn vị tự mở",
            "on demand, whenever something happens",
        ),
        kind: Some(Kind::Beside(&ON_DEMAND)),
    },
];

static STATED: Record = Record {
    name: "StatedSchedule",
    begin: None,
    members: &[
        MADE,
        must(
            "schedule",
            both("Các kỳ", "Periods"),
            Kind::Either(SCHEDULES),
        ),
        may(
            "units",
            both(
                "Hạn này chỉ của một số đơn vị",
                "Its deadlines hold for some units",
            ),
            Kind::Within(&SELECTOR),
        ),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Beside(&SOURCE),
        ),
    ],
};

static EXTENSION: Record = Record {
    name: "Extension",
    begin: None,
    members: &[
        must("within", both("Các kỳ", "Periods"), Kind::Beside(&PERIOD)),
        must(
            "deadline",
            both("Gia hạn đến", "Put off until"),
            Kind::Beside(&DEADLINE),
        ),
        may(
            "units",
            both("Chỉ một số đơn vị", "Only for some units"),
            Kind::Within(&SELECTOR),
        ),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Beside(&SOURCE),
        ),
    ],
};

static WAIVER: Record = Record {
    name: "Waiver",
    begin: None,
    members: &[
        must("within", both("Các kỳ", "Periods"), Kind::Beside(&PERIOD)),
        must("why", both("Vì sao được miễn", "Why"), Kind::Prose),
        may(
            "takenInBy",
            both("Gộp vào báo cáo", "Taken in by"),
            Kind::One(Of::Duty),
        ),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Beside(&SOURCE),
        ),
    ],
};

static CHANNEL_KIND: Kind = Kind::Within(&CHANNEL);
static STATED_KIND: Kind = Kind::Within(&STATED);
static EXTENSION_KIND: Kind = Kind::Within(&EXTENSION);
static WAIVER_KIND: Kind = Kind::Within(&WAIVER);

pub(in super::super) static DUTY: Record = Record {
    name: "Duty",
    begin: None,
    members: &[
        MADE,
        said("name", "name"),
        said("gathers", "gathers"),
        said("to", "to"),
        said("applies", "applies"),
        may(
            "moved",
            both("Hạn rơi vào ngày nghỉ thì", "A deadline on a day off goes"),
            Kind::MaybeWords(both("giữ nguyên", "nowhere"), &MOVED),
        ),
        may(
            "dueSoonHours",
            both(
                "Nhắc sắp đến hạn trước bao nhiêu giờ",
                "Due soon from how many hours before",
            ),
            Kind::Whole(0, 65_535),
        )
        .hint("Bỏ trống là 48 giờ.", "Blank is 48 hours."),
        may(
            "why",
            both("Vì sao áp dụng lịch này", "Why this schedule applies"),
            Kind::Prose,
        ),
        must(
            "by",
            both("Ai gửi, chọn kỹ hơn", "Sent by, more closely"),
            Kind::Within(&SELECTOR),
        ),
        may(
            "schedules",
            both("Lịch mà văn bản nêu", "Schedule that the document states"),
            Kind::List(&STATED_KIND, true),
        ),
        may(
            "waivers",
            both("Kỳ được miễn báo cáo", "Periods that are waived"),
            Kind::List(&WAIVER_KIND, true),
        ),
        may(
            "extensions",
            both("Gia hạn", "Deadline put off"),
            Kind::List(&EXTENSION_KIND, true),
        ),
        may(
            "channels",
            both("Hình thức gửi", "How it is sent"),
            Kind::List(&CHANNEL_KIND, true),
        ),
        must(
            "template",
            both("Mẫu báo cáo", "Form"),
            Kind::Within(&TEMPLATE),
        ),
        must(
            "source",
            both("Xuất xứ trong văn bản", "Where it stands"),
            Kind::Within(&SOURCE),
        ),
    ],
};
