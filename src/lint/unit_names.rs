//! Two units of one name.
//!
//! Why: a secretary who looks for "Chi đoàn 1" finds two and reports as the other; the office files one's report under
//! the other. Under different superiors two units may bear one name on paper, but on a list people choose by the name.
//! Example: "Chi đoàn khu phố 1" of two wards; "Đoàn phường Tây Thạnh" and "Đoàn Phường Tây Thạnh".

use super::view::View;
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::finding::{Path, Severity};
use crate::plan::Unit;
use crate::text::{Both, fold};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&UNIT_SAME_NAME],
};

static UNIT_SAME_NAME: Lint = Lint {
    code: "unit.sameName",
    about: "Two units bear one name, and whoever chooses one cannot tell them apart.",
    severities: &[Severity::Warning],
    gaps: &[("name", &["Chi đoàn khu phố 1"])],
    says: Both {
        vi: "Hai đơn vị cùng tên “{name}” nên người báo cáo dễ chọn nhầm.",
        en: "Two units are named “{name}”, so that whoever reports may choose the other.",
    },
    mend: Both {
        vi: "Ghi thêm vào tên, ví dụ tên phường hoặc xã; nếu là một đơn vị ghi hai lần thì bỏ bớt một.",
        en: "Add to the name, for example the ward or commune; where one unit stands twice, strike one.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let units = &view.plan.units;
    for (at, unit) in units.iter().enumerate() {
        let name = fold(&unit.name);
        let before = units
            .iter()
            .take(at)
            .position(|one| fold(&one.name) == name);
        let Some((before, other)) = before.and_then(|at| Some((at, units.get(at)?))) else {
            continue;
        };
        let said = UNIT_SAME_NAME.with("name", unit.name.clone());
        let finding = LintFinding::new(Severity::Warning, Path::top("units").at(at), said);
        out.push(finding.stating([stated(before, other), stated(at, unit)]));
    }
}

fn stated(at: usize, unit: &Unit) -> Stated {
    Stated {
        path: Path::top("units").at(at),
        section: String::new(),
        quote: None,
        reading: Some(Reading::Words(unit.name.clone())),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::{Value, json};

    #[test]
    fn two_units_of_one_name() {
        for (names, expected) in [
            (["Phường 1", "Phường 2"], ""),
            (["Phường 1", "Phường 1"], "warning unit.sameName"),
            (
                ["Đoàn phường Tây Thạnh", "Đoàn Phường  Tây Thạnh"],
                "warning unit.sameName",
            ),
            (["Phường 1", "Phường 11"], ""),
        ] {
            let units: Vec<Value> = (names.iter().enumerate())
                .map(|(at, name)| json!({"id": format!("u{at}"), "name": name, "level": "base"}))
                .collect();
            assert_eq!(
                codes(&plan(json!({"units": units})), "unit."),
                expected,
                "{names:?}"
            );
        }
    }
}
