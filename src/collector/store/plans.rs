//! Every version of a plan ever served.

use super::engine::{reading, writing};
use super::opened::Store;

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

    /// The texts of all plans ever served, the newest last.
    ///
    /// # Errors
    /// The database fails.
    pub async fn kept_plans(&self) -> Result<Vec<String>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_scalar("select json from plan order by seq")
            .fetch_all(pool)
            .await)
    }
}
