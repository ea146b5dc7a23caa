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
    algorithm: Algorithm,
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
    /// It is a public key that was not given as PEM, and would be taken for a secret that everyone knows.
    NotPem,
    /// It is a secret that is too short.
    Short,
}

impl fmt::Display for JwtError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::Private => f.write_str("this is a private key; give the public one"),
            Self::Unknown => f.write_str("a public key is RSA (RS256) or Ed25519 (EdDSA), as PEM"),
            Self::NotPem => f.write_str(
                "this looks like a public key without its PEM lines; save it as UTF-8 text that has \"-----BEGIN PUBLIC KEY-----\" (openssl pkey -pubin -in KEY -inform DER -out key.pem). If it is a shared secret, choose one that does not look like a key",
            ),
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
        Ok(Self {
            key,
            rules,
            algorithm,
        })
    }

    /// By which algorithm tokens must be signed, as the key decides it: `RS256`, `EdDSA` or `HS256`.
    #[must_use]
    pub fn algorithm(&self) -> String {
        format!("{:?}", self.algorithm)
    }

    /// Whether a text has the form of a token: three parts, and so no guess at the office's.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        text.split('.').filter(|part| part.len() > 4).count() == 3
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
        let subject = named(&claims.sub.unwrap_or_default());
        Ok(Identity::Known {
            role: claims.role,
            plan: claims.plan,
            unit: claims.unit.map(|unit| match claims.role {
                // A name to be kept and shown too.
                Role::Publisher => named(&unit),
                Role::Unit | Role::Office => unit,
            }),
            name: format!("jwt:{subject}"),
        })
    }
}

/// What a login calls somebody, as one line that is not too long.
fn named(text: &str) -> String {
    text::single_line(text).chars().take(100).collect()
}

/// A public key is known by its PEM line, wherever in the file that stands: tools write attributes, comments or
/// a byte order mark before it. What holds no such line is a shared secret, unless it is a public key in another
/// dress: taken for a secret, it would let in whoever signs with what everyone may know.
fn key_of(bytes: &[u8]) -> Result<(Algorithm, DecodingKey), JwtError> {
    let Some(begin) = place_of(bytes, b"-----BEGIN") else {
        // An editor's byte order mark is no part of a secret.
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = text.trim_ascii();
        if is_der(text) || speaks_of_a_key(text) {
            return Err(JwtError::NotPem);
        }
        if text.len() < LEAST_SECRET {
            return Err(JwtError::Short);
        }
        return Ok((Algorithm::HS256, DecodingKey::from_secret(text)));
    };
    let text = bytes.get(begin..).unwrap_or_default();
    if place_of(text, b"PRIVATE KEY").is_some() {
        return Err(JwtError::Private);
    }
    let rsa = DecodingKey::from_rsa_pem(text).map(|key| (Algorithm::RS256, key));
    rsa.or_else(|_| DecodingKey::from_ed_pem(text).map(|key| (Algorithm::EdDSA, key)))
        .map_err(|_| JwtError::Unknown)
}

fn place_of(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|part| part == what)
}

/// Whether it is a DER sequence whose length is that of the file.
fn is_der(bytes: &[u8]) -> bool {
    match bytes {
        [0x30, 0x82, high, low, rest @ ..] => {
            rest.len() == usize::from(*high) << 8 | usize::from(*low)
        }
        [0x30, 0x81, length, rest @ ..] | [0x30, length, rest @ ..] => {
            rest.len() == usize::from(*length)
        }
        _ => false,
    }
}

/// What tools write around keys, however they write it: PEM whose dashes were lost, `openssl -text`, SSH, JSON, XML.
const WORDS_OF_KEYS: [&str; 12] = [
    "begin ",
    "public key",
    "public-key",
    "private key",
    "private-key",
    "certificate",
    "modulus",
    "ssh-rsa",
    "ssh-dss",
    "ssh-ed25519",
    "ecdsa-sha2",
    "\"kty\"",
];

/// How the Base64 of a key begins.
const BASE64_OF_KEYS: [&str; 6] = ["MII", "MIG", "MFk", "MHY", "MCow", "AAAA"];

/// Whether a text speaks of a key anywhere, or some word of it, or all of them together, is one in Base64; also in UTF-16.
/// A secret that does so by chance is refused too, and another can be chosen.
fn speaks_of_a_key(bytes: &[u8]) -> bool {
    let without_nul: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&without_nul);
    let small = text.to_ascii_lowercase();
    let is_base64 = |word: &str| {
        BASE64_OF_KEYS.iter().any(|start| word.starts_with(start))
            && (word.bytes()).all(|byte| byte.is_ascii_alphanumeric() || b"+/=-_".contains(&byte))
    };
    let whole: String = text.split_whitespace().collect();
    let mut words = text.split(|c: char| c.is_whitespace() || "\u{FEFF}:,;=\"'".contains(c));
    text.starts_with(['{', '['])
        || WORDS_OF_KEYS.iter().any(|word| small.contains(word))
        || words.any(is_base64)
        || is_base64(&whole)
}

#[cfg(test)]
mod tests {
    use super::{Jwt, JwtError};

    const RSA: &str = include_str!("../../../tests/collector/login.rsa.pub");
    const ED: &str = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";

    /// The algorithm that a key file decides, or what is said of it.
    fn said(key: &[u8]) -> String {
        match Jwt::new(key, "phieu") {
            Ok(jwt) => jwt.algorithm(),
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn a_public_key_is_known_wherever_its_pem_begins_and_never_taken_for_a_secret() {
        let with = |before: &str| format!("{before}{RSA}").into_bytes();
        let body = |pem: &str| {
            pem.lines()
                .filter(|line| !line.starts_with("---"))
                .collect::<String>()
        };
        // As an editor saves it.
        let dressed = |text: &str| format!("\u{FEFF}{text}").into_bytes();
        let wrapped = |pem: &str, by: &str| {
            let body = body(pem);
            let lines: Vec<&str> = (0..body.len().div_ceil(20))
                .map(|at| &body[at * 20..body.len().min(at * 20 + 20)])
                .collect();
            lines.join(by)
        };
        let json = r#"{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZpt","e":"AQAB"}"#.to_owned();
        let ssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGb9ECWmEzf6FQbrBZ9w7l".to_owned();
        let wide: Vec<u8> = RSA.bytes().flat_map(|byte| [byte, 0]).collect();
        let mut der = vec![0x30, 42];
        der.extend([7; 42]);
        for (key, expected) in [
            (with(""), "RS256"),
            (with("\u{FEFF}"), "RS256"),
            (
                with("Bag Attributes\n    friendlyName: login\nKey Attributes: <No Attributes>\n"),
                "RS256",
            ),
            (with("# the key of our login\n\n"), "RS256"),
            (ED.as_bytes().to_vec(), "EdDSA"),
            (format!("\u{FEFF}note\n{ED}").into_bytes(), "EdDSA"),
            (wide.clone(), "NotPem"),
            ([vec![0xFF, 0xFE], wide].concat(), "NotPem"),
            (der, "NotPem"),
            (body(RSA).into_bytes(), "NotPem"),
            (body(ED).into_bytes(), "NotPem"),
            (json.clone().into_bytes(), "NotPem"),
            (ssh.clone().into_bytes(), "NotPem"),
            (
                b"note\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----".to_vec(),
                "Private",
            ),
            (
                b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----".to_vec(),
                "Unknown",
            ),
            (dressed(&json), "NotPem"),
            (dressed(&body(RSA)), "NotPem"),
            (dressed(&body(ED)), "NotPem"),
            (dressed(&ssh), "NotPem"),
            (format!("# of our login\n{ssh}").into_bytes(), "NotPem"),
            (
                format!("no-pty,from=\"10.0.0.0/8\" {ssh}").into_bytes(),
                "NotPem",
            ),
            (format!("the key: {json}").into_bytes(), "NotPem"),
            (format!("{{\"keys\":[{json}]}}").into_bytes(), "NotPem"),
            (
                format!("Bag Attributes\n    localKeyID: 01\n{}", body(RSA)).into_bytes(),
                "NotPem",
            ),
            (format!("key={}", body(RSA)).into_bytes(), "NotPem"),
            (format!("key: {}", body(ED)).into_bytes(), "NotPem"),
            (wrapped(RSA, "\n    ").into_bytes(), "NotPem"),
            (wrapped(RSA, " ").into_bytes(), "NotPem"),
            (wrapped(RSA, "\r\n").into_bytes(), "NotPem"),
            (
                RSA.replacen("-----BEGIN", "----BEGIN", 1).into_bytes(),
                "NotPem",
            ),
            (RSA.replace("-----", "—–").into_bytes(), "NotPem"),
            (RSA.replace("-----", "").into_bytes(), "NotPem"),
            (
                format!("Modulus={}", "C0FFEE".repeat(60)).into_bytes(),
                "NotPem",
            ),
            (
                b"RSA Public-Key: (2048 bit)\nExponent: 65537 (0x10001)".to_vec(),
                "NotPem",
            ),
            (
                b"<RSAKeyValue><Modulus>0vx7agoebGcQSuuPiLJXZpt</Modulus></RSAKeyValue>".to_vec(),
                "NotPem",
            ),
            (b"a secret of the login, long enough".to_vec(), "HS256"),
            (dressed("a secret of the login, long enough"), "HS256"),
            (
                b"kZ8x+Qy2/7aR0mJ5tVbN3cWfL9eHsD4uG6iPoXzTq1=".to_vec(),
                "HS256",
            ),
            (
                "mật khẩu chung của cổng đăng nhập và nơi nhận".into(),
                "HS256",
            ),
            (vec![0x9A; 32], "HS256"),
            (b"a short secret".to_vec(), "Short"),
        ] {
            assert_eq!(said(&key), expected, "{}", String::from_utf8_lossy(&key));
        }
    }

    #[test]
    fn what_is_said_of_a_key_says_what_to_do() {
        for error in [
            JwtError::Private,
            JwtError::Unknown,
            JwtError::NotPem,
            JwtError::Short,
        ] {
            assert!(error.to_string().len() > 30, "{error}");
        }
    }
}
