//! Lateness is judged in one place.

use super::{assert_none, modules, numbered};

const PLACE: &str = "src/schedule/lateness.rs";
const SIGNS: [&str; 4] = [" < ", " <= ", " > ", " >= "];

/// Comparisons of a moment with a cutoff.
fn judgements(path: &str, text: &str) -> Vec<String> {
    let is_cutoff = |word: Option<&str>| word.is_some_and(|word| word.contains("cutoff"));
    let compares = |line: &str, sign: &str| {
        line.match_indices(sign).any(|(at, _)| {
            let before = line[..at].split_whitespace().next_back();
            let after = line[at + sign.len()..].split_whitespace().next();
            is_cutoff(before) || is_cutoff(after)
        })
    };
    numbered(text)
        .filter(|(_, line)| SIGNS.iter().any(|sign| compares(line, sign)))
        .map(|(number, _)| format!("{path}:{number}: what is too late is judged in {PLACE} alone"))
        .collect()
}

#[test]
fn lateness_is_judged_in_one_place() {
    assert_none(
        modules()
            .iter()
            .filter(|file| file.path != PLACE)
            .flat_map(|file| judgements(&file.path, &file.text))
            .collect(),
    );
}

#[test]
fn a_second_judgement_is_seen() {
    for (line, breaches) in [
        ("if sent.received_at >= cutoff {", 1),
        ("let early = begins < occasion.cutoff;", 1),
        ("fn cutoff(&self) -> Option<Instant> {", 0),
        ("is_late(Some(cutoff), now)", 0),
        ("State::Open if cutoff.is_none() && now >= end => {}", 0),
    ] {
        assert_eq!(judgements("src/a.rs", line).len(), breaches, "{line}");
    }
}
