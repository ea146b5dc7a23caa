//! What a person is told of rows before they are taken.

use super::super::placing::{Left, Placed, Why};
use super::PastedNote;
use crate::form::block::beyond;
use crate::message;
use crate::plan::Plan;
use crate::report::Explanation;
use crate::text::{Both, Lang, format_count, single_line};
use crate::value::TableMeasure;

/// The most rows that are named one by one.
const NAMED: usize = 6;
/// The most letters of a text that are said of it.
const SHOWN: usize = 60;

/// Rows of a block, named where they are.
#[derive(Clone, Copy)]
struct Source {
    is_file: bool,
    lang: Lang,
}

/// All notes of a block: `over` are the rows below its head for which the table, which takes `most`, has no room, and `first`
/// the number of the first of these in the block.
pub(in crate::form::table) fn told(
    all: &Placed,
    table: &TableMeasure,
    (cut, over, first, most): (bool, &[usize], usize, usize),
    is_file: bool,
    lang: Lang,
) -> Vec<PastedNote> {
    let source = Source { is_file, lang };
    let mut notes = Vec::new();
    if all.rows.iter().all(Vec::is_empty) {
        notes.push(everywhere(
            lang.either("Không có dòng nào để thêm.", "There is no row to add."),
        ));
    }
    if all.head {
        let said = lang.either(
            "Đây là tên các cột, không phải một dòng của bảng.",
            "These are the names of the columns and no row of the table.",
        );
        notes.push(PastedNote {
            place: source.rows(&[1]),
            text: said.to_owned(),
        });
    }
    notes.extend(all.left.iter().map(|left| source.left(left)));
    if !over.is_empty() {
        let numbers: Vec<usize> = over.iter().map(|row| row + first).collect();
        notes.push(PastedNote {
            place: source.rows(&numbers),
            text: NO_ROOM
                .of(lang)
                .replace("{0}", &count(most))
                .replace("{1}", &table.row),
        });
    }
    if cut {
        notes.push(everywhere(&[beyond(lang), "."].concat()));
    }
    notes
}

/// What is said of a CSV file in which a quote stays open; its line counts from 1.
pub(super) fn unclosed(line: usize, lang: Lang) -> PastedNote {
    let said = lang.either(
        "Dấu ngoặc kép (\") mở ở dòng này không được đóng nên chưa lấy dòng nào của tệp. Hãy sửa tệp rồi chọn lại.",
        "A quotation mark (\") opens on this line and is not closed, so no row of the file is taken. Mend the file and choose it again.",
    );
    let place = lang.either("Dòng {0} của tệp", "Line {0} of the file");
    PastedNote {
        place: place.replace("{0}", &count(line)),
        text: said.to_owned(),
    }
}

/// Why a file is no CSV file that can be read; none where it is one.
pub(super) fn unreadable(text: &str, lang: Lang) -> Option<PastedNote> {
    if text.starts_with("PK\u{3}\u{4}") {
        return Some(everywhere(WORKBOOK.of(lang)));
    }
    let is_foreign = text.contains(['\u{fffd}', '\0']);
    is_foreign.then(|| everywhere(LETTERS.of(lang)))
}

/// What is said of the explanation of what is replaced.
pub(super) fn explained(line: &Explanation, plan: &Plan, lang: Lang) -> PastedNote {
    let said = lang.either(
        "Lời giải thích “{0}” là của nội dung cũ nên không giữ lại.",
        "The explanation “{0}” is of what stood there before and does not stay.",
    );
    PastedNote {
        place: message::place(&line.path, plan, lang),
        text: said.replace("{0}", &shown(&line.text)),
    }
}

const WORKBOOK: Both = Both {
    vi: "Đây là tệp Excel, không phải CSV. Hãy mở tệp, chép các ô rồi dán vào đây; hoặc lưu lại với kiểu “CSV UTF-8”.",
    en: "This is an Excel file and no CSV. Open it, copy its cells and paste them here, or save it as “CSV UTF-8”.",
};
const LETTERS: Both = Both {
    vi: "Tệp này không phải CSV dạng UTF-8 nên không đọc được chữ. Trong Excel, hãy lưu lại với kiểu “CSV UTF-8”; hoặc chép các ô rồi dán vào đây.",
    en: "This file is no CSV in UTF-8, and its letters cannot be read. Save it in Excel as “CSV UTF-8”, or copy its cells and paste them here.",
};
const NO_ROOM: Both = Both {
    vi: "Không lấy: bảng nhận nhiều nhất {0} {1}.",
    en: "Not taken: the table takes at most {0} rows ({1}).",
};

impl Source {
    fn left(self, left: &Left) -> PastedNote {
        let Self { lang, .. } = self;
        match left {
            Left::Column { column, heading, rows, why } => {
                let name = match &**heading {
                    "" => count(*column),
                    heading => ["“", &shown(heading), "”"].concat(),
                };
                let column = [lang.either("cột ", "column "), &name].concat();
                PastedNote {
                    place: [&*self.rows(rows), ", ", &column].concat(),
                    text: in_words(*why, lang).to_owned(),
                }
            }
            Left::Alike { heading, label } => PastedNote {
                place: [lang.either("Cột “", "Column “"), &shown(heading), "”"].concat(),
                text: lang
                    .either("Lấy vào cột “{0}” của bảng.", "Taken into the table’s column “{0}”.")
                    .replace("{0}", label),
            },
            Left::NotGiven(label) => PastedNote {
                place: [lang.either("Cột “", "Column “"), label, "”"].concat(),
                text: lang
                    .either(
                        "Chưa có trong phần đã chép: hãy ghi vào từng dòng sau khi thêm.",
                        "Not among what was copied: fill it in in each row afterwards.",
                    )
                    .to_owned(),
            },
            Left::Sum { row, said } => PastedNote {
                place: self.rows(&[*row]),
                text: lang
                    .either(
                        "Không lấy: “{0}” là dòng cộng, phiếu tự cộng.",
                        "Not taken: “{0}” adds the rows up, which the form does by itself.",
                    )
                    .replace("{0}", &shown(said)),
            },
            Left::Stops { copied, written } => everywhere(
                &lang
                    .either(
                        "Số đã chép viết dấu chấm trước phần thập phân; phiếu ghi theo cách viết ở đây: “{0}” thành “{1}”.",
                        "The copied numbers have a full stop before decimal places; the form writes them as here: “{0}” becomes “{1}”.",
                    )
                    .replace("{0}", &shown(copied))
                    .replace("{1}", &shown(written)),
            ),
        }
    }

    /// "Dòng 2, 3 của tệp", "Dòng 2 và 20 dòng khác đã chép".
    fn rows(self, rows: &[usize]) -> String {
        let Self { is_file, lang } = self;
        let mut said = lang
            .either("Dòng ", if rows.len() > 1 { "Rows " } else { "Row " })
            .to_owned();
        for (place, row) in rows.iter().take(NAMED).enumerate() {
            if place > 0 {
                said.push_str(", ");
            }
            said.push_str(&count(*row));
        }
        if rows.len() > NAMED {
            let more = lang.either(" và {0} dòng khác", " and {0} more");
            said.push_str(&more.replace("{0}", &count(rows.len() - NAMED)));
        }
        said.push_str(match is_file {
            true => lang.either(" của tệp", " of the file"),
            false => lang.either(" đã chép", " that were copied"),
        });
        said
    }
}

const fn in_words(why: Why, lang: Lang) -> &'static str {
    match why {
        Why::NotAsked => lang.either(
            "Không lấy: bảng không có cột này.",
            "Not taken: the table has no such column.",
        ),
        Why::Again => lang.either(
            "Không lấy: đã lấy một cột khác cho mục này.",
            "Not taken: another column is taken for this.",
        ),
        Why::Untitled => lang.either(
            "Không lấy: cột này không có tên ở dòng đầu.",
            "Not taken: nothing in the first row says what this column is.",
        ),
        Why::TooWide => lang.either(
            "Không lấy: từ chỗ dán, bảng không còn cột nào ở bên phải.",
            "Not taken: from where it is pasted, the table has no further column.",
        ),
        Why::Numbers => lang.either(
            "Không lấy: bảng tự đánh số các dòng.",
            "Not taken: the table numbers its rows by itself.",
        ),
    }
}

fn everywhere(text: &str) -> PastedNote {
    PastedNote {
        place: String::new(),
        text: text.to_owned(),
    }
}

fn shown(text: &str) -> String {
    let line = single_line(text);
    let mut letters = line.chars();
    let mut said: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() {
        said.push('…');
    }
    said
}

fn count(number: usize) -> String {
    format_count(i64::try_from(number).unwrap_or(i64::MAX))
}
