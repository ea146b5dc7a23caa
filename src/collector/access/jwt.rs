//! Tokens of the host's own login: signed, short-lived, naming a unit.

use super::identity::{Identity, Role};
use crate::read::from_object;
use crate::text;
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde::Deserialize;
use std::fmt;
use std::path::Path;

/// The fewest bytes of a shared secret: what HS256 asks for (RFC 7518, 3.2).
const LEAST_SECRET: usize = 32;

/// How tokens of the host's login are checked. The key decides about the algorithm; what a token says
/// about it must agree, and "none" never does.
#[derive(Clone)]
pub struct Jwt {
    key: DecodingKey,
    rules: Validation,
}

impl fmt::Debug for Jwt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Jwt(…)")
    }
}

/// Why a file holds no key.
#[derive(Debug)]
pub enum JwtError {
    /// It cannot be read.
    Unreadable(std::io::Error),
    /// It is a private key, which only the host's login should have.
    Private,
    /// It is a public key of another kind.
    Unknown,
    /// It is a secret that is too short.
    Short,
}

impl fmt::Display for JwtError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::Private => f.write_str("this is a private key; give the public one"),
            Self::Unknown => f.write_str("a public key is RSA (RS256) or Ed25519 (EdDSA), as PEM"),
            Self::Short => write!(
                f,
                "a shared secret (HS256) has at least {LEAST_SECRET} bytes"
            ),
        }
    }
}

impl std::error::Error for JwtError {}

/// What a token says.
#[derive(Deserialize)]
#[serde(remote = "Self")]
struct Claims {
    sub: Option<String>,
    unit: Option<String>,
    plan: Option<String>,
    #[serde(default)]
    role: Role,
}

from_object!(Claims);

/// Why a token opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It was right once.
    Expired,
    /// It is not signed by the key, for others, or names no unit.
    Wrong,
}

impl Jwt {
    /// Reads the key: an RSA or Ed25519 public key as PEM, or else a shared secret. `audience` is what
    /// tokens must be meant for (`aud`).
    ///
    /// # Errors
    /// [`JwtError`].
    pub fn read(path: &Path, audience: &str) -> Result<Self, JwtError> {
        let bytes = std::fs::read(path).map_err(JwtError::Unreadable)?;
        Self::new(&bytes, audience)
    }

    /// The same of a key that was read.
    ///
    /// # Errors
    /// [`JwtError`].
    pub fn new(key: &[u8], audience: &str) -> Result<Self, JwtError> {
        let (algorithm, key) = key_of(key)?;
        let mut rules = Validation::new(algorithm);
        rules.set_audience(&[audience]);
        rules.set_required_spec_claims(&["exp", "aud"]);
        rules.validate_nbf = true;
        Ok(Self { key, rules })
    }

    /// Who brings `token`.
    ///
    /// # Errors
    /// `Refused`.
    pub fn check(&self, token: &str) -> Result<Identity, Refused> {
        let checked = decode::<Claims>(token, &self.key, &self.rules);
        let claims = checked
            .map_err(|error| match error.kind() {
                ErrorKind::ExpiredSignature => Refused::Expired,
                _ => Refused::Wrong,
            })?
            .claims;
        if claims.role == Role::Unit && claims.unit.is_none() {
            return Err(Refused::Wrong);
        }
        // A name to be kept and shown, whatever a login puts into it.
        let subject = text::single_line(&claims.sub.unwrap_or_default()).into_owned();
        Ok(Identity::Known {
            role: claims.role,
            plan: claims.plan,
            unit: claims.unit,
            name: format!("jwt:{}", subject.chars().take(100).collect::<String>()),
        })
    }
}

fn key_of(bytes: &[u8]) -> Result<(Algorithm, DecodingKey), JwtError> {
    let text = bytes.trim_ascii();
    if !text.starts_with(b"-----BEGIN") {
        if text.len() < LEAST_SECRET {
            return Err(JwtError::Short);
        }
        return Ok((Algorithm::HS256, DecodingKey::from_secret(text)));
    }
    if text.windows(11).any(|part| part == b"PRIVATE KEY") {
        return Err(JwtError::Private);
    }
    let rsa = DecodingKey::from_rsa_pem(text).map(|key| (Algorithm::RS256, key));
    rsa.or_else(|_| DecodingKey::from_ed_pem(text).map(|key| (Algorithm::EdDSA, key)))
        .map_err(|_| JwtError::Unknown)
}
