//! Why what an office asked for with a plan was not done, as data and in words.

use super::steps::Stands;
use crate::message;
use crate::office::{PlanChange, Remeasured, plan_changes};
use crate::plan::{Plan, PlanError};
use crate::text::Lang;
use axum::http::StatusCode;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// Why what an office asked for with a plan was not done.
#[derive(Debug)]
pub enum Refusal {
    /// The code or token is right and publishes nothing, or not this plan.
    MayNot,
    /// The body is no right plan; all that is wrong with it.
    NoPlan(Vec<PlanError>),
    /// The plan has another identity than the address.
    OtherPlan {
        /// The one in the address.
        address: String,
        /// The one in the plan.
        body: String,
    },
    /// The plan has its home in the folder.
    InFolder {
        /// The name of its file.
        file: String,
    },
    /// No such plan was published.
    NotPublished,
    /// What stands was not named, and so perhaps not seen.
    Unseen(Stands),
    /// Something else stands than what was seen; none where nothing does.
    Stale(Option<Box<Stale>>),
    /// Figures would be measured otherwise than in what stands, under which reports have come.
    Remeasured(Vec<Remeasured>),
    /// So many plans are published that no more can be.
    TooManyPlans(i64),
    /// The plan was changed so often that it can no longer be.
    TooManySteps(u32),
}

/// What stands, beside what was to take its place.
#[derive(Debug)]
pub struct Stale {
    /// What stands, with who brought it and when.
    pub stands: Stands,
    /// The plan that stands, and the one that was to take its place; none where only its state was to change.
    pub plans: Option<[Arc<Plan>; 2]>,
}

impl Refusal {
    /// The status with which it is answered.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::MayNot => StatusCode::FORBIDDEN,
            Self::NoPlan(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::OtherPlan { .. } => StatusCode::BAD_REQUEST,
            Self::InFolder { .. }
            | Self::Remeasured(_)
            | Self::TooManyPlans(_)
            | Self::TooManySteps(_) => StatusCode::CONFLICT,
            Self::NotPublished => StatusCode::NOT_FOUND,
            Self::Unseen(_) => StatusCode::PRECONDITION_REQUIRED,
            Self::Stale(_) => StatusCode::PRECONDITION_FAILED,
        }
    }

    /// Its stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::MayNot => "mayNotPublish",
            Self::NoPlan(_) => "noPlan",
            Self::OtherPlan { .. } => "otherPlan",
            Self::InFolder { .. } => "inFolder",
            Self::NotPublished => "notPublished",
            Self::Unseen(_) => "unseen",
            Self::Stale(_) => "stale",
            Self::Remeasured(_) => "remeasured",
            Self::TooManyPlans(_) => "tooManyPlans",
            Self::TooManySteps(_) => "tooManySteps",
        }
    }

    /// The members of its problem.
    pub(super) fn members(&self, lang: Lang) -> Map<String, Value> {
        let members = match self {
            Self::NoPlan(errors) => {
                let findings: Vec<Value> = errors.iter().map(|error| told(error, lang)).collect();
                json!({ "findings": findings })
            }
            Self::Unseen(stands) => json!({ "published": stands.view(lang) }),
            Self::Stale(Some(stale)) => {
                let changes = stale.changes(lang);
                json!({ "published": stale.stands.view(lang), "changes": changes })
            }
            Self::InFolder { file } => json!({ "file": file }),
            _ => return Map::new(),
        };
        match members {
            Value::Object(members) => members,
            _ => Map::new(),
        }
    }

    pub(super) fn vietnamese(&self) -> (&'static str, String) {
        match self {
            Self::MayNot => (
                "Không được công bố kế hoạch này",
                "Mã truy cập đúng nhưng không có quyền công bố kế hoạch này. Xin người quản trị cấp mã công bố cho văn phòng.".to_owned(),
            ),
            Self::NoPlan(errors) => (
                "Kế hoạch còn lỗi",
                format!(
                    "Kế hoạch có {} lỗi nên chưa được công bố; bản đang công bố (nếu có) không thay đổi. Sửa các lỗi được nêu rồi gửi lại.",
                    errors.len()
                ),
            ),
            Self::OtherPlan { address, body } => (
                "Hai mã kế hoạch khác nhau",
                format!("Địa chỉ ghi kế hoạch “{address}”, nội dung ghi “{body}”. Sửa cho khớp rồi gửi lại."),
            ),
            Self::InFolder { file } => (
                "Kế hoạch nằm trong thư mục của máy chủ",
                format!(
                    "Kế hoạch này được đọc từ tệp {file} trong thư mục kế hoạch, nên không công bố qua đường này được. Sửa tệp đó; hoặc bỏ tệp khỏi thư mục, chờ vài giây rồi công bố lại; hoặc đổi “id” của kế hoạch."
                ),
            ),
            Self::NotPublished => (
                "Kế hoạch chưa được công bố",
                "Chưa có bản nào của kế hoạch này được công bố. Kiểm tra lại mã kế hoạch, hoặc công bố trước.".to_owned(),
            ),
            Self::Unseen(stands) => (
                "Chưa nêu bản đang công bố",
                format!(
                    "{} Tải bản đó về xem, rồi gửi lại với tiêu đề “If-Match” ghi ETag của bản đó.",
                    stands.sentence(Lang::Vi)
                ),
            ),
            Self::Stale(None) => (
                "Không còn bản nào đang công bố",
                "Thay đổi này dựa trên một bản đang công bố, nhưng kế hoạch chưa có bản nào. Kiểm tra lại mã kế hoạch, hoặc gửi lại không kèm “If-Match”.".to_owned(),
            ),
            Self::Stale(Some(stale)) => (
                "Đã có bản công bố khác",
                stale.sentence(Lang::Vi),
            ),
            Self::Remeasured(figures) => (
                "Bản mới đổi cách tính số liệu đã hỏi",
                Remeasured::in_words(figures, Lang::Vi),
            ),
            Self::TooManyPlans(most) => (
                "Đã đủ số kế hoạch",
                format!("Nơi nhận này giữ tối đa {most} kế hoạch được công bố. Dùng lại một mã kế hoạch đã có, hoặc lập nơi nhận khác."),
            ),
            Self::TooManySteps(most) => (
                "Kế hoạch đã thay đổi quá nhiều lần",
                format!("Một kế hoạch chỉ thay đổi được {most} lần. Công bố tiếp với một mã kế hoạch (id) mới."),
            ),
        }
    }

    pub(super) fn english(&self) -> (&'static str, String) {
        match self {
            Self::MayNot => (
                "May not publish this plan",
                "The code is right but may not publish this plan. Ask whoever runs the collector for a publishing code.".to_owned(),
            ),
            Self::NoPlan(errors) => (
                "The plan has mistakes",
                format!(
                    "The plan has {} mistakes and was not published; what is published stays as it is. Mend those listed and send it again.",
                    errors.len()
                ),
            ),
            Self::OtherPlan { address, body } => (
                "Two different plan ids",
                format!("The address names the plan “{address}”, the body “{body}”. Make them agree and send it again."),
            ),
            Self::InFolder { file } => (
                "The plan is in the collector's folder",
                format!(
                    "This plan is read from the file {file} in the folder of the plans, so it cannot be published here. Change that file; or take it out of the folder, wait a few seconds and publish again; or change the plan's “id”."
                ),
            ),
            Self::NotPublished => (
                "Plan not published",
                "No version of this plan was published. Check its id, or publish it first.".to_owned(),
            ),
            Self::Unseen(stands) => (
                "What stands was not named",
                format!(
                    "{} Load that version, look at it, and send again with its ETag in “If-Match”.",
                    stands.sentence(Lang::En)
                ),
            ),
            Self::Stale(None) => (
                "Nothing is published",
                "This change was made from a published version, but the plan has none. Check its id, or send again without “If-Match”.".to_owned(),
            ),
            Self::Stale(Some(stale)) => (
                "Another version is published",
                stale.sentence(Lang::En),
            ),
            Self::Remeasured(figures) => (
                "Figures would be measured otherwise",
                Remeasured::in_words(figures, Lang::En),
            ),
            Self::TooManyPlans(most) => (
                "Too many plans",
                format!("This collector keeps at most {most} published plans. Use an id that is there, or set up another collector."),
            ),
            Self::TooManySteps(most) => (
                "Plan changed too often",
                format!("A plan can be changed {most} times. Go on with a new plan id."),
            ),
        }
    }
}

impl Stale {
    fn changes(&self, lang: Lang) -> Vec<PlanChange> {
        let plans = self.plans.as_ref();
        plans.map_or(Vec::new(), |[stands, sent]| {
            plan_changes(stands, sent, lang)
        })
    }

    /// Which version stands, since when and by whom, and what the other would change.
    fn sentence(&self, lang: Lang) -> String {
        let stands = self.stands.sentence(lang);
        let changes = self.changes(lang);
        let listed: Vec<&str> = changes.iter().map(|change| &*change.text).collect();
        let listed = listed.join(". ");
        let (made, differs, mend) = match lang {
            Lang::Vi => (
                "Thay đổi vừa gửi không dựa trên bản đó.",
                "So với bản đó, bản vừa gửi khác ở",
                "Tải bản đang công bố về, đối chiếu rồi gửi lại.",
            ),
            Lang::En => (
                "What was just sent was not made from it.",
                "Against it, what was sent differs in",
                "Load what is published, compare, and send again.",
            ),
        };
        if listed.is_empty() {
            format!("{stands} {made} {mend}")
        } else {
            format!("{stands} {made} {differs}: {listed}. {mend}")
        }
    }
}

/// A mistake of a plan, with its sentence.
fn told(error: &PlanError, lang: Lang) -> Value {
    json!({
        "path": error.pointer,
        "line": error.line,
        "column": error.column,
        "code": error.problem.code(),
        "message": message::plan_error(error, lang),
    })
}
