//! What `phieu serve` says to whoever watches its log.

use crate::serve::start;
use crate::support::folder;

#[test]
fn an_origin_that_is_not_let_in_stands_in_the_log_by_its_name() {
    let folder = folder("origins");
    let served = start(
        &folder,
        &["--open", "--allow-origin", "https://portal.example"],
    );
    for origin in ["https://portal.example", "https://stranger.example"] {
        let answer = served.get("/api/health", &format!("Origin: {origin}\r\n"));
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
    let (_, log) = served.terminate();
    let told: Vec<_> = log
        .lines()
        .filter(|line| line.contains("--allow-origin"))
        .collect();
    assert!(
        told.len() == 1
            && told
                .iter()
                .all(|line| line.contains("https://stranger.example")),
        "{log}"
    );
}

#[test]
fn the_algorithm_of_the_logins_tokens_stands_in_the_log() {
    // Of the shape of a public key, as any Ed25519 key has it.
    let pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
        -----END PUBLIC KEY-----\n";
    for (name, key, algorithm) in [
        (
            "secret",
            "a secret of the login, long enough\n".to_owned(),
            "HS256",
        ),
        ("public", pem.to_owned(), "EdDSA"),
        // However it is dressed, a public key is never taken for a shared secret.
        (
            "dressed",
            format!("\u{feff}Bag Attributes\n    friendlyName: login\n{pem}"),
            "EdDSA",
        ),
    ] {
        let folder = folder(&format!("algorithm-{name}"));
        std::fs::write(folder.join("login.key"), key).unwrap();
        let served = start(&folder, &["--jwt-key", "login.key"]);
        let (_, log) = served.terminate();
        let line = log.lines().find(|line| line.contains("algorithm"));
        assert!(
            line.is_some_and(|line| line.contains(&format!("\"algorithm\":\"{algorithm}\""))),
            "{name}: {log}"
        );
    }
}
