//! Who is told of what another unit claims too, measured on the sample reports of all four plans: an event that the plan
//! orders of every unit, and one held at each unit's own hall, is nobody else's.
#![cfg(feature = "sample")]
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads the plans as they are shipped"
)]

use phieu::finding::Severity;
use phieu::plan::Plan;
use phieu::report::{Arrival, Report, ReportActivity};
use phieu::rollup::RollUp;
use phieu::rules::{AlsoClaimed, Context, check_report};
use phieu::sample::Sample;
use std::collections::{BTreeMap, BTreeSet};

/// What two units of a sample hold together stands at one of these places; everything else each holds alone.
const TOGETHER: [&str; 4] = [
    "Trung tâm Văn hóa - Thể thao",
    "Nhà Thiếu nhi quận",
    "Quảng trường trung tâm",
    "Sân vận động trung tâm",
];

/// So many reports of each unit are asked about.
const MOST_REPORTS: usize = 6;

/// How an activity of a sample is told.
#[derive(Clone, Copy, Debug)]
enum Told {
    /// As the sample has it: chosen from the plan's list, with the unit's name after its hall.
    InFull,
    /// As people write it: typed by hand, and of its own hall no more than "Hội trường", "Sân sinh hoạt".
    InShort,
}

fn as_told(mut activity: ReportActivity, how: Told) -> ReportActivity {
    if let (Told::InShort, Some(place)) = (how, &activity.place)
        && !is_joint(&activity)
    {
        let halls = [
            "Hội trường",
            "Nhà văn hóa",
            "Trụ sở",
            "Sân sinh hoạt",
            "Công viên",
        ];
        let hall = halls.into_iter().find(|hall| place.starts_with(hall));
        activity.place = hall.map(|hall| [hall, " đơn vị"].concat());
        activity.planned = None;
    }
    activity
}

fn is_joint(activity: &ReportActivity) -> bool {
    let place = activity.place.as_deref();
    place.is_none_or(|place| TOGETHER.contains(&place)) && activity.planned.is_none()
}

/// How many units are told that another claims what they hold alone, of how many; and how many of them must explain it.
fn measured(plan: &Plan, arrivals: &[Arrival], how: Told) -> (usize, usize, usize) {
    let mut rollup = RollUp::new(plan);
    let mut reports: Vec<Report> = Vec::new();
    for mut arrival in arrivals.iter().cloned() {
        let report = &mut arrival.submission.report;
        report.activities = std::mem::take(&mut report.activities)
            .into_iter()
            .map(|activity| as_told(activity, how))
            .collect();
        reports.push(report.clone());
        rollup.add_arrival(&arrival);
    }
    let (mut told, mut asked) = (BTreeSet::new(), BTreeSet::new());
    let mut asking: BTreeMap<&str, usize> = BTreeMap::new();
    for report in &reports {
        let reports = asking.entry(&report.unit).or_default();
        *reports += 1;
        if *reports > MOST_REPORTS {
            continue;
        }
        for (claim, other) in rollup.also_claimed(&report.unit, &report.activities) {
            let activity = &report.activities[claim];
            if is_joint(activity) {
                continue;
            }
            told.insert(report.unit.clone());
            let claimed = [AlsoClaimed {
                activity: activity.clone(),
                unit: plan.units[other].id.to_string(),
                name: plan.units[other].name.clone(),
            }];
            let context = Context {
                claimed: &claimed,
                ..Context::default()
            };
            let findings = check_report(plan, report, &context);
            let explains = findings.iter().any(|finding| {
                finding.code() == "activity.claimedByOther" && finding.severity == Severity::Warning
            });
            if explains {
                asked.insert(report.unit.clone());
            }
        }
    }
    (told.len(), asked.len(), plan.units.len())
}

/// The bounds are what was measured. Before the plan's calendar and the units' own halls were known, 36 and 35 of 39 units of
/// Tân Phú, 8 of 18 of Sóc Trăng and 33 of 37 of Phú Nhuận were told so who told it in short, and all of them had to explain it.
#[test]
fn nobody_explains_what_is_no_duplicate() {
    let bounds = [
        ("tan-phu-thang-thanh-nien-2023", 2, 2),
        ("tan-phu-van-minh-do-thi-2024", 2, 2),
        ("soc-trang-chuong-trinh-2024", 0, 0),
        ("phu-nhuan-chuong-trinh-hanh-dong-2022-2027", 0, 0),
    ];
    // Each measures for itself, so they share the processors.
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let measuring: Vec<_> = bounds
            .into_iter()
            .flat_map(|(name, in_full, in_short)| {
                [
                    (name, Told::InFull, in_full),
                    (name, Told::InShort, in_short),
                ]
            })
            .map(|(name, how, most)| scope.spawn(move || too_many(name, how, most)))
            .collect();
        let measured = measuring
            .into_iter()
            .map(|each| each.join().expect("measured"));
        measured.flatten().collect()
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is wrong with how many units of a plan are told of a duplicate.
fn too_many(name: &str, how: Told, most: usize) -> Option<String> {
    let json = std::fs::read_to_string(format!("www/plans/{name}.json")).expect("a plan");
    let plan = Plan::parse(&json).expect("a plan");
    let arrivals: Vec<Arrival> = Sample::new(&plan, 1).arrivals().collect();
    let (told, asked, units) = measured(&plan, &arrivals, how);
    (told > most || asked > 0)
        .then(|| format!("{name}, {how:?}: {told} of {units} are told, {asked} asked"))
}
