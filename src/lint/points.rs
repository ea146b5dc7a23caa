//! Tables of points in which something cannot be reached: a band beyond all points, a criterion that no report asks.
//!
//! Why: whoever is scored is told of a band that nobody can reach, or has no place for points that are to be given.
//! Example: "Xuất sắc từ 95 điểm" where all criteria together come to 90.

use super::view::View;
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::plan::{Award, Duty, Id, Only, Plan, Scoring, Unit};
use crate::text::{Both, format_typed};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&BEYOND, &NOT_ASKED],
};

static BEYOND: Lint = Lint {
    code: "band.beyondPoints",
    about: "A band begins above all that the criteria come to together.",
    severities: &[Severity::Warning],
    gaps: &[
        ("name", &["Xuất sắc"]),
        ("from", &["95"]),
        ("most", &["90"]),
    ],
    says: Both {
        vi: "Mức “{name}” từ {from} điểm nhưng các tiêu chí cộng lại chỉ có {most} điểm.",
        en: "The band “{name}” begins at {from} points, but all criteria together come to {most}.",
    },
    mend: Both {
        vi: "Xem lại điểm tối đa của từng tiêu chí, hoặc mức điểm xếp loại.",
        en: "Check the most points of each criterion, or where the band begins.",
    },
};

static NOT_ASKED: Lint = Lint {
    code: "criterion.notAsked",
    about: "A criterion is answered by the units themselves, and some who are scored are asked for it in no report.",
    severities: &[Severity::Warning],
    gaps: &[("name", &["Công trình thanh niên"]), ("count", &["2"])],
    says: Both {
        vi: "Tiêu chí “{name}” do đơn vị tự chấm nhưng không mẫu báo cáo nào hỏi {count} đơn vị được chấm.",
        en: "The criterion “{name}” is answered by the units, but {count} of those who are scored are asked for it in no report.",
    },
    mend: Both {
        vi: "Thêm tiêu chí này vào mẫu báo cáo của các đơn vị đó.",
        en: "Add it to a form of these units.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, scoring) in view.plan.scorings.iter().enumerate() {
        let path = Path::top("scorings").at(at);
        bands(view.plan, scoring, &path, out);
        for (at, criterion) in scoring.criteria.iter().enumerate() {
            let Award::Own(id) = &criterion.by else {
                continue;
            };
            let lacks =
                |unit: &&Unit| scoring.units.chooses(unit) && !is_asked(view.plan, unit, id);
            let lacking = view.plan.units.iter().filter(lacks).count();
            if lacking > 0 {
                let said = NOT_ASKED
                    .counting(lacking)
                    .with("name", criterion.name(view.plan).to_owned());
                let place = path.clone().then("criteria").at(at);
                out.push(LintFinding::new(Severity::Warning, place, said));
            }
        }
    }
}

fn bands(plan: &Plan, scoring: &Scoring, path: &Path, out: &mut Vec<LintFinding>) {
    let most = scoring.most(plan);
    for (at, band) in scoring.bands.iter().enumerate() {
        if band.from > most {
            let said = BEYOND
                .with("name", band.name.clone())
                .with("from", format_typed(band.from, scoring.decimals))
                .with("most", format_typed(most, scoring.decimals));
            let place = path.clone().then("bands").at(at);
            out.push(LintFinding::new(Severity::Warning, place, said));
        }
    }
}

/// Whether some report asks the unit for it, as far as no answer and no day decide.
fn is_asked(plan: &Plan, unit: &Unit, id: &Id) -> bool {
    let chosen =
        |only: &Option<Box<Only>>| only.as_ref().is_none_or(|only| only.units.chooses(unit));
    let asks = |duty: &Duty| {
        let template = plan.template(duty.template.as_str());
        let sections = template.map_or(&[][..], |template| &template.sections);
        let mut sections = sections.iter().filter(|section| chosen(&section.only));
        sections.any(|section| {
            let mut fields = section.fields.iter();
            fields.any(|field| field.indicator == *id && chosen(&field.only))
        })
    };
    let mut duties = plan.duties.iter();
    duties.any(|duty| duty.by.chooses(unit) && asks(duty))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::codes;
    use crate::plan::Plan;
    use serde_json::{Value, json};

    fn plan(change: impl FnOnce(&mut Value)) -> Plan {
        let table = include_str!("../../tests/wide/twenty-criteria.later.json");
        let mut table: Value = serde_json::from_str(table).unwrap();
        change(&mut table["plan"]);
        Plan::parse(&table["plan"].to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
    }

    #[test]
    fn a_band_lies_within_what_can_be_reached() {
        assert_eq!(codes(&plan(|_| {}), "band.beyondPoints"), "");
        let higher = plan(|plan| plan["scorings"][0]["bands"][0]["from"] = json!(1001));
        assert_eq!(codes(&higher, "band.beyondPoints").lines().count(), 1);
    }

    #[test]
    fn a_criterion_is_asked_of_all_who_are_scored() {
        assert_eq!(codes(&plan(|_| {}), "criterion.notAsked"), "");
        let only = json!({"units": {"units": ["xa-1"]}});
        let fewer = plan(|plan| plan["templates"][0]["sections"][3]["only"] = only);
        assert_eq!(
            codes(&fewer, "criterion.notAsked")
                .split_whitespace()
                .count(),
            8
        );
    }
}
