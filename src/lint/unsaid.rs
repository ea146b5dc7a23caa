//! Duties that do not say who owes them, how they are sent or in which form.
//!
//! Why: each unit asks by phone, or sends to another address and in another form. A channel on the
//! internet needs its address; a letter does not. A form is given where the words name one ("theo mẫu")
//! or the report is filled in on the internet, and where the document holds it or is one itself. What is
//! waived altogether needs none of it.
//! Example: "báo cáo số liệu trực tuyến" with no link; "báo cáo kết quả" with no form.

use super::attached::holds;
use super::view::{View, is_added};
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::finding::{Path, Severity};
use crate::plan::{Channel, Duty, Selector};
use crate::schedule::listed_periods;
use crate::text::{Both, fold};

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

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DUTY_NO_OWNER, &DUTY_NO_CHANNEL, &DUTY_NO_TEMPLATE],
};

static DUTY_NO_OWNER: Lint = Lint {
    code: "duty.noOwner",
    about: "Duties do not say who owes them.",
    severities: &[Severity::Info],
    gaps: &[("count", &["3"])],
    says: Both {
        vi: "{count} chế độ báo cáo không nêu đơn vị nào phải báo cáo.",
        en: "{count} duties do not say who reports.",
    },
    mend: Both {
        vi: "Nêu rõ đơn vị, khu vực hoặc cấp phải báo cáo.",
        en: "Name the units, sectors or levels that report.",
    },
};

static DUTY_NO_CHANNEL: Lint = Lint {
    code: "duty.noChannel",
    about: "Duties do not say how the report is to be sent, or not to which address.",
    severities: &[Severity::Info],
    gaps: &[("count", &["3"])],
    says: Both {
        vi: "{count} chế độ báo cáo không nêu cách gửi hoặc địa chỉ nhận.",
        en: "{count} duties do not say how or to which address the report is sent.",
    },
    mend: Both {
        vi: "Nêu đường dẫn, hộp thư hoặc nơi nhận văn bản.",
        en: "Give the link, the mailbox or the office that takes the letter.",
    },
};

static DUTY_NO_TEMPLATE: Lint = Lint {
    code: "duty.noTemplate",
    about: "The document gives no form for duties; the office made one.",
    severities: &[Severity::Info],
    gaps: &[("count", &["3"])],
    says: Both {
        vi: "Văn bản không kèm mẫu cho {count} chế độ báo cáo; mẫu đang dùng do cơ quan ban hành lập thêm.",
        en: "The document gives no form for {count} duties; those in use were made by the office.",
    },
    mend: Both {
        vi: "Gửi mẫu báo cáo kèm văn bản.",
        en: "Send the form with the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let duties: Vec<(Path, &Duty)> = view
        .duties()
        .filter(|(_, duty)| !is_waived(view, duty))
        .collect();
    let mut find = |lacks: &dyn Fn(&Duty) -> bool, lint: &'static Lint| {
        let lacking: Vec<Stated> = duties
            .iter()
            .filter(|(_, duty)| lacks(duty))
            .map(|(path, duty)| {
                let name = Reading::Words(duty.name.clone());
                Stated::new(path.clone(), &duty.source, Some(name))
            })
            .collect();
        if !lacking.is_empty() {
            let finding = LintFinding::new(
                Severity::Info,
                Path::top("duties"),
                lint.counting(lacking.len()),
            );
            out.push(finding.stating(lacking));
        }
    };
    find(&|duty| duty.by == Selector::default(), &DUTY_NO_OWNER);
    find(&lacks_channel, &DUTY_NO_CHANNEL);
    find(&|duty| lacks_form(view, duty), &DUTY_NO_TEMPLATE);
}

/// Whether every report of the duty is taken in by another.
fn is_waived(view: &View<'_>, duty: &Duty) -> bool {
    let made = duty
        .schedule()
        .map(|stated| listed_periods(view.plan, &stated.schedule));
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
    let is_held = template.is_some_and(|form| holds(view, form));
    let is_made = template.is_some_and(|form| is_added(&form.source));
    !is_held && (is_made || (!quotes.is_empty() && !named))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::{Value, json};

    fn owed() -> Value {
        let mut one = duty(json!({"listed": [
            {"period": {"from": "2023-03-01", "to": "2023-03-31"}, "deadline": {"date": "2023-04-02"}}]}));
        one["by"] = json!({"levels": ["base"]});
        one["channels"] = json!([{"name": "Văn bản chính thức"}]);
        one
    }

    fn found(change: impl Fn(&mut Value)) -> String {
        let mut one = owed();
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
    fn a_form_that_the_document_holds() {
        let lacks = "info duty.noTemplate";
        for (title, form, expected) in [
            ("Kế hoạch", json!({"section": "V"}), lacks),
            ("Kế hoạch", json!({"section": "Mẫu 02"}), ""),
            (
                "Kế hoạch",
                json!({"section": "V.1", "quote": "MẪU BÁO CÁO QUÝ"}),
                "",
            ),
            (
                "Kế hoạch",
                json!({"section": "V.1", "quote": "Biểu dương các đơn vị"}),
                lacks,
            ),
            ("Biểu mẫu báo cáo quý", json!({"section": "I"}), ""),
            (
                "Biểu mẫu báo cáo quý",
                json!({"section": "Ngoài văn bản"}),
                "",
            ),
            (
                "Biểu dương thanh niên tiên tiến",
                json!({"section": "I"}),
                lacks,
            ),
        ] {
            let mut one = owed();
            one["source"]["quote"] = json!("gửi biên bản 01 ngày sau hội nghị");
            let form = json!({"id": "form", "sections": [], "source": form});
            let plan = plan(json!({"title": title, "duties": [one], "templates": [form]}));
            assert_eq!(
                codes(&plan, "duty."),
                expected,
                "{title} {:?}",
                plan.templates
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
