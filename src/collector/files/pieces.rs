//! How a file is cut.

/// The bytes of a piece, all but the last of a file: what a slow mobile line carries within the time of a request.
pub const PIECE: u32 = 256 * 1024;

/// How many pieces a file of so many bytes has.
pub fn pieces_of(bytes: i64) -> u32 {
    let pieces = bytes.max(0).div_euclid(PIECE.into()) + i64::from(bytes % i64::from(PIECE) != 0);
    u32::try_from(pieces).unwrap_or(u32::MAX)
}

/// How many bytes a piece has of a file of so many.
pub fn length_of(piece: u32, bytes: i64) -> usize {
    let rest = bytes - i64::from(piece) * i64::from(PIECE);
    usize::try_from(rest.clamp(0, PIECE.into())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{PIECE, length_of, pieces_of};

    #[test]
    fn pieces_make_up_a_file() {
        let piece = i64::from(PIECE);
        for bytes in [1, piece - 1, piece, piece + 1, 40 * piece, 50_000_000] {
            let pieces = pieces_of(bytes);
            let lengths = (0..pieces).map(|each| length_of(each, bytes));
            assert_eq!(lengths.sum::<usize>() as i64, bytes);
            assert!(length_of(pieces - 1, bytes) > 0 && length_of(pieces, bytes) == 0);
        }
    }
}
