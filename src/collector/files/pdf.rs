//! A PDF: its mark first, its end last, and no page of the web and no archive besides.

/// Where a reader looks for an archive's end: as far back as its longest comment goes.
const TAIL: usize = 65_557;

/// How much of the beginning a browser looks at to learn what something is.
const HEAD: usize = 1_445;

/// How near to its last byte a PDF says that it ends.
const END: usize = 1_024;

/// What has been seen of a PDF.
#[derive(Debug, Default)]
pub struct Pdf {
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Pdf {
    /// Looks at the next bytes.
    pub fn take(&mut self, bytes: &[u8]) {
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend(bytes.iter().take(room));
        keep_last(&mut self.tail, bytes, TAIL);
    }

    /// Whether it is one, to its end.
    #[must_use]
    pub fn is_one(&self) -> bool {
        let page: &[&[u8]] = &[b"<html", b"<script", b"<svg", b"<!doctype"];
        let head = self.head.to_ascii_lowercase();
        let last = self.tail.iter().rposition(|byte| !is_blank(*byte));
        let written = self.tail.get(..last.map_or(0, |last| last + 1));
        let written = written.unwrap_or_default();
        let near = written.get(written.len().saturating_sub(END)..);
        head.starts_with(b"%pdf-")
            && !page.iter().any(|word| holds(&head, word))
            && near.is_some_and(|near| near.ends_with(b"%%EOF"))
            && !holds(&self.tail, b"PK\x05\x06")
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | b'\r' | b' ')
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// Keeps the last bytes of all that have come.
pub(super) fn keep_last(tail: &mut Vec<u8>, bytes: &[u8], most: usize) {
    tail.extend_from_slice(bytes);
    let surplus = tail.len().saturating_sub(most);
    tail.drain(..surplus);
}

#[cfg(test)]
mod tests {
    use super::Pdf;

    #[test]
    fn a_pdf_begins_and_ends_as_one_and_is_nothing_else() {
        let is_one = |bytes: &[u8]| {
            let mut pdf = Pdf::default();
            for piece in bytes.chunks(1_000) {
                pdf.take(piece);
            }
            pdf.is_one()
        };
        let middle = "0".repeat(100_000);
        let with = |head: &str, end: &str| [head, &*middle, end].concat().into_bytes();
        assert!(is_one(&with("%PDF-1.7\n", "\n%%EOF\r\n")));
        for (head, end) in [
            ("\n%PDF-1.7\n", "%%EOF"),
            ("%PDF-1.7\n", ""),
            ("%PDF-1.7\n<ScRipt>", "%%EOF"),
            ("%PDF-1.7\n<!DOCTYPE html>", "%%EOF"),
            ("%PDF-1.7\n", "%%EOF\nMZ"),
            ("%PDF-1.7\n", "PK\u{5}\u{6}................%%EOF"),
        ] {
            assert!(!is_one(&with(head, end)), "{head} {end}");
        }
        assert!(!is_one(b""));
    }
}
