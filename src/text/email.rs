//! E-mail addresses.

use serde::Serialize;

use super::letters;
use super::normalize::clean;
use super::unended;

const MAX_ADDRESS: usize = 254;
const MAX_LOCAL: usize = 64;
const MAX_LABEL: usize = 63;

/// Why a text is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum EmailError {
    /// There is no `@`.
    NoAt,
    /// There is more than one `@`, as when two addresses are written.
    SeveralAts,
    /// There is a space or a line break inside.
    Space,
    /// There is a letter with Vietnamese marks: `quậnđoàn@…`. The input method was probably on.
    VietnameseLetter,
    /// The part before the `@` is empty, longer than 64, or has a character or a dot where none may be.
    Local,
    /// The part after the `@` is not a domain: `gmail`, `gmail.`, `gmail..com`, `-a.vn`.
    Domain,
    /// The address is longer than 254.
    TooLong,
}

/// Reads an e-mail address (thư điện tử) and gives it with its domain in lower case.
///
/// This is a check against slips, not all that the mail standards allow: quoted names, comments, addresses of bare
/// numbers and letters beyond ASCII are refused.
///
/// | accepted | refused | |
/// |---|---|---|
/// | `quandoan@example.com`, `a.b+c@sub.example.vn` | `quandoan`, `quandoan.example.com` | no at |
/// | ` A@Example.COM `, given as `A@example.com` | `a@b.vn; c@d.vn` | several ats |
/// | | `quận@example.com` | Vietnamese letter |
/// | | `quan doan@example.com` | space |
/// | | `@example.com`, `.a@example.com`, `a..b@example.com` | local |
/// | | `a@gmail`, `a@example.c`, `a@example..com`, `a@1.2.3.4` | domain |
///
/// # Errors
/// Those of [`EmailError`], as above.
pub fn parse_email(text: &str) -> Result<String, EmailError> {
    // Marks apart and invisible characters may make the typed text longer than the address.
    if text.len() > MAX_ADDRESS * 4 {
        return Err(EmailError::TooLong);
    }
    let text = clean(text);
    let text = unended(&text);
    let (local, domain) = text.split_once('@').ok_or(EmailError::NoAt)?;
    if domain.contains('@') {
        return Err(EmailError::SeveralAts);
    }
    if text.contains([' ', '\n']) {
        return Err(EmailError::Space);
    }
    if text.chars().any(letters::is_marked_letter) {
        return Err(EmailError::VietnameseLetter);
    }
    if text.len() > MAX_ADDRESS {
        return Err(EmailError::TooLong);
    }
    if !is_local(local) {
        return Err(EmailError::Local);
    }
    if !is_domain(domain) {
        return Err(EmailError::Domain);
    }
    Ok([local, "@", &domain.to_ascii_lowercase()].concat())
}

fn is_local(local: &str) -> bool {
    let is_atom = |atom: &str| !atom.is_empty() && atom.bytes().all(is_atom_byte);
    local.len() <= MAX_LOCAL && local.split('.').all(is_atom)
}

/// The characters of an unquoted local part (RFC 5322, atext).
const fn is_atom_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'!' | b'#'
                | b'$'
                | b'%'
                | b'&'
                | b'\''
                | b'*'
                | b'+'
                | b'-'
                | b'/'
                | b'='
                | b'?'
                | b'^'
                | b'_'
                | b'`'
                | b'{'
                | b'|'
                | b'}'
                | b'~'
        )
}

fn is_domain(domain: &str) -> bool {
    let last = domain.rsplit('.').next().unwrap_or_default();
    let top = last.len() >= 2
        && (last.bytes().all(|byte| byte.is_ascii_alphabetic()) || last.starts_with("xn--"));
    top && domain.contains('.') && domain.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    (1..=MAX_LABEL).contains(&label.len())
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{EmailError, parse_email};

    #[test]
    fn accepted() {
        for (text, address) in [
            ("quandoan@example.com", "quandoan@example.com"),
            (" Quandoan@Example.COM\u{A0}", "Quandoan@example.com"),
            ("quan\u{200B}doan@example.com", "quandoan@example.com"),
            (
                "a.b+c_d-e@sub.example.edu.vn",
                "a.b+c_d-e@sub.example.edu.vn",
            ),
            ("a@xn--e1afmkfd.xn--p1ai", "a@xn--e1afmkfd.xn--p1ai"),
            ("a@1and1.com", "a@1and1.com"),
            ("a@example.com,", "a@example.com"),
            ("a@example.com ;", "a@example.com"),
        ] {
            assert_eq!(parse_email(text).as_deref(), Ok(address), "{text}");
        }
        let longest_local = ["a".repeat(64).as_str(), "@example.com"].concat();
        assert!(parse_email(&longest_local).is_ok());
    }

    #[test]
    fn refused() {
        let long_domain = ["a@", &"a.".repeat(126), "vn"].concat();
        for (text, error) in [
            ("quandoan", EmailError::NoAt),
            ("", EmailError::NoAt),
            ("a@b.vn; c@d.vn", EmailError::SeveralAts),
            ("a@@b.vn", EmailError::SeveralAts),
            ("quan doan@example.com", EmailError::Space),
            ("quandoan@ example.com", EmailError::Space),
            ("quan\ndoan@example.com", EmailError::Space),
            ("quận@example.com", EmailError::VietnameseLetter),
            (
                "qua\u{302}\u{323}n@example.com",
                EmailError::VietnameseLetter,
            ),
            ("a@đoàn.vn", EmailError::VietnameseLetter),
            ("@example.com", EmailError::Local),
            (".a@example.com", EmailError::Local),
            ("a.@example.com", EmailError::Local),
            ("a..b@example.com", EmailError::Local),
            ("a,b@example.com", EmailError::Local),
            ("<a@example.com", EmailError::Local),
            ("\"a b\"@example.com", EmailError::Space),
            ("a@", EmailError::Domain),
            ("a@gmail", EmailError::Domain),
            ("a@gmail.", EmailError::Domain),
            ("a@.com", EmailError::Domain),
            ("a@example..com", EmailError::Domain),
            ("a@example.c", EmailError::Domain),
            ("a@-example.com", EmailError::Domain),
            ("a@example-.com", EmailError::Domain),
            ("a@exa_mple.com", EmailError::Domain),
            ("a@1.2.3.4", EmailError::Domain),
            ("a@example.com,b", EmailError::Domain),
            (
                &["a".repeat(65).as_str(), "@example.com"].concat(),
                EmailError::Local,
            ),
            (
                &["a@", &"a".repeat(64), ".com"].concat(),
                EmailError::Domain,
            ),
            (&long_domain, EmailError::TooLong),
            (&"a".repeat(1017), EmailError::TooLong),
        ] {
            assert_eq!(parse_email(text), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn addresses_come_back_the_same(text in "[a-zA-Z0-9]{1,9}(\\.[a-z0-9_+-]{1,9}){0,2}@([a-z0-9]{1,9}\\.){1,3}[a-z]{2,6}") {
            let address = parse_email(&text).unwrap();
            prop_assert_eq!(parse_email(&address), Ok(address));
        }

        #[test]
        fn no_text_panics(text in any::<String>(), near in "[a-z.à ]{0,9}@{0,2}[a-z.-]{0,9}") {
            let _ = parse_email(&text);
            let _ = parse_email(&near);
        }
    }
}
