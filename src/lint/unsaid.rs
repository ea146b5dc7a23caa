//! Duties that do not say who owes them, how they are sent or in which form.
//!
//! Why: each unit asks by phone, or sends to another address and in another form. A channel on the
//! internet needs its address; a letter does not. A form is given where the words name one ("theo mẫu")
//! or the report is filled in on the internet. What is waived altogether needs none of it.
//! Example: "báo cáo số liệu trực tuyến" with no link; "báo cáo kết quả" with no form.

use super::view::{View, is_added};
use super::{LintFinding, LintKind, Reading, Stated};
use crate::finding::{Path, Severity};
use crate::plan::{Channel, Duty, Selector};
use crate::schedule::occasions;
use crate::text::fold;

/// What names a form, or a page that is one.
const FORMS: &[&str] = &[
    "theo mau",
    "bieu mau",
    "mau bao cao",
    "duong dan",
    "truc tuyen",
    "phan mem",
];

/// What names a channel that needs an address.
const ONLINE: &[&str] = &[
    "truc tuyen",
    "duong dan",
    "hop thu",
    "mail",
    "bieu mau",
    "phan mem",
];

pub(super) fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let duties: Vec<(Path, &Duty)> = view
        .duties()
        .filter(|(_, duty)| !is_waived(view, duty))
        .collect();
    let mut find = |lacks: &dyn Fn(&Duty) -> bool, kind: fn(usize) -> LintKind| {
        let lacking: Vec<Stated> = duties
            .iter()
            .filter(|(_, duty)| lacks(duty))
            .map(|(path, duty)| {
                let name = Reading::Words(duty.name.clone());
                Stated::new(path.clone(), &duty.source, Some(name))
            })
            .collect();
        if !lacking.is_empty() {
            let finding =
                LintFinding::new(Severity::Info, Path::top("duties"), kind(lacking.len()));
            out.push(finding.stating(lacking));
        }
    };
    find(&|duty| duty.by == Selector::default(), |count| {
        LintKind::DutyNoOwner { count }
    });
    find(&lacks_channel, |count| LintKind::DutyNoChannel { count });
    find(&|duty| lacks_form(view, duty), |count| {
        LintKind::DutyNoTemplate { count }
    });
}

/// Whether every report of the duty is taken in by another.
fn is_waived(view: &View<'_>, duty: &Duty) -> bool {
    let made = duty
        .schedule()
        .map(|stated| occasions(view.plan, &stated.schedule));
    let waived = |period| {
        duty.waivers
            .iter()
            .any(|waiver| waiver.within.encloses(period))
    };
    made.is_some_and(|made| !made.is_empty() && made.iter().all(|one| waived(one.period)))
}

/// Whether no channel is named, or one of the internet without its address.
fn lacks_channel(duty: &Duty) -> bool {
    let unaddressed = |channel: &Channel| {
        let name = fold(&channel.name);
        channel.address.is_none() && ONLINE.iter().any(|word| name.contains(word))
    };
    duty.channels.is_empty() || duty.channels.iter().any(unaddressed)
}

/// Whether the document gives no form. What the office added is the office's own to see to.
fn lacks_form(view: &View<'_>, duty: &Duty) -> bool {
    if is_added(&duty.source) {
        return false;
    }
    let template = view.plan.template(duty.template.as_str());
    let stated = duty.schedules.iter().map(|stated| &stated.source);
    let sources = stated.chain([&duty.source]);
    let quotes: Vec<String> = sources
        .filter_map(|source| source.quote.as_deref().map(fold))
        .collect();
    let named = quotes
        .iter()
        .any(|quote| FORMS.iter().any(|form| quote.contains(form)));
    template.is_some_and(|form| is_added(&form.source)) || (!quotes.is_empty() && !named)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::{Value, json};

    fn found(change: impl Fn(&mut Value)) -> String {
        let mut one = duty(json!({"listed": [
            {"period": {"from": "2023-03-01", "to": "2023-03-31"}, "deadline": {"date": "2023-04-02"}}]}));
        one["by"] = json!({"levels": ["base"]});
        one["channels"] = json!([{"name": "Văn bản chính thức"}]);
        change(&mut one);
        let plan = plan(json!({"duties": [one], "templates": [
            {"id": "form", "sections": [], "source": {"section": "V"}},
            {"id": "added", "sections": [], "source": {"section": "Ngoài văn bản"}}]}));
        codes(&plan, "duty.")
    }

    #[test]
    fn who_reports() {
        assert_eq!(found(|_| {}), "");
        assert_eq!(found(|duty| duty["by"] = json!({})), "info duty.noOwner");
    }

    #[test]
    fn in_which_form() {
        assert_eq!(
            found(|duty| duty["template"] = json!("added")),
            "info duty.noTemplate"
        );
        for (quote, expected) in [
            ("báo cáo kết quả thực hiện Tháng Thanh niên (theo mẫu)", ""),
            ("báo cáo tuần thông qua đường dẫn https://forms.gle/x", ""),
            (
                "báo cáo kết quả thực hiện chương trình",
                "info duty.noTemplate",
            ),
        ] {
            assert_eq!(
                found(|duty| duty["source"]["quote"] = json!(quote)),
                expected,
                "{quote}"
            );
        }
    }

    #[test]
    fn how_it_is_sent() {
        for (channels, expected) in [
            (json!([]), "info duty.noChannel"),
            (
                json!([{"name": "Báo cáo số liệu trực tuyến"}]),
                "info duty.noChannel",
            ),
            (
                json!([{"name": "Biểu mẫu trực tuyến", "address": "https://forms.gle/x"}]),
                "",
            ),
            (json!([{"name": "Văn bản chính thức"}]), ""),
        ] {
            assert_eq!(
                found(|duty| duty["channels"] = channels.clone()),
                expected,
                "{channels}"
            );
        }
    }
}
