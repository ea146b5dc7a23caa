//! The programme of Sóc Trăng province for 2024 as it is shipped: its twelve points taken apart, and the
//! two reports that the office adds, because the document sets targets and asks nobody to report.

mod shipped;

use phieu::plan::{Certainty, Measure, Plan};

const RURAL: &str = "huyen-ke-sach";
const CITY: &str = "thanh-pho-soc-trang";
const ATTACHED: &str = "khoi-co-quan-doanh-nghiep";
const PROVINCE: &str = "tinh-doan";

fn plan() -> Plan {
    shipped::plan("soc-trang-chuong-trinh-2024")
}

#[test]
fn every_target_stands_as_one_value_for_one_population() {
    let expected = [
        "resolution-officers: AtLeast BasisPoints(10000) Each Plan 17",
        "resolution-members: AtLeast BasisPoints(10000) Each Plan 17",
        "resolution-youth: AtLeast BasisPoints(8000) Whole Plan 17",
        "volunteering: AtLeast Count(85000) Whole Plan 17",
        "ideas-realised: AtLeast Count(134) Whole Plan 17",
        "digital-skills: AtLeast BasisPoints(6000) Whole Plan 17",
        "public-services: AtLeast BasisPoints(3000) Whole Plan 17",
        "e-payments: AtLeast BasisPoints(3500) Whole Plan 17",
        "trees: AtLeast Count(255000) Whole Plan 17",
        "hamlets: AtLeast Count(1) Whole Year 17",
        "loans: AtLeast Money(2000000000) Whole Plan 17",
        "startup-projects: AtLeast Count(21) Whole Plan 17",
        "career-advice: AtLeast Count(79000) Whole Year 17",
        "jobs-introduced: AtLeast Count(12500) Whole Year 17",
        "integration: AtLeast Count(14000) Whole Year 17",
        "children-supported: AtLeast Count(10000) Whole Plan 17",
        "members-excellent: AtLeast BasisPoints(5000) Whole Plan 17",
        "youth-gathered: AtLeast BasisPoints(6800) Whole Plan 17",
        "party-introduced: AtLeast Count(2217) Whole Plan 17",
        "party-admitted: AtLeast BasisPoints(7000) Whole Plan 17",
    ];
    assert_eq!(shipped::targets(&plan()), expected);
}

#[test]
fn the_twelve_points_give_twenty_targets() {
    let plan = plan();
    let parts = [3, 1, 1, 3, 1, 1, 2, 2, 1, 1, 2, 2];
    for (number, parts) in (1..).zip(parts) {
        let number = format!("({number})");
        let found = plan
            .targets
            .iter()
            .filter(|target| target.number.as_ref() == Some(&number))
            .inspect(|target| assert_eq!(target.source.section, format!("III{number}")));
        assert_eq!(found.count(), parts, "{number}");
    }
}

/// Persons and attendances are never added; both parts of a share are asked.
#[test]
fn every_figure_bears_its_noun() {
    let plan = plan();
    for (indicator, expected) in [
        ("volunteering", "lượt"),
        ("ideas-realised", "ý tưởng, sáng kiến"),
        ("trees", "cây"),
        ("hamlets", "ấp"),
        ("startup-projects", "dự án"),
        ("career-advice", "lượt"),
        ("jobs-introduced", "người"),
        ("integration", "lượt"),
        ("children-supported", "người"),
        ("party-introduced", "người"),
        ("youth-gathered", "người of tổng số thanh niên"),
        ("members-excellent", "người of tổng số đoàn viên"),
        ("party-admitted", "người of tổng số đảng viên mới kết nạp"),
        ("digital-skills", "người of tổng số thanh thiếu nhi"),
        ("loans", "đồng"),
    ] {
        let found = match &*plan.indicator(indicator).unwrap().measure {
            Measure::Count(of) => of.noun.clone(),
            Measure::Share(of) => format!("{} of {}", of.noun, of.whole),
            Measure::Money(_) => "đồng".to_owned(),
            other => panic!("{indicator}: {other:?}"),
        };
        assert_eq!(found, expected, "{indicator}");
    }
}

#[test]
fn eleven_districts_and_six_attached_unions_report() {
    let plan = plan();
    let of = |sector: &str| {
        let named =
            |unit: &&phieu::plan::Unit| unit.sector.as_ref().is_some_and(|id| *id == *sector);
        plan.units.iter().filter(named).count()
    };
    assert_eq!(
        [of("rural"), of("town"), of("city"), of("attached")],
        [8, 2, 1, 6]
    );
    for (activity, expected) in [
        ("hamlets", 10),
        ("pioneer-camps", 11),
        ("campaign-clusters", 12),
    ] {
        let units = &plan.activity(activity).unwrap().units;
        let chosen = plan.units.iter().filter(|unit| units.chooses(unit)).count();
        assert_eq!(chosen, expected, "{activity}");
    }
}

/// The document asks nobody to report: both duties are the office's, and say so.
#[test]
fn the_office_adds_the_reports_that_the_document_does_not_ask_for() {
    let plan = plan();
    for duty in &plan.duties {
        assert_eq!(duty.source.section, "ngoài văn bản", "{}", duty.id);
        assert_eq!(duty.source.quote, None, "{}", duty.id);
        let why = duty.why.as_deref().unwrap_or_default();
        assert!(why.contains("không đặt chế độ báo cáo"), "{}", duty.id);
    }
    for unit in [RURAL, CITY, ATTACHED] {
        assert_eq!(
            shipped::periods(&plan, unit),
            [
                "half-year 2024-01-01..2024-06-30",
                "year 2024-01-01..2024-12-31"
            ],
            "{unit}"
        );
    }
    assert!(shipped::periods(&plan, PROVINCE).is_empty());
}

#[test]
fn what_is_most_urgent_stands_first_at_the_moments_that_matter() {
    let plan = plan();
    for (now, expected) in [
        (
            "2023-12-31T23:59:59",
            [
                "half-year 6 tháng đầu năm 2024: NotYetOpen",
                "year Năm 2024: NotYetOpen",
            ],
        ),
        (
            "2024-01-01T00:00:00",
            [
                "half-year 6 tháng đầu năm 2024: Open",
                "year Năm 2024: Open",
            ],
        ),
        (
            "2024-07-04T00:00:00",
            [
                "half-year 6 tháng đầu năm 2024: DueSoon",
                "year Năm 2024: Open",
            ],
        ),
        // The day itself is still in time.
        (
            "2024-07-10T23:59:59",
            [
                "half-year 6 tháng đầu năm 2024: DueSoon",
                "year Năm 2024: Open",
            ],
        ),
        (
            "2024-07-11T00:00:00",
            [
                "half-year 6 tháng đầu năm 2024: Late",
                "year Năm 2024: Open",
            ],
        ),
        (
            "2025-01-11T00:00:00",
            [
                "half-year 6 tháng đầu năm 2024: Late",
                "year Năm 2024: Late",
            ],
        ),
    ] {
        assert_eq!(shipped::owed(&plan, RURAL, now), expected, "{now}");
    }
}

#[test]
fn anniversaries_stand_on_their_days_of_2024() {
    let plan = plan();
    for (id, day) in [
        ("nguyen-chi-thanh", "2024-01-01"),
        ("nguyen-luong-bang", "2024-04-02"),
        ("tran-phu", "2024-05-01"),
        ("dien-bien-phu", "2024-05-07"),
        ("ho-chi-minh-trail", "2024-05-19"),
        ("hoang-dinh-giong", "2024-06-01"),
        ("geneva", "2024-07-21"),
        ("gratitude", "2024-07-27"),
        ("three-readinesses", "2024-08-09"),
        ("remember-uncle-ho", "2024-09-02"),
        ("ly-tu-trong", "2024-10-20"),
        ("binh-gia", "2024-12-02"),
        ("peoples-army", "2024-12-22"),
        ("national-defence", "2024-12-22"),
    ] {
        let when = &plan.activity(id).unwrap().when;
        assert_eq!(when.len(), 1, "{id}");
        assert_eq!(when[0].from.to_iso(), day, "{id}");
        assert_eq!(when[0].certainty, Certainty::Exact, "{id}");
    }
}

/// The document is kept as it is: undated and unnumbered, with an annex that is not there, one conclusion
/// cited twice, and slogans that set no target.
#[test]
fn the_document_keeps_its_imperfections() {
    let plan = plan();
    let document = plan.document.as_ref().unwrap();
    assert_eq!((&document.number, document.issued), (&None, None));
    assert_eq!(plan.theme.as_deref(), Some("Năm Thanh niên tình nguyện"));
    let annex = document.tasks.last().unwrap();
    assert!(annex.text.ends_with("(Có phụ lục kèm theo)"));
    let cited = document.bases.iter();
    let twice = cited.filter(|base| base.number.as_deref() == Some("21-KL/TW"));
    let dates: Vec<_> = twice
        .map(|base| base.date.map(|day| day.to_iso()))
        .collect();
    assert_eq!(dates, [None, Some("2021-10-25".to_owned())]);
    for slogan in [
        "Mỗi thanh niên một ý tưởng, sáng kiến",
        "Mỗi ngày một tin tốt, mỗi tuần một câu chuyện đẹp",
        "Mỗi xã một sản phẩm",
        "3 liên kết",
    ] {
        assert!(document.slogans.iter().any(|kept| kept.text == slogan));
        let mut quotes = plan
            .targets
            .iter()
            .filter_map(|target| target.source.quote.as_ref());
        assert!(quotes.all(|quote| !quote.contains(slogan)), "{slogan}");
    }
    assert_eq!(document.recipients.len(), 11);
}
