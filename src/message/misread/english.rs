//! The same in English, as whole sentences, for whoever makes plans: a value by what it is, and not by its type in Rust.

use super::whole_at;
use crate::read::Problem;
use crate::text::capital;

/// Types of values, and what stands there.
const WORDS: &[(&str, &str)] = &[
    ("a string", "a text in quotation marks"),
    ("a boolean", "true or false, without quotation marks"),
    ("a sequence", "a list […]"),
    ("a map", "a group of fields {…}"),
    ("a map of one member", "a group {…} of one field"),
    ("sequence", "a list […]"),
    ("map", "a group of fields {…}"),
    ("i64", "a whole number"),
];

/// What such words begin with.
const BEGINNINGS: &[(&str, &str)] = &[
    ("string ", "the text "),
    ("integer ", "the number "),
    ("boolean ", ""),
    ("a map, ", "the group "),
    ("`", "one of: `"),
];

/// What is wrong at that place of a plan, and how to mend it.
pub(in crate::message) fn in_english(problem: &Problem, at: &str) -> String {
    match problem {
        Problem::WrongType { found, expected } => of_another_type(found, expected, at),
        Problem::WrongValue { detail } => {
            let number = detail.strip_prefix("invalid value: ");
            match number.and_then(|both| both.split_once(", expected ")) {
                Some((found, expected)) => of_another_type(found, expected, at),
                None => whole(detail),
            }
        }
        _ => whole(&problem.to_string()),
    }
}

fn of_another_type(found: &str, expected: &str, at: &str) -> String {
    let expected = match whole_at(expected, at) {
        Some((least, most)) => format!("a whole number from {least} to {most}"),
        None => worded(expected),
    };
    let found = worded(found);
    // How a date or an hour is written is a sentence already.
    let is_sentence = [" must ", " is ", " needs "]
        .iter()
        .any(|verb| expected.contains(verb));
    let write = if is_sentence { "" } else { "write " };
    whole(&["here stands ", &found, "; ", write, &expected].concat())
}

fn worded(words: &str) -> String {
    if let Some((_, said)) = WORDS.iter().find(|(known, _)| *known == words) {
        return (*said).to_owned();
    }
    let said = BEGINNINGS
        .iter()
        .find_map(|(known, said)| Some([said, words.strip_prefix(known)?].concat()));
    said.unwrap_or_else(|| words.to_owned())
}

/// A sentence with a capital letter and a full stop.
pub(in crate::message) fn whole(sentence: &str) -> String {
    let end = if sentence.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    [&capital(sentence), end].concat()
}

#[cfg(test)]
mod tests {
    use super::in_english;
    use crate::read::Problem;

    #[test]
    fn what_stands_there_and_what_is_to_be_written_are_said_in_words() {
        let of = |found: &str, expected: &str| Problem::WrongType {
            found: found.into(),
            expected: expected.into(),
        };
        let value = |detail: &str| Problem::WrongValue {
            detail: detail.into(),
        };
        for (problem, said) in [
            (
                of("string \"x\"", "u32"),
                "Here stands the text \"x\"; write a whole number from 0 to 4294967295.",
            ),
            (
                of("map", "a sequence"),
                "Here stands a group of fields {…}; write a list […].",
            ),
            (
                of("integer `5`", "`each`, `whole`"),
                "Here stands the number `5`; write one of: `each`, `whole`.",
            ),
            (
                of("null", "a date must be written YYYY-MM-DD"),
                "Here stands null; a date must be written YYYY-MM-DD.",
            ),
            (
                value("invalid value: integer `-1`, expected u8"),
                "Here stands the number `-1`; write a whole number from 0 to 255.",
            ),
            (
                value("the month has no such day"),
                "The month has no such day.",
            ),
            (
                Problem::MissingField { field: "id".into() },
                "The field \"id\" is missing; add it.",
            ),
            (
                Problem::EndsEarly,
                "The text ends here in the middle; is the file complete?",
            ),
        ] {
            assert_eq!(in_english(&problem, ""), said);
        }
    }
}
