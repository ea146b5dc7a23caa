//! Which lines are headings, by how they look and what follows.

use super::marker::{Marker, Series};
use super::outline::Line;
use std::ops::Range;

/// The title without the sign that ends it.
pub(super) fn title_of(words: &str, start: usize) -> Range<usize> {
    start..start + trimmed(words).len()
}

pub(super) fn trimmed(words: &str) -> &str {
    words.trim_end_matches([':', '*', ' ', '.', ';', '\u{A0}'])
}

/// Whether most of it is in capitals.
pub(super) fn caps(words: &str) -> bool {
    let (mut large, mut small) = (0_usize, 0_usize);
    for c in words.chars().filter(|c| c.is_alphabetic()) {
        if c.is_lowercase() {
            small += 1
        } else {
            large += 1
        }
        // No more capitals can follow than there are bytes.
        if small * 8 > words.len() {
            return false;
        }
    }
    large >= 3 && small * 8 <= large
}

fn count(words: &str) -> usize {
    words.split_whitespace().count()
}

/// The title of a line with a number, if it is a heading.
pub(super) fn numbered_title<'a>(
    line: &Line<'a>,
    marker: &Marker,
    next: Option<&Line<'_>>,
) -> Option<&'a str> {
    let words = line.words.trim_end_matches(['*', ' ']);
    let title = trimmed(words);
    let deeper = next
        .and_then(|next| next.marker.as_ref())
        .is_some_and(|below| {
            let inside = below.label.starts_with(&format!("{}.", marker.label));
            let anew = below.series != marker.series || marker.ordinal > 1;
            inside || (below.ordinal == 1 && anew)
        });
    let below =
        next.is_some_and(|next| next.bullet || deeper || (next.marker.is_none() && !opens(next)));
    if words.is_empty() {
        return next
            .is_some_and(|next| !next.bullet && next.marker.is_none())
            .then_some("");
    }
    if marker.series == Series::Bracketed {
        return None;
    }
    if marker.series <= Series::Article {
        let sentence = words.ends_with(['.', ';']) && count(words) > 25 && !caps(words);
        return (!sentence).then(|| run_in(words).unwrap_or(title));
    }
    if words.ends_with(':') {
        return (count(words) <= 40).then_some(title);
    }
    if let Some(title) = run_in(words) {
        return Some(title);
    }
    if caps(words) && count(words) <= 25 {
        return Some(title);
    }
    let short = count(words) <= 7;
    let ended = words.ends_with(['.', ';', ',']) && !(deeper && words.ends_with(','));
    let figures = words.contains('%') || words.starts_with(|c: char| c.is_ascii_digit());
    (below && !figures && (!ended || short)).then_some(title)
}

/// Whether a line without a number looks like a heading itself.
fn opens(line: &Line<'_>) -> bool {
    let words = line.words.trim_end_matches(['*', ' ']);
    caps(words) || (words.ends_with(':') && count(words) <= 9)
}

/// A heading with what it says on the same line: "Mục đích: Nâng cao …".
fn run_in(words: &str) -> Option<&str> {
    let (title, rest) = words.split_once(':')?;
    let bare = title.trim_matches(['*', ' ']);
    let open = |one: char, other: char| bare.matches(one).count() != bare.matches(other).count();
    let figures =
        bare.contains(['%', '/']) || bare.contains(". ") || open('“', '”') || open('(', ')');
    let rest = rest.trim_matches(['*', ' ']);
    // “…” after a colon is the name of what the heading names.
    let named = rest.starts_with('“') && rest.trim_end_matches('.').ends_with('”');
    let heads = count(bare) <= 32 && bare.starts_with(char::is_uppercase);
    (!rest.is_empty() && !named && !figures && heads).then(|| trimmed(title))
}

/// The title of a line without a number, if it is a heading: all in capitals, or few words and a colon before a list.
pub(super) fn unnumbered_title<'a>(line: &Line<'a>, next: Option<&Line<'_>>) -> Option<&'a str> {
    let words = line.words.trim_end_matches(['*', ' ']);
    let next = next?;
    let title = trimmed(words);
    let title = title.trim_start_matches('*');
    if caps(words) && count(words) <= 25 && !words.ends_with(';') {
        return Some(trimmed(words));
    }
    let lists = next.bullet
        || next
            .marker
            .as_ref()
            .is_some_and(|marker| marker.ordinal == 1);
    let begins = title.starts_with(char::is_uppercase);
    let heads = words.ends_with(':') && count(words) <= 9 && begins;
    // "Công tác thi đua" above a list: few words and no sign at their end.
    let bare = begins
        && (2..=9).contains(&count(words))
        && words.ends_with(char::is_alphabetic)
        && !words.contains(|c: char| c.is_ascii_digit());
    let bold = line.words.starts_with("**") && line.words.ends_with("**") && count(words) <= 20;
    (lists && (heads || bold || bare) && !words.contains(['%', ','])).then(|| trimmed(words))
}
