//! What an office hands its units once the plan is published: a code and a link for each, as a table, a workbook and letters.

use super::state::Composition;
use crate::read::record;
use crate::sheet::{Column, Table, parts};
use crate::text::{Both, Lang, parse_phone};
use serde::Serialize;
use std::collections::BTreeMap;

/// A unit's personal code, as the collector showed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitCode {
    /// The unit.
    pub unit: String,
    /// Eight groups of four.
    pub code: String,
}

record!(UnitCode { unit, code; });

/// Codes and links of units, as they are handed out. None of it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LettersView {
    /// The same as a table, its headings first: number, name, sector, telephone, code, link, message.
    pub rows: Vec<Vec<String>>,
    /// The same as the parts of a workbook.
    pub book: Vec<BookPart>,
    /// A letter for each unit, in the plan's order.
    pub letters: Vec<LetterView>,
}

/// A part of a workbook, as it goes into the zip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BookPart {
    /// Its name in the zip.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// What one unit is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LetterView {
    /// The unit.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Its own link, which needs no code.
    pub link: String,
    /// Its code, where a link does not serve.
    pub code: String,
    /// The letter, a paragraph each.
    pub text: Vec<String>,
}

static HEADINGS: [(Both, u8); 7] = [
    (
        Both {
            vi: "TT",
            en: "No.",
        },
        6,
    ),
    (
        Both {
            vi: "Tên đơn vị",
            en: "Unit",
        },
        42,
    ),
    (
        Both {
            vi: "Khối",
            en: "Sector",
        },
        20,
    ),
    (
        Both {
            vi: "Điện thoại",
            en: "Telephone",
        },
        16,
    ),
    (
        Both {
            vi: "Mã riêng",
            en: "Personal code",
        },
        44,
    ),
    (
        Both {
            vi: "Đường dẫn riêng",
            en: "Link of its own",
        },
        70,
    ),
    (
        Both {
            vi: "Lời nhắn để gửi",
            en: "Message to send",
        },
        80,
    ),
];
const NAME: Both = Both {
    vi: "Đường dẫn đơn vị",
    en: "Links of units",
};
const TO: Both = Both {
    vi: "Kính gửi ",
    en: "To ",
};
const ASKS: Both = Both {
    vi: "Đề nghị đơn vị báo cáo thực hiện “",
    en: "Please report on “",
};
const BY: Both = Both {
    vi: "” qua đường dẫn riêng sau đây, mở được trên điện thoại và máy tính:",
    en: "” by this link of your own, on a telephone or a computer:",
};
const OWN: Both = Both {
    vi: "Đường dẫn đã có mã của đơn vị, mở ra không phải nhập gì thêm. Xin không chuyển cho đơn vị khác.",
    en: "The link holds your unit's code: nothing is to be typed. Please do not pass it on.",
};
const CODE: Both = Both {
    vi: "Trang nào hỏi mã thì nhập: ",
    en: "Where a page asks for the code, type: ",
};

/// Codes and links of units. `form` is the address at which units open the plan.
pub(super) fn letters(
    made: &Composition,
    codes: &[UnitCode],
    form: &str,
    lang: Lang,
) -> LettersView {
    let codes: BTreeMap<&str, &str> = codes
        .iter()
        .map(|one| (one.unit.as_str(), one.code.as_str()))
        .collect();
    let phones = made.phones.iter();
    let phones: BTreeMap<&str, &str> = phones
        .map(|one| (one.unit.as_str(), one.phone.as_str()))
        .collect();
    let title = &made.base.title;
    let headings = HEADINGS.iter().map(|(title, _)| title.of(lang).to_owned());
    let mut rows: Vec<Vec<String>> = vec![headings.collect()];
    let mut all = Vec::new();
    for row in made.units.iter().filter(|row| row.is_in()) {
        let unit = &row.item;
        let id = unit.id.as_str();
        let Some(code) = codes.get(id) else {
            continue;
        };
        let mut sectors = made.base.sectors.iter();
        let sector = sectors.find(|one| Some(&one.id) == unit.sector.as_ref());
        let sector = sector.map(|one| one.name.clone()).unwrap_or_default();
        let phone = phones.get(id).and_then(|phone| parse_phone(phone).ok());
        let phone = phone.map(|phone| phone.national()).unwrap_or_default();
        // Of an address's fragment no server hears.
        let link = [form, "#unit=", id, "&code=", code].concat();
        let text = vec![
            [TO.of(lang), &unit.name, ","].concat(),
            [ASKS.of(lang), title, BY.of(lang)].concat(),
            link.clone(),
            OWN.of(lang).to_owned(),
            [CODE.of(lang), code, "."].concat(),
        ];
        let number = rows.len().to_string();
        let name = unit.name.clone();
        rows.push(vec![
            number,
            name.clone(),
            sector,
            phone,
            (*code).to_owned(),
            link.clone(),
            text.join("\n"),
        ]);
        all.push(LetterView {
            unit: id.to_owned(),
            name,
            link,
            code: (*code).to_owned(),
            text,
        });
    }
    let columns = HEADINGS.iter().map(|(title, width)| Column {
        title: title.of(lang).to_owned(),
        width: *width,
        choices: None,
    });
    let table = Table {
        name: NAME.of(lang).to_owned(),
        columns: columns.collect(),
        rows: rows.iter().skip(1).cloned().collect(),
    };
    let book = parts(&[table]);
    let book = book.into_iter().map(|(name, text)| BookPart { name, text });
    LettersView {
        book: book.collect(),
        rows,
        letters: all,
    }
}
