//! What an office did with a plan, in words.

use super::store::Step;
use crate::calendar::{Instant, Offset};
use crate::message;
use crate::office::PlanState;
use crate::plan::Plan;
use crate::text::Lang;
use serde::Serialize;

/// A step, on a plan's clock.
#[derive(Clone, Debug)]
pub struct Stands {
    step: Step,
    offset: Offset,
}

/// A step in words.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct StepView {
    version: u32,
    state: PlanState,
    state_text: &'static str,
    /// What `If-Match` names to change it.
    etag: String,
    since: Option<Instant>,
    since_text: String,
    /// By what the office was known.
    by: String,
    /// The office in words.
    office: String,
}

/// The entity tag of a published plan, quotes included: it changes with each step, a withdrawal too.
pub(super) fn tag(step: &Step) -> String {
    format!("\"{}.{}\"", step.version, step.step)
}

impl Stands {
    /// A step, told on the clock of `plan`.
    pub(super) fn new(step: Step, plan: &Plan) -> Self {
        Self {
            step,
            offset: plan.offset,
        }
    }

    /// The step in words.
    pub(super) fn view(&self, lang: Lang) -> StepView {
        let step = &self.step;
        let state = PlanState::named(&step.state).unwrap_or_default();
        let since = Instant::from_unix_seconds(step.done_at);
        let since_text = since.map(|since| message::moment(since, self.offset, lang));
        StepView {
            version: step.version,
            state,
            state_text: state.words(lang),
            etag: tag(step),
            since,
            since_text: since_text.unwrap_or_default(),
            by: step.done_by.clone(),
            office: self.office(lang),
        }
    }

    fn office(&self, lang: Lang) -> String {
        match (&*self.step.office, lang) {
            ("", Lang::Vi) => "văn phòng quản trị".to_owned(),
            ("", Lang::En) => "the main office".to_owned(),
            (named, _) => named.to_owned(),
        }
    }

    /// Which version stands, since when and by which office.
    pub(super) fn sentence(&self, lang: Lang) -> String {
        let StepView {
            version,
            state,
            state_text,
            since_text,
            office,
            ..
        } = self.view(lang);
        match (state, lang) {
            (PlanState::Open, Lang::Vi) => {
                format!(
                    "Bản đang công bố là phiên bản {version}, do {office} công bố lúc {since_text}."
                )
            }
            (PlanState::Open, Lang::En) => {
                format!("Version {version} is published, by {office}, {since_text}.")
            }
            (_, Lang::Vi) => {
                format!(
                    "Bản mới nhất là phiên bản {version} ({state_text}), do {office} đổi lúc {since_text}."
                )
            }
            (_, Lang::En) => {
                format!(
                    "The newest is version {version} ({state_text}), set so by {office}, {since_text}."
                )
            }
        }
    }
}
