//! Automatic numbers of a .docx, counted as Word counts them.

use super::Refused;
use super::tags::{Tag, Tags, attribute};
use std::collections::BTreeMap;

/// How many levels a list has at most.
const LEVELS: usize = 9;
/// The highest number that is written.
const MOST: u32 = 100_000;

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Format {
    #[default]
    Decimal,
    /// 01, 02.
    Zero,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    Bullet,
    None,
}

impl Format {
    fn named(word: &str) -> Self {
        match word {
            "decimalZero" => Self::Zero,
            "upperRoman" => Self::UpperRoman,
            "lowerRoman" => Self::LowerRoman,
            "upperLetter" => Self::UpperLetter,
            "lowerLetter" => Self::LowerLetter,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }
}

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: Option<u32>,
    format: Format,
    /// "%1.%2."
    text: String,
    style: Option<String>,
    /// The level after which it begins anew; 0 for never.
    restart: Option<usize>,
    /// Whether all its numbers are written in digits.
    legal: bool,
}

#[derive(Clone, Debug, Default)]
struct Abstract {
    levels: Vec<Level>,
    links_to: Option<String>,
    linked_as: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct List {
    of: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    abstracts: BTreeMap<String, Abstract>,
    lists: BTreeMap<String, List>,
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// The lists of which a paragraph has come, by their levels: what starts them anew does so once.
    begun: BTreeMap<(String, usize), ()>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    ///
    /// # Errors
    /// It has a document type.
    pub fn read(xml: &str) -> Result<Self, Refused> {
        let mut found = Self::default();
        let mut tags = Tags::strict(xml);
        let mut of: Option<(String, Abstract)> = None;
        let mut list: Option<(String, List)> = None;
        let mut level: Option<(usize, Level)> = None;
        let mut over = 0;
        while let Some(tag) = tags.next()? {
            match tag {
                Tag::Open { name, rest, .. } => {
                    let value = || attribute(rest, "w:val").unwrap_or_default();
                    let place =
                        || attribute(rest, "w:ilvl").and_then(|own| own.parse::<usize>().ok());
                    match name.as_str() {
                        "w:abstractnum" => {
                            let id = attribute(rest, "w:abstractnumid").unwrap_or_default();
                            of = Some((id.into_owned(), Abstract::default()));
                        }
                        "w:num" => {
                            let id = attribute(rest, "w:numid").unwrap_or_default();
                            list = Some((id.into_owned(), List::default()));
                        }
                        "w:lvl" => level = Some((place().unwrap_or_default(), Level::default())),
                        "w:lvloverride" => over = place().unwrap_or_default(),
                        "w:abstractnumid" => {
                            if let Some((_, list)) = &mut list {
                                list.of = value().into_owned();
                            }
                        }
                        "w:startoverride" => {
                            if let (Some((_, list)), Ok(start)) = (&mut list, value().parse()) {
                                list.starts.insert(over, start);
                            }
                        }
                        "w:numstylelink" => {
                            if let Some((_, of)) = &mut of {
                                of.links_to = Some(value().into_owned());
                            }
                        }
                        "w:stylelink" => {
                            if let Some((_, of)) = &mut of {
                                of.linked_as = Some(value().into_owned());
                            }
                        }
                        _ => {
                            if let Some((_, level)) = &mut level {
                                set(level, &name, &value(), rest);
                            }
                        }
                    }
                }
                Tag::Close(name) => match name.as_str() {
                    "w:lvl" => {
                        let Some((at, own)) = level.take().filter(|(at, _)| *at < LEVELS) else {
                            continue;
                        };
                        if let Some((_, list)) = &mut list {
                            list.levels.insert(at, own);
                        } else if let Some((_, of)) = &mut of {
                            if of.levels.len() <= at {
                                of.levels.resize(at + 1, Level::default());
                            }
                            if let Some(slot) = of.levels.get_mut(at) {
                                *slot = own;
                            }
                        }
                    }
                    "w:abstractnum" => found.abstracts.extend(of.take()),
                    "w:num" => found.lists.extend(list.take()),
                    _ => {}
                },
                Tag::Text(_) => {}
            }
        }
        Ok(found)
    }

    /// What a list counts by: its own levels, or those of the style that it takes them from.
    fn source(&self, list: &str) -> Option<(&str, &Abstract)> {
        let id = &self.lists.get(list)?.of;
        let (id, own) = self.abstracts.get_key_value(id)?;
        if let Some(link) = own.links_to.as_ref().filter(|_| own.levels.is_empty()) {
            let linked = |of: &&Abstract| of.linked_as.as_ref() == Some(link);
            return self
                .abstracts
                .iter()
                .find(|(_, of)| linked(of))
                .map(|(id, of)| (id.as_str(), of));
        }
        Some((id.as_str(), own))
    }

    /// The level of a list that a style is of.
    pub fn level_of(&self, list: &str, style: &str) -> Option<usize> {
        let (_, of) = self.source(list)?;
        of.levels
            .iter()
            .position(|level| level.style.as_deref() == Some(style))
    }

    /// Counts a paragraph of a list, and gives what is printed in front of it; a dash for a bullet, nothing where the
    /// list is none.
    pub fn next(&mut self, list: &str, level: usize) -> String {
        self.counted(list, level).unwrap_or_default()
    }

    fn counted(&mut self, list: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let (of, levels) = {
            let (of, own) = self.source(list)?;
            let mut levels = own.levels.clone();
            for (at, over) in &self.lists.get(list)?.levels {
                if let Some(slot) = levels.get_mut(*at) {
                    *slot = over.clone();
                }
            }
            (of.to_owned(), levels)
        };
        let own = levels.get(level)?;
        let start = |at: usize| levels.get(at).and_then(|level| level.start).unwrap_or(1);
        let over = self.lists.get(list)?.starts.get(&level).copied();
        let first = self.begun.insert((list.to_owned(), level), ()).is_none();
        let counts = self.counts.entry(of).or_default();
        let slot = counts.get_mut(level)?;
        *slot = Some(match (over.filter(|_| first), *slot) {
            (Some(start), _) => start,
            (None, None) => start(level),
            (None, Some(count)) => count.saturating_add(1).min(MOST),
        });
        for (at, deeper) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = levels.get(at).and_then(|level| level.restart);
            // "0" counts through; another number begins anew below that level only.
            if restart.is_none_or(|after| after > level) {
                *deeper = None;
            }
        }
        if own.format == Format::Bullet {
            return Some("-".to_owned());
        }
        let mut out = String::new();
        let mut letters = own.text.chars().peekable();
        while let Some(c) = letters.next() {
            let place = (c == '%')
                .then(|| letters.peek().and_then(|next| next.to_digit(10)))
                .flatten();
            let Some(place) = place.and_then(|place| usize::try_from(place).ok()?.checked_sub(1))
            else {
                out.push(c);
                continue;
            };
            letters.next();
            let count = counts
                .get(place)
                .copied()
                .flatten()
                .unwrap_or_else(|| start(place));
            let format = levels
                .get(place)
                .map(|level| level.format)
                .unwrap_or_default();
            let format = if own.legal && format != Format::None {
                Format::Decimal
            } else {
                format
            };
            out.push_str(&written(format, count));
        }
        Some(out)
    }
}

fn set(level: &mut Level, name: &str, value: &str, rest: &str) {
    match name {
        "w:start" => level.start = value.parse().ok(),
        "w:numfmt" => level.format = Format::named(value),
        "w:lvltext" => level.text = value.chars().take(80).collect(),
        "w:pstyle" => level.style = Some(value.to_owned()),
        "w:lvlrestart" => level.restart = value.parse().ok(),
        "w:islgl" => level.legal = super::styles::is_on(rest),
        _ => {}
    }
}

fn written(format: Format, count: u32) -> String {
    match format {
        Format::Decimal => count.to_string(),
        Format::Zero => format!("{count:02}"),
        Format::UpperRoman => roman(count),
        Format::LowerRoman => roman(count).to_lowercase(),
        Format::LowerLetter => letter(count),
        Format::UpperLetter => letter(count).to_uppercase(),
        Format::Bullet | Format::None => String::new(),
    }
}

/// I, II, … of numbers below 4,000; others in digits.
pub(super) fn roman(count: u32) -> String {
    const VALUES: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count == 0 || count >= 4000 {
        return count.to_string();
    }
    let mut left = count;
    let mut out = String::new();
    for (value, sign) in VALUES {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    out
}

/// a, b, … z, aa, bb.
pub(super) fn letter(count: u32) -> String {
    let Some(place) = count.checked_sub(1) else {
        return count.to_string();
    };
    let letter = u8::try_from(place % 26).map_or('a', |place| char::from(b'a' + place));
    let times = usize::try_from(place / 26).unwrap_or_default().min(20) + 1;
    letter.to_string().repeat(times)
}

#[cfg(test)]
mod tests {
    use super::{letter, roman};

    #[test]
    fn letters_and_roman_numbers() {
        let all = |of: fn(u32) -> String| [1, 4, 9, 14, 27, 40].map(of).join(" ");
        assert_eq!(all(roman), "I IV IX XIV XXVII XL");
        assert_eq!(all(letter), "a d i n aa nn");
    }
}
