//! From a request's head to who asks.

use super::super::state::Collector;
use super::super::trouble::Trouble;
use super::address::{Address, Network};
use super::jwt::{Jwt, Refused};
use super::tries::Tried;
use super::{Code, Identity, Role};
use crate::plan::Plan;
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use std::net::{IpAddr, Ipv4Addr};
use std::time::Instant;

impl FromRequestParts<Collector> for Identity {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, collector: &Collector) -> Result<Self, Trouble> {
        let Some(header) = parts.headers.get(AUTHORIZATION) else {
            return if collector.access().open {
                Ok(Self::Anyone)
            } else {
                Err(Trouble::TokenMissing)
            };
        };
        let sent = header
            .to_str()
            .ok()
            .and_then(bearer)
            .ok_or(Trouble::TokenMissing)?;
        let from = parts.extensions.get::<Address>().map(|address| address.0);
        let from = Network::of(from.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)));
        known(collector, sent, from).await
    }
}

/// Who holds `sent`. A right code or login is let in whatever others have tried from the same place: it is
/// compared before it is asked whether the place must wait, which only those who are wrong are told. Codes and
/// signatures are too long to be found by trying. The office's main token may be a person's choice, so guesses
/// at it are limited before they are looked at; codes, however wrong, are no guesses at it.
async fn known(collector: &Collector, sent: &str, from: Network) -> Result<Identity, Trouble> {
    let access = collector.access();
    let now = Instant::now();
    let code = Code::read(sent);
    let tried = match &code {
        Some(code) => Tried::Code(code.selector().to_owned()),
        None if access.jwt.is_some() && Jwt::is_one(sent) => Tried::Any,
        None => Tried::Office,
    };
    let guesses = access.tries.pause(from, &Tried::Office, now);
    if guesses.is_none() && access.office.is(sent) {
        return Ok(Identity::Known {
            role: Role::Office,
            plan: None,
            unit: None,
            name: "office".to_owned(),
        });
    }
    if let Some(code) = &code
        && let Some(identity) = holder(collector, code).await?
    {
        access.tries.right(from, &tried);
        return Ok(identity);
    }
    match access.jwt.as_ref().map(|jwt| jwt.check(sent)) {
        Some(Ok(identity)) => return Ok(identity),
        Some(Err(Refused::Expired)) => return Err(Trouble::TokenExpired),
        Some(Err(Refused::Wrong)) | None => {}
    }
    let pause = access.tries.pause(from, &tried, now);
    let pause = pause.or_else(|| access.tries.pause(from, &Tried::Any, now));
    access.tries.wrong(from, &tried, now);
    Err(pause.map_or(Trouble::TokenWrong, Trouble::TooManyTries))
}

/// Who holds a code, if it is in use.
async fn holder(collector: &Collector, code: &Code) -> Result<Option<Identity>, Trouble> {
    let key = collector.store().key(code.selector()).await;
    let key = key?;
    Ok(key.filter(|key| code.has(&key.hash)).and_then(|key| {
        Some(Identity::Known {
            role: Role::named(&key.role)?,
            plan: Some(key.plan),
            unit: Some(key.unit),
            name: format!("key:{}", code.selector()),
        })
    }))
}

/// Proof that an office asks; a handler that takes it is for offices alone.
#[derive(Clone, Debug)]
pub struct Office(Identity);

impl Office {
    /// Whether it may read a plan.
    #[must_use]
    pub fn sees_plan(&self, id: &str) -> bool {
        self.0.sees_plan(id)
    }

    /// By what it is known.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// The unit whose office it is; none for one that sees all units.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        match &self.0 {
            Identity::Known { unit, .. } => unit.as_deref(),
            Identity::Anyone => None,
        }
    }

    /// Whether a unit of the plan belongs to it.
    #[must_use]
    pub fn oversees(&self, plan: &Plan, unit: &str) -> bool {
        self.0.oversees(plan, unit)
    }
}

impl FromRequestParts<Collector> for Office {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, collector: &Collector) -> Result<Self, Trouble> {
        match Identity::from_request_parts(parts, collector).await? {
            Identity::Anyone => Err(Trouble::TokenMissing),
            identity @ Identity::Known {
                role: Role::Office, ..
            } => Ok(Self(identity)),
            Identity::Known { .. } => Err(Trouble::NotYours),
        }
    }
}

/// The token of `Bearer TOKEN`; the scheme's name may be written in any case.
fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
