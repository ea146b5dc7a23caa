//! Documents cut, mixed and made to harm: read or refused, never a panic, and every quote where it says.

use phieu::reading::{Kind, Reading, read, read_bytes};
use proptest::prelude::{ProptestConfig, any, prop, proptest};
use std::fs;

fn holds(reading: &Reading) {
    let text = reading.text.as_str();
    let quote = |start: usize, end: usize, quote: &str| {
        assert_eq!(text.get(start..end), Some(quote));
    };
    for own in &reading.targets {
        quote(own.start, own.end, &own.quote);
    }
    for own in &reading.duties {
        quote(own.start, own.end, &own.quote);
    }
    for own in &reading.activities {
        quote(own.start, own.end, &own.quote);
    }
    for own in &reading.unused {
        quote(own.start, own.end, &own.quote);
    }
}

fn words() -> Vec<String> {
    let mut words = Vec::new();
    for name in ["lien-doi", "nong-dan-huyen", "doan-phuong", "phu-nu-phuong"] {
        let text = fs::read_to_string(format!("tests/reading/{name}.txt")).unwrap();
        words.extend(text.split(' ').map(str::to_owned));
    }
    words
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn words_in_any_order_are_read(order in prop::collection::vec(any::<prop::sample::Index>(), 1..250)) {
        let words = words();
        let text: Vec<&str> = order.iter().map(|at| at.get(&words).as_str()).collect();
        holds(&read(&text.join(" ")));
    }

    #[test]
    fn a_docx_with_wrong_bytes_is_read_or_refused(
        wrong in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        end in any::<prop::sample::Index>(),
    ) {
        let mut bytes = fs::read("tests/reading/phu-nu.docx").unwrap();
        for (at, byte) in wrong {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read_bytes(&bytes, Some(Kind::Docx));
        bytes.truncate(end.index(bytes.len()));
        let _ = read_bytes(&bytes, Some(Kind::Docx));
    }

    #[test]
    fn any_tags_are_a_page(html in "(<(/)?(p|table|tr|td|li|ol|ul|span|br|script|!--|![a-z]+)( [a-z]+=[\"'a-z0-9:]{0,9})?/?>|&[a-z#0-9]{0,7};?|[ a-zđ0-9.%\"'<>]{0,12}){0,60}") {
        let reading = read_bytes(html.as_bytes(), Some(Kind::Html)).unwrap();
        holds(&reading);
    }

    #[test]
    fn any_letters_are_read(text in "\\PC{0,400}") {
        holds(&read(&text));
    }
}

#[test]
fn pages_that_never_end_take_time_in_proportion() {
    for piece in [
        "<a '",
        "<table><tr><td>",
        "<ol><li>",
        "&",
        "<!--",
        "<span style='mso-list:Ignore'>",
        "(",
        "“",
        "1. ",
    ] {
        let html = piece.repeat(60_000);
        let _ = read_bytes(html.as_bytes(), Some(Kind::Html)).unwrap();
        holds(&read(&piece.repeat(20_000)));
    }
}
