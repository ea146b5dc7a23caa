//! What the units of Tân Phú owe for Youth Month 2023, at the moments that matter.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the plan as it is shipped"
)]

use phieu::calendar::{Instant, Offset};
use phieu::plan::Plan;
use phieu::schedule::{Sent, State, Status, duties, occasions};

const SHIPPED: &str = "www/plans/tan-phu-thang-thanh-nien-2023.json";
const WARD: &str = "phuong-tay-thanh";

fn plan() -> Plan {
    let text = std::fs::read_to_string(SHIPPED).unwrap();
    Plan::parse(&text).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

fn at(civil: &str) -> Instant {
    Instant::parse_iso(&format!("{civil}+07:00")).unwrap()
}

/// The duties of the ward at a moment, as `duty label: state`, in the order in which they are shown.
fn shown(plan: &Plan, sent: &[Sent], now: &str) -> Vec<String> {
    let owed = duties(plan, WARD, sent, at(now)).unwrap();
    owed.iter()
        .map(|(occasion, state)| {
            let label = occasion.label.as_deref().unwrap_or("-");
            format!("{} {label}: {:?}", occasion.duty, state)
        })
        .collect()
}

#[test]
fn every_deadline_is_the_published_one() {
    let plan = plan();
    let found: Vec<_> = occasions(&plan, plan.unit(WARD).unwrap())
        .into_iter()
        .map(|occasion| {
            let cutoff = occasion.cutoff.map_or("none".to_owned(), |cutoff| {
                let (date, seconds) = cutoff.civil(Offset::VIETNAM);
                format!(
                    "{} {:02}:{:02}:{:02}",
                    date.to_iso(),
                    seconds / 3600,
                    seconds / 60 % 60,
                    seconds % 60
                )
            });
            (
                occasion.duty.to_string(),
                format!(
                    "{}..{}",
                    occasion.period.from().to_iso(),
                    occasion.period.to().to_iso()
                ),
                cutoff,
            )
        })
        .collect();
    let expected = [
        (
            "registration",
            "2023-02-26..2023-03-31",
            "2023-02-24 17:00:00",
        ),
        ("quick", "2023-02-26..2023-02-26", "2023-02-26 14:00:00"),
        ("weekly", "2023-02-26..2023-03-03", "2023-03-05 00:00:00"),
        ("weekly", "2023-03-04..2023-03-10", "2023-03-11 00:00:00"),
        ("weekly", "2023-03-11..2023-03-17", "2023-03-18 00:00:00"),
        ("weekly", "2023-03-18..2023-03-24", "2023-03-25 00:00:00"),
        ("weekly", "2023-03-25..2023-03-31", "2023-04-01 00:00:00"),
        ("closing", "2023-02-26..2023-03-31", "2023-03-19 00:00:00"),
        ("figures", "2023-02-26..2023-03-31", "2023-03-20 00:00:00"),
        ("monthly", "2023-03-01..2023-03-31", "none"),
    ];
    let expected = expected
        .map(|(duty, period, cutoff)| (duty.to_owned(), period.to_owned(), cutoff.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn a_ward_sees_what_it_owes_at_the_moments_that_matter() {
    let plan = plan();
    for (now, first) in [
        // Before the drafting begins nothing is open.
        (
            "2023-02-08T23:59:59",
            vec!["registration Kế hoạch và lịch hoạt động: NotYetOpen"],
        ),
        (
            "2023-02-09T00:00:00",
            vec!["registration Kế hoạch và lịch hoạt động: Open"],
        ),
        (
            "2023-02-22T17:00:00",
            vec!["registration Kế hoạch và lịch hoạt động: DueSoon"],
        ),
        (
            "2023-02-24T16:59:59",
            vec!["registration Kế hoạch và lịch hoạt động: DueSoon"],
        ),
        (
            "2023-02-24T17:00:00",
            vec!["registration Kế hoạch và lịch hoạt động: Late"],
        ),
        // The day of the launch.
        (
            "2023-02-26T13:59:59",
            vec![
                "registration Kế hoạch và lịch hoạt động: Late",
                "quick -: DueSoon",
                "weekly Tuần 1: Open",
                "closing -: Open",
                "figures -: Open",
                "weekly Tuần 2: NotYetOpen",
            ],
        ),
        (
            "2023-02-26T14:00:00",
            vec![
                "registration Kế hoạch và lịch hoạt động: Late",
                "quick -: Late",
            ],
        ),
        // The first week runs to Friday 3/3 and may be sent until the end of Saturday 4/3.
        (
            "2023-03-04T23:59:59",
            vec![
                "registration Kế hoạch và lịch hoạt động: Late",
                "quick -: Late",
                "weekly Tuần 1: DueSoon",
                "weekly Tuần 2: Open",
            ],
        ),
        (
            "2023-03-05T00:00:00",
            vec![
                "registration Kế hoạch và lịch hoạt động: Late",
                "quick -: Late",
                "weekly Tuần 1: Late",
                "weekly Tuần 2: Open",
            ],
        ),
        // "Trước ngày 19/3": with the first second of the 19th the closing report is late, the figures are not.
        (
            "2023-03-19T00:00:00",
            vec![
                "registration Kế hoạch và lịch hoạt động: Late",
                "quick -: Late",
                "weekly Tuần 1: Late",
                "weekly Tuần 2: Late",
                "weekly Tuần 3: Late",
                "closing -: Late",
                "figures -: DueSoon",
                "weekly Tuần 4: Open",
                "weekly Tuần 5: NotYetOpen",
                "monthly Tháng 3/2023: Waived",
            ],
        ),
    ] {
        let found = shown(&plan, &[], now);
        assert_eq!(
            found.get(..first.len()),
            Some(
                first
                    .iter()
                    .map(|line| (*line).to_owned())
                    .collect::<Vec<_>>()
                    .as_slice()
            ),
            "{now}"
        );
        assert_eq!(found.len(), 10, "{now}");
        assert_eq!(
            found.last().map(String::as_str),
            Some("monthly Tháng 3/2023: Waived"),
            "{now}"
        );
    }
}

#[test]
fn what_a_ward_has_sent_moves_down_its_list() {
    let plan = plan();
    let unit = plan.unit(WARD).unwrap();
    let sent = |duty: &str, label: &str, when: &str, status: Status| {
        let all = occasions(&plan, unit);
        let occasion = all
            .iter()
            .find(|i| i.duty == *duty && i.label.as_deref().unwrap_or_default() == label)
            .unwrap();
        Sent {
            duty: occasion.duty.clone(),
            period: occasion.period,
            received_at: at(when),
            status,
        }
    };
    let sent = [
        sent(
            "registration",
            "Kế hoạch và lịch hoạt động",
            "2023-02-24T16:59:59",
            Status::Accepted,
        ),
        sent("quick", "", "2023-02-26T14:00:00", Status::Received),
        sent("weekly", "Tuần 1", "2023-03-04T23:59:59", Status::Received),
        sent("weekly", "Tuần 2", "2023-03-10T08:00:00", Status::Returned),
    ];
    assert_eq!(
        shown(&plan, &sent, "2023-03-16T08:00:00"),
        [
            "weekly Tuần 2: Returned",
            "weekly Tuần 3: DueSoon",
            "closing -: Open",
            "figures -: Open",
            "weekly Tuần 4: NotYetOpen",
            "weekly Tuần 5: NotYetOpen",
            "quick -: SentLate",
            "weekly Tuần 1: Sent",
            "registration Kế hoạch và lịch hoạt động: Accepted",
            "monthly Tháng 3/2023: Waived",
        ]
    );
}

#[test]
fn the_district_owes_the_city_and_its_offices_owe_nobody() {
    let plan = plan();
    for (unit, expected) in [
        (
            "quan-doan",
            vec!["city-plan", "city-periodic", "city-figures", "city-closing"],
        ),
        ("van-phong-quan-doan", vec![]),
        ("nha-thieu-nhi", vec![]),
    ] {
        let owed: Vec<_> = occasions(&plan, plan.unit(unit).unwrap())
            .iter()
            .map(|occasion| occasion.duty.to_string())
            .collect();
        assert_eq!(owed, expected, "{unit}");
    }
    // The document names a day for the plan only, and none for the reports.
    let far = duties(&plan, "quan-doan", &[], at("2030-01-01T00:00:00")).unwrap();
    let states: Vec<_> = far.iter().map(|(_, state)| *state).collect();
    assert_eq!(states, [State::Late, State::Open, State::Open, State::Open]);
}
