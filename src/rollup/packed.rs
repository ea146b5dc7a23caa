//! The figures of one report in as few bytes as they need: most are blank or small, and there are as
//! many lists of them as units times periods.

use super::Figure;
use crate::text::Mark;
use crate::value::Estimate;

const BLANK: u8 = 0;
const NUMBER: u8 = 1;
const SHARE: u8 = 2;
const UNDONE: u8 = 3;
const DONE: u8 = 4;
const CHOSEN: u8 = 5;
const ABOVE: u8 = 6;
const BELOW: u8 = 7;
const ABOUT: u8 = 8;

/// Figures in the order of a form's inputs. A number takes a byte for its kind and one for each seven
/// bits; what is blank at the end takes none.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Packed(Box<[u8]>);

impl Packed {
    pub fn new(figures: &[Option<Figure>]) -> Self {
        let mut bytes = Vec::with_capacity(figures.len() * 2);
        let filled = figures
            .iter()
            .rposition(Option::is_some)
            .map_or(0, |last| last + 1);
        for figure in figures.iter().take(filled) {
            match figure {
                None => bytes.push(BLANK),
                Some(Figure::Done(done)) => bytes.push(if *done { DONE } else { UNDONE }),
                Some(Figure::Number(number)) => {
                    bytes.push(NUMBER);
                    write(&mut bytes, *number);
                }
                Some(Figure::Estimate(Estimate { number, is })) => {
                    bytes.push(match is {
                        Mark::Above => ABOVE,
                        Mark::Below => BELOW,
                        Mark::About => ABOUT,
                    });
                    write(&mut bytes, *number);
                }
                Some(Figure::Chosen(places)) => {
                    bytes.push(CHOSEN);
                    write(&mut bytes, places.cast_signed());
                }
                Some(Figure::Share { part, whole }) => {
                    bytes.push(SHARE);
                    write(&mut bytes, *part);
                    write(&mut bytes, *whole);
                }
            }
        }
        Self(bytes.into_boxed_slice())
    }

    /// The figures with the places of their inputs; blanks are passed over.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Figure)> + '_ {
        let mut bytes = self.0.iter();
        let mut place = 0;
        std::iter::from_fn(move || {
            loop {
                let kind = *bytes.next()?;
                let here = place;
                place += 1;
                let mut estimate = |is| {
                    Figure::Estimate(Estimate {
                        number: read(&mut bytes),
                        is,
                    })
                };
                let figure = match kind {
                    ABOVE => estimate(Mark::Above),
                    BELOW => estimate(Mark::Below),
                    ABOUT => estimate(Mark::About),
                    NUMBER => Figure::Number(read(&mut bytes)),
                    SHARE => Figure::Share {
                        part: read(&mut bytes),
                        whole: read(&mut bytes),
                    },
                    CHOSEN => Figure::Chosen(read(&mut bytes).cast_unsigned()),
                    UNDONE => Figure::Done(false),
                    DONE => Figure::Done(true),
                    _ => continue,
                };
                return Some((here, figure));
            }
        })
    }
}

/// The sign goes into the lowest bit, so that small negative numbers are short too.
fn write(bytes: &mut Vec<u8>, number: i64) {
    let mut rest = (number.cast_unsigned() << 1) ^ (number >> 63).cast_unsigned();
    while rest >= 0x80 {
        bytes.push(u8::try_from(rest & 0x7f).unwrap_or(0) | 0x80);
        rest >>= 7;
    }
    bytes.push(u8::try_from(rest).unwrap_or(0));
}

fn read<'a>(bytes: &mut impl Iterator<Item = &'a u8>) -> i64 {
    let mut whole = 0_u64;
    for (shift, byte) in (0..64).step_by(7).zip(bytes) {
        whole |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    (whole >> 1).cast_signed() ^ (whole & 1).cast_signed().wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::{Estimate, Figure, Mark, Packed};
    use proptest::prelude::*;

    fn figure() -> impl Strategy<Value = Option<Figure>> {
        prop_oneof![
            Just(None),
            any::<i64>().prop_map(|number| Some(Figure::Number(number))),
            (
                any::<i64>(),
                prop_oneof![Just(Mark::Above), Just(Mark::Below), Just(Mark::About)]
            )
                .prop_map(|(number, is)| Some(Figure::Estimate(Estimate { number, is }))),
            any::<(i64, i64)>().prop_map(|(part, whole)| Some(Figure::Share { part, whole })),
            any::<u64>().prop_map(|places| Some(Figure::Chosen(places))),
            any::<bool>().prop_map(|done| Some(Figure::Done(done))),
        ]
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_back(figures in prop::collection::vec(figure(), 0..70)) {
            let back: Vec<(usize, Figure)> = Packed::new(&figures).iter().collect();
            let all: Vec<(usize, Figure)> = figures
                .iter()
                .enumerate()
                .filter_map(|(place, figure)| Some((place, (*figure)?)))
                .collect();
            prop_assert_eq!(back, all);
        }
    }

    #[test]
    fn small_figures_take_two_bytes_and_blanks_one() {
        let figures = [
            None,
            Some(Figure::Number(-7)),
            Some(Figure::Done(true)),
            None,
        ];
        assert_eq!(Packed::new(&figures).0.len(), 4);
    }
}
