//! An activity that another unit has reported too is noted, so that the two agree on who counts it.
//!
//! Why: two units that hold an event together both list it, and its people count twice ("tránh trùng
//! lặp"). A unit that names the other as a partner has said so already. Two that are alike may be two all the same, and
//! then there is nothing to mend: it is a note, and asks for no explanation.
//! Example: "Ngày hội hiến máu tình nguyện" on 5/3 at the house of culture, which Đoàn phường Tây Thạnh has
//! reported as "Hiến máu tình nguyện".

use super::engine::{
    ActivityEntry, AlsoClaimed, Check, Code, Found, Over, Param, Rule, View, When, Worded, doc,
};
use crate::finding::{Finding, Path};
use crate::report::ReportActivity;
use crate::text::{Both, fold};

pub(super) const RULE: Rule = Rule {
    codes: &[&CLAIMED_BY_OTHER],
    checks: &[Check {
        over: Over::List,
        run: check,
    }],
};

static CLAIMED_BY_OTHER: Code = Code {
    code: "activity.claimedByOther",
    about: doc(
        "Another unit has reported what looks like the same activity: title, a day, and the place where both name one.",
    ),
    params: &[Param::new("unit", Worded::Unit, "The other unit.", "u")],
    says: Both {
        vi: "{unit} đã báo cáo một hoạt động giống hoạt động này. Nếu tổ chức chung, hãy ghi đơn vị đó vào mục \
             đơn vị phối hợp và thống nhất bên nào tính số liệu; nếu là hai hoạt động thì không cần làm gì.",
        en: "{unit} has reported an activity that looks like this one. If you held it jointly, list that unit as a \
             partner and agree on who counts it; if these are two activities, nothing is to be done.",
    },
    when: When::AtOnce,
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let claimed = view.context.claimed;
    if claimed.is_empty() {
        return;
    }
    for (index, activity) in view.entries.activities.iter().enumerate() {
        for other in claimed {
            if is(activity, other) && !is_partner(activity, other) {
                let unit = other.unit.clone();
                out.info(
                    Path::activity_part(index, "title"),
                    CLAIMED_BY_OTHER.with("unit", unit),
                );
            }
        }
    }
}

/// Whether it is still the activity that was asked about.
fn is(
    activity: &ActivityEntry<'_>,
    AlsoClaimed {
        activity: asked, ..
    }: &AlsoClaimed,
) -> bool {
    activity
        .title
        .value()
        .is_some_and(|title| *title == asked.title)
        && activity.date.value() == Some(&asked.date)
        && activity.until.value() == asked.until.as_ref()
        && activity.place.value().map(|place| &**place) == asked.place.as_deref()
}

/// Whether the other unit is named as a partner, perhaps with words before its name.
fn is_partner(activity: &ActivityEntry<'_>, other: &AlsoClaimed) -> bool {
    let name = fold(&other.name);
    let mut partners = activity.partners.iter();
    partners.any(|partner| fold(partner).ends_with(&name))
}

impl ActivityEntry<'_> {
    /// What others are asked about it, once its title and first day can be read: what tells which activity it
    /// is, and nothing more.
    #[must_use]
    pub fn claim(&self) -> Option<ReportActivity> {
        let (title, date) = (self.title.value()?.to_string(), *self.date.value()?);
        Some(ReportActivity {
            planned: self.planned.as_deref().map(str::to_owned),
            until: self.until.value().copied(),
            place: self.place.value().map(ToString::to_string),
            ..ReportActivity::new(title, date)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::Date;
    use crate::report::ReportActivity;
    use crate::rules::AlsoClaimed;
    use crate::rules::Context;
    use crate::rules::tests::table::{Typed, draft, found_in};

    fn blood() -> [AlsoClaimed; 1] {
        [AlsoClaimed {
            activity: ReportActivity {
                place: Some("Nhà văn hóa".into()),
                ..ReportActivity::new("Hiến máu".into(), Date::parse_iso("2023-02-26").unwrap())
            },
            unit: "tay-thanh".into(),
            name: "Đoàn phường Tây Thạnh".into(),
        }]
    }

    #[test]
    fn what_another_unit_reports_too_is_said_until_it_is_a_partner_or_another_activity() {
        let code = "activity.claimedByOther";
        let place = ("place", "Nhà văn hóa");
        let cases: &[(Typed<'_>, bool)] = &[
            (&[("title", "Hiến máu"), ("date", "26/2"), place], true),
            (
                &[("title", "  Hiến  máu "), ("date", "26/02/2023"), place],
                true,
            ),
            (&[("title", "Hiến máu"), ("date", "27/2"), place], false),
            (
                &[
                    ("title", "Hiến máu"),
                    ("date", "26/2"),
                    ("until", "27/2"),
                    place,
                ],
                false,
            ),
            (&[("title", "Hiến máu"), ("date", "26/2")], false),
            (&[("title", "Hiến máu"), ("date", ""), place], false),
            (
                &[
                    ("title", "Hiến máu"),
                    ("date", "26/2"),
                    place,
                    ("partners", "Hội Chữ thập đỏ\nBCH doan phuong tay thanh"),
                ],
                false,
            ),
        ];
        let claimed = blood();
        for (parts, said) in cases {
            let context = Context {
                claimed: &claimed,
                ..Context::default()
            };
            let draft = draft(&[], &[parts]);
            let found = found_in(&draft, &context);
            assert_eq!(
                found.contains(&format!("/activities/0/title {code}")),
                *said,
                "{parts:?}"
            );
            let unasked = found_in(&draft, &Context::default());
            assert!(
                !unasked.iter().any(|found| found.contains(code)),
                "{parts:?}"
            );
        }
    }
}
