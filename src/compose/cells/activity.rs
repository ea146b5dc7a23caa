//! An activity of the plan.

use super::super::words::{CERTAINTIES, chosen, picked};
use super::{
    BACKWARDS, Cell, Known, NO_SUCH, Picked, Set, date, day_text, hour, hour_text, in_one_line,
    maybe_in_one_line,
};
use crate::plan::{Activity, Certainty, When};
use crate::text::{Both, Lang, is_blank};

const TITLE: Both = Both {
    vi: "Tên hoạt động",
    en: "Title",
};
const FROM: Both = Both {
    vi: "Ngày bắt đầu",
    en: "First day",
};
const FROM_HINT: Both = Both {
    vi: "Bỏ trống nếu văn bản không nêu ngày.",
    en: "Leave blank where the document names no day.",
};
const TO: Both = Both {
    vi: "Ngày kết thúc",
    en: "Last day",
};
const TIME: Both = Both {
    vi: "Giờ",
    en: "Hour",
};
const CERTAINTY: Both = Both {
    vi: "Ngày chắc đến đâu",
    en: "How sure the day is",
};
const PLACE: Both = Both {
    vi: "Địa điểm",
    en: "Place",
};
const LEVEL: Both = Both {
    vi: "Cấp tổ chức",
    en: "Held by",
};
const UNSAID: Both = Both {
    vi: "văn bản không nêu",
    en: "unsaid",
};
static NO_FIRST: Both = Both {
    vi: "Hãy ghi ngày bắt đầu trước.",
    en: "Write the first day before this.",
};

pub(in super::super) fn cells(activity: &Activity, known: Known<'_>, lang: Lang) -> Vec<Cell> {
    let when = activity.when.first();
    let certainty = when.map(|when| when.certainty).unwrap_or_default();
    let mut levels = vec![Picked::new("", UNSAID.of(lang), activity.level.is_none())];
    levels.extend(known.plan.levels.iter().map(|level| {
        let chosen = activity.level.as_ref() == Some(&level.id);
        Picked::new(level.id.as_str(), &level.name, chosen)
    }));
    let place = activity.place.clone().unwrap_or_default();
    vec![
        Cell::typed("title", TITLE, &*activity.title, lang).lines(),
        Cell::typed("from", FROM, day_text(when.map(|when| when.from)), lang).hint(FROM_HINT, lang),
        Cell::typed("to", TO, day_text(when.and_then(|when| when.to)), lang),
        Cell::typed(
            "time",
            TIME,
            hour_text(when.and_then(|when| when.time)),
            lang,
        ),
        Cell::choosing(
            "certainty",
            CERTAINTY,
            picked(CERTAINTIES, &certainty, lang),
            lang,
        ),
        Cell::typed("place", PLACE, place, lang),
        Cell::choosing("level", LEVEL, levels, lang),
    ]
}

pub(in super::super) fn set(
    activity: &mut Activity,
    known: Known<'_>,
    cell: &str,
    text: &str,
) -> Set {
    match cell {
        "title" => activity.title = in_one_line(text)?,
        "place" => activity.place = maybe_in_one_line(text),
        "level" if text.is_empty() => activity.level = None,
        "level" => {
            let mut levels = known.plan.levels.iter();
            let level = levels.find(|level| level.id == *text).ok_or(&NO_SUCH)?;
            activity.level = Some(level.id.clone());
        }
        "from" if is_blank(text) => {
            if !activity.when.is_empty() {
                activity.when.remove(0);
            }
        }
        "from" => {
            let from = date(text, known.period)?;
            match activity.when.first_mut() {
                Some(when) if when.to.is_some_and(|to| to < from) => return Err(&BACKWARDS),
                Some(when) => when.from = from,
                None => activity.when.push(When {
                    from,
                    to: None,
                    time: None,
                    certainty: Certainty::Exact,
                    repeats: None,
                    correction: None,
                }),
            }
        }
        _ => {
            let Some(when) = activity.when.first_mut() else {
                let nothing = is_blank(text) || text == "exact";
                return if nothing { Ok(()) } else { Err(&NO_FIRST) };
            };
            match cell {
                "to" if is_blank(text) => when.to = None,
                "to" => {
                    let to = date(text, known.period)?;
                    if to < when.from {
                        return Err(&BACKWARDS);
                    }
                    when.to = Some(to);
                }
                "time" => when.time = hour(text)?,
                "certainty" => when.certainty = chosen(CERTAINTIES, text).ok_or(&NO_SUCH)?,
                _ => return Err(&NO_SUCH),
            }
        }
    }
    Ok(())
}
