//! The page renders what the core says: it puts no sentence together, and says nothing of what is in time or late.
//! Its own words stand in files of words, which may have gaps; a value may stand behind its name and a colon.

use super::{assert_none, files};

const SOURCE: &str = "www/src/";

/// Punctuation that joins two things into one sentence.
const JOINTS: [&str; 7] = [", ", ". ", "; ", " – ", " · ", " (", ".\n"];

/// What the core alone says, in both languages.
const PUNCTUAL: [&str; 5] = ["đúng hạn", "trễ", "quá hạn", "on time", "overdue"];

pub(super) fn holds_words(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("www/src/words/") || ["vi.js", "en.js", "words.js"].contains(&name)
}

/// A piece of a script.
#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    /// A piece of a template's text, with whether a value stands before it and after it.
    Text(usize, String, [bool; 2]),
    /// A plain string.
    Plain(usize, String),
}

/// The strings and templates of a script, each with its line.
pub(super) fn pieces(script: &str) -> Vec<Piece> {
    let signs: Vec<char> = script.chars().collect();
    let mut found = Vec::new();
    // Of each template that is open, how many braces are open in its gap.
    let mut gaps: Vec<usize> = Vec::new();
    let (mut at, mut line) = (0, 1);
    let mut before = ' ';
    let sign = |at: usize| signs.get(at).copied().unwrap_or('\0');
    while at < signs.len() {
        let here = sign(at);
        let starts_text = here == '`' || (here == '}' && gaps.last() == Some(&0));
        if here == '\n' {
            line += 1;
        }
        if here == '/' && sign(at + 1) == '/' {
            while at < signs.len() && sign(at) != '\n' {
                at += 1;
            }
            continue;
        } else if here == '/' && sign(at + 1) == '*' {
            at += 2;
            while at < signs.len() && !(sign(at) == '*' && sign(at + 1) == '/') {
                line += usize::from(sign(at) == '\n');
                at += 1;
            }
            at += 1;
        } else if here == '\'' || here == '"' || (here == '/' && "(,=:[!&|?{;\n".contains(before)) {
            // A string, or a regular expression, in which a class may hold a slash.
            let (mut text, mut in_class) = (String::new(), false);
            at += 1;
            while at < signs.len() && (in_class || sign(at) != here) {
                in_class = here == '/' && (sign(at) == '[' || (in_class && sign(at) != ']'));
                at += usize::from(sign(at) == '\\');
                text.push(sign(at));
                at += 1;
            }
            if here != '/' {
                found.push(Piece::Plain(line, text));
            }
        } else if starts_text {
            let after_gap = here == '}';
            if after_gap {
                gaps.pop();
            }
            let (mut text, begun) = (String::new(), line);
            at += 1;
            while at < signs.len() && sign(at) != '`' && !(sign(at) == '$' && sign(at + 1) == '{') {
                line += usize::from(sign(at) == '\n');
                text.push(sign(at));
                at += 1 + usize::from(sign(at) == '\\');
            }
            let before_gap = sign(at) == '$';
            if before_gap {
                gaps.push(0);
                at += 1;
            }
            found.push(Piece::Text(begun, text, [after_gap, before_gap]));
        } else if let Some(open) = gaps.last_mut() {
            *open += usize::from(here == '{');
            *open -= usize::from(here == '}');
        }
        if !here.is_whitespace() || here == '\n' {
            before = here;
        }
        at += 1;
    }
    found
}

/// The text between tags, without what stands inside of them; a tag that a value ends is open at either side.
fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let (mut rest, mut in_tag) = (text, false);
    // What precedes the first `>` without a `<` is the end of a tag that a value stands in.
    if let Some(end) = text.find('>')
        && text.find('<').is_none_or(|begin| end < begin)
    {
        rest = &text[end + 1..];
    }
    for sign in rest.chars() {
        match sign {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => out.push(sign),
            _ => {}
        }
    }
    out
}

fn sentences(path: &str, script: &str) -> Vec<String> {
    let wrong = |line: usize| {
        format!("{path}:{line}: puts a sentence together; let the core give it, or a file of words")
    };
    let joins = |text: &str, [after, before]: [bool; 2]| {
        let text = without_tags(text);
        JOINTS.iter().any(|joint| {
            (after && text.starts_with(joint))
                || (before && text.trim_end_matches('\n').ends_with(joint))
        }) || (before && text.ends_with('('))
    };
    let mut breaches: Vec<String> = pieces(script)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Text(line, text, gaps) => joins(&text, gaps).then(|| wrong(line)),
            Piece::Plain(..) => None,
        })
        .collect();
    for joint in JOINTS {
        let joined = format!(".join('{joint}')");
        for (line, _) in super::numbered(script).filter(|(_, line)| line.contains(&joined)) {
            breaches.push(wrong(line));
        }
    }
    breaches
}

fn says_punctuality(path: &str, script: &str) -> Vec<String> {
    let wrong = |line: usize| {
        format!("{path}:{line}: words what is in time or late; that is the core's word")
    };
    let said = |text: &str| {
        let text = text.to_lowercase();
        let is_late = |word: &str| word == "late";
        PUNCTUAL.iter().any(|phrase| text.contains(phrase))
            || text.contains(' ') && text.split(|sign: char| !sign.is_alphabetic()).any(is_late)
    };
    pieces(script)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Text(line, text, _) | Piece::Plain(line, text) => {
                said(&text).then(|| wrong(line))
            }
        })
        .collect()
}

#[test]
fn the_page_puts_no_sentence_together() {
    let scripts = files().into_iter().filter(|file| {
        file.path.starts_with(SOURCE) && file.path.ends_with(".js") && !holds_words(&file.path)
    });
    assert_none(
        scripts
            .flat_map(|file| sentences(&file.path, &file.text))
            .collect(),
    );
}

#[test]
fn the_page_words_nothing_of_what_is_in_time_or_late() {
    let words = files()
        .into_iter()
        .filter(|file| file.path.starts_with(SOURCE) && holds_words(&file.path));
    assert_none(
        words
            .flat_map(|file| says_punctuality(&file.path, &file.text))
            .collect(),
    );
}

#[test]
fn a_sentence_is_seen_and_a_named_value_is_not() {
    for (script, breaches) in [
        ("html`<p>${state}, ${time}</p>`", 1),
        ("html`<p>${name}${label ? ` – ${label}` : ''}</p>`", 1),
        ("html`<strong>${name}</strong>, <em>${label}</em>`", 1),
        ("`${label} (${own})`", 1),
        ("[a, b].filter(Boolean).join(' · ')", 1),
        ("html`<dt>${words.deadline}: ${text}</dt>`", 0),
        ("html`<p>${name} ${label}</p>`", 0),
        (
            "html`<div @click=${() => f(a, b)} class=\"a, b\">${text}</div>`",
            0,
        ),
        ("// `${a}, ${b}`\nconst a = { b, c }", 0),
        ("const a = /[`'\"]/.test(b), c = d ? '${' : e", 0),
    ] {
        assert_eq!(
            sentences("www/src/a.js", script).len(),
            breaches,
            "{script}"
        );
    }
}

#[test]
fn a_word_for_late_is_seen() {
    for (script, breaches) in [
        ("export const vi = { late: 'Trễ hạn' }", 1),
        ("export const en = { a: 'Sent late' }", 1),
        (
            "export const en = { late: 'later on', translate: 'of the plate' }",
            0,
        ),
    ] {
        assert_eq!(
            says_punctuality("www/src/vi.js", script).len(),
            breaches,
            "{script}"
        );
    }
}
