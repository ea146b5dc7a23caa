//! Why files cannot be kept or read, in words for whoever runs the collector.

use std::fmt;

/// The object by which a place is known to be that of a database.
pub(super) const MARK: &str = "phieu.mark";

/// Why files cannot be kept or read.
#[derive(Debug)]
pub enum DepotError {
    /// The database says which folder holds its files, and this is not it.
    Foreign {
        /// Where it was looked for.
        place: String,
        /// What the mark would have to be.
        mark: Option<String>,
    },
    /// A copy was to be laid where something else lies.
    Taken(String),
    /// The bucket is not told of as it must be, and why.
    Unusable(String, String),
    /// It lets nobody in by these keys, or is not there.
    Denied(object_store::Error),
    /// It does not answer in time.
    Slow,
    /// There is no room.
    NoRoom(object_store::Error),
    /// It cannot be reached, or fails.
    Fails(object_store::Error),
    /// The database fails.
    Database(sqlx::Error),
}

impl fmt::Display for DepotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign {
                place,
                mark: Some(mark),
            } => write!(
                f,
                "{place} does not hold the files of this database; name with --files the folder that all collectors of this database share. Where this is it, because it was moved or copied, write the line {mark} into {place}/{MARK}"
            ),
            Self::Foreign { place, mark: None } => write!(
                f,
                "{place} holds the files of another database; name another folder with --files"
            ),
            Self::Taken(place) => write!(
                f,
                "{place} holds something else already, not the files of this database; move it away, or name another place"
            ),
            Self::Unusable(place, why) => write!(f, "{place} cannot be used: {why}"),
            Self::Denied(error) => write!(
                f,
                "the bucket of the files lets nobody in by these keys, or is not there: {}; see that it bears the name of --files, and that its keys may read, write, list and delete in it",
                in_words(error)
            ),
            Self::Slow => f.write_str("where the files are, nothing answers in time"),
            Self::NoRoom(error) => write!(f, "there is no room for files: {}", in_words(error)),
            Self::Fails(error) => {
                write!(f, "files cannot be kept or read: {}", in_words(error))
            }
            Self::Database(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for DepotError {}

impl From<sqlx::Error> for DepotError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<object_store::Error> for DepotError {
    fn from(error: object_store::Error) -> Self {
        let text = error.to_string();
        let code = code_of(&text);
        if is_full(&error) || code.is_some_and(|code| FULL.contains(&code)) {
            Self::NoRoom(error)
        } else if code.is_some_and(|code| DENIED.contains(&code))
            || matches!(
                error,
                object_store::Error::PermissionDenied { .. }
                    | object_store::Error::Unauthenticated { .. }
            )
        {
            Self::Denied(error)
        } else {
            Self::Fails(error)
        }
    }
}

/// What buckets answer that take no more.
const FULL: &[&str] = &[
    "XMinioStorageFull",
    "QuotaExceeded",
    "InsufficientStorage",
    "InsufficientCapacity",
    "StorageFull",
    "EntityTooLarge",
];

/// What buckets answer that let nobody in by these keys, or are not there.
const DENIED: &[&str] = &[
    "AccessDenied",
    "InvalidAccessKeyId",
    "SignatureDoesNotMatch",
    "NoSuchBucket",
    "AllAccessDisabled",
    "PermanentRedirect",
];

/// The code by which a bucket says what is wrong, where it does.
fn code_of(text: &str) -> Option<&str> {
    let (_, behind) = text.split_once("<Code>")?;
    let (code, _) = behind.split_once("</Code>")?;
    code.bytes()
        .all(|byte| byte.is_ascii_alphanumeric())
        .then_some(code)
}

/// What went wrong, for a log: of what a bucket answers its code alone, for the rest may hold who asked and for what.
fn in_words(error: &object_store::Error) -> String {
    let text = error.to_string();
    if let Some(code) = code_of(&text) {
        return format!("the bucket answers {code}");
    }
    if !text.contains("Error performing") {
        return text;
    }
    let mut innermost: &dyn std::error::Error = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    let said = innermost.to_string();
    // What failed, a status where there is one, and behind it what came with it.
    let said = said.rsplit(" - ").next().unwrap_or_default();
    let mut parts = said.split(": ");
    let (what, status) = (parts.next().unwrap_or_default(), parts.next());
    let status = status.filter(|status| status.starts_with(|first: char| first.is_ascii_digit()));
    status.map_or(what.to_owned(), |status| format!("{what}: {status}"))
}

/// Whether something failed because a disk is full, or takes nothing.
fn is_full(error: &(dyn std::error::Error + 'static)) -> bool {
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
    let mut at = Some(error);
    while let Some(error) = at {
        let io = error.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| {
            matches!(
                io.kind(),
                StorageFull | QuotaExceeded | ReadOnlyFilesystem | FileTooLarge
            )
        }) {
            return true;
        }
        at = error.source();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::DepotError;

    fn of(body: &str) -> DepotError {
        let said =
            format!("Error performing PUT http://host/bucket/plan/unit - Server returned: {body}");
        DepotError::from(object_store::Error::Generic {
            store: "S3",
            source: said.into(),
        })
    }

    #[test]
    fn what_a_bucket_answers_is_told_by_its_code_alone() {
        let body = "<Error><Code>SignatureDoesNotMatch</Code><AWSAccessKeyId>AKIDEXAMPLE</AWSAccessKeyId></Error>";
        let denied = of(body);
        assert!(matches!(denied, DepotError::Denied(_)));
        let said = denied.to_string();
        assert!(
            said.contains("SignatureDoesNotMatch") && !said.contains("AKIDEXAMPLE"),
            "{said}"
        );
        assert!(matches!(
            of("<Code>QuotaExceeded</Code>"),
            DepotError::NoRoom(_)
        ));
        let fails = of("<Code>InternalError</Code>");
        assert!(matches!(fails, DepotError::Fails(_)));
        assert!(
            of("502 Bad Gateway: <html>")
                .to_string()
                .ends_with("returned: 502 Bad Gateway")
        );
        let said = of("AKIDEXAMPLE of plan/unit").to_string();
        assert!(
            !said.contains("AKIDEXAMPLE") && !said.contains("unit"),
            "{said}"
        );
    }
}
