//! A reminder to those who have not reported, ready to be copied into Zalo or a letter. Nothing is sent by itself.

use super::group::OfficeGroup;
use super::overview::DutyOverview;
use crate::calendar::Instant;
use crate::message::{self, reminder as words};
use crate::text::Lang;
use serde::Serialize;

/// Whom an office reminds, those who are most late first.
const REMINDED: [OfficeGroup; 3] = [
    OfficeGroup::Late,
    OfficeGroup::Returned,
    OfficeGroup::Missing,
];

/// A reminder of one report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReminderView {
    /// What a letter is about: "Nhắc gửi: Báo cáo tuần · Tuần 1".
    pub subject: String,
    /// Its lines in order; an empty one parts what belongs together.
    pub lines: Vec<ReminderLine>,
}

/// A line of a reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReminderLine {
    /// What it says.
    pub text: String,
    /// The place of the unit that it names, in the duty's list: its link stands below. None of the other lines.
    pub unit: Option<usize>,
}

fn line(text: impl Into<String>) -> ReminderLine {
    let text = text.into();
    ReminderLine { text, unit: None }
}

/// The reminder of a duty that `office` receives; none where nobody is to be reminded.
pub(super) fn reminder(
    duty: &DutyOverview<'_>,
    office: Option<&str>,
    now: Instant,
    lang: Lang,
) -> Option<ReminderView> {
    let mut lines = vec![
        line(words::to_units(lang)),
        line(words::opening(office, &duty.title, &duty.period_text, lang)),
    ];
    if let (Some(deadline), Some(cutoff)) = (&duty.deadline_text, duty.cutoff) {
        let remaining = message::remaining(cutoff, now, lang);
        lines.push(line(words::due(deadline, &remaining, lang)));
    }
    let before = lines.len();
    for group in REMINDED {
        let mut groups = duty.groups.iter();
        let Some(view) = groups.find(|view| view.group == group) else {
            continue;
        };
        lines.push(line(""));
        lines.push(line(words::group(view.text, view.units.len(), lang)));
        for (number, place) in (1..).zip(&view.units) {
            let unit = duty.units.get(*place)?;
            lines.push(ReminderLine {
                text: words::unit(number, unit.name, unit.deadline_text.as_deref(), lang),
                unit: Some(*place),
            });
        }
    }
    if lines.len() == before {
        return None;
    }
    lines.push(line(""));
    lines.push(line(words::closing(lang)));
    Some(ReminderView {
        subject: words::subject(&duty.title, lang),
        lines,
    })
}

#[cfg(test)]
mod tests {
    use crate::calendar::Instant;
    use crate::office::Overview;
    use crate::plan::Plan;
    use crate::text::Lang;

    fn text(duty: &str, now: &str) -> Option<String> {
        let json = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");
        let plan = Plan::parse(json).unwrap();
        let now = Instant::parse_iso(now).unwrap();
        let named = ["phuong-tay-thanh", "phuong-tan-quy"];
        let overview = Overview::new(&plan, &[], now, Lang::Vi, |unit| named.contains(&unit));
        let duty = overview
            .duties
            .iter()
            .find(|one| one.duty.as_str() == duty)?;
        let reminder = duty.reminder.as_ref()?;
        for line in &reminder.lines {
            let unit = line.unit.map(|place| duty.units[place].name);
            assert!(unit.is_none_or(|name| line.text.contains(name)));
        }
        let lines: Vec<_> = reminder.lines.iter().map(|line| &*line.text).collect();
        Some(lines.join("\n"))
    }

    #[test]
    fn it_names_who_is_missing_until_when_and_for_how_long() {
        assert_eq!(
            text("weekly", "2023-03-10T12:00:00+07:00").unwrap(),
            "Kính gửi các đơn vị,\n\
             Quận Đoàn Tân Phú nhắc các đơn vị có tên dưới đây gửi “Báo cáo tuần · Tuần 1” (từ 26/2 đến hết 3/3/2023).\n\
             Hạn gửi: hết ngày thứ Bảy 4/3/2023, quá hạn 5 ngày.\n\
             \n\
             Quá hạn (2 đơn vị):\n\
             1. Đoàn phường Tân Quý\n\
             2. Đoàn phường Tây Thạnh\n\
             \n\
             Đơn vị đã gửi mà vẫn có tên ở đây, xin báo lại văn phòng. Trân trọng."
        );
    }

    #[test]
    fn of_what_cannot_be_sent_yet_nobody_is_reminded() {
        assert_eq!(text("weekly", "2023-02-01T12:00:00+07:00"), None);
    }
}
