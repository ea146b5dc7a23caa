//! From a request's head to who asks.

use super::access::{Address, Identity, Network, Role};
use super::refusal::Refusal;
use super::state::Collector;
use super::trouble::Trouble;
use crate::plan::Plan;
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use std::net::{IpAddr, Ipv4Addr};

impl FromRequestParts<Collector> for Identity {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, collector: &Collector) -> Result<Self, Trouble> {
        let from = parts.extensions.get::<Address>().map(|address| address.0);
        let from = Network::of(from.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)));
        let header = parts.headers.get(AUTHORIZATION);
        let access = collector.access();
        access.identity(collector.store(), header, from).await
    }
}

/// Proof that an office asks; a handler that takes it is for offices alone.
#[derive(Clone, Debug)]
pub struct Office {
    identity: Identity,
    from: Option<IpAddr>,
}

impl Office {
    /// Whether it may read a plan.
    #[must_use]
    pub fn sees_plan(&self, id: &str) -> bool {
        self.identity.sees_plan(id)
    }

    /// From where it asks.
    #[must_use]
    pub fn from(&self) -> Option<IpAddr> {
        self.from
    }

    /// By what it is known.
    #[must_use]
    pub fn name(&self) -> &str {
        self.identity.name()
    }

    /// The unit whose office it is; none for one that sees all units.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        match &self.identity {
            Identity::Known { unit, .. } => unit.as_deref(),
            Identity::Anyone => None,
        }
    }

    /// Whether a unit of the plan belongs to it.
    #[must_use]
    pub fn oversees(&self, plan: &Plan, unit: &str) -> bool {
        self.identity.oversees(plan, unit)
    }
}

/// Proof that an office asks which may publish some plan, if not the one that it asks about.
#[derive(Clone, Debug)]
pub struct Publisher {
    identity: Identity,
}

impl Publisher {
    /// Whether it may publish a plan of that identity.
    #[must_use]
    pub fn publishes(&self, id: &str) -> bool {
        self.identity.publishes(id)
    }

    /// By what it is known.
    #[must_use]
    pub fn name(&self) -> &str {
        self.identity.name()
    }

    /// Its own name; empty where it has none.
    #[must_use]
    pub fn office(&self) -> &str {
        self.identity.office()
    }
}

impl FromRequestParts<Collector> for Publisher {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, collector: &Collector) -> Result<Self, Trouble> {
        match Identity::from_request_parts(parts, collector).await? {
            Identity::Anyone => Err(Trouble::TokenMissing),
            identity if identity.is_publisher() => Ok(Self { identity }),
            Identity::Known { .. } => Err(Refusal::MayNot.into()),
        }
    }
}

/// Proof that an office asks, whether it reads reports or publishes.
#[derive(Clone, Debug)]
pub struct AnyOffice {
    identity: Identity,
}

impl AnyOffice {
    /// Whether it may read a plan.
    #[must_use]
    pub fn sees_plan(&self, id: &str) -> bool {
        self.identity.sees_plan(id)
    }

    /// Whether it may publish at all.
    #[must_use]
    pub fn is_publisher(&self) -> bool {
        self.identity.is_publisher()
    }
}

impl FromRequestParts<Collector> for AnyOffice {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, collector: &Collector) -> Result<Self, Trouble> {
        match Identity::from_request_parts(parts, collector).await? {
            Identity::Anyone => Err(Trouble::TokenMissing),
            identity @ Identity::Known {
                role: Role::Office | Role::Publisher,
                ..
            } => Ok(Self { identity }),
            Identity::Known { .. } => Err(Trouble::NotYours),
        }
    }
}

impl FromRequestParts<Collector> for Office {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, collector: &Collector) -> Result<Self, Trouble> {
        match Identity::from_request_parts(parts, collector).await? {
            Identity::Anyone => Err(Trouble::TokenMissing),
            identity @ Identity::Known {
                role: Role::Office, ..
            } => Ok(Self {
                identity,
                from: parts.extensions.get::<Address>().map(|address| address.0),
            }),
            Identity::Known { .. } => Err(Trouble::NotYours),
        }
    }
}
