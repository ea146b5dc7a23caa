//! What a page needs to take files for an input: what is asked there, in words, and what becomes of a file that a person
//! chose. A page reads bytes, makes pictures anew and sends pieces; whether a file is taken is said here.

use super::Form;
use super::place::Place;
use crate::finding::{Finding, Path};
use crate::message;
use crate::read::{self, record};
use crate::text::lines;
use crate::value::{Choice, File, FileKind, FileMeasure, Sniffed, file_name, sniffed, standing};
use serde::Serialize;

/// How many bytes of a file are enough to know what it is.
pub const HEAD: usize = 16;

/// What a page knows of a file: first what a person chose, then what it has become, with its hash.
#[derive(Debug, Default)]
struct Offered {
    name: String,
    bytes: i64,
    /// Its first bytes, each as a letter of that number.
    head: String,
    /// Of what is to be sent.
    hash: Option<String>,
}

record!(Offered { name, bytes, head; hash });

/// What is taken at an input, and what became of a file that was offered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FilesView {
    /// Which files a device should offer, in HTML's terms (`accept`).
    pub accept: String,
    /// What is taken, in words.
    pub hint: String,
    /// That the report can be sent before its file has come, where it is one to be signed first, in words.
    pub later: Option<&'static str>,
    /// How many bytes of a file are to be read to know what it is.
    pub head: usize,
    /// What is there already, each with the text that takes it out again.
    pub there: Vec<Choice>,
    /// Whether one more has room.
    pub more: bool,
    /// What became of the file that was offered, where one was.
    pub offered: Option<OfferedView>,
}

/// What became of a file that was offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OfferedView {
    /// Why it is not taken, and what to do, in words.
    pub refused: Option<String>,
    /// Whether it is a picture, which the device is to make anew before it offers it again.
    pub picture: bool,
    /// The name under which it is sent.
    pub name: String,
    /// The text to set at the input, with the file in it, where its hash is known and it is taken.
    pub text: Option<String>,
}

impl Form {
    /// What is taken at `path`, and what becomes of a file: `offered` is JSON (`name`, `bytes`, `head`, `hash`), or blank.
    /// None where no files are asked there, or where what is offered cannot be read.
    #[must_use]
    pub fn files(&self, path: &str, offered: &str) -> Option<FilesView> {
        let place = Place::of(path)?;
        let Place::Figure(key) = place else {
            return None;
        };
        let measure = self.plan.indicator(key)?.measure.files()?;
        let there = self.raw(place);
        let offered = match offered {
            "" => None,
            offered => Some(read::from_str::<Offered>(offered).ok()?),
        };
        let mut accept = Vec::new();
        for kind in &measure.kinds {
            accept.push(match kind {
                FileKind::Image => "image/*",
                other => other.ending(),
            });
        }
        Some(FilesView {
            accept: accept.join(","),
            hint: message::files(measure, self.lang),
            later: measure.signed.then(|| message::signed_later(self.lang)),
            head: HEAD,
            there: to_take_out(there),
            more: (lines(there).count() as i64) < measure.most,
            offered: offered.map(|offered| self.offered(path, measure, there, offered)),
        })
    }

    fn offered(
        &self,
        path: &str,
        measure: &FileMeasure,
        there: &str,
        offered: Offered,
    ) -> OfferedView {
        let head: Vec<u8> = offered
            .head
            .chars()
            .filter_map(|letter| u8::try_from(u32::from(letter)).ok())
            .collect();
        let is = sniffed(&head, &offered.name);
        let kind = is.map(|is| match is {
            Sniffed::Picture => FileKind::Image,
            Sniffed::Kind(kind) => kind,
        });
        let picture = is == Some(Sniffed::Picture);
        // How large a picture will be is known once it was made anew.
        let bytes = if picture && offered.hash.is_none() {
            1
        } else {
            offered.bytes
        };
        let refused = measure.refuses(kind, bytes).map(|kind| {
            let finding = Finding::error(Path::from(path), kind);
            message::sentence(&finding, &self.plan, self.lang)
        });
        let name = file_name(&offered.name, kind.unwrap_or(FileKind::Pdf));
        let text = match (offered.hash, kind, &refused) {
            (Some(hash), Some(kind), None) => {
                let file = File {
                    hash,
                    name: name.clone(),
                    bytes: offered.bytes,
                    kind,
                };
                Some(with(there, &file))
            }
            _ => None,
        };
        OfferedView {
            refused,
            picture,
            name,
            text,
        }
    }
}

/// The files of a text, each with the text without it. What is none stands there as it is.
fn to_take_out(there: &str) -> Vec<Choice> {
    let mut listed = Vec::new();
    for line in lines(there) {
        listed.push(Choice {
            value: line.to_owned(),
            label: File::of_line(line).map_or_else(|| line.to_owned(), |file| file.in_words()),
            chosen: false,
        });
    }
    standing(listed, there, true)
}

/// The text with a file more; as it is where the file is in it.
fn with(there: &str, file: &File) -> String {
    let mut text = String::new();
    let mut is_there = false;
    for line in lines(there) {
        is_there |= line.starts_with(&file.hash);
        text.push_str(line);
        text.push('\n');
    }
    if !is_there {
        text.push_str(&file.line());
    }
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::form::Form;
    use crate::form::tests::{open_plan, plan_with};
    use serde_json::json;

    const SCAN: &str = "/figures/phone";

    /// A form that asks for files where it asks for a phone number otherwise.
    fn form() -> Form {
        let mut plan = plan_with("sum", r#"{"count": 10}"#, r#""each""#);
        let file = json!({"file": {"kinds": ["pdf", "image"], "most": 2, "megabytes": 10}});
        let asked = plan.indicators.iter_mut().find(|one| one.id == *"phone");
        let measure = crate::read::from_str(&file.to_string()).unwrap();
        asked.unwrap().measure = std::sync::Arc::new(measure);
        open_plan(plan, |_| {})
    }

    fn offer(
        form: &Form,
        name: &str,
        bytes: i64,
        head: &str,
        hash: Option<&str>,
    ) -> super::OfferedView {
        let offered = json!({"name": name, "bytes": bytes, "head": head, "hash": hash});
        let view = form.files(SCAN, &offered.to_string()).unwrap();
        view.offered.unwrap()
    }

    #[test]
    fn a_block_that_is_pasted_above_files_leaves_them_alone() {
        let mut form = form();
        let many = "1\n".repeat(40);
        let block = form.block("/figures/trees", &many, "").unwrap();
        assert!(block.rows.iter().all(|row| row.path != SCAN));
        assert_eq!(form.block(SCAN, &many, ""), None);
    }

    #[test]
    fn what_is_taken_is_said_and_a_file_becomes_a_line() {
        let mut form = form();
        let view = form.files(SCAN, "").unwrap();
        assert_eq!((&*view.accept, view.more), (".pdf,image/*", true));
        assert_eq!(
            view.hint,
            "Nhận đến 2 tệp PDF, ảnh, mỗi tệp không quá 10 MB. Ảnh được thu nhỏ và bỏ nơi chụp ngay trên máy này trước khi gửi."
        );
        assert_eq!(form.files("/figures/trees", ""), None);
        let scan = offer(
            &form,
            "../BC 05.PDF",
            900,
            "%PDF-1.7",
            Some(&"0a".repeat(32)),
        );
        assert_eq!(
            (scan.refused, scan.picture, &*scan.name),
            (None, false, "BC 05.pdf")
        );
        form.set(SCAN, scan.text.unwrap());
        let there = form.files(SCAN, "").unwrap().there;
        let [choice] = &*there else {
            panic!("one file");
        };
        assert_eq!((&*choice.label, &*choice.value), ("BC 05.pdf (1 KB)", ""));
        let again = offer(&form, "x.pdf", 900, "%PDF-1.7", Some(&"0a".repeat(32)));
        assert_eq!(
            again.text.as_deref(),
            Some(form.raw(super::Place::of(SCAN).unwrap()))
        );
    }

    #[test]
    fn a_signed_document_may_follow_the_report() {
        for (signed, said) in [(false, false), (true, true)] {
            let mut plan = plan_with("sum", r#"{"count": 10}"#, r#""each""#);
            let file =
                json!({"file": {"kinds": ["pdf"], "most": 1, "megabytes": 10, "signed": signed}});
            let asked = plan.indicators.iter_mut().find(|one| one.id == *"phone");
            let measure = crate::read::from_str(&file.to_string()).unwrap();
            asked.unwrap().measure = std::sync::Arc::new(measure);
            let view = open_plan(plan, |_| {}).files(SCAN, "").unwrap();
            assert_eq!(view.later.is_some(), said, "{view:?}");
        }
    }

    #[test]
    fn a_picture_is_made_anew_first_and_what_is_not_taken_is_said() {
        let form = form();
        let large = offer(&form, "IMG_1.HEIC", 30_000_000, "....ftypheic", None);
        assert_eq!(
            (large.refused, large.picture, &*large.name),
            (None, true, "IMG_1.jpg")
        );
        let pdf = offer(&form, "a.pdf", 10_000_001, "%PDF-1.7", None);
        assert!(
            pdf.refused
                .unwrap()
                .starts_with("Mỗi tệp chỉ nhận đến 10 MB.")
        );
        for head in ["<svg", "MZ", "PK\u{3}\u{4}", ""] {
            let refused = offer(&form, "a.pdf", 10, head, None).refused;
            assert!(
                refused.unwrap().starts_with("Ở đây chỉ nhận PDF hoặc ảnh."),
                "{head}"
            );
        }
    }

    #[test]
    fn what_is_there_can_be_taken_out_again() {
        let mut form = form();
        let [one, other] =
            [("0a", "1240000 pdf a.pdf"), ("0b", "9 pdf b.pdf")].map(|(digits, rest)| {
                let hash = digits.repeat(32);
                format!("{hash} {rest}")
            });
        form.set(SCAN, format!("{one}\n{other}"));
        let view = form.files(SCAN, "").unwrap();
        let shown = view.there.iter().map(|one| (&*one.label, &*one.value));
        assert_eq!(
            shown.collect::<Vec<_>>(),
            [("a.pdf (1,3 MB)", &*other), ("b.pdf (1 KB)", &*one)]
        );
        assert!(!view.more);
    }
}
