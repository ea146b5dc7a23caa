//! What a closed group says of itself in a few words: the first that stands in it.

use super::kind::{Kind, Record};
use super::names;
use super::scalar::{self, Around};
use super::tree::Tree;
use super::view::{OTHER, Shown};

impl Shown<'_> {
    /// The first that something says.
    pub(super) fn summary(&self, kind: &Kind, tree: &Tree) -> Option<String> {
        let of_record = |record: &Record| {
            let mut members = record.members.iter();
            members.find_map(|member| {
                let own = tree.member(member.key)?;
                match &member.kind {
                    Kind::Named(of) => {
                        let all = names::all(self.made, *of, None, self.lang);
                        Some(names::name_of(&all, own.as_text()?))
                    }
                    Kind::Said(_) | Kind::Has(..) | Kind::Rows | Kind::Made | Kind::Flag => None,
                    kind => self.summary_of_member(kind, own, tree),
                }
            })
        };
        match kind {
            Kind::Within(record) | Kind::Beside(record) => of_record(record),
            kind => self.summary_of_member(kind, tree, tree),
        }
    }

    fn summary_of_member(&self, kind: &Kind, tree: &Tree, beside: &Tree) -> Option<String> {
        match kind {
            Kind::Beside(_) => self.summary(kind, tree),
            Kind::Either(variants) => {
                let key = scalar::variant(Some(tree));
                let one = variants.iter().find(|one| one.key == key)?;
                let inner = one.kind.as_ref().zip(tree.member(key));
                let inner = inner.and_then(|(kind, tree)| match kind {
                    Kind::Named(of) => {
                        let all = names::all(self.made, *of, None, self.lang);
                        Some(names::name_of(&all, tree.as_text()?))
                    }
                    kind => self.summary_of_member(kind, tree, tree),
                });
                Some(inner.unwrap_or_else(|| one.label.of(self.lang).to_owned()))
            }
            kind => {
                let (made, root, beside) = (self.made, self.root, Some(beside));
                let around = Around { made, root, beside };
                let own = (("", OTHER), kind, Some(tree), (&around, true));
                let cell = scalar::cell(own.0, own.1, own.2, own.3, self.lang)?;
                let mut chosen = cell.choices.into_iter().filter(|one| one.chosen);
                let text = match chosen.next() {
                    Some(one) => one.label,
                    None => cell.text.lines().collect::<Vec<_>>().join("; "),
                };
                (!text.is_empty()).then_some(text)
            }
        }
    }
}
