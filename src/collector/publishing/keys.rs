//! Personal codes of units, made by the office that publishes their plan and shown to it alone.
//!
//! Nothing of a code is kept but its hash. That an answer which was lost can be asked for again, codes are made of a secret that
//! the office's page draws for the purpose and forgets: the same request gives the same codes, and changes nothing.

use super::super::access::{Code, Role};
use super::super::asking::Publisher;
use super::super::body::Body;
use super::super::reply::fresh;
use super::super::state::Collector;
use super::super::store::{KeyInUse, NewKey};
use super::super::trouble::Trouble;
use super::changing::of_publisher;
use crate::encoding::is_digest;
use crate::plan::{Plan, Unit};
use crate::read::from_object;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How often another code is made for a unit where the first group is taken, or others make codes at once.
const ATTEMPTS: u8 = 8;

/// For which units codes are to be made.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
struct Wanted {
    /// 64 hexadecimal digits, drawn for these codes.
    seed: String,
    /// All that owe reports, where there are none.
    #[serde(default)]
    units: Vec<String>,
    /// Whether a unit that has a code gets another, and the old one opens nothing any more.
    #[serde(default)]
    replace: bool,
}

from_object!(Wanted);

/// What [`make`] answers.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Made<'a> {
    plan: &'a str,
    /// In the order of the plan.
    keys: Vec<Key<'a>>,
    /// The units that have a code which cannot be shown.
    left: Vec<&'a str>,
}

#[derive(Serialize)]
struct Key<'a> {
    unit: &'a str,
    name: &'a str,
    code: String,
}

/// `PUT /api/office/plans/{id}/keys`: codes for the units of a plan that the office publishes. 201 where some were made just
/// now, 200 where all of these were made before from the same secret, or none is to be made.
///
/// - 400 the secret is no 64 hexadecimal digits; the plan has no such unit.
/// - 403 the code does not publish the plan; 404 there is no such plan.
pub async fn make(
    publisher: Publisher,
    State(collector): State<Collector>,
    id: Result<Path<String>, PathRejection>,
    body: Result<Body, Trouble>,
) -> Result<Response, Trouble> {
    let id = of_publisher(&publisher, id)?;
    let wanted: Wanted = body?.json()?;
    let edition = collector.edition(&id).ok_or(Trouble::UnknownPlan)?;
    let plan = &edition.plan;
    if !is_digest(&wanted.seed) {
        return Err(Trouble::Parameter("seed"));
    }
    let making = Making {
        collector: &collector,
        plan,
        seed: wanted.seed.to_ascii_lowercase(),
        replaces: wanted.replace,
    };
    let (made, is_new) = making.made(&units(plan, &wanted.units)?).await?;
    let status = if is_new {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    fresh(status, &made)
}

/// The units for which codes are asked, in the plan's order.
fn units<'plan>(plan: &'plan Plan, asked: &[String]) -> Result<Vec<&'plan Unit>, Trouble> {
    let asked: BTreeSet<&str> = asked.iter().map(String::as_str).collect();
    let owes = |unit: &&Unit| plan.duties.iter().any(|duty| duty.by.chooses(unit));
    if asked.is_empty() {
        return Ok(plan.units.iter().filter(owes).collect());
    }
    let units = plan.units.iter();
    let found: Vec<&Unit> = units
        .filter(|unit| asked.contains(unit.id.as_str()))
        .collect();
    if found.len() < asked.len() {
        return Err(Trouble::UnknownUnit);
    }
    Ok(found)
}

struct Making<'a> {
    collector: &'a Collector,
    plan: &'a Plan,
    seed: String,
    replaces: bool,
}

impl<'a> Making<'a> {
    /// The code of a unit; another one at each attempt.
    fn code(&self, unit: &Unit, attempt: u8) -> Code {
        Code::of_seed(&self.seed, self.plan.id.as_str(), unit.id.as_str(), attempt)
    }

    /// Whether a unit's code was made of this secret; then it.
    fn made_before(&self, unit: &Unit, hash: &str) -> Option<Code> {
        let mut codes = (0..ATTEMPTS).map(|attempt| self.code(unit, attempt));
        codes.find(|code| code.has(hash))
    }

    async fn made(&self, units: &[&'a Unit]) -> Result<(Made<'a>, bool), Trouble> {
        let plan = self.plan.id.as_str();
        let store = self.collector.store();
        for attempt in 0..ATTEMPTS {
            let in_use = store.keys_in_use(plan, Role::Unit.name()).await?;
            let hashes = in_use
                .into_iter()
                .map(|KeyInUse { unit, hash }| (unit, hash));
            let hashes: BTreeMap<String, String> = hashes.collect();
            let mut made = Made {
                plan,
                keys: Vec::new(),
                left: Vec::new(),
            };
            let mut new = Vec::new();
            for unit in units {
                let id = unit.id.as_str();
                let has = hashes.get(id);
                let before = has.and_then(|hash| self.made_before(unit, hash));
                if before.is_none() && has.is_some() && !self.replaces {
                    made.left.push(id);
                    continue;
                }
                let code = before.unwrap_or_else(|| {
                    let code = self.code(unit, attempt);
                    new.push((id, code.clone()));
                    code
                });
                made.keys.push(Key {
                    unit: id,
                    name: &unit.name,
                    code: code.to_string(),
                });
            }
            if new.is_empty() || self.kept(&new).await? {
                return Ok((made, !new.is_empty()));
            }
        }
        Err(Trouble::Busy)
    }

    /// Keeps new codes, all of them or none; whether they are kept.
    async fn kept(&self, codes: &[(&str, Code)]) -> Result<bool, Trouble> {
        let hashes: Vec<String> = codes.iter().map(|(_, code)| code.hash()).collect();
        let new = codes
            .iter()
            .zip(&hashes)
            .map(|((unit, code), hash)| NewKey {
                selector: code.selector(),
                plan: self.plan.id.as_str(),
                unit,
                role: Role::Unit.name(),
                hash,
                made_at: self.collector.now().unix_seconds(),
            });
        let new: Vec<NewKey<'_>> = new.collect();
        let is_kept = self.collector.store().put_keys(&new, self.replaces).await?;
        if is_kept {
            tracing::info!(
                plan = self.plan.id.as_str(),
                count = new.len(),
                "codes of units were made"
            );
        }
        Ok(is_kept)
    }
}
