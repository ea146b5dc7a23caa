//! Personal codes, by their hashes.

use super::engine::{Change, reading, within};
use super::opened::Store;
use sqlx::FromRow;

/// A code in use, without the code.
#[derive(Clone, Debug, FromRow)]
pub struct Key {
    /// The plan's identity.
    pub plan: String,
    /// The unit's identity.
    pub unit: String,
    /// `unit` or `office`.
    pub role: String,
    /// The hash of the whole code.
    pub hash: String,
}

/// A code about to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewKey<'a> {
    /// The part by which it is found.
    pub selector: &'a str,
    /// The plan's identity.
    pub plan: &'a str,
    /// The unit's identity.
    pub unit: &'a str,
    /// `unit` or `office`.
    pub role: &'a str,
    /// The hash of the whole code.
    pub hash: &'a str,
    /// Now, in seconds since 1970.
    pub made_at: i64,
}

/// That a unit has a code in use.
#[derive(Clone, Debug, FromRow)]
pub struct KeyInUse {
    /// The unit's identity.
    pub unit: String,
    /// The hash of the whole code.
    pub hash: String,
}

impl Store {
    /// The code that is found by `selector`, if it is in use.
    ///
    /// # Errors
    /// The database fails.
    pub async fn key(&self, selector: &str) -> Result<Option<Key>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select plan, unit, role, hash from access_key where selector = $1 and ended_at is null",
        )
        .bind(selector)
        .fetch_optional(pool)
        .await)
    }

    /// The units that have a code in use.
    ///
    /// # Errors
    /// The database fails.
    pub async fn units_with_keys(
        &self,
        plan: &str,
        role: &str,
    ) -> Result<Vec<String>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_scalar(
            "select unit from access_key where plan = $1 and role = $2 and ended_at is null",
        )
        .bind(plan)
        .bind(role)
        .fetch_all(pool)
        .await)
    }

    /// The codes of a plan that are in use, by their hashes.
    ///
    /// # Errors
    /// The database fails.
    pub async fn keys_in_use(&self, plan: &str, role: &str) -> Result<Vec<KeyInUse>, sqlx::Error> {
        reading!(&self.pools, pool => sqlx::query_as(
            "select unit, hash from access_key where plan = $1 and role = $2 and ended_at is null",
        )
        .bind(plan)
        .bind(role)
        .fetch_all(pool)
        .await)
    }

    /// Keeps a code in the place of the one that the unit has, if any. Returns whether it is kept: not
    /// where another code is found by the same group; then nothing has changed.
    ///
    /// # Errors
    /// The database fails.
    pub async fn put_key(&self, new: NewKey<'_>) -> Result<bool, sqlx::Error> {
        self.put_keys(&[new], true).await
    }

    /// Keeps codes, all of them or none; with `replaces` in the place of those that the units have. Returns whether they are
    /// kept: not where another code is found by the same group as one of them, or a unit has one that stays.
    ///
    /// # Errors
    /// The database fails.
    pub async fn put_keys(&self, new: &[NewKey<'_>], replaces: bool) -> Result<bool, sqlx::Error> {
        let mut change = self.pools.begin().await?;
        for one in new {
            if replaces {
                ended(&mut change, one).await?;
            }
            if !kept(&mut change, one).await? {
                return Ok(false);
            }
        }
        change.commit().await?;
        Ok(true)
    }
}

/// Takes the code of a unit out of use.
async fn ended(change: &mut Change, new: &NewKey<'_>) -> Result<(), sqlx::Error> {
    within!(change, connection => sqlx::query(
        "update access_key set ended_at = $1 \
         where plan = $2 and unit = $3 and role = $4 and ended_at is null",
    )
    .bind(new.made_at)
    .bind(new.plan)
    .bind(new.unit)
    .bind(new.role)
    .execute(connection)
    .await
    .map(|_| ()))
}

/// Keeps a code, where none is in its way.
async fn kept(change: &mut Change, new: &NewKey<'_>) -> Result<bool, sqlx::Error> {
    let rows = within!(change, connection => sqlx::query(
        "insert into access_key (selector, plan, unit, role, hash, made_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
    )
    .bind(new.selector)
    .bind(new.plan)
    .bind(new.unit)
    .bind(new.role)
    .bind(new.hash)
    .bind(new.made_at)
    .execute(connection)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(rows > 0)
}
