//! What follows a report that was sent: what the document asks for on paper or to a mailbox besides, and the files that can
//! still be added to it, first the document itself once it is signed and stamped.

use crate::finding::Path;
use crate::message;
use crate::plan::{Only, Plan};
use crate::report::{Report, Value};
use crate::text::Lang;
use crate::value::File;
use serde::Serialize;

/// What is still to be sent of a report (còn phải gửi), and what of it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Follows {
    /// What goes another way than through the form, each in a sentence.
    pub beside: Vec<String>,
    /// The questions that are answered by files, in the order of the form: those that have none yet, and of signed
    /// documents also those that have.
    pub files: Vec<FollowingFiles>,
}

/// A question that is answered by files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FollowingFiles {
    /// Its place in the form.
    pub path: Path,
    /// Whether the document itself is asked there, signed and stamped.
    pub signed: bool,
    /// Whether files are there.
    pub is_there: bool,
    /// What is lacking, may be added or has come, in a sentence.
    pub text: String,
}

/// What of a duty goes another way than through the form, each in a sentence; nothing where the plan has no such duty.
#[must_use]
pub fn beside(plan: &Plan, duty: &str, lang: Lang) -> Vec<String> {
    plan.duty(duty).map_or_else(Vec::new, |duty| {
        message::beside(&duty.channels, plan.receiver(duty), lang)
    })
}

/// What follows a report; nothing where the plan has no such duty or unit any more.
#[must_use]
pub fn follows(plan: &Plan, report: &Report, lang: Lang) -> Follows {
    let mut files = Vec::new();
    let duty = plan.duty(&report.duty);
    let template = duty.and_then(|duty| plan.template(duty.template.as_str()));
    if let (Some(template), Some(unit)) = (template, plan.unit(&report.unit)) {
        let asks = |only: Option<&Only>| {
            only.is_none_or(|only| only.is_asked(unit, report.period, &report.figures))
        };
        for section in &template.sections {
            if !asks(section.only.as_deref()) {
                continue;
            }
            for field in &section.fields {
                let id = field.indicator.as_str();
                let indicator = plan.indicator(id).filter(|_| asks(field.only.as_deref()));
                let Some((indicator, measure)) =
                    indicator.and_then(|one| Some((one, one.measure.files()?)))
                else {
                    continue;
                };
                let there = match report.figures.get(id) {
                    Some(Value::Files(files)) => &files[..],
                    _ => &[],
                };
                let text = match (measure.signed, there.is_empty()) {
                    (true, true) => message::signed_lacking(lang).to_owned(),
                    (true, false) => {
                        let names: Vec<_> = there.iter().map(File::in_words).collect();
                        message::signed_there(&names, lang)
                    }
                    (false, true) => message::file_lacking(&indicator.label, lang),
                    (false, false) => continue,
                };
                files.push(FollowingFiles {
                    path: Path::figure(id),
                    signed: measure.signed,
                    is_there: !there.is_empty(),
                    text,
                });
            }
        }
    }
    Follows {
        beside: beside(plan, &report.duty, lang),
        files,
    }
}

/// Whether two reports say the same but for files, and for the version of the plan with which each was made.
#[must_use]
pub fn differ_in_files_alone(one: &Report, other: &Report) -> bool {
    without_files(one) == without_files(other)
}

fn without_files(report: &Report) -> Report {
    let mut rest = report.clone();
    rest.plan_version = 0;
    let kept = report.figures.iter();
    rest.figures = kept
        .filter(|(_, value)| !matches!(value, Value::Files(_)))
        .map(|(id, value)| (id.to_owned(), value.clone()))
        .collect();
    rest
}

#[cfg(test)]
mod tests {
    use super::{Follows, beside, differ_in_files_alone, follows};
    use crate::plan::Plan;
    use crate::report::{Report, Value};
    use crate::text::Lang;
    use serde_json::{Value as Json, json};

    /// A plan whose weekly report asks for its scan, for photos upon an answer, and for a letter and a mail besides.
    fn plan(only: &Json) -> Plan {
        let file = |signed: bool| json!({"file": {"kinds": ["pdf"], "most": 2, "megabytes": 10, "signed": signed}});
        let mut plan: Json =
            serde_json::from_str(include_str!("../../tests/collector/plan.json")).unwrap();
        let indicators = plan["indicators"].as_array_mut().unwrap();
        indicators
            .push(json!({"id": "scan", "label": "Báo cáo có ký, đóng dấu", "measure": file(true)}));
        indicators.push(json!({"id": "photos", "label": "Ảnh hoạt động", "measure": file(false)}));
        indicators.push(json!({"id": "held", "label": "Đã tổ chức", "measure": "done"}));
        let fields = &mut plan["templates"][0]["sections"][0]["fields"];
        let fields = fields.as_array_mut().unwrap();
        let mut scan = json!({"indicator": "scan"});
        if !only.is_null() {
            scan["only"] = only.clone();
        }
        fields.push(json!({"indicator": "held"}));
        fields.push(scan);
        let upon = json!({"answer": {"indicator": "held", "is": ["done"]}});
        fields.push(json!({"indicator": "photos", "only": upon}));
        plan["duties"][0]["to"] = json!("Quận Đoàn Tân Phú");
        plan["duties"][0]["channels"] = json!([
            {"name": "Biểu mẫu trực tuyến", "address": "https://forms.example/a"},
            {"name": "Báo cáo số liệu trực tuyến", "kind": "online"},
            {"name": "Tập tin điện tử về hộp thư", "address": "quandoan@example.com"},
            {"name": "Văn bản chính thức", "kind": "paper"},
            {"name": "Công văn"}
        ]);
        Plan::parse(&plan.to_string()).unwrap()
    }

    fn report(figures: &Json) -> Report {
        let json = json!({"format": 1, "plan": "trees", "planVersion": 2, "duty": "weekly", "unit": "tay-thanh",
            "period": {"from": "2023-02-26", "to": "2023-03-03"}, "figures": figures});
        crate::read::from_str(&json.to_string()).unwrap()
    }

    fn texts(follows: &Follows) -> Vec<(&str, bool, bool, &str)> {
        let files = follows.files.iter();
        files
            .map(|one| (one.path.as_str(), one.signed, one.is_there, &*one.text))
            .collect()
    }

    #[test]
    fn the_paper_goes_to_the_office_and_the_rest_where_the_document_says() {
        let plan = plan(&json!(null));
        assert_eq!(
            beside(&plan, "weekly", Lang::Vi),
            [
                "Bản giấy có chữ ký và dấu: nộp về Quận Đoàn Tân Phú.",
                "Ngoài báo cáo gửi ở đây, văn bản còn yêu cầu gửi: Tập tin điện tử về hộp thư (quandoan@example.com); Công văn."
            ]
        );
        assert_eq!(beside(&plan, "gone", Lang::Vi), [""; 0]);
    }

    #[test]
    fn a_report_lacks_its_scan_until_the_scan_has_come() {
        let plan = plan(&json!(null));
        let mut sent = report(&json!({"trees": 100}));
        let lacking = (
            "/figures/scan",
            true,
            false,
            "Còn thiếu bản đã ký, đóng dấu.",
        );
        assert_eq!(texts(&follows(&plan, &sent, Lang::Vi)), [lacking]);
        let file = json!([{"hash": "0a".repeat(32), "name": "BC 05.pdf", "bytes": 900_000, "kind": "pdf"}]);
        let file: Value = serde_json::from_value(file).unwrap();
        sent.figures.insert("scan".to_owned(), file);
        let there = "Đã gửi kèm bản đã ký, đóng dấu: BC 05.pdf (900 KB).";
        assert_eq!(
            texts(&follows(&plan, &sent, Lang::Vi)),
            [("/figures/scan", true, true, there)]
        );
    }

    #[test]
    fn a_report_with_its_scan_says_what_it_said_before() {
        let scan = json!([{"hash": "0a".repeat(32), "name": "BC 05.pdf", "bytes": 900_000, "kind": "pdf"}]);
        let sent = report(&json!({"trees": 100}));
        for (figures, alone) in [
            (json!({"trees": 100}), true),
            (json!({"trees": 100, "scan": scan}), true),
            (json!({"trees": 101, "scan": scan}), false),
            (json!({"scan": scan}), false),
            (json!({"trees": 100, "held": true, "scan": scan}), false),
        ] {
            let mut next = report(&figures);
            next.plan_version += 1;
            assert_eq!(differ_in_files_alone(&sent, &next), alone, "{figures}");
        }
    }

    #[test]
    fn what_is_asked_of_others_later_or_upon_another_answer_is_not_lacking() {
        for only in [
            json!({"from": "2023-03-20"}),
            json!({"units": {"units": ["son-ky"]}}),
        ] {
            let sent = report(&json!({"held": false}));
            assert_eq!(follows(&plan(&only), &sent, Lang::Vi).files, [], "{only}");
        }
        let plan = plan(&json!({"from": "2023-03-20"}));
        let photos = follows(&plan, &report(&json!({"held": true})), Lang::Vi);
        assert_eq!(
            texts(&photos),
            [(
                "/figures/photos",
                false,
                false,
                "Có thể gửi thêm: Ảnh hoạt động."
            )]
        );
    }

    #[test]
    fn a_report_of_what_the_plan_no_longer_has_lacks_nothing() {
        let plan = plan(&json!(null));
        for member in ["duty", "unit"] {
            let mut gone = report(&json!({}));
            match member {
                "duty" => gone.duty = "gone".to_owned(),
                _ => gone.unit = "gone".to_owned(),
            }
            assert_eq!(follows(&plan, &gone, Lang::Vi).files, [], "{member}");
        }
    }
}
