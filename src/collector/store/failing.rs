//! Why the database fails, as far as it matters to who asks.

use sqlx::sqlite::SqliteError;

/// Whether a statement failed because another collector was there first: done again, it sees what the
/// other has stored.
#[must_use]
pub fn was_overtaken(error: &sqlx::Error) -> bool {
    let Some(error) = error.as_database_error() else {
        return false;
    };
    // 40001 serialisation failure, 40P01 deadlock: what distributed engines answer to those who lose.
    error.is_unique_violation() || matches!(error.code().as_deref(), Some("40001" | "40P01"))
}

/// Why a statement failed, as far as it matters to who sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failing {
    /// Too many want the database at once, or it is being started again: who comes again is served.
    Busy,
    /// It has no room left, or its disk fails: somebody must see to it, and what is sent again later is not lost.
    NoRoom,
    /// Something else, which is ours to mend.
    Otherwise,
}

impl Failing {
    /// Why `error` came.
    #[must_use]
    pub fn of(error: &sqlx::Error) -> Self {
        match error {
            // The server went away under a request, or is not there.
            sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_) => Self::Busy,
            sqlx::Error::Database(error) => match error.code().as_deref() {
                Some(code) => error
                    .try_downcast_ref::<SqliteError>()
                    .map_or_else(|| Self::of_postgres(code), |_| Self::of_sqlite(code)),
                None => Self::Otherwise,
            },
            _ => Self::Otherwise,
        }
    }

    /// SQLite's codes are numbers, of which the last byte is the kind: 5 busy, 6 locked; 8 read only, 10 input and
    /// output, 13 full, 14 cannot be opened.
    fn of_sqlite(code: &str) -> Self {
        match code.parse::<u32>().map(|code| code & 0xFF) {
            Ok(5 | 6) => Self::Busy,
            Ok(8 | 10 | 13 | 14) => Self::NoRoom,
            _ => Self::Otherwise,
        }
    }

    /// `PostgreSQL`'s are classes of two letters. 08 connections, 57 an operator's doing, 40 overtaken, 53300 too many
    /// connections, 55P03 a lock not to be had, 25006 a server that only reads; the rest of 53 lack of room, 58 the
    /// system.
    fn of_postgres(code: &str) -> Self {
        match code {
            "53300" | "55P03" | "25006" => Self::Busy,
            _ => match code.get(..2) {
                Some("08" | "57" | "40") => Self::Busy,
                Some("53" | "58") => Self::NoRoom,
                _ => Self::Otherwise,
            },
        }
    }
}

/// Whether a statement failed because too many wanted the database at once.
#[must_use]
pub fn is_busy(error: &sqlx::Error) -> bool {
    Failing::of(error) == Failing::Busy
}

#[cfg(test)]
mod tests {
    use super::Failing;

    #[test]
    fn what_waiting_or_somebody_mends_is_told_from_what_is_ours() {
        for (code, expected) in [
            ("5", Failing::Busy),
            ("517", Failing::Busy),
            ("6", Failing::Busy),
            ("13", Failing::NoRoom),
            ("778", Failing::NoRoom),
            ("1544", Failing::NoRoom),
            ("14", Failing::NoRoom),
            ("1", Failing::Otherwise),
            ("2067", Failing::Otherwise),
        ] {
            assert_eq!(Failing::of_sqlite(code), expected, "{code}");
        }
        for (code, expected) in [
            ("57P01", Failing::Busy),
            ("57P03", Failing::Busy),
            ("57014", Failing::Busy),
            ("08006", Failing::Busy),
            ("53300", Failing::Busy),
            ("40001", Failing::Busy),
            ("53100", Failing::NoRoom),
            ("58030", Failing::NoRoom),
            ("42P01", Failing::Otherwise),
            ("23505", Failing::Otherwise),
        ] {
            assert_eq!(Failing::of_postgres(code), expected, "{code}");
        }
        for error in [
            sqlx::Error::PoolTimedOut,
            sqlx::Error::Io(std::io::ErrorKind::ConnectionReset.into()),
        ] {
            assert_eq!(Failing::of(&error), Failing::Busy);
        }
    }
}
