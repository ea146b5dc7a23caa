//! Taking one step with a plan: publishing a version, or changing how the plan stands. Whoever takes it has seen what
//! stood before, and of two who take it at once one is told what the other did.

use super::super::asking::Publisher;
use super::super::catalogue::{Edition, brought_back, newest, published};
use super::super::refusal::{Refusal, Stale};
use super::super::state::Collector;
use super::super::steps::Stands;
use super::super::store::{Step, was_overtaken};
use super::super::trouble::Trouble;
use super::conditions::{Conditions, Seen};
use crate::encoding::digest;
use crate::office::{PlanState, remeasured};
use crate::plan::Plan;
use std::sync::Arc;

/// How often a step is tried anew where another collector was there first; the next try tells what that one did.
const ATTEMPTS: u32 = 10;

/// How many plans can be published: all are in memory, and an office has a few a year.
const MOST_PLANS: i64 = 500;

/// How many steps a plan can have: every version is kept.
const MOST_STEPS: u32 = 1_000;

/// What is to be done.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    /// Publish this; its version is the collector's to count.
    Version(Arc<Plan>),
    /// Let the plan stand so.
    State(PlanState),
}

/// What was done.
pub(super) struct Done {
    pub(super) step: Step,
    pub(super) edition: Arc<Edition>,
    /// Whether it was done just now, and did not stand so already.
    pub(super) is_new: bool,
}

/// A step that is being taken.
pub(super) struct Taking<'a> {
    pub(super) collector: &'a Collector,
    pub(super) publisher: &'a Publisher,
    pub(super) plan: &'a str,
    pub(super) conditions: Conditions,
    pub(super) wanted: Wanted,
}

impl Taking<'_> {
    /// Takes it, or says why not.
    pub(super) async fn taken(&self) -> Result<Done, Trouble> {
        for _ in 0..ATTEMPTS {
            if let Some(done) = self.attempt().await? {
                return Ok(done);
            }
        }
        Err(Trouble::Busy)
    }

    /// None where another one was there first.
    async fn attempt(&self) -> Result<Option<Done>, Trouble> {
        let store = self.collector.store();
        let head = store.head(self.plan).await?;
        let standing = match &head {
            None => None,
            Some(step) => Some((step, self.edition_of(step).await?)),
        };
        // What comes again, as after an answer that was lost, is done already.
        if let Some((step, edition)) = &standing
            && self.stands(step, edition)
        {
            return Ok(Some(Done {
                step: (*step).clone(),
                edition: Arc::clone(edition),
                is_new: false,
            }));
        }
        self.hold(standing.as_ref())?;
        self.measures_as(standing.as_ref()).await?;
        let mut publishing = store.publishing().await?;
        if publishing.head(self.plan).await? != head {
            return Ok(None);
        }
        let number = head.as_ref().map_or(1, |step| step.step.saturating_add(1));
        if number > MOST_STEPS {
            return Err(Refusal::TooManySteps(MOST_STEPS).into());
        }
        if head.is_none() && publishing.plans().await? >= MOST_PLANS {
            return Err(Refusal::TooManyPlans(MOST_PLANS).into());
        }
        let newest = publishing.newest(self.plan).await?;
        let made = self.made(standing.as_ref(), newest)?;
        let step = Step {
            plan: self.plan.to_owned(),
            step: number,
            version: made.version,
            state: made.state.name().to_owned(),
            hash: made.hash,
            done_at: self.collector.now().unix_seconds(),
            done_by: self.publisher.name().to_owned(),
            office: self.publisher.office().to_owned(),
        };
        match publishing.keep(&step, made.text.as_deref()).await {
            Ok(()) => {}
            Err(error) if was_overtaken(&error) => return Ok(None),
            Err(error) => return Err(error.into()),
        }
        tracing::info!(
            plan = step.plan,
            version = step.version,
            state = step.state,
            "a plan was published, or stands otherwise"
        );
        // It is done, whatever comes of this: whoever asks next sees it, and a later look finds it.
        if let Err(error) = self.collector.look_now().await {
            tracing::warn!(%error, "what was published will be served at the next look");
        }
        let edition = match (made.text, standing) {
            (Some(_), _) | (None, None) => self.edition_of(&step).await?,
            (None, Some((_, edition))) => edition,
        };
        Ok(Some(Done {
            step,
            edition,
            is_new: true,
        }))
    }

    /// The version of a step.
    async fn edition_of(&self, step: &Step) -> Result<Arc<Edition>, Trouble> {
        let at_hand = self.collector.edition(&step.plan);
        let is_it = |edition: &Arc<Edition>| edition.hash == step.hash;
        if let Some(edition) = at_hand.filter(is_it) {
            return Ok(edition);
        }
        let read = published(self.collector.store(), step).await?;
        read.ok_or_else(|| {
            tracing::error!(
                plan = step.plan,
                version = step.version,
                "a published plan cannot be read"
            );
            Trouble::Internal
        })
    }

    /// Whether what is wanted stands already.
    fn stands(&self, step: &Step, edition: &Edition) -> bool {
        match &self.wanted {
            Wanted::State(state) => step.state == state.name(),
            Wanted::Version(plan) => {
                step.state == PlanState::Open.name() && is_same(plan, &edition.plan)
            }
        }
    }

    /// That whoever asks has seen what stands.
    fn hold(&self, standing: Option<&(&Step, Arc<Edition>)>) -> Result<(), Trouble> {
        let seen = self.conditions.hold(standing.map(|(step, _)| *step));
        let stands = standing.map(|(step, edition)| {
            let stands = Stands::new((*step).clone(), &edition.plan);
            (stands, Arc::clone(&edition.plan))
        });
        match (seen, stands) {
            (Seen::Unsaid, Some((stands, _))) => Err(Refusal::Unseen(stands).into()),
            (Seen::Other, stands) => {
                let stale = stands.map(|(stands, there)| {
                    let plans = match &self.wanted {
                        Wanted::Version(sent) => Some([there, Arc::clone(sent)]),
                        Wanted::State(_) => None,
                    };
                    Box::new(Stale { stands, plans })
                });
                Err(Refusal::Stale(stale).into())
            }
            (Seen::It | Seen::Unsaid, None) if matches!(self.wanted, Wanted::State(_)) => {
                Err(Refusal::NotPublished.into())
            }
            (Seen::It | Seen::Unsaid, _) => Ok(()),
        }
    }

    /// That a version measures its figures as what it takes the place of did (where nothing is published, what the folder had), and
    /// what it brings back as an older one did, once a report has come: until then whoever has made a mistake may mend it.
    async fn measures_as(&self, standing: Option<&(&Step, Arc<Edition>)>) -> Result<(), Trouble> {
        let Wanted::Version(plan) = &self.wanted else {
            return Ok(());
        };
        let before = match standing {
            Some((_, edition)) => Some(Arc::clone(edition)),
            None => newest(self.collector.store(), self.plan, None).await?,
        };
        let Some(before) = before else {
            return Ok(());
        };
        let store = self.collector.store();
        let mut figures = remeasured(&before.plan, plan);
        if !figures.is_empty() && !store.has_reports(self.plan).await? {
            return Ok(());
        }
        figures.extend(brought_back(store, &before, plan).await?);
        if figures.is_empty() {
            Ok(())
        } else {
            Err(Refusal::Remeasured(figures).into())
        }
    }

    /// What the step brings. `newest` is the highest version that the plan ever had.
    fn made(&self, standing: Option<&(&Step, Arc<Edition>)>, newest: i64) -> Result<Made, Trouble> {
        let old = |(step, _): &(&Step, Arc<Edition>), state| Made {
            version: step.version,
            state,
            hash: step.hash.clone(),
            text: None,
        };
        match (&self.wanted, standing) {
            (Wanted::State(_), None) => Err(Refusal::NotPublished.into()),
            (Wanted::State(state), Some(standing)) => Ok(old(standing, *state)),
            // What was withdrawn and comes again unchanged is opened, and no new version.
            (Wanted::Version(plan), Some(standing)) if is_same(plan, &standing.1.plan) => {
                Ok(old(standing, PlanState::Open))
            }
            (Wanted::Version(plan), _) => {
                let next = newest.checked_add(1).map(u32::try_from);
                let Some(Ok(version)) = next else {
                    return Err(Refusal::TooManySteps(MOST_STEPS).into());
                };
                let mut plan = Plan::clone(plan);
                plan.version = version;
                let text = serde_json::to_string(&plan)?;
                Ok(Made {
                    version,
                    state: PlanState::Open,
                    hash: digest(text.as_bytes()),
                    text: Some(text),
                })
            }
        }
    }
}

/// What a step brings.
struct Made {
    version: u32,
    state: PlanState,
    hash: String,
    /// The text of a version that is new.
    text: Option<String>,
}

/// Whether two plans are the same but for their version.
fn is_same(one: &Plan, other: &Plan) -> bool {
    let mut one = one.clone();
    one.version = other.version;
    one == *other
}
