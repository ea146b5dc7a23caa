//! What can be wrong with a request, as data.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};
use std::time::Duration;

/// What can be wrong with a request, or with the collector itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The body is not JSON, or not of the shape asked for.
    Malformed {
        /// The line at which reading stopped, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the JSON reader says, in English.
        reason: String,
    },
    /// The body is not UTF-8.
    NotUtf8,
    /// The body is larger than so many bytes.
    TooLarge(usize),
    /// The body broke off.
    BrokenOff,
    /// The body is not announced as JSON.
    NotJson,
    /// The identity in the address is no UUID.
    NotAUuid,
    /// The submission inside has another identity than the address.
    OtherIdentity,
    /// Another content was received under the same identity.
    OtherContent,
    /// The office has accepted the report that this one would amend.
    Locked,
    /// The report was not made from the one that holds, which it would replace.
    Outdated {
        /// Which revision holds.
        revision: u32,
        /// When that one came, in words.
        received: String,
        /// What holds and how the two differ, as far as the sender may know it.
        members: Value,
    },
    /// An amendment came before the decision about what it amends.
    Superseded,
    /// A decision that does not say why, or says too much.
    UnusableDecision,
    /// The report has errors; the findings follow, already in words.
    Findings(Value),
    /// The plan is not known here.
    UnknownPlan,
    /// Reports of the plan are not taken in here.
    NotCollected,
    /// The plan is known, but not in that version.
    UnknownVersion,
    /// The plan has no such unit.
    UnknownUnit,
    /// Nothing was received under that identity.
    UnknownSubmission,
    /// A parameter of the address is missing or cannot be read.
    Parameter(&'static str),
    /// Nothing lives at the address.
    NoSuchPlace,
    /// It was called by a name that is not its own.
    UnknownHost,
    /// Something lives at the address, but does not take the method.
    NoSuchMethod,
    /// A code or token is missing.
    TokenMissing,
    /// The code or token opens nothing here.
    TokenWrong,
    /// The token was right and is too old.
    TokenExpired,
    /// The code or token is right and does not open this.
    NotYours,
    /// Too many wrong codes were tried; the next is looked at after so long.
    TooManyTries(Duration),
    /// Too many requests came from one place; the next is answered after so long.
    TooMany(Duration),
    /// The request took too long.
    TooSlow,
    /// Too many want the database at once.
    Busy,
    /// The database has no room left.
    NoRoom,
    /// The report was amended too often; again after so long, or only when the office returns it.
    TooManyRevisions(Option<Duration>),
    /// The collector itself failed; the log says how.
    Internal,
}

impl Trouble {
    /// All codes.
    pub const CODES: &[&str] = &[
        "malformed",
        "notUtf8",
        "tooLarge",
        "brokenOff",
        "notJson",
        "notAUuid",
        "otherIdentity",
        "otherContent",
        "locked",
        "outdated",
        "superseded",
        "unusableDecision",
        "findings",
        "unknownPlan",
        "notCollected",
        "unknownVersion",
        "unknownUnit",
        "unknownSubmission",
        "parameter",
        "noSuchPlace",
        "unknownHost",
        "noSuchMethod",
        "tokenMissing",
        "tokenWrong",
        "tokenExpired",
        "notYours",
        "tooManyTries",
        "tooMany",
        "tooSlow",
        "busy",
        "noRoom",
        "tooManyRevisions",
        "internal",
    ];

    /// The status with which it is answered.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Malformed { .. }
            | Self::NotUtf8
            | Self::BrokenOff
            | Self::NotAUuid
            | Self::OtherIdentity
            | Self::Parameter(_) => StatusCode::BAD_REQUEST,
            Self::TokenMissing | Self::TokenWrong | Self::TokenExpired => StatusCode::UNAUTHORIZED,
            Self::UnknownPlan
            | Self::UnknownVersion
            | Self::UnknownUnit
            | Self::UnknownSubmission
            | Self::NoSuchPlace => StatusCode::NOT_FOUND,
            Self::UnknownHost => StatusCode::MISDIRECTED_REQUEST,
            Self::NoSuchMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::NotYours => StatusCode::FORBIDDEN,
            Self::TooManyTries(_) | Self::TooMany(_) | Self::TooManyRevisions(_) => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Self::Busy | Self::NoRoom => StatusCode::SERVICE_UNAVAILABLE,
            Self::OtherContent | Self::Locked | Self::Outdated { .. } | Self::Superseded => {
                StatusCode::CONFLICT
            }
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Findings(_) | Self::NotCollected | Self::UnusableDecision => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its stable code; the last part of the problem's `type`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "malformed",
            Self::NotUtf8 => "notUtf8",
            Self::TooLarge(_) => "tooLarge",
            Self::BrokenOff => "brokenOff",
            Self::NotJson => "notJson",
            Self::NotAUuid => "notAUuid",
            Self::OtherIdentity => "otherIdentity",
            Self::OtherContent => "otherContent",
            Self::Locked => "locked",
            Self::Outdated { .. } => "outdated",
            Self::Superseded => "superseded",
            Self::UnusableDecision => "unusableDecision",
            Self::Findings(_) => "findings",
            Self::UnknownPlan => "unknownPlan",
            Self::NotCollected => "notCollected",
            Self::UnknownVersion => "unknownVersion",
            Self::UnknownUnit => "unknownUnit",
            Self::UnknownSubmission => "unknownSubmission",
            Self::Parameter(_) => "parameter",
            Self::NoSuchPlace => "noSuchPlace",
            Self::UnknownHost => "unknownHost",
            Self::NoSuchMethod => "noSuchMethod",
            Self::TokenMissing => "tokenMissing",
            Self::TokenWrong => "tokenWrong",
            Self::TokenExpired => "tokenExpired",
            Self::NotYours => "notYours",
            Self::TooManyTries(_) => "tooManyTries",
            Self::TooMany(_) => "tooMany",
            Self::TooSlow => "tooSlow",
            Self::Busy => "busy",
            Self::NoRoom => "noRoom",
            Self::TooManyRevisions(_) => "tooManyRevisions",
            Self::Internal => "internal",
        }
    }

    /// After how many seconds it is worth coming again, where waiting helps.
    pub(super) fn pause(&self) -> Option<u64> {
        match self {
            Self::Busy => Some(5),
            // Somebody has to make room first.
            Self::NoRoom => Some(60),
            Self::TooManyRevisions(pause) => pause.map(|pause| pause.as_secs() + 1),
            // Rounded up, so that who waits so long has waited long enough.
            Self::TooManyTries(pause) | Self::TooMany(pause) => Some(pause.as_secs() + 1),
            _ => None,
        }
    }

    /// The members of the problem beyond those of RFC 9457.
    pub(super) fn more(self) -> Map<String, Value> {
        let members = match self {
            Self::Malformed {
                line,
                column,
                reason,
            } => json!({ "line": line, "column": column, "reason": reason }),
            Self::TooLarge(limit) => json!({ "limit": limit }),
            Self::Parameter(name) => json!({ "parameter": name }),
            Self::Findings(findings) => json!({ "findings": findings }),
            Self::Outdated { members, .. } => members,
            _ => return Map::new(),
        };
        match members {
            Value::Object(members) => members,
            _ => Map::new(),
        }
    }
}
