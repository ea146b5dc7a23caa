//! Every version of a plan ever served.

use super::engine::{reading, writing};
use super::opened::Store;
use sqlx::FromRow;

/// How much there is of plans: by its growing a collector learns that another one has added something. Counted, not the
/// highest number: of two that are given numbers the one with the lower can be the later to commit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromRow)]
pub struct Shelved {
    /// Texts of plans.
    texts: i64,
    /// Steps of offices that publish.
    steps: i64,
}

impl Store {
    /// Keeps the text of a version of a plan beside those kept before. Returns whether it is the only
    /// text that this version ever had.
    ///
    /// # Errors
    /// The database fails.
    pub async fn keep_plan(
        &self,
        id: &str,
        version: u32,
        hash: &str,
        json: &str,
    ) -> Result<bool, sqlx::Error> {
        let version = i64::from(version);
        writing!(&self.pools, pool => sqlx::query(
            "insert into plan (id, version, hash, json) values ($1, $2, $3, $4) on conflict do nothing",
        )
        .bind(id)
        .bind(version)
        .bind(hash)
        .bind(json)
        .execute(pool)
        .await
        .map(|_| ()))?;
        let texts: i64 = writing!(&self.pools, pool => sqlx::query_scalar(
            "select count(*) from plan where id = $1 and version = $2",
        )
        .bind(id)
        .bind(version)
        .fetch_one(pool)
        .await)?;
        Ok(texts == 1)
    }

    /// How much there is of plans.
    ///
    /// # Errors
    /// The database fails.
    pub async fn shelved(&self) -> Result<Shelved, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select (select count(*) from plan) as texts, (select count(*) from publication) as steps",
        )
        .fetch_one(pool)
        .await)
    }

    /// All versions of plans ever served.
    ///
    /// # Errors
    /// The database fails.
    pub async fn kept_versions(&self) -> Result<Vec<(String, u32)>, sqlx::Error> {
        let rows: Vec<(String, i64)> = reading!(&self.pools, pool => sqlx::query_as(
            "select distinct id, version from plan",
        )
        .fetch_all(pool)
        .await)?;
        let kept = rows
            .into_iter()
            .filter_map(|(id, version)| Some((id, u32::try_from(version).ok()?)));
        Ok(kept.collect())
    }

    /// The newest text of the newest version of a plan.
    ///
    /// # Errors
    /// The database fails.
    pub async fn newest_text(&self, id: &str) -> Result<Option<String>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_scalar(
            "select json from plan where id = $1 order by version desc, seq desc limit 1",
        )
        .bind(id)
        .fetch_optional(pool)
        .await)
    }

    /// The newest text of a version of a plan.
    ///
    /// # Errors
    /// The database fails.
    pub async fn plan_text(&self, id: &str, version: u32) -> Result<Option<String>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_scalar(
            "select json from plan where id = $1 and version = $2 order by seq desc limit 1",
        )
        .bind(id)
        .bind(i64::from(version))
        .fetch_optional(pool)
        .await)
    }

    /// One text of a version of a plan.
    ///
    /// # Errors
    /// The database fails.
    pub async fn text(
        &self,
        id: &str,
        version: u32,
        hash: &str,
    ) -> Result<Option<String>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_scalar(
            "select json from plan where id = $1 and version = $2 and hash = $3",
        )
        .bind(id)
        .bind(i64::from(version))
        .bind(hash)
        .fetch_optional(pool)
        .await)
    }

    /// The versions of a plan under which reports have come, with the hashes of all their texts, the newest first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn reported_texts(&self, id: &str) -> Result<Vec<(u32, String)>, sqlx::Error> {
        let found: Vec<(i64, String)> = reading!(&self.pools, pool => sqlx::query_as(REPORTED)
            .bind(id)
            .fetch_all(pool)
            .await)?;
        let texts = found
            .into_iter()
            .filter_map(|(version, hash)| Some((u32::try_from(version).ok()?, hash)));
        Ok(texts.collect())
    }
}

/// The texts of the versions of a plan under which reports have come.
const REPORTED: &str = "select p.version, p.hash from plan p where p.id = $1 and exists (\
    select 1 from submission s where s.plan = p.id and s.plan_version = p.version) \
    order by p.version desc, p.seq desc";

#[cfg(test)]
mod tests {
    use super::REPORTED;
    use crate::collector::store::engine::SQLITE;
    use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

    /// Whoever looks at the folder waits for it.
    #[tokio::test]
    async fn whether_reports_of_a_version_have_come_is_found_without_passing_over_them() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        SQLITE.run(&mut connection).await.unwrap();
        let asked = AssertSqlSafe(format!("explain query plan {REPORTED}"));
        let steps: Vec<(i64, i64, i64, String)> = sqlx::query_as(asked)
            .fetch_all(&mut connection)
            .await
            .unwrap();
        let is_narrow =
            |step: &str| step.starts_with("SEARCH s ") && step.contains("plan_version=?");
        assert!(steps.iter().any(|(.., step)| is_narrow(step)), "{steps:?}");
    }
}
