//! The plan as a whole: its name, its days, the document.

use super::super::state::Composition;
use super::{BACKWARDS, Cell, Set, date, day_text, in_one_line, maybe, maybe_in_one_line};
use crate::calendar::{Date, Period};
use crate::plan::{Document, Id};
use crate::text::{Both, Lang};
use std::sync::Arc;

const TITLE: Both = Both {
    vi: "Tên kế hoạch",
    en: "Title",
};
const FROM: Both = Both {
    vi: "Thực hiện từ ngày",
    en: "First day",
};
const TO: Both = Both {
    vi: "Đến hết ngày",
    en: "Last day",
};
const ISSUER: Both = Both {
    vi: "Nơi ban hành",
    en: "Issued by",
};
const KIND: Both = Both {
    vi: "Loại văn bản",
    en: "Kind of document",
};
const NUMBER: Both = Both {
    vi: "Số, ký hiệu",
    en: "Number and sign",
};
const ISSUED: Both = Both {
    vi: "Ngày ban hành",
    en: "Issued on",
};
const THEME: Both = Both {
    vi: "Chủ đề",
    en: "Theme",
};
const ID: Both = Both {
    vi: "Tên trong địa chỉ trang",
    en: "Name in addresses",
};
const ID_HINT: Both = Both {
    vi: "Chữ thường không dấu, nối bằng gạch ngang. Đã công bố rồi thì không đổi nữa.",
    en: "Small letters without marks, joined by hyphens. Once published it stays.",
};
static NO_ID: Both = Both {
    vi: "Tên này chỉ dùng a đến z, 0 đến 9 và gạch ngang, như thang-thanh-nien-2023.",
    en: "Only a to z, 0 to 9 and hyphens, as youth-month-2023.",
};
static NO_FIRST: Both = Both {
    vi: "Hãy ghi ngày bắt đầu trước.",
    en: "Write the first day before this.",
};

pub(in super::super) fn cells(made: &Composition, lang: Lang) -> Vec<Cell> {
    let plan = &made.base;
    let period = made.period();
    let document = plan.document.as_deref();
    let of = |text: Option<&String>| text.cloned().unwrap_or_default();
    let issued = document.and_then(|document| document.issued);
    let mut cells = vec![
        Cell::typed("title", TITLE, &*plan.title, lang).lines(),
        Cell::typed("from", FROM, day_text(period.map(Period::from)), lang),
        Cell::typed("to", TO, day_text(period.map(Period::to)), lang),
        Cell::typed(
            "issuer",
            ISSUER,
            of(document.map(|document| &document.issuer)),
            lang,
        ),
        Cell::typed(
            "kind",
            KIND,
            of(document.map(|document| &document.kind)),
            lang,
        ),
        Cell::typed(
            "number",
            NUMBER,
            of(document.and_then(|document| document.number.as_ref())),
            lang,
        ),
        Cell::typed("issued", ISSUED, day_text(issued), lang),
        Cell::typed("theme", THEME, of(plan.theme.as_ref()), lang),
        Cell::typed("id", ID, plan.id.as_str(), lang).hint(ID_HINT, lang),
    ];
    cells.extend(super::scoring::cells(made, lang));
    cells
}

pub(in super::super) fn set(made: &mut Composition, cell: &str, text: &str) -> Set {
    if let Some(cell) = cell.strip_prefix("scoring") {
        return super::scoring::set(made, cell, text);
    }
    let period = made.period();
    let plan = Arc::make_mut(&mut made.base);
    match cell {
        "title" => {
            plan.title = in_one_line(text)?;
            // Nothing refers to a name that nobody gave.
            if plan.id == *NEW {
                plan.id = super::super::ids::made(&plan.title, NEW, |_| false);
            }
        }
        "theme" => plan.theme = maybe(text),
        "id" => plan.id = Id::new(text.trim()).map_err(|_| &NO_ID)?,
        "from" | "to" => {
            let day = date(text, period)?;
            let (from, to) = days(cell, day, period)?;
            plan.period = Period::new(from, to).map_err(|_| &BACKWARDS)?;
            made.has_period = true;
        }
        _ => {
            let document = plan.document.get_or_insert_with(Box::default);
            return of_document(document, cell, text, period);
        }
    }
    Ok(())
}

/// The name of a plan before it has a title.
pub(in super::super) const NEW: &str = "ke-hoach-moi";

/// The days with one of them corrected. A first day behind the last takes it along.
fn days(cell: &str, day: Date, period: Option<Period>) -> Result<(Date, Date), super::Wrong> {
    match (cell, period) {
        ("from", None) => Ok((day, day)),
        ("from", Some(period)) => Ok((day, period.to().max(day))),
        (_, None) => Err(&NO_FIRST),
        (_, Some(period)) => Ok((period.from(), day)),
    }
}

fn of_document(document: &mut Document, cell: &str, text: &str, period: Option<Period>) -> Set {
    match cell {
        "issuer" => document.issuer = maybe_in_one_line(text).unwrap_or_default(),
        "kind" => document.kind = text.trim().to_owned(),
        "number" => document.number = maybe(text),
        "issued" if maybe(text).is_none() => document.issued = None,
        "issued" => document.issued = Some(date(text, period)?),
        _ => return Err(&super::NO_SUCH),
    }
    Ok(())
}
