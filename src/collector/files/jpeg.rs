//! A picture as a page makes it anew: JPEG from the first byte to the last, with nothing in it but the picture. A picture
//! as a camera wrote it (Exif, XMP: where it was taken, by which device) is none.

/// The most dots of a picture: what draws it has to hold them all.
const MOST_DOTS: u64 = 40_000_000;

/// What has been seen of a picture.
#[derive(Debug, Default)]
pub struct Jpeg {
    at: At,
    /// The first bytes of the segment that is being read.
    head: Vec<u8>,
    has_size: bool,
    segments: u32,
}

/// Where in it the next byte stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum At {
    /// Before its first bytes, of which so many have come.
    #[default]
    Start,
    Started,
    /// Before the mark of a segment.
    Mark,
    /// Behind the first byte of a mark; `in_scan` within what is drawn.
    Kind {
        in_scan: bool,
    },
    Length(u8),
    LengthEnd(u8, u8),
    Segment {
        kind: u8,
        left: u16,
    },
    /// In what is drawn.
    Scan,
    End,
    /// It is none.
    Wrong,
}

const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;

/// How much of a segment is looked at.
const HEAD: usize = 12;

/// The most segments of a picture: one that is drawn in many scans has some for each.
const MOST_SEGMENTS: u32 = 256;

impl Jpeg {
    /// Looks at the next bytes.
    pub fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.at = self.next(*byte);
            if self.at == At::Wrong {
                return;
            }
        }
    }

    /// Whether it is one, to its end.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.at == At::End && self.has_size
    }

    fn next(&mut self, byte: u8) -> At {
        match (self.at, byte) {
            (At::Start, 0xFF) => At::Started,
            (At::Started, SOI) => At::Mark,
            (At::Mark, 0xFF) => At::Kind { in_scan: false },
            (At::Kind { in_scan }, 0xFF) => At::Kind { in_scan },
            (At::Kind { in_scan: true }, 0 | 0xD0..=0xD7) => At::Scan,
            (At::Kind { .. }, EOI) => At::End,
            (At::Kind { .. }, kind) if is_taken(kind) => At::Length(kind),
            (At::Length(kind), high) => At::LengthEnd(kind, high),
            (At::LengthEnd(kind, high), low) => {
                self.head.clear();
                self.segments += 1;
                if self.segments > MOST_SEGMENTS
                    || !may_be_so_long(kind, u16::from_be_bytes([high, low]))
                {
                    return At::Wrong;
                }
                match u16::from_be_bytes([high, low]).checked_sub(2) {
                    Some(0) => self.behind(kind),
                    Some(left) => At::Segment { kind, left },
                    None => At::Wrong,
                }
            }
            (At::Segment { kind, left }, byte) => {
                if self.head.len() < HEAD {
                    self.head.push(byte);
                }
                match left - 1 {
                    0 => self.behind(kind),
                    left => At::Segment { kind, left },
                }
            }
            (At::Scan, 0xFF) => At::Kind { in_scan: true },
            (At::Scan, _) => At::Scan,
            _ => At::Wrong,
        }
    }

    /// Behind a segment of that kind, whose first bytes are at hand.
    fn behind(&mut self, kind: u8) -> At {
        let fits = match kind {
            0xE0 => self.head.starts_with(b"JFIF\0"),
            0xE2 => self.head.starts_with(b"ICC_PROFILE\0"),
            0xEE => self.head.starts_with(b"Adobe"),
            0xC0..=0xC2 => self.is_drawable(),
            _ => true,
        };
        match (fits, kind) {
            (false, _) => At::Wrong,
            (true, SOS) => At::Scan,
            (true, _) => At::Mark,
        }
    }

    /// Whether the size that a frame names can be drawn.
    fn is_drawable(&mut self) -> bool {
        let [_, high, low, wide_high, wide_low, ..] = *self.head else {
            return false;
        };
        let dots = u64::from(u16::from_be_bytes([high, low]))
            * u64::from(u16::from_be_bytes([wide_high, wide_low]));
        let is_first = !self.has_size;
        self.has_size = true;
        is_first && (1..=MOST_DOTS).contains(&dots)
    }
}

/// Whether a segment is of what draws the picture. The others say where, when and by whom it was taken, or anything else.
fn is_taken(kind: u8) -> bool {
    matches!(
        kind,
        0xE0 | 0xE2 | 0xEE | 0xDB | 0xC0..=0xC2 | 0xC4 | 0xDD | SOS
    )
}

/// Whether a segment of that kind may be so long: as long as what it has to say, so that nothing else finds room in it. A
/// profile of colours alone says how long it is.
fn may_be_so_long(kind: u8, length: u16) -> bool {
    match kind {
        // Of a picture made anew: no smaller picture in it, of whatever bytes.
        0xE0 => length == 16,
        0xEE => length == 14,
        0xDD => length == 4,
        // Four tables of the widest kind.
        0xDB => length <= 2 + 4 * 129,
        // Eight, each with all values that there are.
        0xC4 => length <= 2 + 8 * (17 + 256),
        // As many colours as there can be.
        0xC0..=0xC2 => length <= 8 + 3 * 4,
        SOS => length <= 6 + 2 * 4,
        _ => true,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::Jpeg;

    /// The smallest picture: segments, then something drawn.
    pub fn picture(segments: &[&[u8]]) -> Vec<u8> {
        let mut picture = vec![0xFF, 0xD8];
        let frame = [0xFF, 0xC0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 17, 0];
        for segment in segments {
            picture.extend(*segment);
        }
        picture.extend(frame);
        picture.extend([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0, 0x34]);
        picture.extend([0xFF, 0xD9]);
        picture
    }

    fn is_one(bytes: &[u8]) -> bool {
        let mut whole = Jpeg::default();
        whole.take(bytes);
        let mut pieces = Jpeg::default();
        for piece in bytes.chunks(3) {
            pieces.take(piece);
        }
        assert_eq!(whole.is_one(), pieces.is_one());
        whole.is_one()
    }

    #[test]
    fn a_picture_holds_what_draws_it_and_nothing_else() {
        let jfif = b"\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";
        assert!(is_one(&picture(&[])));
        assert!(is_one(&picture(&[jfif])));
        let exif = b"\xFF\xE1\0\x0AExif\0\0\x01\x02";
        let comment = b"\xFF\xFE\0\x0A<script>";
        let other = b"\xFF\xE0\0\x10JFXX\0\x01\x01\0\0\x01\0\x01\0\0";
        for segment in [&exif[..], comment, other] {
            assert!(!is_one(&picture(&[segment])));
        }
        let whole = picture(&[jfif]);
        assert!(
            !is_one(&[&whole, &b"PK\x03\x04"[..]].concat()),
            "nothing behind it"
        );
        assert!(!is_one(&whole[..whole.len() - 1]), "nor is it cut off");
        assert!(!is_one(b"<svg onload=alert(1)>"));
        // What would fit beside what a segment has to say.
        let stuffed = |kind: u8, head: &[u8], length: usize| {
            let mut segment = vec![0xFF, kind];
            segment.extend(u16::try_from(length).unwrap().to_be_bytes());
            segment.extend(head);
            segment.resize(length + 2, b'<');
            segment
        };
        for segment in [
            stuffed(0xE0, b"JFIF\0", 3_000),
            stuffed(0xEE, b"Adobe", 3_000),
            stuffed(0xDB, &[0], 3_000),
            stuffed(0xC4, &[0], 3_000),
            stuffed(0xDD, &[0], 3_000),
        ] {
            assert!(!is_one(&picture(&[&segment])), "{:X}", segment[1]);
        }
        let table = stuffed(0xDB, &[0], 67);
        assert!(is_one(&picture(&[&table, &table])));
        let many = vec![&*table; 300];
        assert!(!is_one(&picture(&many)), "nor in many of them");
        let mut huge = picture(&[]);
        huge[7..11].fill(0xFF);
        assert!(!is_one(&huge), "nor too large to be drawn");
    }
}
