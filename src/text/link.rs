//! Links.

use serde::Serialize;

use super::letters;
use super::normalize::clean;

/// The most characters that a link may have.
pub const MAX_LINK: u32 = 2000;
const MAX_HOST: usize = 253;
const MAX_LABEL: usize = 63;

/// Why a text is not a link that can be followed safely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum LinkError {
    /// The link does not begin with `https://` or `http://`: `forms.gle/x`.
    NoScheme,
    /// It is of another kind: `javascript:`, `file:`, `mailto:`, `ftp:`.
    Scheme,
    /// There is no host, or not one of the public internet: `https://`, `https://localhost`, `https://a..vn`.
    Host,
    /// There is a user name or a password in it: `https://user@example.com`.
    Credentials,
    /// There is a space or a line break inside, as when two links are written.
    Space,
    /// There is a character that no link may have: `\`, `<`, `>`, `"`, `{`, `}`, `|`, `^` or a backquote.
    Character,
    /// The link is longer than 2000 characters.
    TooLong,
}

/// Reads a link (đường dẫn) and gives it with scheme and host in lower case.
///
/// | accepted | refused | |
/// |---|---|---|
/// | `https://forms.gle/i9Rq` | `forms.gle/i9Rq`, `www.example.vn` | no scheme |
/// | `HTTP://Example.VN:8080/a?b=c#d` | `javascript:alert(1)`, `mailto:a@b.vn`, `ftp://a.vn` | scheme |
/// | `https://example.vn/tin-tức` | `https://`, `https:/a.vn`, `https://localhost` | host |
/// | `https://tuổitrẻ.vn` | `https://user:pass@example.com` | credentials |
/// | | `https://a.vn https://b.vn` | space |
/// | | `https://a.vn\@b.vn` | character |
///
/// # Errors
/// Those of [`LinkError`], as above.
pub fn parse_link(text: &str) -> Result<String, LinkError> {
    if text.len() > MAX_LINK as usize * 4 {
        return Err(LinkError::TooLong);
    }
    let text = clean(text);
    if text.chars().nth(MAX_LINK as usize).is_some() {
        return Err(LinkError::TooLong);
    }
    let (scheme, rest) = split_scheme(&text)?;
    if text.contains([' ', '\n']) {
        return Err(LinkError::Space);
    }
    // Browsers read a backslash as a slash, so that a host may not be what it seems.
    if text.contains(['\\', '<', '>', '"', '{', '}', '|', '^', '`']) {
        return Err(LinkError::Character);
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end).ok_or(LinkError::Host)?;
    if authority.contains('@') {
        return Err(LinkError::Credentials);
    }
    if !is_authority(authority) {
        return Err(LinkError::Host);
    }
    Ok([scheme, &authority.to_ascii_lowercase(), path].concat())
}

/// Splits `https://` or `http://` from what follows.
fn split_scheme(text: &str) -> Result<(&'static str, &str), LinkError> {
    let Some((name, rest)) = text.split_once(':').filter(|(name, _)| is_scheme(name)) else {
        return Err(LinkError::NoScheme);
    };
    let scheme = match name.to_ascii_lowercase().as_str() {
        "https" => "https://",
        "http" => "http://",
        _ => return Err(LinkError::Scheme),
    };
    Ok((scheme, rest.strip_prefix("//").ok_or(LinkError::Host)?))
}

/// Whether the text before a colon is a scheme, rather than a host before its port: `example.vn:8080`.
fn is_scheme(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-'))
}

fn is_authority(authority: &str) -> bool {
    let (host, port) = match authority.split_once(':') {
        None => (authority, None),
        Some((host, port)) => (host, Some(port)),
    };
    let is_port = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit())
            && port.parse::<u16>().is_ok_and(|port| port > 0)
    };
    host.len() <= MAX_HOST
        && host.contains('.')
        && host.split('.').all(is_label)
        && port.is_none_or(is_port)
}

/// A part of a host name; Vietnamese letters are allowed, as in domain names in Vietnamese.
fn is_label(label: &str) -> bool {
    (1..=MAX_LABEL).contains(&label.len())
        && label
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || letters::is_marked_letter(c))
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LinkError, parse_link};

    #[test]
    fn accepted() {
        for (text, link) in [
            ("https://forms.gle/i9Rq", "https://forms.gle/i9Rq"),
            (
                " https://forms.gle/i9Rq\u{200B}\n",
                "https://forms.gle/i9Rq",
            ),
            (
                "HTTP://Example.VN:8080/A?b=C#d",
                "http://example.vn:8080/A?b=C#d",
            ),
            ("https://example.vn", "https://example.vn"),
            ("https://example.vn?a@b", "https://example.vn?a@b"),
            ("https://example.vn/tin-tức", "https://example.vn/tin-tức"),
            ("https://tuổitrẻ.vn/", "https://tuổitrẻ.vn/"),
            ("http://192.0.2.1/a", "http://192.0.2.1/a"),
            (
                "https://example.vn/@trang/a:b",
                "https://example.vn/@trang/a:b",
            ),
        ] {
            assert_eq!(parse_link(text).as_deref(), Ok(link), "{text}");
        }
    }

    #[test]
    fn refused() {
        let long = ["https://example.vn/", &"a".repeat(1982)].concat();
        for (text, error) in [
            ("forms.gle/i9Rq", LinkError::NoScheme),
            ("www.example.vn", LinkError::NoScheme),
            ("example.vn:8080/a", LinkError::NoScheme),
            ("//example.vn/a", LinkError::NoScheme),
            ("đã đăng trên trang", LinkError::NoScheme),
            ("", LinkError::NoScheme),
            ("javascript:alert(1)", LinkError::Scheme),
            ("JavaScript:alert(1)", LinkError::Scheme),
            ("java\u{200B}script:alert(1)", LinkError::Scheme),
            ("data:text/html,a", LinkError::Scheme),
            ("file:///etc/hosts", LinkError::Scheme),
            ("mailto:a@b.vn", LinkError::Scheme),
            ("ftp://example.vn", LinkError::Scheme),
            ("https://", LinkError::Host),
            ("https:/example.vn", LinkError::Host),
            ("https:example.vn", LinkError::Host),
            ("https:///example.vn", LinkError::Host),
            ("https://localhost/a", LinkError::Host),
            ("https://example..vn", LinkError::Host),
            ("https://.vn", LinkError::Host),
            ("https://-a.vn", LinkError::Host),
            ("https://example.vn:0", LinkError::Host),
            ("https://example.vn:99999", LinkError::Host),
            ("https://example.vn:+80", LinkError::Host),
            ("https://example.vn:", LinkError::Host),
            ("https://[::1]/", LinkError::Host),
            ("https://exa%6Dple.vn", LinkError::Host),
            ("https://user@example.com", LinkError::Credentials),
            ("https://example.com:a@evil.vn/", LinkError::Credentials),
            ("https://a.vn https://b.vn", LinkError::Space),
            ("https://a.vn\nhttps://b.vn", LinkError::Space),
            ("https://a.vn\\@b.vn", LinkError::Character),
            ("https://a.vn/<script>", LinkError::Character),
            (&long, LinkError::TooLong),
            (&"a".repeat(8001), LinkError::TooLong),
        ] {
            assert_eq!(parse_link(text), Err(error), "{text}");
        }
        assert!(parse_link(&long[..2000]).is_ok());
    }

    proptest! {
        #[test]
        fn links_come_back_the_same(text in "(https?|HTTP)://([A-Za-z0-9]{1,9}\\.){1,3}[a-z]{2,6}(:[1-9][0-9]{1,3})?(/[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ0-9._~%&=?#@-]{0,20})?") {
            let link = parse_link(&text).unwrap();
            prop_assert_eq!(parse_link(&link), Ok(link));
        }

        #[test]
        fn only_the_web_is_linked(text in any::<String>(), near in "[a-zA-Z:/@.\\\\ -]{0,30}") {
            for text in [text, near] {
                if let Ok(link) = parse_link(&text) {
                    prop_assert!(link.starts_with("https://") || link.starts_with("http://"));
                }
            }
        }
    }
}
