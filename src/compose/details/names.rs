//! Names of what the plan has, and the identities behind them.

use super::super::cells::Wrong;
use super::super::state::{Composition, Named, Row};
use super::tree::Tree;
use crate::text::{Both, Lang, fold};
use crate::value::{Column, FileKind, RollUp, done, done_id};

/// Things in the plan that other things name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Level,
    Sector,
    Unit,
    Attribute,
    Target,
    /// A figure of any kind.
    Figure,
    /// A figure that adds up as one number.
    Number,
    /// A figure with part and whole.
    Share,
    /// A figure that is answered from a list, by done or not, or by a number.
    Question,
    /// An answer to the question that stands beside it.
    Answer,
    Duty,
    /// A form, by the duty that asks for it.
    Form,
    /// An activity or a milestone.
    Held,
    /// A column of the table that stands beside it.
    Column,
    /// A figure that is a table.
    Table,
    /// A figure that is a table of which some columns add up.
    Adding,
    /// One of these columns, of the table that is named beside it.
    AddingColumn,
    /// A kind of file.
    FileKind,
}

/// Of how many names one is chosen rather than typed.
pub(super) const CHOSEN: usize = 60;

static NO_NAME: Both = Both {
    vi: "Kế hoạch không có tên này. Ghi đúng như tên trong kế hoạch.",
    en: "The plan has no such name. Write it as the plan has it.",
};
static NO_NAMES: Both = Both {
    vi: "Có dòng không phải là tên trong kế hoạch. Mỗi dòng ghi đúng một tên như trong kế hoạch.",
    en: "One of the lines is no name of the plan. Write one name a line, as the plan has it.",
};

/// What there is to name, each with its identity; `beside` is the record in which it is named.
pub(super) fn all(
    made: &Composition,
    of: Of,
    beside: Option<&Tree>,
    lang: Lang,
) -> Vec<(String, String)> {
    fn rows<T: Named>(rows: &[Row<T>], name: fn(&T) -> &str) -> Vec<(String, String)> {
        let rows = rows.iter().filter(|row| row.is_in());
        rows.map(|row| pair(row.item.id().as_str(), name(&row.item)))
            .collect()
    }
    let groups = |all: &[crate::plan::Group]| {
        let all = all.iter();
        all.map(|one| pair(one.id.as_str(), &one.name)).collect()
    };
    let figures = |fits: fn(RollUp<'_>) -> bool| {
        let all = made.figures().filter(|one| fits(one.measure.roll_up()));
        all.map(|one| pair(one.id.as_str(), &one.label)).collect()
    };
    match of {
        Of::Level => groups(&made.base.levels),
        Of::Sector => groups(&made.base.sectors),
        Of::Unit => rows(&made.units, |unit| &unit.name),
        Of::Attribute => {
            let all = made.base.attributes.iter();
            all.map(|one| pair(one.id.as_str(), &one.name)).collect()
        }
        Of::Target => rows(&made.targets, |target| &target.text),
        Of::Figure => figures(|_| true),
        Of::Number => figures(|of| of.is_number()),
        Of::Share => figures(|of| of == RollUp::Share),
        Of::Question => {
            let mut all = figures(|of| matches!(of, RollUp::Answers(_) | RollUp::Deed));
            all.extend(figures(|of| of.is_number() || of == RollUp::Share));
            all
        }
        Of::Answer => answers(made, beside, lang),
        Of::Duty => rows(&made.duties, |duty| &duty.name),
        Of::Form => {
            let duties = made.duties.iter().filter(|row| row.is_in());
            let form = duties.map(|row| pair(row.item.template.as_str(), &row.item.name));
            form.collect()
        }
        Of::Column => columns(beside),
        Of::Table => figures(|of| matches!(of, RollUp::Rows(_))),
        Of::Adding => {
            let adds = |of: RollUp<'_>| matches!(of, RollUp::Rows(table) if table.columns.iter().any(adds_up));
            figures(adds)
        }
        Of::AddingColumn => adding_columns(made, beside),
        Of::FileKind => {
            let all = FileKind::ALL.into_iter();
            all.map(|kind| pair(kind.name(), kind.in_words(lang)))
                .collect()
        }
        Of::Held => {
            let mut all = rows(&made.activities, |activity| &activity.title);
            let own = made.base.milestones.iter();
            all.extend(own.map(|one| pair(one.id.as_str(), &one.text)));
            all
        }
    }
}

fn pair(id: &str, name: &str) -> (String, String) {
    (id.to_owned(), name.to_owned())
}

fn columns(beside: Option<&Tree>) -> Vec<(String, String)> {
    let listed = beside.and_then(|table| table.member("columns"));
    let listed = listed.map_or(&[][..], Tree::items).iter();
    let text = |one: &Tree, key| Some(one.member(key)?.as_text()?.to_owned());
    listed
        .filter_map(|one| Some((text(one, "id")?, text(one, "label")?)))
        .collect()
}

/// Whether a rule can add up the rows of a column.
fn adds_up(column: &Column) -> bool {
    column.measure.roll_up().is_number()
}

fn adding_columns(made: &Composition, beside: Option<&Tree>) -> Vec<(String, String)> {
    let table = beside.and_then(|tree| tree.member("table")?.as_text());
    let mut figures = made.figures();
    let figure = figures.find(|one| Some(one.id.as_str()) == table);
    let table = figure.and_then(|one| one.measure.table());
    let all = table.map_or(&[][..], |table| &table.columns).iter();
    all.filter(|column| adds_up(column))
        .map(|column| pair(column.id.as_str(), &column.label))
        .collect()
}

fn answers(made: &Composition, beside: Option<&Tree>, lang: Lang) -> Vec<(String, String)> {
    let question = beside.and_then(|tree| tree.member("indicator")?.as_text());
    let mut figures = made.figures();
    let figure = figures.find(|one| Some(one.id.as_str()) == question);
    match figure.map(|one| one.measure.roll_up()) {
        Some(RollUp::Answers(listed)) => {
            let all = listed.iter();
            all.map(|one| pair(one.id.as_str(), &one.label)).collect()
        }
        Some(RollUp::Deed) => {
            let both = [true, false].into_iter();
            both.map(|is| pair(done_id(is), done(is, lang))).collect()
        }
        _ => Vec::new(),
    }
}

/// The name behind an identity; the identity of what the plan has not, which the plan's check finds.
pub(super) fn name_of(all: &[(String, String)], id: &str) -> String {
    let mut known = all.iter();
    let found = known.find(|(one, _)| one == id);
    found.map_or(id, |(_, name)| name).to_owned()
}

/// The identity that a person means: by its name, with or without marks.
pub(super) fn meant<'a>(all: &'a [(String, String)], typed: &str) -> Result<&'a str, Wrong> {
    let typed = typed.trim();
    let exactly = all.iter().find(|(id, name)| name == typed || id == typed);
    let folded = fold(typed);
    let mut alike = all.iter().filter(|(_, name)| fold(name) == folded);
    match (exactly, alike.next(), alike.next()) {
        (Some((id, _)), ..) | (None, Some((id, _)), None) => Ok(id),
        _ => Err(&NO_NAME),
    }
}

/// The identities of names, one a line.
pub(super) fn all_meant(all: &[(String, String)], typed: &str) -> Result<Vec<Tree>, Wrong> {
    let mut ids: Vec<Tree> = Vec::new();
    for line in typed.lines().filter(|line| !line.trim().is_empty()) {
        let id = Tree::text(meant(all, line).map_err(|_| &NO_NAMES)?);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// What must be there before something can name it.
pub(super) fn lacking(of: Of) -> Wrong {
    static ATTRIBUTES: Both = Both {
        vi: "Hãy thêm đặc điểm của đơn vị (như “đoàn viên”) ở phần Thông tin chung trước.",
        en: "First add what is known of units (as “members”) under the plan's own details.",
    };
    static QUESTIONS: Both = Both {
        vi: "Hãy thêm một số liệu trả lời bằng lựa chọn, có làm hay chưa, hoặc con số, trước.",
        en: "First add a figure that is answered from a list, by done or not, or by a number.",
    };
    static TARGETS: Both = Both {
        vi: "Hãy thêm các chỉ tiêu của nhóm trước.",
        en: "First add the targets of the group.",
    };
    static HELD: Both = Both {
        vi: "Hãy thêm một hoạt động hoặc một mốc của kế hoạch trước.",
        en: "First add an activity or a milestone.",
    };
    static FIGURES: Both = Both {
        vi: "Hãy thêm một số liệu trước.",
        en: "First add a figure.",
    };
    static TABLES: Both = Both {
        vi: "Hãy thêm một số liệu trả lời bằng bảng, có cột số, trước.",
        en: "First add a figure that is answered by a table with a column of numbers.",
    };
    static OTHERS: Both = Both {
        vi: "Kế hoạch chưa có gì để chọn ở đây. Hãy thêm trước.",
        en: "The plan has nothing yet to choose here. Add it first.",
    };
    match of {
        Of::Attribute => &ATTRIBUTES,
        Of::Question | Of::Answer => &QUESTIONS,
        Of::Held => &HELD,
        Of::Target => &TARGETS,
        Of::Figure | Of::Number | Of::Share => &FIGURES,
        Of::Table | Of::Adding | Of::AddingColumn => &TABLES,
        Of::Level | Of::Sector | Of::Unit | Of::Duty | Of::Form | Of::Column | Of::FileKind => {
            &OTHERS
        }
    }
}
