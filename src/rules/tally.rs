//! A figure that counts activities should agree with the list of activities.
//!
//! Why: the two are typed apart, and one of them is often forgotten.
//! Example: "Số hoạt động: 0" beside two activities listed is a warning, and so are "3" beside none and "3" beside four.
//! "1.200 lượt" beside activities of 640 is said and asks for nothing: not every activity need be listed. One held with
//! partners is listed by all of them and counted by one.

use super::engine::{
    ActivityEntry, Check, Code, Found, Input, Over, Param, Rule, View, When, Worded, doc,
};
use crate::finding::Finding;
use crate::plan::{Combine, Span, Tally};
use crate::text::{Both, exact};

pub(super) const RULE: Rule = Rule {
    codes: &[
        &ZERO_WITH_ACTIVITIES,
        &WITHOUT_ACTIVITIES,
        &BELOW_ACTIVITIES,
        &ABOVE_ACTIVITIES,
    ],
    checks: &[Check {
        over: Over::EachBesideList(|input| input.tally.is_some() && input.half.is_none()),
        run: check,
    }],
};

static ZERO_WITH_ACTIVITIES: Code = Code {
    code: "figure.zeroWithActivities",
    about: doc("The figure is zero, and the activities listed say otherwise."),
    params: &[Param::new(
        "tally",
        Worded::Quantity,
        "What the activities add up to.",
        "120",
    )],
    says: Both {
        vi: "Ở đây là 0, nhưng các hoạt động cộng lại là {tally}. Hãy sửa cho khớp, hoặc ghi một dòng giải thích.",
        en: "This is 0, but the activities add up to {tally}. Make them agree, or explain in one line.",
    },
    when: When::AtOnce,
};

static WITHOUT_ACTIVITIES: Code = Code {
    code: "figure.withoutActivities",
    about: doc("The figure is above zero, and the activities listed add up to nothing."),
    params: &[],
    says: Both {
        vi: "Số lớn hơn 0, nhưng chưa có hoạt động tương ứng. Hãy thêm hoạt động, hoặc ghi một dòng giải thích.",
        en: "This is above 0, but no activity accounts for it. Add activities, or explain in one line.",
    },
    when: When::WithActivities,
};

static BELOW_ACTIVITIES: Code = Code {
    code: "figure.belowActivities",
    about: doc("The activities listed add up to more than the figure."),
    params: &[
        Param::new(
            "tally",
            Worded::Quantity,
            "What the activities add up to.",
            "4",
        ),
        Param::new("figure", Worded::Quantity, "The figure entered.", "3"),
    ],
    says: Both {
        vi: "Các hoạt động đã liệt kê cộng lại là {tally}, nhiều hơn số ghi ở đây ({figure}). Hãy kiểm tra cả hai; nếu đúng, \
             hãy ghi một dòng giải thích.",
        en: "The activities listed add up to {tally}, more than the figure here ({figure}). Check both; if they are right, \
             explain in one line.",
    },
    when: When::AtOnce,
};

static ABOVE_ACTIVITIES: Code = Code {
    code: "figure.aboveActivities",
    about: doc("The activities listed add up to less than the figure: some may not be listed."),
    params: &[
        Param::new(
            "tally",
            Worded::Quantity,
            "What the activities add up to.",
            "640",
        ),
        Param::new("figure", Worded::Quantity, "The figure entered.", "1200"),
    ],
    says: Both {
        vi: "Các hoạt động đã liệt kê cộng lại mới là {tally}, còn ở đây ghi {figure}. Nếu còn hoạt động chưa liệt kê, hãy ghi \
             thêm vào danh sách.",
        en: "The activities listed add up to {tally}, and the figure here is {figure}. If some are not listed yet, add them.",
    },
    when: When::WithActivities,
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let (Some(asked), Some(figure)) = (view.input(), view.entries.exact(view.at)) else {
        return;
    };
    let Some(counts) = asked.tally else {
        return;
    };
    let activities = &view.entries.activities;
    let (tally, known) = match counts {
        Tally::Activities => (i64::try_from(activities.len()).unwrap_or(i64::MAX), true),
        // Blank attendances leave the sum open upwards.
        Tally::Participants => match view.entries.participants() {
            Some(sum) => (
                exact(sum),
                activities
                    .iter()
                    .all(|activity| !activity.participants.is_blank()),
            ),
            None => return,
        },
    };
    let both = |code: &'static Code| code.with("tally", tally).with("figure", figure);
    if figure == 0 && tally > 0 {
        out.warning(view.path(), ZERO_WITH_ACTIVITIES.with("tally", tally));
    } else if figure > 0 && tally == 0 && known {
        out.warning(view.path(), &WITHOUT_ACTIVITIES);
    } else if figure > 0 && is_of_same_days(asked, view) {
        if alone(counts, activities) > figure {
            out.warning(view.path(), both(&BELOW_ACTIVITIES));
        } else if tally < figure && known {
            out.info(view.path(), both(&ABOVE_ACTIVITIES));
        }
    }
}

/// Whether the figure counts what the list is asked for, and nothing of other periods.
fn is_of_same_days(asked: &Input, view: &View<'_, '_>) -> bool {
    let within = view.sheet.list().map(|list| list.within);
    within == Some(Span::Period) && asked.combine != Combine::Cumulative
}

/// What the activities add up to that no partner may count instead.
fn alone(counts: Tally, activities: &[ActivityEntry<'_>]) -> i64 {
    let alone = activities
        .iter()
        .filter(|activity| activity.partners.is_empty());
    alone
        .map(|activity| match counts {
            Tally::Activities => 1,
            Tally::Participants => activity.participants.value().copied().unwrap_or_default(),
        })
        .fold(0, i64::saturating_add)
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::{draft, found};

    #[test]
    fn zero_beside_activities_and_figures_beside_none_are_doubtful() {
        let listed: &[&[(&str, &str)]] = &[&[
            ("title", "Trồng cây"),
            ("date", "26/2"),
            ("participants", "50"),
        ]];
        let open: &[&[(&str, &str)]] = &[&[("title", "Trồng cây"), ("date", "26/2")]];
        let says =
            |typed, activities: &[&[(&str, &str)]]| found(&draft(&[typed], activities), None, &[]);
        assert_eq!(
            says(("activity-count", "0"), listed),
            ["/figures/activity-count figure.zeroWithActivities"]
        );
        assert_eq!(
            says(("activity-count", "2"), &[]),
            ["/figures/activity-count figure.withoutActivities"]
        );
        assert_eq!(
            says(("attendances", "0"), listed),
            ["/figures/attendances figure.zeroWithActivities"]
        );
        assert_eq!(
            says(("attendances", "9"), &[]),
            ["/figures/attendances figure.withoutActivities"]
        );
        let two: &[&[(&str, &str)]] = &[listed[0], &[("title", "Hiến máu"), ("date", "27/2")]];
        let together = [
            ("title", "Hội thao"),
            ("date", "27/2"),
            ("partners", "Đoàn phường 2"),
        ];
        let shared: &[&[(&str, &str)]] = &[listed[0], &together];
        for (typed, activities, code) in [
            (("activity-count", "1"), two, "figure.belowActivities"),
            (("activity-count", "3"), two, "figure.aboveActivities"),
            (("attendances", "49"), listed, "figure.belowActivities"),
            (("attendances", "49"), two, "figure.belowActivities"),
            (("attendances", "51"), listed, "figure.aboveActivities"),
        ] {
            let path = ["/figures/", typed.0, " ", code].concat();
            assert_eq!(says(typed, activities), [path], "{typed:?}");
        }
        for (typed, activities) in [
            (("activity-count", "1"), listed),
            (("attendances", "50"), listed),
            (("activity-count", "1"), shared),
            (("attendances", "51"), two),
            (("activity-count", "0"), &[]),
            (("attendances", "9"), open),
        ] {
            assert!(says(typed, activities).is_empty(), "{typed:?}");
        }
    }
}
