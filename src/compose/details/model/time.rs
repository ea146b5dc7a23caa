//! Days, periods, cycles and deadlines.

use super::super::super::words::{BOUNDS, CERTAINTIES, WEEKDAYS};
use super::super::kind::{Kind, Record, Shape, both, may, must};
use crate::plan::RelativeDeadline;

pub(super) static PERIOD: Record = Record {
    name: "Period",
    begin: None,
    members: &[
        must("from", both("từ ngày", "first day"), Kind::Day),
        must("to", both("đến hết ngày", "last day"), Kind::Day),
    ],
};

pub(super) static DEADLINE: Record = Record {
    name: "Deadline",
    begin: None,
    members: &[
        must("date", both("ngày", "day"), Kind::Day),
        may("time", both("giờ", "hour"), Kind::Hour),
        may(
            "bound",
            both("văn bản viết", "the document says"),
            Kind::Words(&BOUNDS),
        ),
    ],
};

pub(super) static DUE: Record = Record {
    name: "RelativeDeadline",
    begin: Some(r#"{"daysAfter": 0}"#),
    members: &[
        may(
            "daysAfter",
            both("Số ngày sau ngày cuối kỳ", "Days after the last day"),
            Kind::Whole(-400, 400),
        )
        .instead(&["workingDaysAfter", "dayOfMonth", "monthsAfter"])
        .hint("Ghi một trong ba ô đầu.", "Write one of the first three."),
        may(
            "workingDaysAfter",
            both(
                "Hoặc số ngày làm việc sau ngày cuối kỳ",
                "Or working days after it",
            ),
            Kind::Whole(
                -(RelativeDeadline::WORKING_DAYS as i64),
                RelativeDeadline::WORKING_DAYS as i64,
            ),
        )
        .instead(&["daysAfter", "dayOfMonth", "monthsAfter"]),
        may(
            "dayOfMonth",
            both("Hoặc ngày trong tháng", "Or a day of the month"),
            Kind::Whole(1, 31),
        )
        .instead(&["daysAfter", "workingDaysAfter"]),
        may(
            "monthsAfter",
            both("Của tháng thứ mấy sau kỳ", "How many months later"),
            Kind::Whole(0, 12),
        )
        .hint(
            "0 là tháng cuối của kỳ, 1 là tháng sau.",
            "0 is the period's last month, 1 the next.",
        ),
        may("time", both("Giờ", "Hour"), Kind::Hour),
        may(
            "bound",
            both("Văn bản viết", "The document says"),
            Kind::Words(&BOUNDS),
        ),
    ],
};

static CYCLES: &[Shape] = &[
    Shape {
        word: "day",
        label: both("hằng ngày", "every day"),
        begin: r#"{"every": "day"}"#,
    },
    Shape {
        word: "week",
        label: both("hằng tuần", "every week"),
        begin: r#"{"every": "week", "ends": "friday"}"#,
    },
    Shape {
        word: "month",
        label: both("hằng tháng", "every month"),
        begin: r#"{"every": "month"}"#,
    },
    Shape {
        word: "quarter",
        label: both("hằng quý", "every quarter"),
        begin: r#"{"every": "quarter"}"#,
    },
    Shape {
        word: "halfYear",
        label: both("6 tháng một lần", "every half-year"),
        begin: r#"{"every": "halfYear"}"#,
    },
    Shape {
        word: "year",
        label: both("hằng năm", "every year"),
        begin: r#"{"every": "year"}"#,
    },
    Shape {
        word: "semester",
        label: both("mỗi học kỳ", "every semester"),
        begin: r#"{"every": "semester", "firstFrom": "09-05", "secondFrom": "01-15"}"#,
    },
    Shape {
        word: "schoolYear",
        label: both("mỗi năm học", "every school year"),
        begin: r#"{"every": "schoolYear", "from": "09-05"}"#,
    },
    Shape {
        word: "days",
        label: both("mỗi đợt nhiều ngày liền", "every so many days"),
        begin: r#"{"every": "days", "days": 14, "starts": "@from"}"#,
    },
];

pub(super) static CYCLE: Record = Record {
    name: "CycleJson",
    begin: Some(r#"{"every": "month"}"#),
    members: &[
        must("every", both("Chu kỳ", "Cycle"), Kind::Forms(CYCLES)),
        must(
            "ends",
            both("Tuần tính đến hết", "The week ends on"),
            Kind::Words(&WEEKDAYS),
        )
        .with(&["week"]),
        may(
            "endsOn",
            both(
                "Tháng báo cáo tính đến hết ngày",
                "The month's window ends on day",
            ),
            Kind::Whole(1, 31),
        )
        .with(&["month"])
        .hint(
            "Bỏ trống nếu là tháng theo lịch.",
            "Blank for the calendar month.",
        ),
        must(
            "firstFrom",
            both("Học kỳ I bắt đầu ngày", "First semester from"),
            Kind::MonthDay,
        )
        .with(&["semester"]),
        must(
            "secondFrom",
            both("Học kỳ II bắt đầu ngày", "Second semester from"),
            Kind::MonthDay,
        )
        .with(&["semester"]),
        may("from", both("Bắt đầu ngày", "Begins on"), Kind::MonthDay)
            .with(&["quarter", "halfYear", "year", "schoolYear"])
            .hint(
                "Ngày và tháng, như 5/9. Bỏ trống nếu theo năm dương lịch.",
                "Day and month, as 5/9.",
            ),
        may("until", both("Kết thúc ngày", "Ends on"), Kind::MonthDay)
            .with(&["quarter", "halfYear", "year", "semester", "schoolYear"])
            .hint(
                "Bỏ trống nếu liền đến kỳ sau.",
                "Blank where the next follows at once.",
            ),
        must(
            "days",
            both("Mỗi kỳ mấy ngày", "Days of a period"),
            Kind::Whole(2, 366),
        )
        .with(&["days"]),
        must(
            "starts",
            both("Một kỳ bắt đầu ngày", "One begins on"),
            Kind::Day,
        )
        .with(&["days"]),
    ],
};

pub(super) static CORRECTION: Record = Record {
    name: "Correction",
    begin: None,
    members: &[
        must(
            "from",
            both("Ngày đầu đúng", "The first day that applies"),
            Kind::Day,
        ),
        may(
            "to",
            both("Ngày cuối đúng", "The last day that applies"),
            Kind::Day,
        ),
        must(
            "why",
            both(
                "Vì sao ngày đã công bố là nhầm",
                "Why the published days cannot be meant",
            ),
            Kind::Prose,
        ),
    ],
};

pub(super) static WHEN: Record = Record {
    name: "When",
    begin: None,
    members: &[
        must("from", both("Ngày bắt đầu", "First day"), Kind::Day),
        may("to", both("Ngày kết thúc", "Last day"), Kind::Day),
        may("time", both("Giờ", "Hour"), Kind::Hour),
        may(
            "certainty",
            both("Ngày chắc đến đâu", "How sure the day is"),
            Kind::Words(&CERTAINTIES),
        ),
        may(
            "repeats",
            both("Lặp lại trong những ngày ấy", "Repeats between them"),
            Kind::Within(&CYCLE),
        ),
        may(
            "correction",
            both(
                "Ngày đã công bố là nhầm, sửa thành",
                "The days were a mistake; what applies",
            ),
            Kind::Within(&CORRECTION),
        ),
    ],
};
