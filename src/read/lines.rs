//! A text of many lines (NDJSON) that comes in pieces.

/// Counts the lines of a text that comes in pieces, each of which ends where a line does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lines {
    before: usize,
}

impl Lines {
    /// Hands each line of a piece that is not blank to `each`, with its number in the whole text, counted from 1.
    pub fn each(&mut self, piece: &[u8], mut each: impl FnMut(usize, &[u8])) {
        if piece.is_empty() {
            return;
        }
        let mut number = self.before;
        for line in piece.split(|byte| *byte == b'\n') {
            number += 1;
            if !line.iter().all(u8::is_ascii_whitespace) {
                each(number, line);
            }
        }
        // Behind the last line break another line begins, and perhaps with another piece.
        self.before = number - usize::from(piece.ends_with(b"\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn a_line_has_its_number_in_the_whole_text_however_that_is_cut() {
        let text = b"a\n\n  \r\nb\nc";
        let told = |pieces: &[&[u8]]| {
            let (mut lines, mut told) = (Lines::default(), Vec::new());
            for piece in pieces {
                lines.each(piece, |number, line| told.push((number, line.to_vec())));
            }
            told
        };
        let whole = [(1, b"a".to_vec()), (4, b"b".to_vec()), (5, b"c".to_vec())];
        assert_eq!(told(&[text]), whole);
        let ends = (0..text.len()).filter(|at| text[*at] == b'\n');
        for end in ends {
            let (piece, rest) = text.split_at(end + 1);
            assert_eq!(told(&[piece, b"", rest]), whole, "cut behind {end}");
        }
    }
}
