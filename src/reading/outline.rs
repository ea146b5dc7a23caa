//! The headings of a document: which number follows which, at which level, and what stands below each.

mod corrected;

pub use corrected::HeadingMark;
pub(super) use corrected::{corrected, split};

use super::heads::{caps, numbered_title, title_of, trimmed, unnumbered_title};
use super::lines::Paragraph;
use super::marker;
use super::marker::{Marker, Series, as_upper};
use std::ops::Range;

/// A heading (đề mục).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// As it is printed; empty where it has none.
    pub number: String,
    /// Where its words stand.
    pub title: Range<usize>,
    /// Where it stands among all numbers: "III.1".
    pub section: String,
    /// 1 for the outermost.
    pub level: usize,
    /// The heading that it stands below.
    pub parent: Option<usize>,
}

/// What the outline says of one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The section as the document numbers it, for example `III.1(5)`.
    pub section: String,
    /// The heading it stands below, or is.
    pub heading: Option<usize>,
    /// Where what it says begins, after a dash, a number, or the heading that it runs on from.
    pub body: usize,
    /// Whether it is a heading and says nothing more.
    pub is_heading: bool,
    /// Whether it begins with a dash.
    pub bullet: bool,
    /// Whether it has a number of its own.
    pub numbered: bool,
}

/// A number that is open: what comes next may follow it, or stand below it.
struct Open {
    series: Option<Series>,
    ordinal: u32,
    label: String,
    section: String,
    heading: Option<usize>,
    caps: bool,
}

/// A paragraph with its number taken off.
pub(super) struct Line<'a> {
    pub words: &'a str,
    start: usize,
    pub bullet: bool,
    pub marker: Option<Marker>,
}

/// The headings of the paragraphs, and the place of each paragraph among them.
pub(super) fn outline(text: &str, paragraphs: &[Paragraph]) -> (Vec<Heading>, Vec<Place>) {
    let lines: Vec<Line<'_>> = paragraphs.iter().map(|each| line(text, each)).collect();
    let mut headings: Vec<Heading> = Vec::new();
    let mut places: Vec<Place> = Vec::new();
    let mut stack: Vec<Open> = Vec::new();
    // A heading whose words stand on the next line.
    let mut untitled = false;
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1);
        let range = line.start..line.start + line.words.len();
        let row = paragraphs
            .get(at)
            .is_some_and(|each| !each.cells.is_empty());
        if untitled && !line.bullet && line.marker.is_none() && !row {
            untitled = false;
            if let Some(heading) = headings.last_mut() {
                heading.title = title_of(line.words, line.start);
            }
            places.push(place(&stack, range.start, true, line));
            continue;
        }
        untitled = false;
        let title = if row || line.bullet {
            None
        } else if let Some(marker) = &line.marker {
            let title = numbered_title(line, marker, next);
            descend(&mut stack, marker, caps(line.words));
            if let (Some(title), Some(open)) = (&title, stack.last_mut()) {
                open.heading = Some(headings.len());
                untitled = title.is_empty();
            }
            title
        } else {
            let title = unnumbered_title(line, next);
            if title.is_some() {
                beneath(&mut stack, line.words, headings.len());
            }
            title
        };
        let Some(title) = title else {
            places.push(place(&stack, range.start, false, line));
            continue;
        };
        let depth = stack.iter().filter(|open| open.heading.is_some()).count();
        let above = stack.iter().rev().skip(1).find_map(|open| open.heading);
        headings.push(Heading {
            number: line
                .marker
                .as_ref()
                .map_or_else(String::new, |marker| marker.label.clone()),
            title: range.start..range.start + title.len(),
            section: stack
                .last()
                .map_or_else(String::new, |open| open.section.clone()),
            level: depth.max(1),
            parent: above,
        });
        let body = body_after(line, title);
        places.push(place(&stack, body, body >= range.end, line));
    }
    (headings, places)
}

fn line<'a>(text: &'a str, paragraph: &Paragraph) -> Line<'a> {
    let range = paragraph.range.clone();
    let whole = text.get(range.clone()).unwrap_or_default();
    let bullet = marker::bullet(whole);
    let found = if bullet == 0 && paragraph.cells.is_empty() {
        marker::marker(whole)
    } else {
        None
    };
    let len = found
        .as_ref()
        .map_or(bullet, |found| found.len)
        .min(whole.len());
    Line {
        words: whole.get(len..).unwrap_or_default(),
        start: range.start + len,
        bullet: bullet > 0,
        marker: found,
    }
}

fn place(stack: &[Open], body: usize, is_heading: bool, line: &Line<'_>) -> Place {
    Place {
        section: stack
            .last()
            .map_or_else(String::new, |open| open.section.clone()),
        heading: stack.iter().rev().find_map(|open| open.heading),
        body,
        is_heading,
        bullet: line.bullet,
        numbered: line.marker.is_some(),
    }
}

fn body_after(line: &Line<'_>, title: &str) -> usize {
    let rest = line.words.get(title.len()..).unwrap_or_default();
    let gap = rest.len()
        - rest
            .trim_start_matches([':', '*', ' ', '.', ';', '\n', '\r', '\u{A0}'])
            .len();
    line.start + title.len() + gap
}

/// Opens a number: as the next of its series, or below what is open.
fn descend(stack: &mut Vec<Open>, marker: &Marker, caps: bool) {
    let (series, ordinal) = settled(stack, marker, caps);
    let depth = stack.iter().rposition(|open| {
        open.series == Some(series) && follows(open, ordinal, series, &marker.label)
    });
    let depth = depth.or_else(|| restart(stack, series, ordinal));
    let mut keep = depth.unwrap_or(stack.len());
    if depth.is_none() {
        // An outer series never stands below an inner one: "II." does not stand below "3.".
        while let Some(open) = keep.checked_sub(1).and_then(|last| stack.get(last)) {
            let inner = open.series.is_none_or(|inner| inner > series);
            if series > Series::Roman || !inner || open.series.is_none() && ordinal == 1 {
                break;
            }
            keep -= 1;
        }
    }
    stack.truncate(keep);
    let section = section(stack, series, &marker.label);
    stack.push(Open {
        series: Some(series),
        ordinal,
        label: marker.label.clone(),
        section,
        heading: None,
        caps,
    });
}

/// A letter that is a Roman number too, and a number in the place of a Roman one.
fn settled(stack: &[Open], marker: &Marker, caps: bool) -> (Series, u32) {
    let open = |series: Series, ordinal: u32| {
        stack
            .iter()
            .any(|open| open.series == Some(series) && open.ordinal == ordinal)
    };
    match marker.series {
        Series::Roman if marker.ordinal > 1 || marker.label == "I" => {
            let letter = as_upper(&marker.label).unwrap_or_default();
            let lettered = letter > 1 && open(Series::Upper, letter - 1);
            if lettered && !open(Series::Roman, marker.ordinal.saturating_sub(1)) {
                return (Series::Upper, letter);
            }
            (Series::Roman, marker.ordinal)
        }
        Series::Arabic if marker.ordinal > 1 && !open(Series::Arabic, marker.ordinal - 1) => {
            let slip = stack.iter().any(|open| {
                open.series == Some(Series::Roman)
                    && open.ordinal + 1 == marker.ordinal
                    && open.caps == caps
            });
            if slip {
                (Series::Roman, marker.ordinal)
            } else {
                (Series::Arabic, marker.ordinal)
            }
        }
        _ => (marker.series, marker.ordinal),
    }
}

/// Whether a number comes after an open one of its series: the next, the same again by a slip, or one further on.
fn follows(open: &Open, ordinal: u32, series: Series, label: &str) -> bool {
    if series == Series::Dotted {
        let parent = |label: &str| label.rsplit_once('.').map(|(parent, _)| parent.to_owned());
        return parent(&open.label) == parent(label)
            || open.label.split('.').count() == label.split('.').count();
    }
    let again = open.ordinal == ordinal && (series <= Series::Roman || ordinal > 1);
    again || (ordinal > open.ordinal && ordinal - open.ordinal <= 3)
}

/// Where a series that begins anew replaces one that is open: a list after a list, where no heading stands between.
fn restart(stack: &[Open], series: Series, ordinal: u32) -> Option<usize> {
    let top = stack.last()?;
    let same = top.series == Some(series);
    let item = top.heading.is_none();
    if same && (item || ordinal > 1 || series <= Series::Roman) {
        return stack.len().checked_sub(1);
    }
    // Below an item of another series a list may stand; below a heading it does.
    None
}

/// What an unnumbered heading stands below: the last heading; where it is in capitals nothing but parts.
fn beneath(stack: &mut Vec<Open>, words: &str, heading: usize) {
    let large = caps(words);
    while let Some(open) = stack.last() {
        let outer = match open.series {
            Some(Series::Part) => true,
            Some(_) => !large && open.heading.is_some(),
            None => !large && open.caps,
        };
        if outer {
            break;
        }
        stack.pop();
    }
    let above = stack.last().map_or("", |open| open.section.as_str());
    let title = trimmed(words).trim_matches('*');
    let section = if above.is_empty() {
        title.to_owned()
    } else {
        format!("{above}, {title}")
    };
    stack.push(Open {
        series: None,
        ordinal: 0,
        label: String::new(),
        section,
        heading: Some(heading),
        caps: large,
    });
}

/// The number with those that it stands below: `IV.1.1` for "1.1" below "IV" and "1", `III.1(5)` for "(5)".
fn section(stack: &[Open], series: Series, label: &str) -> String {
    let above = match series {
        Series::Dotted => stack
            .iter()
            .rev()
            .find(|open| open.label.is_empty() || !label.starts_with(&format!("{}.", open.label))),
        _ => stack.last(),
    };
    match above {
        None => label.to_owned(),
        Some(open) if series == Series::Bracketed => format!("{}{label}", open.section),
        Some(open) if open.series.is_none() => format!("{}, {label}", open.section),
        Some(open) => format!("{}.{label}", open.section),
    }
}

#[cfg(test)]
mod tests;
