//! Any bytes as a document: refused, or read with every quote where it says, and the text read as the bytes were.
#![no_main]

use phieu::reading::{Kind, read, read_bytes};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for kind in [
        None,
        Some(Kind::Text),
        Some(Kind::Html),
        Some(Kind::Docx),
        Some(Kind::Pdf),
    ] {
        let Ok(reading) = read_bytes(bytes, kind) else {
            continue;
        };
        let text = &reading.text;
        for (start, end, quote) in reading
            .targets
            .iter()
            .map(|own| (own.start, own.end, &own.quote))
            .chain(
                reading
                    .duties
                    .iter()
                    .map(|own| (own.start, own.end, &own.quote)),
            )
            .chain(
                reading
                    .activities
                    .iter()
                    .map(|own| (own.start, own.end, &own.quote)),
            )
            .chain(
                reading
                    .unused
                    .iter()
                    .map(|own| (own.start, own.end, &own.quote)),
            )
        {
            assert_eq!(text.get(start..end), Some(quote.as_str()));
        }
        assert_eq!(read(text).targets, reading.targets);
    }
});
