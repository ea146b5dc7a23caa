//! The details of a row as the page shows them: group by group, each open or in a line.

use super::super::cells::Cell;
use super::super::place::{shortened, steps};
use super::super::state::{Composition, List};
use super::kind::{Kind, Member, Record};
use super::part::DetailPart;
use super::scalar::{self, Around};
use super::tree::Tree;
use super::{row, way};
use crate::text::{Both, Lang};
use serde::Serialize;

/// What belongs together: the details of a row, a period that is waived, the days on which something is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DetailGroup {
    /// Its name in actions; empty of the row's own details.
    pub path: String,
    /// What it is called, and the first that it says: "Kỳ được miễn báo cáo 1: gộp vào báo cáo tháng".
    pub title: String,
    /// Where it is shown.
    pub part: DetailPart,
    /// How deep it stands: 0 of the outermost that is shown there.
    pub depth: usize,
    /// Whether it is open: only then it has cells and offers.
    pub is_open: bool,
    /// What can be corrected.
    pub cells: Vec<Cell>,
    /// What can be said besides.
    pub offers: Vec<Offer>,
    /// Whether it can be taken away.
    pub can_drop: bool,
    /// Whether it can be moved one up.
    pub can_raise: bool,
}

/// Something that can be said and is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// Its name in actions.
    pub path: String,
    /// What it is called.
    pub label: String,
    /// Where what is begun stands, so that it can be opened.
    pub opens: String,
    /// Whether an action begins it; else it is only opened.
    pub grows: bool,
}

pub(super) const OTHER: Both = Both {
    vi: "Chi tiết khác",
    en: "Other details",
};

/// The details of a row, with those groups open whose names these are.
pub(in super::super) fn details(
    made: &Composition,
    (list, id): (List, &str),
    open: &[String],
    lang: Lang,
) -> Vec<DetailGroup> {
    let (Some(record), Some(root)) = (way::record(list), row::tree(made, list, id)) else {
        return Vec::new();
    };
    let mut shown = Shown {
        made,
        list,
        root: &root,
        open,
        lang,
        groups: Vec::new(),
    };
    let head = Head {
        path: String::new(),
        title: OTHER.of(lang).to_owned(),
        depth: 0,
        can_drop: false,
        can_raise: false,
    };
    shown.group(head, &Of::Row(record), Some(&root));
    shown.groups
}

/// Those groups that are to be open so that a cell is seen.
pub(in super::super) fn shown(cell: &str) -> Vec<String> {
    let steps: Vec<&str> = steps(cell).collect();
    let all = (0..=steps.len()).map(|end| {
        let steps = steps.iter().take(end);
        steps.flat_map(|step| ["/", step]).collect()
    });
    all.collect()
}

/// One cell, wherever it stands; none where there is none.
pub(in super::super) fn cell_at(
    made: &Composition,
    (list, id): (List, &str),
    name: &str,
    lang: Lang,
) -> Option<Cell> {
    let groups = details(made, (list, id), &shown(name), lang);
    let mut cells = groups.into_iter().flat_map(|group| group.cells);
    cells.find(|cell| cell.name == name)
}

pub(super) struct Shown<'a> {
    pub(super) made: &'a Composition,
    list: List,
    pub(super) root: &'a Tree,
    open: &'a [String],
    pub(super) lang: Lang,
    groups: Vec<DetailGroup>,
}

struct Head {
    path: String,
    title: String,
    depth: usize,
    can_drop: bool,
    can_raise: bool,
}

/// Of what a group tells.
enum Of {
    Row(&'static Record),
    Part(&'static Kind),
}

/// A group that is being filled.
struct Group<'s, 'a> {
    shown: &'s mut Shown<'a>,
    cells: Vec<Cell>,
    offers: Vec<Offer>,
    /// What stands in it, behind its own cells.
    inner: Vec<Inner<'a>>,
}

struct Inner<'a> {
    head: Head,
    kind: &'static Kind,
    tree: Option<&'a Tree>,
    /// The first that it says stands behind its title.
    says: bool,
}

impl<'a> Shown<'a> {
    fn group(&mut self, head: Head, of: &Of, tree: Option<&'a Tree>) {
        let is_open = self.open.contains(&head.path);
        let depth = head.depth;
        let mut group = Group {
            shown: self,
            cells: Vec::new(),
            offers: Vec::new(),
            inner: Vec::new(),
        };
        if is_open {
            match of {
                Of::Row(record) => group.record(record, tree, "", None),
                Of::Part(kind) => group.kind(kind, tree, &head.path, None),
            }
        }
        let (cells, offers, inner) = (group.cells, group.offers, group.inner);
        let part = DetailPart::of(self.list, &head.path).unwrap_or(DetailPart::Row);
        self.groups.push(DetailGroup {
            path: head.path,
            title: head.title,
            part,
            // The form stands within its duty, and is shown by itself.
            depth: depth.saturating_sub(usize::from(part == DetailPart::Form)),
            is_open,
            cells,
            offers,
            can_drop: head.can_drop,
            can_raise: head.can_raise,
        });
        for one in inner {
            let mut head = one.head;
            head.depth = depth + 1;
            let summary = one.tree.filter(|_| one.says);
            let summary = summary.and_then(|tree| self.summary(one.kind, tree));
            if let Some(summary) = summary {
                head.title = [&head.title, ": ", &*shortened(&summary)].concat();
            }
            self.group(head, &Of::Part(one.kind), one.tree);
        }
    }
}

impl<'a> Group<'_, 'a> {
    fn record(
        &mut self,
        record: &'static Record,
        tree: Option<&'a Tree>,
        path: &str,
        label: Option<Both>,
    ) {
        for member in record.members {
            let own = tree.and_then(|tree| tree.member(member.key));
            let path = [path, "/", member.key].concat();
            if !member.with.is_empty() {
                let decides = record.members.iter();
                let mut decides = decides.filter(|one| matches!(one.kind, Kind::Forms(_)));
                let word = decides
                    .next()
                    .and_then(|one| tree?.member(one.key)?.as_text());
                if word.is_none_or(|word| !member.with.contains(&word)) {
                    continue;
                }
            }
            self.member(member, (own, tree), path, label);
        }
    }

    fn member(
        &mut self,
        member: &'static Member,
        (own, beside): (Option<&'a Tree>, Option<&'a Tree>),
        path: String,
        before: Option<Both>,
    ) {
        let lang = self.shown.lang;
        let label = member.label;
        let says = |label: &Both| label.of(lang).to_owned();
        let own = own.filter(|own| !own.is_empty());
        match &member.kind {
            Kind::Beside(record) if own.is_some() || !record.may_be_empty() => {
                self.record(record, own, &path, Some(member.label));
            }
            Kind::Beside(_) => {}
            Kind::Within(record) => {
                let is_open = self.shown.open.contains(&path);
                if own.is_some() || is_open && record.may_be_empty() {
                    let can_drop = own.is_some() && !member.must;
                    self.inner(
                        &member.kind,
                        own,
                        (path, says(&member.label)),
                        (can_drop, false),
                        true,
                    );
                } else {
                    self.offers.push(Offer {
                        opens: path.clone(),
                        path,
                        label: says(&member.label),
                        grows: !record.may_be_empty(),
                    });
                }
            }
            Kind::List(of, grows) => {
                let items = own.map_or(&[][..], Tree::items);
                for (at, item) in items.iter().enumerate() {
                    let path = [&path, "/", &at.to_string()].concat();
                    let title = [label.of(lang), " ", &(at + 1).to_string()].concat();
                    let can_drop = *grows && (items.len() > 1 || !member.must);
                    let raises = at > 0 || member.key == "fields" && !path.contains("/sections/0/");
                    self.inner(of, Some(item), (path, title), (can_drop, raises), true);
                }
                if *grows {
                    self.offers.push(Offer {
                        opens: [&path, "/", &items.len().to_string()].concat(),
                        path,
                        label: says(&member.label),
                        grows: true,
                    });
                }
            }
            Kind::Either(_) => self.either(&member.kind, own, &path, label),
            Kind::Has(_, variants) => {
                let has = variants.iter().find(|one| one.key == scalar::variant(own));
                if let Some((one, kind)) = has.and_then(|one| Some((one, one.kind.as_ref()?))) {
                    let own = own.and_then(|own| own.member(one.key));
                    let path = [&path, "/", one.key].concat();
                    self.inner(kind, own, (path, says(&one.label)), (false, false), false);
                }
            }
            kind => {
                let around = self.around(beside);
                let own = ((&*path, label), kind, own, (&around, member.must));
                let cell = scalar::cell(own.0, own.1, own.2, own.3, lang);
                self.cells.extend(cell.map(|mut cell| {
                    // "Hạn gửi: ngày": what is no whole name goes on behind that of its record.
                    let is_small = cell.label.starts_with(char::is_lowercase);
                    if let Some(before) = before.filter(|_| is_small) {
                        cell.label = [before.of(lang), ": ", &cell.label].concat();
                    }
                    match member.hint {
                        Some(hint) => cell.hint(hint, lang),
                        None => cell,
                    }
                }));
            }
        }
    }

    fn around(&self, beside: Option<&'a Tree>) -> Around<'a> {
        Around {
            made: self.shown.made,
            root: self.shown.root,
            beside,
        }
    }

    fn inner(
        &mut self,
        kind: &'static Kind,
        tree: Option<&'a Tree>,
        (path, title): (String, String),
        (can_drop, can_raise): (bool, bool),
        says: bool,
    ) {
        let head = Head {
            path,
            title,
            depth: 0,
            can_drop,
            can_raise,
        };
        self.inner.push(Inner {
            head,
            kind,
            tree,
            says,
        });
    }

    /// What a group is: a record, or one value.
    fn kind(
        &mut self,
        kind: &'static Kind,
        tree: Option<&'a Tree>,
        path: &str,
        label: Option<Both>,
    ) {
        match kind {
            Kind::Within(record) | Kind::Beside(record) => self.record(record, tree, path, label),
            Kind::Either(_) => self.either(kind, tree, path, IS),
            _ => {}
        }
    }

    /// One of several things, and what it has.
    fn either(&mut self, kind: &'static Kind, tree: Option<&'a Tree>, path: &str, label: Both) {
        let lang = self.shown.lang;
        let around = self.around(None);
        let cell = scalar::cell((path, label), kind, tree, (&around, true), lang);
        self.cells.extend(cell);
        let key = scalar::variant(tree);
        let Kind::Either(variants) = kind else { return };
        let mut variants = variants.iter();
        let Some((one, kind)) = variants
            .find(|one| one.key == key)
            .and_then(|one| Some((one, one.kind.as_ref()?)))
        else {
            return;
        };
        let own = tree.and_then(|tree| tree.member(key));
        let path = [path, "/", key].concat();
        match kind {
            Kind::Within(record) | Kind::Beside(record) => self.record(record, own, &path, None),
            Kind::List(of, _) => {
                let items = own.map_or(&[][..], Tree::items);
                for (at, item) in items.iter().enumerate() {
                    let path = [&path, "/", &at.to_string()].concat();
                    let title = [PERIOD.of(lang), " ", &(at + 1).to_string()].concat();
                    self.inner(
                        of,
                        Some(item),
                        (path, title),
                        (items.len() > 1, at > 0),
                        true,
                    );
                }
                self.offers.push(Offer {
                    opens: [&path, "/", &items.len().to_string()].concat(),
                    path,
                    label: PERIOD.of(lang).to_owned(),
                    grows: true,
                });
            }
            kind => {
                let cell = scalar::cell((&path, one.label), kind, own, (&around, true), lang);
                self.cells.extend(cell);
            }
        }
    }
}

const IS: Both = Both {
    vi: "Là", en: "Is"
};
const PERIOD: Both = Both {
    vi: "Kỳ",
    en: "Period",
};
