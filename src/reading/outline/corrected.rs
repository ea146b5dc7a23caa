//! The outline as a person corrects it: a line is a heading of another level, or none, or has become one; everything that
//! stands below follows.

use super::super::heads::title_of;
use super::super::lines::Paragraph;
use super::{Heading, Line, Place, line};

/// What a person says of a line of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingMark {
    /// A byte of the line.
    pub at: usize,
    /// The level of the heading that it is, from 1 for the outermost; 0 where it is none.
    pub level: u8,
}

/// The paragraphs, with each line that a person has called a heading as one of its own, also where it was taken for a part
/// of a longer one. What was read as a heading already stays as it is.
pub(in super::super) fn split(
    text: &str,
    paragraphs: Vec<Paragraph>,
    marks: &[HeadingMark],
) -> Vec<Paragraph> {
    let marks = marks.iter().filter(|mark| mark.level > 0);
    let marks: Vec<usize> = marks.map(|mark| mark.at).collect();
    if marks.is_empty() {
        return paragraphs;
    }
    let (headings, _) = super::outline(text, &paragraphs);
    let is_read = |at: &usize| headings.iter().any(|one| one.title.contains(at));
    let mut next = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        let range = paragraph.range.clone();
        let mut here = marks.iter().filter(|at| range.contains(at));
        let Some(at) = here.find(|at| !is_read(at) && paragraph.cells.is_empty()) else {
            next.push(paragraph);
            continue;
        };
        let before = text.get(range.start..*at).unwrap_or_default();
        let after = text.get(*at..range.end).unwrap_or_default();
        let start = range.start + before.rfind('\n').map_or(0, |end| end + 1);
        let end = *at + after.find('\n').unwrap_or(after.len());
        for (from, to) in [(range.start, start), (start, end), (end, range.end)] {
            let words = text.get(from..to).unwrap_or_default();
            let bare = words.trim();
            if !bare.is_empty() {
                let from = from + (words.len() - words.trim_start().len());
                next.push(Paragraph {
                    range: from..from + bare.len(),
                    cells: Vec::new(),
                });
            }
        }
    }
    next
}

/// What is open above a line: the new heading, and the old one that it was.
struct Above {
    level: usize,
    at: usize,
    old: Option<usize>,
}

/// The outline with what a person says of some lines; of one line the last word holds.
pub(in super::super) fn corrected(
    text: &str,
    paragraphs: &[Paragraph],
    (old, places): (Vec<Heading>, Vec<Place>),
    marks: &[HeadingMark],
) -> (Vec<Heading>, Vec<Place>) {
    if marks.is_empty() {
        return (old, places);
    }
    let mut headings: Vec<Heading> = Vec::new();
    let mut placed = Vec::with_capacity(places.len());
    let mut above: Vec<Above> = Vec::new();
    for (paragraph, place) in paragraphs.iter().zip(places) {
        let line = line(text, paragraph);
        let within = |at: usize| paragraph.range.start <= at && at < paragraph.range.end;
        let mut said = marks.iter().rev();
        let said = said.find(|mark| within(mark.at)).map(|mark| mark.level);
        let own = place.heading.filter(|at| {
            let title = old.get(*at).map(|heading| heading.title.start);
            title.is_some_and(within)
        });
        let was = own.and_then(|at| old.get(at));
        let level = match (said, was) {
            (Some(0), _) | (None, None) => None,
            (Some(level), _) => Some(usize::from(level)),
            (None, Some(was)) => Some(was.level),
        };
        let Some(level) = level else {
            placed.push(beneath(
                &line,
                place,
                own.is_some(),
                &above,
                (&old, &headings),
            ));
            continue;
        };
        while above.last().is_some_and(|open| open.level >= level) {
            above.pop();
        }
        let parent = above.last();
        let heading = heading(&line, (was, level), parent, (&old, &headings));
        let end = line.start + line.words.len();
        placed.push(Place {
            section: heading.section.clone(),
            heading: Some(headings.len()),
            body: if was.is_some() { place.body } else { end },
            is_heading: place.is_heading || was.is_none(),
            ..place
        });
        above.push(Above {
            level,
            at: headings.len(),
            old: own,
        });
        headings.push(heading);
    }
    (headings, placed)
}

/// A heading below what is open.
fn heading(
    line: &Line<'_>,
    (was, level): (Option<&Heading>, usize),
    parent: Option<&Above>,
    (old, new): (&[Heading], &[Heading]),
) -> Heading {
    let number = match was {
        Some(was) => was.number.clone(),
        None => line
            .marker
            .as_ref()
            .map_or_else(String::new, |marker| marker.label.clone()),
    };
    let title = was.map_or_else(|| title_of(line.words, line.start), |was| was.title.clone());
    let section_above = parent.and_then(|open| new.get(open.at));
    // Where it stands below what it stood below, and that is called as it was, so is this.
    let stays = was.filter(|was| {
        was.level == level && was.parent == parent.and_then(|open| open.old) && {
            let before = was.parent.and_then(|at| old.get(at));
            before.map(|one| &one.section) == section_above.map(|one| &one.section)
        }
    });
    let section = match (stays, section_above) {
        (Some(was), _) => was.section.clone(),
        (None, above) => {
            let own = if number.is_empty() {
                line.words.trim_matches(['*', ' ', ':', '.']).to_owned()
            } else {
                number.clone()
            };
            match above {
                None => own,
                Some(above) if number.is_empty() => [&above.section, ", ", &own].concat(),
                Some(above) => [&above.section, ".", &own].concat(),
            }
        }
    };
    Heading {
        number,
        title,
        section,
        level,
        parent: parent.map(|open| open.at),
    }
}

/// The place of a line that is no heading, or no longer one.
fn beneath(
    line: &Line<'_>,
    place: Place,
    was_heading: bool,
    above: &[Above],
    (old, new): (&[Heading], &[Heading]),
) -> Place {
    let open = above.last();
    let now = open.and_then(|open| new.get(open.at));
    let before = place.heading.and_then(|at| old.get(at));
    let section = match (before, now) {
        (_, None) => String::new(),
        // The numbers of its own, below those of the heading.
        (Some(before), Some(now)) if !was_heading => {
            match place.section.strip_prefix(&*before.section) {
                Some(rest) => [&now.section, rest].concat(),
                None => now.section.clone(),
            }
        }
        (_, Some(now)) => now.section.clone(),
    };
    Place {
        section,
        heading: open.map(|open| open.at),
        is_heading: place.is_heading && !was_heading,
        body: if was_heading { line.start } else { place.body },
        ..place
    }
}
