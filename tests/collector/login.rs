//! The key of the host's own login, and the tokens that it signs.

use crate::support::at;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use phieu::collector::Jwt;
use serde_json::json;

#[test]
fn the_login_signs_with_rsa_or_ed25519_too() {
    let rsa = include_bytes!("login.rsa.pub");
    let token = include_str!("login.rsa.token").trim();
    let jwt = Jwt::new(rsa, "phieu").unwrap();
    let lan = jwt.check(token).unwrap();
    assert!(lan.sends_for("trees", "tay-thanh") && !lan.sends_for("trees", "son-ky"));
    assert_eq!(lan.name(), "jwt:lan");
    let forged = format!("{}A", &token[..token.len() - 1]);
    assert!(jwt.check(&forged).is_err());
    let claims = json!({"aud": "phieu", "exp": at("2199-01-01T00:00:00Z").unix_seconds(), "unit": "tay-thanh"});
    let shared = EncodingKey::from_secret(rsa);
    let confused = encode(&Header::default(), &claims, &shared).unwrap();
    assert!(
        jwt.check(&confused).is_err(),
        "the public key is no secret to sign with"
    );

    // RFC 8032, 7.1, test 1.
    let private = "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    let public = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n";
    let bytes: Vec<u8> = (0..private.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&private[at..at + 2], 16).unwrap())
        .collect();
    let key = EncodingKey::from_ed_der(&bytes);
    let token = encode(&Header::new(Algorithm::EdDSA), &claims, &key).unwrap();
    let jwt = Jwt::new(public.as_bytes(), "phieu").unwrap();
    assert!(jwt.check(&token).unwrap().sends_for("trees", "tay-thanh"));
    assert!(jwt.check(&confused).is_err());
}

#[test]
fn a_key_that_would_be_unsafe_is_refused() {
    for (key, expected) in [
        ("short", "at least 32"),
        ("-----BEGIN PRIVATE KEY-----\n", "private"),
        ("-----BEGIN EC PRIVATE KEY-----\n", "private"),
        (
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            "Ed25519",
        ),
    ] {
        let error = Jwt::new(key.as_bytes(), "phieu").unwrap_err().to_string();
        assert!(error.contains(expected), "{key}: {error}");
    }
}
