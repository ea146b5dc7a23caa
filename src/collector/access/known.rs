//! How the collector knows who asks, by what a request brings.

use super::super::store::Store;
use super::super::trouble::Trouble;
use super::address::Network;
use super::code::Code;
use super::identity::{Identity, MAIN, Role};
use super::jwt::{Jwt, Refused};
use super::token::Token;
use super::tries::{Tried, Tries};
use axum::http::HeaderValue;
use std::collections::BTreeSet;
use std::time::Instant;

/// How the collector knows who asks.
#[derive(Debug)]
pub struct Access {
    open: bool,
    office: Token,
    jwt: Option<Jwt>,
    /// The identities of the plans that are named to whoever asks.
    shown: BTreeSet<String>,
    tries: Tries,
}

impl Access {
    /// Lets in the holder of the office's main token, and units and offices by their codes.
    #[must_use]
    pub fn new(office: Token) -> Self {
        Self {
            open: false,
            office,
            jwt: None,
            shown: BTreeSet::new(),
            tries: Tries::default(),
        }
    }

    /// Lets anyone read plans, send reports and ask what a unit has sent, as well.
    #[must_use]
    pub fn open_to_all(self) -> Self {
        Self { open: true, ..self }
    }

    /// Lets in whoever brings a token of the host's own login, as well.
    #[must_use]
    pub fn with_jwt(self, jwt: Jwt) -> Self {
        let jwt = Some(jwt);
        Self { jwt, ..self }
    }

    /// Names these plans to whoever asks which there are, as well.
    #[must_use]
    pub fn showing(self, plans: impl IntoIterator<Item = String>) -> Self {
        let shown = plans.into_iter().collect();
        Self { shown, ..self }
    }

    /// Whether a plan is named to whoever asks.
    pub(in crate::collector) fn shows(&self, plan: &str) -> bool {
        self.shown.contains(plan)
    }

    /// Whether any is.
    pub(in crate::collector) fn shows_any(&self) -> bool {
        !self.shown.is_empty()
    }

    /// Who asks with the header `Authorization` from a place.
    ///
    /// # Errors
    /// It opens nothing here, is missing where it is needed, or must wait.
    pub(in crate::collector) async fn identity(
        &self,
        store: &Store,
        header: Option<&HeaderValue>,
        from: Network,
    ) -> Result<Identity, Trouble> {
        let Some(header) = header else {
            return if self.open {
                Ok(Identity::Anyone)
            } else {
                Err(Trouble::TokenMissing)
            };
        };
        let sent = header.to_str().ok().and_then(bearer);
        known(self, store, sent.ok_or(Trouble::TokenMissing)?, from).await
    }
}

/// Who holds `sent`. A right code or login is let in whatever others have tried from the same place: it is
/// compared before it is asked whether the place must wait, which only those who are wrong are told. Codes and
/// signatures are too long to be found by trying. The office's main token may be a person's choice, so guesses
/// at it are limited before they are looked at; codes, however wrong, are no guesses at it.
async fn known(
    access: &Access,
    store: &Store,
    sent: &str,
    from: Network,
) -> Result<Identity, Trouble> {
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
            name: MAIN.to_owned(),
        });
    }
    if let Some(code) = &code
        && let Some(identity) = holder(store, code).await?
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
async fn holder(store: &Store, code: &Code) -> Result<Option<Identity>, Trouble> {
    let key = store.key(code.selector()).await;
    let key = key?;
    Ok(key.filter(|key| code.has(&key.hash)).and_then(|key| {
        Some(Identity::Known {
            role: Role::named(&key.role)?,
            // An office that publishes may do so for all plans.
            plan: Some(key.plan).filter(|plan| !plan.is_empty()),
            unit: Some(key.unit),
            name: format!("key:{}", code.selector()),
        })
    }))
}

/// The token of `Bearer TOKEN`; the scheme's name may be written in any case.
fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
