//! Who asks, and what that one may see and do.

use crate::plan::Plan;

/// What a code or a token is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Sends reports of one unit.
    #[default]
    Unit,
    /// Reads what a unit and those below it have sent, and decides about it.
    Office,
    /// Publishes plans. It reads no reports.
    Publisher,
}

impl Role {
    /// Its name in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Office => "office",
            Self::Publisher => "publisher",
        }
    }

    /// The role of that name in the database.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Unit, Self::Office, Self::Publisher]
            .into_iter()
            .find(|role| role.name() == name)
    }
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// Anyone, where the collector is open to all.
    Anyone,
    /// The holder of a code or token.
    Known {
        /// What it is for.
        role: Role,
        /// The plan for which it was made; none for all plans.
        plan: Option<String>,
        /// The unit; none for an office that sees all units. Of an office that publishes, its name.
        unit: Option<String>,
        /// By what it was known, to be kept beside what was done: never a secret.
        name: String,
    },
}

/// By what the holder of the office's main token is known.
pub(super) const MAIN: &str = "office";

impl Identity {
    /// By what it is known: `open`, `office`, `key:` and a code's first group, `jwt:` and a subject.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Anyone => "open",
            Self::Known { name, .. } => name,
        }
    }

    /// Whether it may read a plan.
    #[must_use]
    pub fn sees_plan(&self, id: &str) -> bool {
        match self {
            Self::Anyone => true,
            Self::Known { plan, .. } => plan.as_deref().is_none_or(|plan| plan == id),
        }
    }

    /// Whether it may publish a plan of that identity: an office that publishes, and whoever has the main token.
    #[must_use]
    pub fn publishes(&self, id: &str) -> bool {
        self.is_publisher() && self.sees_plan(id)
    }

    /// Whether it may publish at all.
    #[must_use]
    pub fn is_publisher(&self) -> bool {
        match self {
            Self::Anyone => false,
            Self::Known { role, name, .. } => *role == Role::Publisher || name == MAIN,
        }
    }

    /// The name of an office that publishes; empty where it has none.
    #[must_use]
    pub fn office(&self) -> &str {
        match self {
            Self::Known {
                role: Role::Publisher,
                unit: Some(office),
                ..
            } => office,
            _ => "",
        }
    }

    /// Whether it may send reports of a unit.
    #[must_use]
    pub fn sends_for(&self, plan: &str, of: &str) -> bool {
        match self {
            Self::Anyone => true,
            Self::Known { role, unit, .. } => {
                *role == Role::Unit && self.sees_plan(plan) && unit.as_deref() == Some(of)
            }
        }
    }

    /// Whether it is an office to which a unit of the plan belongs: the unit itself or one above it.
    #[must_use]
    pub fn oversees(&self, plan: &Plan, of: &str) -> bool {
        let Self::Known {
            role: Role::Office,
            unit,
            ..
        } = self
        else {
            return false;
        };
        let Some(root) = unit else {
            return self.sees_plan(plan.id.as_str());
        };
        (of == root || plan.is_below(of, root)) && self.sees_plan(plan.id.as_str())
    }

    /// Whether it may read what a unit has sent.
    #[must_use]
    pub fn reads(&self, plan: &Plan, of: &str) -> bool {
        self.sends_for(plan.id.as_str(), of) || self.oversees(plan, of)
    }
}
