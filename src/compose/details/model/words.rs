//! The words of choices that have no cell of their own.

use super::super::super::cells::Picked;
use super::super::super::words::Choice;
use super::super::kind::{Words, both};
use crate::plan::{ActivityPart, Blanks, By, ChannelKind, Moved, RuleSeverity, Tally};
use crate::text::Lang;

pub(super) const CHANNEL_KINDS: &[Choice<ChannelKind>] = &[
    (
        ChannelKind::Online,
        "online",
        both("biểu mẫu, hệ thống trên mạng", "a form on the web"),
    ),
    (
        ChannelKind::Mailbox,
        "mailbox",
        both("hộp thư điện tử", "a mailbox"),
    ),
    (
        ChannelKind::Paper,
        "paper",
        both(
            "văn bản có ký tên, đóng dấu",
            "on paper, signed and stamped",
        ),
    ),
];

pub(super) const MOVED: &[Choice<Moved>] = &[
    (
        Moved::Before,
        "before",
        both(
            "lên ngày làm việc liền trước",
            "to the last working day before",
        ),
    ),
    (
        Moved::After,
        "after",
        both("sang ngày làm việc tiếp theo", "to the next working day"),
    ),
];

pub(super) const TALLIES: &[Choice<Tally>] = &[
    (
        Tally::Activities,
        "activities",
        both(
            "số hoạt động đã kê trong báo cáo",
            "the activities that are listed",
        ),
    ),
    (
        Tally::Participants,
        "participants",
        both(
            "tổng lượt người của các hoạt động đã kê",
            "the attendances of all of them",
        ),
    ),
];

pub(super) const BYS: &[Choice<By>] = &[
    (
        By::Each,
        "each",
        both(
            "mức cho mỗi một, hoặc phần trăm",
            "for each one, or a share",
        ),
    ),
    (
        By::Change,
        "change",
        both("tăng hoặc giảm so với số đó", "more or fewer than it"),
    ),
];

pub(super) const SEVERITIES: &[Choice<RuleSeverity>] = &[
    (
        RuleSeverity::Error,
        "error",
        both("không gửi được", "the report cannot be sent"),
    ),
    (
        RuleSeverity::Warning,
        "warning",
        both("gửi được khi có giải thích", "one line must explain it"),
    ),
    (
        RuleSeverity::Info,
        "info",
        both("chỉ lưu ý", "it is only said"),
    ),
];

pub(super) const BLANKS: &[Choice<Blanks>] = &[
    (
        Blanks::Skip,
        "skip",
        both("chờ đến khi đủ số", "wait until all are there"),
    ),
    (Blanks::Zero, "zero", both("coi là 0", "count as 0")),
];

/// The parts of an activity, which say themselves how a form asks for them.
pub(super) struct Parts;

impl Words for Parts {
    fn picked(&self, now: &str, lang: Lang) -> Vec<Picked> {
        let all = ActivityPart::ALL.into_iter().filter(|one| !one.is_always());
        let picked = all.map(|one| {
            let label = one.asked().label.of(lang);
            Picked::new(one.key(), label, one.key() == now)
        });
        picked.collect()
    }
}
