//! The plan of Tân Phú for a civil city in 2024 as it is shipped: its targets, and what each kind of unit
//! owes. It is an imperfect document: no number, no day of issue, and a calendar that is due after the
//! first event.

mod shipped;

use phieu::calendar::{Instant, Weekday};
use phieu::plan::Plan;
use phieu::schedule::occasions;

const DISTRICT: &str = "quan-doan";
const WARD: &str = "phuong-tay-thanh";
const SCHOOL: &str = "thpt-tay-thanh";

fn plan() -> Plan {
    shipped::plan("tan-phu-van-minh-do-thi-2024")
}

#[test]
fn every_target_stands_as_one_value_for_one_population() {
    let expected = [
        "law-day: AtLeast Count(1) Whole Plan 1",
        "publicity-urban: AtLeast Count(1) Each Plan 35",
        "publicity-environment: AtLeast Count(1) Each Plan 35",
        "publicity-manners: AtLeast Count(1) Each Plan 35",
        "publicity-rural: AtLeast Count(1) Each Plan 35",
        "publicity-law: AtLeast Count(1) Each Plan 35",
        "publicity-traffic: AtLeast Count(1) Each Plan 35",
        "wards-assessed: AtLeast Count(11) Whole Plan 1",
        "wards-recognised: AtLeast Count(11) Whole Plan 1",
        "alley-works: AtLeast Count(1) Whole Plan 1",
        "meetings-online: AtLeast BasisPoints(10000) Each Plan 36",
        "documents-online: AtLeast BasisPoints(10000) Each Plan 36",
        "rural-day: AtLeast Done Whole Plan 1",
        "rural-day-base: AtLeast Done Whole Plan 35",
        "ward-urban-civility: AtLeast Count(1) Each Plan 11",
        "green-sundays: AtLeast Count(4) Whole Plan 1",
        "base-green-sundays: AtLeast Count(4) Each Plan 35",
        "earth-hour: AtLeast Done Whole Plan 1",
        "base-earth-hour: AtLeast Done Each Plan 35",
        "green-vietnam: AtLeast Done Each Plan 35",
        "cleaner-world: AtLeast Done Each Plan 35",
        "thirty-minutes: AtLeast Count(1) Each Month 35",
        "second-sundays: AtLeast Count(1) Each Month 35",
        "environment-teams: AtLeast Count(1) Each Plan 23",
        "plastic-models: AtLeast Count(2) Whole Plan 1",
        "patrol-models: AtLeast Count(1) Whole Plan 1",
        "rehabilitated: AtLeast Count(11) Whole Plan 12",
        "ward-rehabilitated: AtLeast Count(1) Each Plan 11",
        "drug-prevention: AtLeast Count(1) Whole Year 1",
    ];
    assert_eq!(shipped::targets(&plan()), expected);
}

/// Each ward, or all eleven together? The plan says which reading it takes, and why.
#[test]
fn an_ambiguous_target_says_why_it_is_read_so() {
    let plan = plan();
    for id in ["ward-urban-civility", "ward-rehabilitated", "rehabilitated"] {
        let target = plan.targets.iter().find(|target| target.id == *id).unwrap();
        let why = target.why.as_deref().unwrap_or_default();
        assert!(why.contains("mười một phường"), "{id}: {why}");
        let quote = target.source.quote.as_deref().unwrap();
        assert!(quote.contains("ít nhất"), "{id}: {quote}");
    }
}

#[test]
fn green_sundays_bear_their_ordinals_and_days() {
    let plan = plan();
    for (id, ordinal, day) in [
        ("green-sunday-152", 152, "2024-03-17"),
        ("green-sunday-153", 153, "2024-05-26"),
        ("green-sunday-154", 154, "2024-07-21"),
        ("green-sunday-155", 155, "2024-09-22"),
        ("base-green-sunday-152", 152, "2024-03-17"),
        ("base-green-sunday-155", 155, "2024-09-22"),
    ] {
        let activity = plan.activity(id).unwrap();
        assert_eq!(activity.ordinal, Some(ordinal), "{id}");
        assert_eq!(activity.when[0].from.to_iso(), day, "{id}");
    }
    let law = &plan.activity("law-day").unwrap().when[0];
    let (from, to) = law.applies();
    assert_eq!(
        (from.to_iso(), to.to_iso()),
        ("2024-10-15".into(), "2024-11-15".into())
    );
    // The second Sunday of each month.
    let sundays = &plan.activity("second-sundays").unwrap().when;
    assert_eq!(sundays.len(), 12);
    for (month, sunday) in (1..).zip(sundays) {
        let day = sunday.from;
        assert_eq!(day.month(), month);
        assert!((8..=14).contains(&day.day()), "{}", day.to_iso());
        assert_eq!(day.weekday(), Weekday::Sunday, "{}", day.to_iso());
    }
}

#[test]
fn the_calendar_is_due_before_the_twentieth_of_may_and_nothing_else_has_a_deadline() {
    let plan = plan();
    for unit in [DISTRICT, WARD, SCHOOL] {
        for occasion in occasions(&plan, plan.unit(unit).unwrap()) {
            let cutoff = occasion.cutoff.map(Instant::to_iso);
            let expected = (occasion.duty == *"calendar").then_some("2024-05-19T17:00:00Z");
            assert_eq!(cutoff.as_deref(), expected, "{unit} {}", occasion.duty);
        }
    }
    // As published: the first Green Sunday was two months earlier.
    let first = plan.activity("base-green-sunday-152").unwrap().when[0].from;
    assert_eq!(first.to_iso(), "2024-03-17");
}

#[test]
fn wards_report_by_half_year_and_year_and_schools_by_semester_and_school_year() {
    let plan = plan();
    let besides_months = |unit: &str| {
        let mut all = shipped::periods(&plan, unit);
        let before = all.len();
        all.retain(|line| !line.starts_with("monthly "));
        (before - all.len(), all)
    };
    for (unit, months, expected) in [
        (
            WARD,
            12,
            vec![
                "calendar 2024-01-01..2024-12-31",
                "half-year 2024-01-01..2024-06-30",
                "year 2024-01-01..2024-12-31",
            ],
        ),
        (
            "cong-an-quan",
            12,
            vec![
                "calendar 2024-01-01..2024-12-31",
                "half-year 2024-01-01..2024-06-30",
                "year 2024-01-01..2024-12-31",
            ],
        ),
        (
            SCHOOL,
            12,
            vec![
                "calendar 2024-01-01..2024-12-31",
                "term 2024-01-01..2024-05-31",
                "term 2024-09-01..2024-12-31",
                "school-year 2024-01-01..2024-08-31",
            ],
        ),
        (
            DISTRICT,
            0,
            vec![
                "city-periodic 2024-01-01..2024-06-30",
                "city-periodic 2024-01-01..2024-12-31",
            ],
        ),
        ("van-phong-quan-doan", 0, vec![]),
        ("nha-thieu-nhi", 0, vec![]),
    ] {
        let expected = expected.into_iter().map(str::to_owned).collect();
        assert_eq!(besides_months(unit), (months, expected), "{unit}");
    }
    assert_eq!(
        plan.duty("city-periodic").unwrap().to.as_deref(),
        Some("Thành Đoàn TP. Hồ Chí Minh")
    );
}

#[test]
fn what_is_most_urgent_stands_first_at_the_moments_that_matter() {
    let plan = plan();
    for (unit, now, first, count) in [
        // The plan cannot be older than the city's, of 3 May.
        (
            WARD,
            "2024-05-02T23:59:59",
            "half-year 6 tháng đầu năm 2024: Open",
            15,
        ),
        (
            WARD,
            "2024-05-03T00:00:00",
            "calendar Lịch hoạt động năm 2024: Open",
            15,
        ),
        (
            WARD,
            "2024-05-18T00:00:00",
            "calendar Lịch hoạt động năm 2024: DueSoon",
            15,
        ),
        (
            WARD,
            "2024-05-19T23:59:59",
            "calendar Lịch hoạt động năm 2024: DueSoon",
            15,
        ),
        (
            WARD,
            "2024-05-20T00:00:00",
            "calendar Lịch hoạt động năm 2024: Late",
            15,
        ),
        (
            SCHOOL,
            "2024-05-20T00:00:00",
            "calendar Lịch hoạt động năm 2024: Late",
            16,
        ),
        (
            DISTRICT,
            "2030-01-01T00:00:00",
            "city-periodic 6 tháng đầu năm 2024: Open",
            2,
        ),
    ] {
        let owed = shipped::owed(&plan, unit, now);
        assert_eq!(owed.len(), count, "{unit} {now}");
        assert_eq!(
            owed.first().map(String::as_str),
            Some(first),
            "{unit} {now}"
        );
    }
}

/// The plan was not issued yet in the first four months; the half-year's report takes them in.
#[test]
fn the_months_before_the_plan_are_waived() {
    let owed = shipped::owed(&plan(), WARD, "2024-06-15T08:00:00");
    let last: Vec<_> = owed.iter().rev().take(5).rev().collect();
    assert_eq!(
        last,
        [
            "monthly Tháng 12: NotYetOpen",
            "monthly Tháng 1: Waived",
            "monthly Tháng 2: Waived",
            "monthly Tháng 3: Waived",
            "monthly Tháng 4: Waived",
        ]
    );
}

#[test]
fn the_document_bears_neither_number_nor_day_of_issue() {
    let document = plan().document.unwrap();
    assert_eq!((document.number, document.issued), (None, None));
    let cited: Vec<_> = document
        .bases
        .iter()
        .filter_map(|base| base.number.as_deref())
        .collect();
    assert_eq!(
        cited,
        [
            "146-KH/ĐTN-BMT.ANQP.ĐBDC",
            "06-CTr/QU",
            "153/KH-UBND",
            "138/KH-UBND"
        ]
    );
}
