//! What can be wrong with a request, as data.

use super::files::{DepotError, FileTrouble};
use super::outdated::Outdated;
use super::refusal::Refusal;
use super::store::Failing;
use crate::finding::Finding;
use crate::plan::Plan;
use axum::http::StatusCode;
use std::sync::Arc;
use std::time::Duration;

/// What can be wrong with a request, or with the collector itself. It has no words yet: the layer that answers puts it
/// into the language of who asks.
#[derive(Debug)]
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
    Outdated(Box<Outdated>),
    /// An amendment came before the decision about what it amends.
    Superseded,
    /// A decision that does not say why, or says too much.
    UnusableDecision,
    /// Points that are none, or cannot be given there.
    UnusablePoints,
    /// What was sent is refused for these findings, which speak of the plan.
    Findings(Vec<Finding>, Arc<Plan>),
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
    /// The unit opened too many reports by itself under one duty; again after so long, or never.
    TooManyOpened(Option<Duration>),
    /// An office has withdrawn the plan: no first report of it is taken in.
    Withdrawn,
    /// An office has archived the plan: nothing more of it is taken in.
    Archived,
    /// What an office asked for with a plan was not done.
    Publishing(Box<Refusal>),
    /// Something is wrong with a file, or with a report that names files.
    Files(FileTrouble),
    /// The collector itself failed; the log says how.
    Internal,
}

/// A failure of the database. One that is only busy is no failure, and one that has no room is not the sender's:
/// who comes again is served.
impl From<sqlx::Error> for Trouble {
    fn from(error: sqlx::Error) -> Self {
        match Failing::of(&error) {
            Failing::Busy => {
                tracing::warn!(%error, "the database is busy or not there");
                Self::Busy
            }
            Failing::NoRoom => {
                tracing::error!(%error, "the database takes nothing: its disk is full or fails");
                Self::NoRoom
            }
            Failing::Otherwise => Self::internal(&error),
        }
    }
}

impl From<FileTrouble> for Trouble {
    fn from(trouble: FileTrouble) -> Self {
        Self::Files(trouble)
    }
}

impl From<DepotError> for Trouble {
    fn from(error: DepotError) -> Self {
        match error {
            full @ DepotError::NoRoom(_) => {
                tracing::error!("{full}");
                Self::NoRoom
            }
            fails @ DepotError::Fails(_) => {
                tracing::error!("{fails}");
                Self::Busy
            }
            DepotError::Database(error) => error.into(),
            DepotError::Slow => {
                tracing::warn!("where the files are, nothing answers in time");
                Self::Busy
            }
            elsewhere @ (DepotError::Foreign { .. }
            | DepotError::Taken(_)
            | DepotError::Unusable(..)
            | DepotError::Denied(_)) => {
                tracing::error!("{elsewhere}");
                FileTrouble::Elsewhere.into()
            }
        }
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Publishing(Box::new(refusal))
    }
}

/// What is stored or made here is JSON; where it is not, the collector has failed.
impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        Self::internal(&error)
    }
}

impl Trouble {
    /// A failure of the collector itself: logged in full, answered without particulars.
    #[must_use]
    pub fn internal(error: &dyn std::error::Error) -> Self {
        tracing::error!(error = %error, "the collector failed");
        Self::Internal
    }

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
        "unusablePoints",
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
        "tooManyOpened",
        "withdrawn",
        "archived",
        "mayNotPublish",
        "noPlan",
        "otherPlan",
        "inFolder",
        "notPublished",
        "unseen",
        "stale",
        "remeasured",
        "tooManyPlans",
        "tooManySteps",
        "unknownFile",
        "fileNotAsked",
        "pieceWrong",
        "otherFile",
        "fileBroken",
        "fileRefused",
        "fileDeleted",
        "filesFull",
        "filesMissing",
        "filesElsewhere",
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
            Self::TooManyTries(_)
            | Self::TooMany(_)
            | Self::TooManyRevisions(_)
            | Self::TooManyOpened(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::NoRoom => StatusCode::SERVICE_UNAVAILABLE,
            Self::OtherContent | Self::Locked | Self::Outdated(_) | Self::Superseded => {
                StatusCode::CONFLICT
            }
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Findings(..)
            | Self::NotCollected
            | Self::Withdrawn
            | Self::Archived
            | Self::UnusableDecision
            | Self::UnusablePoints => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Publishing(refusal) => refusal.status(),
            Self::Files(trouble) => trouble.status(),
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
            Self::Outdated(_) => "outdated",
            Self::Superseded => "superseded",
            Self::UnusableDecision => "unusableDecision",
            Self::UnusablePoints => "unusablePoints",
            Self::Findings(..) => "findings",
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
            Self::TooManyOpened(_) => "tooManyOpened",
            Self::Withdrawn => "withdrawn",
            Self::Archived => "archived",
            Self::Publishing(refusal) => refusal.code(),
            Self::Files(trouble) => trouble.code(),
            Self::Internal => "internal",
        }
    }

    /// After how many seconds it is worth coming again, where waiting helps.
    pub(super) fn pause(&self) -> Option<u64> {
        match self {
            Self::Busy => Some(5),
            // Somebody has to make room first.
            Self::NoRoom | Self::Files(FileTrouble::Elsewhere) => Some(60),
            Self::TooManyRevisions(pause) | Self::TooManyOpened(pause) => {
                pause.map(|pause| pause.as_secs() + 1)
            }
            // Rounded up, so that who waits so long has waited long enough.
            Self::TooManyTries(pause) | Self::TooMany(pause) => Some(pause.as_secs() + 1),
            _ => None,
        }
    }
}
