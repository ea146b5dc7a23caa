//! The action programme of Phú Nhuận for the term 2022-2027 as it is shipped: its targets taken apart one by
//! one, and what each kind of unit owes from 2023 to 2027. What holds for every plan is in `plans.rs`.

mod shipped;

use phieu::plan::{Measure, Plan};
use phieu::schedule::occasions;

fn plan() -> Plan {
    shipped::plan("phu-nhuan-chuong-trinh-hanh-dong-2022-2027")
}

#[test]
fn each_target_is_one_population_one_value_one_cadence() {
    let expected = [
        "party-resolution: AtLeast Done Each Plan 31",
        "union-resolution: AtLeast Done Each Plan 31",
        "officers-party-resolution: AtLeast BasisPoints(10000) Each Plan 31",
        "officers-union-resolution: AtLeast BasisPoints(10000) Each Plan 31",
        "reformed-youth: AtLeast Count(30) Whole Plan 37",
        "vulnerable-helped: AtLeast Count(500) Whole Plan 37",
        "skills-trained: AtLeast Count(8000) Whole Plan 37",
        "career-attendances: AtLeast Count(15000) Whole Plan 37",
        "jobs-poor: AtLeast Count(702) Whole Plan 37",
        "jobs-near-poor: AtLeast Count(448) Whole Plan 37",
        "party-admitted: AtLeast Count(70) Whole Year 37",
        "new-branches: AtLeast Count(40) Whole Plan 37",
        "new-members: AtLeast Count(10000) Whole Plan 37",
        "political-theory: AtLeast Count(40) Whole Plan 37",
        "foreign-language: AtLeast BasisPoints(10000) Whole Plan 37",
        "it-certificate: AtLeast BasisPoints(10000) Whole Plan 37",
        "youth-gathered: AtLeast BasisPoints(7000) Whole Plan 37",
        "green-addresses: AtLeast Count(10) Whole Plan 37",
        "creative-space: AtLeast Count(1) Whole Plan 37",
        "exemplars-honoured: AtLeast Done Whole Year 37",
        "visual-products: AtLeast Count(1) Each Year 31",
        "app-users: AtLeast BasisPoints(10000) Each Plan 31",
        "app-interaction: AtLeast BasisPoints(10000) Each Plan 31",
        "youth-law: AtLeast BasisPoints(10000) Each Plan 31",
        "youth-decrees: AtLeast BasisPoints(10000) Each Plan 31",
        "youth-strategy: AtLeast BasisPoints(10000) Each Plan 31",
        "youth-policies: AtLeast BasisPoints(10000) Each Plan 31",
        "law-activities: AtLeast Count(1) Each Quarter 31",
        "law-day: AtLeast Done Each Year 31",
        "local-works: AtLeast Count(1) Each Plan 31",
        "traffic-team: AtLeast Done Each Plan 13",
        "youth-month: AtLeast Done Whole Year 6",
        "spring-campaign: AtLeast Done Whole Year 6",
        "green-summer: AtLeast Done Whole Year 6",
        "red-flamboyant: AtLeast Done Whole Year 6",
        "green-march: AtLeast Done Whole Year 6",
        "pink-holiday: AtLeast Done Whole Year 6",
        "volunteering-members: AtLeast BasisPoints(10000) EachMember Year 31",
        "volunteering-youth: AtLeast BasisPoints(10000) EachMember Year 31",
        "online-services-officers: AtLeast BasisPoints(7500) Whole Plan 37",
        "online-services-members: AtLeast BasisPoints(2000) Whole Plan 37",
        "online-services-youth: AtLeast BasisPoints(1500) Whole Plan 37",
        "e-payments-officers: AtLeast BasisPoints(7500) Whole Plan 37",
        "e-payments-members: AtLeast BasisPoints(2000) Whole Plan 37",
        "e-payments-youth: AtLeast BasisPoints(1500) Whole Plan 37",
        "ideas-members: AtLeast BasisPoints(10000) EachMember Year 31",
        "ideas-youth: AtLeast BasisPoints(10000) EachMember Year 31",
        "playgrounds: AtLeast Count(1) Each Quarter 13",
        "children-heard-district: AtLeast Count(2) Whole Year 6",
        "children-heard-base: AtLeast Count(1) Each Year 31",
        "leaders-youth-dialogue: AtLeast Done Whole Plan 6",
        "leaders-meet-children: AtLeast Done Whole Year 6",
        "work-programme: AtLeast Done Whole Year 6",
        "association-plan: AtLeast Done Whole Plan 6",
        "council-plan: AtLeast Done Whole Plan 6",
        "resolution-study-district: AtLeast Done Whole Plan 6",
        "resolution-study-base: AtLeast Done Each Plan 31",
        "unit-plan: AtLeast Done Each Plan 31",
    ];
    assert_eq!(shipped::targets(&plan()), expected);
}

#[test]
fn the_numbered_targets_of_the_document_are_all_there() {
    let plan = plan();
    let of = |number: &str| {
        plan.targets
            .iter()
            .filter(|target| target.number.as_deref() == Some(number))
            .map(|target| target.id.as_str())
            .collect::<Vec<_>>()
    };
    // The twelve of "Chỉ tiêu cụ thể" and the two of "Công trình Thanh niên", which count from 1 again.
    assert_eq!(
        of("1"),
        ["party-resolution", "union-resolution", "green-addresses"]
    );
    assert_eq!(
        of("2"),
        [
            "officers-party-resolution",
            "officers-union-resolution",
            "creative-space"
        ]
    );
    assert_eq!(of("5"), ["skills-trained", "career-attendances"]);
    assert_eq!(of("6"), ["jobs-poor", "jobs-near-poor"]);
    assert_eq!(of("11"), ["foreign-language", "it-certificate"]);
    for number in ["3", "4", "7", "8", "9", "10", "12"] {
        assert_eq!(of(number).len(), 1, "{number}");
    }
}

#[test]
fn persons_and_attendances_are_counted_apart() {
    let plan = plan();
    for (indicator, expected) in [
        ("skills-trained", "người"),
        ("career-attendances", "lượt"),
        ("jobs-poor", "người"),
        ("political-theory", "lượt"),
        ("playgrounds", "sân chơi"),
        ("children-heard", "lần"),
        ("green-addresses", "địa chỉ"),
    ] {
        match &*plan.indicator(indicator).unwrap().measure {
            Measure::Count(of) => assert_eq!(of.noun, expected, "{indicator}"),
            other => panic!("{indicator}: {other:?}"),
        }
    }
}

#[test]
fn thirteen_wards_and_three_more_sectors_report() {
    let plan = plan();
    let of = |sector: &str| {
        plan.units
            .iter()
            .filter(|unit| unit.sector.as_ref().is_some_and(|id| *id == *sector))
            .count()
    };
    assert_eq!(
        [of("ward"), of("school"), of("labour"), of("armed")],
        [13, 8, 8, 2]
    );
}

/// The duties of each kind of unit with their periods. The programme is issued on 15/2/2023 and closed in
/// July 2027, so the first year and the last are partial. Two reports cover the same months and none is
/// owed twice: the half-year's is for January to June, the year's for all of it.
#[test]
fn each_kind_of_unit_owes_its_half_years_years_and_the_closing() {
    let plan = plan();
    let halves = [
        "2023-02-15..2023-06-30",
        "2024-01-01..2024-06-30",
        "2025-01-01..2025-06-30",
        "2026-01-01..2026-06-30",
        "2027-01-01..2027-06-30",
    ];
    let years = [
        "2023-02-15..2023-12-31",
        "2024-01-01..2024-12-31",
        "2025-01-01..2025-12-31",
        "2026-01-01..2026-12-31",
        "2027-01-01..2027-07-31",
    ];
    let term = ["2023-02-15..2027-07-31"];
    type Owed<'a> = &'a [(&'a str, &'a [&'a str])];
    let cases: [(&str, Owed<'_>); 8] = [
        (
            "phuong-7",
            &[("half-year", &halves), ("year", &years), ("closing", &term)],
        ),
        (
            "thpt-phu-nhuan",
            &[("half-year", &halves), ("year", &years), ("closing", &term)],
        ),
        (
            "cong-an-quan",
            &[("half-year", &halves), ("year", &years), ("closing", &term)],
        ),
        (
            "van-phong-quan-doan",
            &[
                ("office-half-year", &halves),
                ("office-year", &years),
                ("office-closing", &term),
            ],
        ),
        (
            "uy-ban-kiem-tra",
            &[
                ("inspection-half-year", &halves),
                ("inspection-year", &years),
            ],
        ),
        ("nha-thieu-nhi", &[("children-house-year", &years)]),
        ("hoi-lien-hiep-thanh-nien", &[]),
        ("hoi-dong-doi", &[]),
    ];
    for (unit, expected) in cases {
        let expected: Vec<_> = expected
            .iter()
            .flat_map(|(duty, periods)| {
                periods.iter().map(move |period| format!("{duty} {period}"))
            })
            .collect();
        assert_eq!(shipped::periods(&plan, unit), expected, "{unit}");
        // The document names no deadline: nothing is ever late.
        let owed = occasions(&plan, plan.unit(unit).unwrap());
        assert!(owed.iter().all(|occasion| occasion.cutoff.is_none()));
    }
}

#[test]
fn what_is_owed_opens_with_its_period_and_is_never_late() {
    let plan = plan();
    for (now, open) in [
        ("2023-02-14T23:59:59", 0),
        ("2023-02-15T00:00:00", 2),
        ("2024-01-01T00:00:00", 4),
        ("2027-06-30T23:59:59", 10),
        // The closing report opens in the month of the review.
        ("2027-07-01T00:00:00", 11),
        ("2030-01-01T00:00:00", 11),
    ] {
        let owed = shipped::owed(&plan, "phuong-7", now);
        let count = |state: &str| owed.iter().filter(|line| line.ends_with(state)).count();
        assert_eq!(
            (count(": Open"), count(": NotYetOpen")),
            (open, 11 - open),
            "{now}"
        );
    }
    let last = shipped::owed(&plan, "phuong-7", "2024-01-01T00:00:00");
    assert_eq!(
        last.get(..4).unwrap_or_default(),
        [
            "half-year 6 tháng đầu năm 2023: Open",
            "year Năm 2023: Open",
            "half-year 6 tháng đầu năm 2024: Open",
            "year Năm 2024: Open",
        ]
    );
}

/// Each unit or all together, one number for two things, nobody named: the plan says how it reads them.
#[test]
fn an_ambiguous_target_says_why_it_is_read_so() {
    let plan = plan();
    for id in [
        "traffic-team",
        "new-branches",
        "green-summer",
        "volunteering-youth",
        "e-payments-officers",
    ] {
        let target = plan.targets.iter().find(|target| target.id == *id).unwrap();
        assert!(target.why.is_some(), "{id}");
    }
}

/// The document is kept as it is: slogans that look like targets set none, and where it contradicts itself
/// both statements stay.
#[test]
fn slogans_set_no_target_and_contradictions_stay() {
    let plan = plan();
    let document = plan.document.as_ref().unwrap();
    for slogan in [
        "Mỗi thanh niên 10.000 bước chân mỗi ngày",
        "Đoàn viên, thanh niên làm bạn với ít nhất 01 môn thể thao",
        "Mỗi ngày 01 tin tốt, mỗi tuần 01 câu chuyện đẹp",
    ] {
        assert!(document.slogans.iter().any(|kept| kept.text == slogan));
        assert!(
            plan.targets
                .iter()
                .filter_map(|target| target.source.quote.as_ref())
                .all(|quote| !quote.contains(slogan)),
            "{slogan}"
        );
    }
    // Issued in February, and to be issued in March by its own timetable.
    assert_eq!(
        document.issued.map(|day| day.to_iso()).as_deref(),
        Some("2023-02-15")
    );
    let issue = plan.milestones.iter().find(|stone| stone.id == *"issue");
    assert_eq!(issue.unwrap().when.from.to_iso(), "2023-03-01");
    // The term is said to begin in 2022.
    let stated = plan.period_source.and_then(|source| source.quote).unwrap();
    assert!(stated.ends_with("nhiệm kỳ 2022-2027"));
    assert_eq!(plan.period.from().to_iso(), "2023-02-15");
}
