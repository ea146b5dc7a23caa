//! An issued document read into proposals for a plan: what it asks to be reached, sent and held, each with the sentence
//! that says so.
//!
//! Text becomes paragraphs (`lines`), an `outline` and tokens (`piece`); sentences become proposals. Nothing is
//! guessed in silence: what can be read in two ways says so, and what is not used is listed.

mod activity;
mod after;
mod amount;
mod anniversary;
mod bases;
mod carried;
mod change;
mod columns;
mod context;
mod due;
mod duty;
mod figure;
mod flat;
mod following;
mod header;
mod heads;
mod label;
mod lead;
mod lines;
mod lists;
mod marked;
mod marker;
mod measured;
mod months;
mod named;
mod on_demand;
mod outline;
mod paper;
mod piece;
mod proposal;
mod remembered;
mod rest;
mod rounds;
mod rows;
mod scope;
mod sentence;
mod source;
mod span;
mod spelled;
mod table;
mod target;
mod task;
mod terms;
mod theme;
mod tied;
mod title;
mod token;
mod undated;
mod unnamed;
mod when;
mod words;
mod zone;

pub use outline::HeadingMark;
#[cfg(test)]
pub(crate) use source::tests::zip;
pub(crate) use source::{Archive, Tag, Tags, attribute, guessed};
pub(crate) use theme::IN_TITLE;

pub use source::{Kind, MAX_FILE, Refused, read_bytes, text_of};

pub use proposal::{
    ActivityProposal, DutyProposal, FORMAT, Grade, MilestoneProposal, OutlineEntry, Reading,
    TargetProposal, UnitProposal, Unused,
};

use crate::plan::{Document, Source, Statement};
use crate::text::single_line;
use context::{Block, Era};
use outline::{Heading, Place};
use piece::Piece;
use words::nouns::{Noun, noun_at};
use words::roles::{Role, role};
use zone::Zone;

/// The longest text that is read, in bytes; of a longer one the beginning.
pub const MAX_TEXT: usize = 4 << 20;

/// Reads the text of an issued document.
#[must_use]
pub fn read(text: &str) -> Reading {
    read_as(text, &[])
}

/// Reads the text of an issued document in which a person has said of some lines whether they are headings.
#[must_use]
pub fn read_as(text: &str, marks: &[HeadingMark]) -> Reading {
    let mut end = text.len().min(MAX_TEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text.get(..end).unwrap_or_default();
    let paragraphs = outline::split(text, lines::paragraphs(text), marks);
    let pieces: Vec<Piece<'_>> = paragraphs
        .iter()
        .map(|paragraph| Piece::of(text, paragraph.range.clone()))
        .collect();
    let zones = zone::zones(text, &paragraphs, &pieces);
    let body: Vec<usize> = (0..pieces.len())
        .filter(|at| matches!(zones.get(*at), Some(Zone::Body | Zone::Close)))
        .collect();
    let inner: Vec<_> = body
        .iter()
        .filter_map(|at| paragraphs.get(*at).cloned())
        .collect();
    let found = outline::outline(text, &inner);
    let (headings, places) = outline::corrected(text, &inner, found, marks);
    let mut header = header::header(&pieces, &zones);
    theme::apart(&mut header);
    let mut placed: Vec<Option<Place>> = vec![None; pieces.len()];
    for (at, place) in body.iter().zip(places) {
        if let Some(slot) = placed.get_mut(*at) {
            *slot = Some(place);
        }
    }
    let roles = roles(text, &headings, rules_throughout(&header));
    let blocks: Vec<Block<'_>> = pieces
        .into_iter()
        .zip(paragraphs)
        .zip(zones.into_iter().zip(placed))
        .map(|((piece, paragraph), (zone, place))| {
            block(
                text,
                piece,
                paragraph,
                zone,
                place.unwrap_or_default(),
                &headings,
                &roles,
            )
        })
        .collect();
    let blocks = lead::led(blocks);
    let issued = header.document.issued;
    let (period, era) = span::period(&blocks, issued, header.title.as_deref());
    let mut reading = Reading {
        format: FORMAT,
        text: text.to_owned(),
        title: header.title,
        document: header.document,
        period,
        outline: headings
            .iter()
            .map(|heading| entry(text, heading))
            .collect(),
        targets: Vec::new(),
        duties: Vec::new(),
        activities: Vec::new(),
        units: Vec::new(),
        milestones: Vec::new(),
        unused: Vec::new(),
    };
    fill(&mut reading, &blocks, &era);
    statements(&mut reading.document, &blocks, &reading.outline);
    reading.document.bases = bases::bases(&blocks, &reading.document);
    lists::settle(&mut reading, &blocks, &era);
    reading
}

fn entry(text: &str, heading: &Heading) -> OutlineEntry {
    let title = text.get(heading.title.clone()).unwrap_or_default();
    OutlineEntry {
        number: heading.number.clone(),
        title: single_line(title).replace('*', "").trim().to_owned(),
        section: heading.section.clone(),
        level: heading.level,
        start: heading.title.start,
        end: heading.title.end,
    }
}

/// Whether the whole document sets rules: how points are given, how a contest goes.
fn rules_throughout(header: &header::Header) -> bool {
    let title = header.title.as_deref().unwrap_or_default();
    let words = [&header.document.kind, " ", title].concat();
    let piece = Piece::of(&words, 0..words.len());
    words::roles::is_rules(&piece)
}

/// What stands below each heading, by its words, or by those of the heading above it.
fn roles(text: &str, headings: &[Heading], rules: bool) -> Vec<Role> {
    let mut found: Vec<Role> = Vec::with_capacity(headings.len());
    for heading in headings {
        let own = role(&Piece::of(text, heading.title.clone()));
        let above = heading
            .parent
            .and_then(|parent| found.get(parent).copied())
            .unwrap_or(if rules { Role::Rules } else { Role::Unknown });
        let role = match (own, above) {
            (Role::Tasks, Role::Rules) if rules => Role::Rules,
            (Role::Unknown, above) => above,
            (
                Role::Tasks,
                above @ (Role::Targets
                | Role::Reporting
                | Role::Timeline
                | Role::Rules
                | Role::Situation),
            ) => above,
            (own, _) => own,
        };
        found.push(role);
    }
    found
}

fn block<'a>(
    text: &str,
    piece: Piece<'a>,
    paragraph: lines::Paragraph,
    zone: Zone,
    place: Place,
    headings: &[Heading],
    roles: &[Role],
) -> Block<'a> {
    let role = place
        .heading
        .and_then(|at| roles.get(at).copied())
        .unwrap_or_default();
    let body = piece
        .tokens
        .iter()
        .position(|token| piece.flat.place(token.from) >= place.body)
        .unwrap_or(piece.len());
    let mut level = String::new();
    let mut at = place.heading;
    while let Some(heading) = at.and_then(|at| headings.get(at)) {
        let title = Piece::of(text, heading.title.clone());
        if names_level(&title) {
            level = single_line(title.written(0, title.len())).replace('*', "");
            break;
        }
        at = heading.parent;
    }
    let own = place.heading.and_then(|at| headings.get(at));
    let words = |heading: &Heading| {
        single_line(text.get(heading.title.clone()).unwrap_or_default()).replace('*', "")
    };
    let parent = own.and_then(|own| own.parent);
    let run_in = own.is_some_and(|own| {
        !place.is_heading && paragraph.range.start <= own.title.start && own.title.end <= place.body
    });
    Block {
        body: if place.body == 0 { 0 } else { body },
        piece,
        place,
        role,
        zone,
        level,
        heading: own.map(words).unwrap_or_default(),
        above: parent
            .and_then(|at| headings.get(at))
            .map(words)
            .unwrap_or_default(),
        run_in,
        under_tasks: parent
            .and_then(|at| roles.get(at))
            .is_some_and(|role| *role == Role::Tasks),
        lead: context::Lead::default(),
        cells: paragraph.cells,
    }
}

/// Whether a heading says whose what stands below it is: "Cấp quận", "Các cơ sở Đoàn".
fn names_level(title: &Piece<'_>) -> bool {
    let first = usize::from(matches!(title.word(0), "cac" | "doi"));
    let first = if title.says(0, "doi voi") { 2 } else { first };
    let first = if first == 2 && title.word(2) == "cac" {
        3
    } else {
        first
    };
    let unit =
        noun_at(title, first).is_some_and(|noun| matches!(noun.kind, Noun::Unit | Noun::Group));
    title.len() <= 14 && (title.word(0) == "cap" || unit)
}

/// Reads every sentence of the body.
fn fill(reading: &mut Reading, blocks: &[Block<'_>], era: &Era) {
    let small = context::is_small(blocks, &reading.document);
    let mut columns: Option<Vec<Option<rows::Column>>> = None;
    let mut later: Vec<tied::Later> = Vec::new();
    for block in blocks
        .iter()
        .filter(|block| matches!(block.zone, Zone::Body | Zone::Close))
    {
        if !block.cells.is_empty() {
            if let Some(found) = rows::columns(block) {
                columns = Some(found);
                continue;
            }
            if let Some(columns) = columns.as_ref().filter(|columns| {
                // Cells at the end that say nothing leave no tab behind.
                let cells = block.cells.len();
                cells <= columns.len() && cells + 2 >= columns.len()
            }) {
                let duty = rows::duty(block, columns, era);
                let target = rows::target(block, columns).filter(|_| duty.is_none());
                let activity = rows::activity(block, columns, era).filter(|_| duty.is_none());
                if target.is_some() || duty.is_some() || activity.is_some() {
                    reading.targets.extend(target);
                    reading.duties.extend(duty);
                    reading.activities.extend(activity);
                    continue;
                }
            }
        } else {
            columns = None;
        }
        reading.units.extend(rest::unit(block));
        if block.place.is_heading {
            continue;
        }
        let mut carried = carried::Carried::default();
        for (from, end) in sentence::sentences(&block.piece, block.body) {
            let lead = carried.held(&block.piece, from, end);
            sentence_of(reading, block, lead, (from, end), (era, small), &mut later);
        }
    }
    tied::tie(reading, &later);
}

fn sentence_of(
    reading: &mut Reading,
    block: &Block<'_>,
    carried: context::Lead,
    (from, end): (usize, usize),
    (era, small): (&Era, bool),
    later: &mut Vec<tied::Later>,
) {
    let mut claimed: Vec<(usize, usize)> = Vec::new();
    if let Some((milestone, tokens)) = rest::milestone(block, from, end, era) {
        claimed.push(tokens);
        reading.milestones.push(milestone);
    }
    let follows = following::following(block, from, end, era);
    let duties = if follows.is_empty() {
        duty::duties(block, from, end, era)
    } else {
        Vec::new()
    };
    let reported = !follows.is_empty() || !duties.is_empty();
    for ((duty, tokens), event) in follows {
        claimed.extend(tokens);
        later.extend(event.map(|event| (reading.duties.len(), event)));
        reading.duties.push(duty);
    }
    for (duty, tokens) in duties {
        claimed.extend(tokens);
        reading.duties.push(duty);
    }
    if claimed.is_empty() {
        for (activity, tokens) in activity::activities(block, from, end, era) {
            claimed.extend(tokens);
            reading.activities.push(activity);
        }
    }
    let (targets, left) = target::targets(block, carried, (from, end), small);
    reading.targets.extend(targets);
    reading
        .unused
        .extend(rest::unused(block, from, end, &left, &claimed, reported));
}

/// Headings, purposes, requirements and tasks, as a plan keeps them.
fn statements(document: &mut Document, blocks: &[Block<'_>], outline: &[OutlineEntry]) {
    let statement = |text: String, section: &str| Statement {
        id: None,
        text,
        source: Source {
            section: section.to_owned(),
            quote: None,
        },
    };
    document.headings = outline
        .iter()
        .map(|entry| statement(entry.title.clone(), &entry.section))
        .collect();
    for block in blocks
        .iter()
        .filter(|block| block.zone == Zone::Body && !block.place.is_heading)
    {
        let words =
            single_line(block.piece.written(block.body, block.piece.len())).replace('*', "");
        let list = match block.role {
            Role::Purpose => &mut document.purposes,
            Role::Requirements => &mut document.requirements,
            _ => continue,
        };
        if !words.is_empty() {
            list.push(statement(words, &block.place.section));
        }
    }
}
