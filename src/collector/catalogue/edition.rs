//! One version of a plan, as it is served.

use crate::encoding::digest;
use crate::form;
use crate::plan::{Plan, PlanError, publish};
use crate::text::Lang;
use axum::body::Bytes;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

/// One version of a plan.
#[derive(Debug)]
pub struct Edition {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The hash of its text.
    pub hash: String,
    /// Its text in full.
    pub whole: Served,
    /// Its text as the form loads it, without quotes and what only lint and office read.
    pub light: Served,
    firsts: Firsts,
}

/// The first screens that were asked for, by duty and by whether they are in English; none where a duty has none.
type Firsts = Mutex<BTreeMap<(String, bool), Option<Served>>>;

/// A text with the tag by which a browser asks whether it has changed.
#[derive(Clone, Debug)]
pub struct Served {
    /// The text.
    pub body: Bytes,
    /// The entity tag, quotes included. Weak, because the same tag stands for the compressed text.
    pub tag: String,
}

impl Edition {
    /// Reads a plan's text.
    ///
    /// # Errors
    /// It is no plan; all that is wrong with it.
    pub(in crate::collector) fn new(text: &str) -> Result<Self, Vec<PlanError>> {
        let plan = Plan::parse(text)?;
        // A plan that was read from JSON can be written as JSON.
        let light = serde_json::to_string(&publish(&plan)).unwrap_or_default();
        Ok(Self {
            plan: Arc::new(plan),
            hash: digest(text.as_bytes()),
            whole: Served::new(text.to_owned()),
            light: Served::new(light),
            firsts: Firsts::default(),
        })
    }

    /// The first screen of the forms of a duty, as the light plan makes them; none where it has none. Opening all these
    /// forms takes a moment, once: a thread that answers nobody else has to do it.
    pub(in crate::collector) fn first(&self, duty: &str, lang: Lang) -> Option<Served> {
        // No more are kept than the plan has duties.
        let id = self.plan.duty(duty)?.id.to_string();
        let mut firsts = self.firsts.lock().unwrap_or_else(PoisonError::into_inner);
        let made = firsts.entry((id, lang == Lang::En)).or_insert_with(|| {
            let first = form::first(&Rc::new(publish(&self.plan)), duty, None, lang)?;
            serde_json::to_string(&first).ok().map(Served::new)
        });
        made.clone()
    }

    /// Whether the other would take its place, where the folder's files have that version as the highest of the plan: what is older
    /// is served beside it, until nothing newer is there.
    pub(super) fn precedes(&self, other: &Self, highest: u32) -> bool {
        let (own, version) = (self.plan.version, other.plan.version);
        self.hash != other.hash && (own <= version || highest == version)
    }

    /// The plan's identity and version.
    pub(in crate::collector) fn key(&self) -> (String, u32) {
        (self.plan.id.as_str().to_owned(), self.plan.version)
    }
}

impl Served {
    /// A text with its tag.
    #[must_use]
    pub fn new(text: String) -> Self {
        let tag = format!("W/\"{}\"", digest(text.as_bytes()));
        Self {
            body: text.into(),
            tag,
        }
    }
}
