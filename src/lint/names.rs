//! The theme or a name that is written in several ways.
//!
//! Why: search, statistics and posters follow the letters; a campaign under two names is counted as
//! two. Only names in quotation marks are compared. Capitals are the theme's matter alone. Of two
//! events on one day, a name that goes on where the other ends is the same event's.
//! Example: “Tuổi trẻ tiên phong chuyển đổi số” and “Tuổi trẻ tiên phong chuyên đôi số”.

mod document;

use super::view::{View, Words, states};
use super::words::{Difference, Name, names};
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::finding::{Path, Severity};
use crate::plan::Activity;
use crate::text::{Both, fold};

/// A name, and a statement that has it.
struct Named<'v, 'a> {
    name: Name<'a>,
    place: Option<&'v Words<'a>>,
}

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&NAME_SEVERAL_WAYS],
};

static NAME_SEVERAL_WAYS: Lint = Lint {
    code: "name.severalWays",
    about: "A theme or name is written in several ways.",
    severities: &[Severity::Info, Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Một tên gọi được viết theo nhiều cách.",
        en: "One name is written in several ways.",
    },
    mend: Both {
        vi: "Chọn một cách viết và dùng thống nhất.",
        en: "Choose one spelling and keep to it.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let theme = view.plan.theme.as_deref();
    let mut known: Vec<Named<'_, '_>> = theme
        .map(|name| Named {
            name: Name::of(name),
            place: None,
        })
        .into_iter()
        .collect();
    for words in &view.texts {
        for name in names(words.text) {
            if known.iter().any(|named| named.name.written == name) {
                continue;
            }
            let spelled = Name::of(name);
            let first = known.iter().find_map(|named| {
                let difference = named.name.difference(&spelled)?;
                let counts = difference != Difference::Capitals || named.place.is_none();
                counts.then_some((named, difference))
            });
            if let Some((first, difference)) = first {
                let severity = match difference {
                    Difference::Marks => Severity::Warning,
                    Difference::Words | Difference::Capitals => Severity::Info,
                };
                out.push(
                    LintFinding::new(severity, words.path.clone(), &NAME_SEVERAL_WAYS).stating([
                        stated(first),
                        words.stated(Some(Reading::Words(name.to_owned()))),
                    ]),
                );
            }
            known.push(Named {
                name: spelled,
                place: Some(words),
            });
        }
    }
    same_day(view, out);
    document::check(view, out);
}

/// Events on one day, one of which has a longer name than the other.
fn same_day(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let mut told: Vec<(&str, &str)> = Vec::new();
    let held: Vec<_> = view
        .plan
        .activities
        .iter()
        .enumerate()
        .filter_map(|(at, activity)| {
            let when = activity.when.iter().find(|when| states(activity, when))?;
            Some((at, activity, when.applies().0))
        })
        .flat_map(|(at, activity, day)| {
            let quote = activity.source.quote.as_deref().unwrap_or_default();
            names(quote)
                .into_iter()
                .map(move |name| (at, activity, day, name, fold(name)))
        })
        .collect();
    for (at, activity, day, name, short) in &held {
        for (other_at, other, other_day, longer, long) in &held {
            if day != other_day || !goes_on(short, long) || told.contains(&(*name, *longer)) {
                continue;
            }
            told.push((*name, *longer));
            let stated = |at: usize, activity: &Activity, name: &str| {
                let path = Path::top("activities").at(at);
                Stated::new(
                    path,
                    &activity.source,
                    Some(Reading::Words(name.to_owned())),
                )
            };
            let path = Path::top("activities").at(*at);
            out.push(
                LintFinding::new(Severity::Info, path, &NAME_SEVERAL_WAYS).stating([
                    stated(*at, activity, name),
                    stated(*other_at, other, longer),
                ]),
            );
        }
    }
}

/// Whether the longer of two folded names begins with the other and goes on, other than by counting
/// ("lần thứ 148").
fn goes_on(short: &str, long: &str) -> bool {
    long.strip_prefix(short)
        .and_then(|rest| rest.strip_prefix(' '))
        .is_some_and(|rest| !rest.starts_with("lan "))
}

fn stated(named: &Named<'_, '_>) -> Stated {
    let reading = Some(Reading::Words(named.name.written.to_owned()));
    match named.place {
        Some(words) => words.stated(reading),
        None => Stated {
            path: Path::top("theme"),
            section: String::new(),
            quote: None,
            reading,
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn names_and_the_theme() {
        for (first, second, expected) in [
            (
                "“Chuyển đổi số”",
                "“chuyên đôi số”",
                "warning name.severalWays",
            ),
            ("chủ đề “Chuyển đổi số”", "“Chuyển Đổi số”", ""),
            ("“Năm thanh niên tình nguyện”", "", "info name.severalWays"),
            ("“Giờ thứ 9”", "“Giờ trái đất”", ""),
        ] {
            let task = |text: &str| json!({"text": text, "source": {"section": "IV"}});
            let plan = plan(json!({
                "theme": "Năm Thanh niên tình nguyện",
                "document": {"tasks": [task(first), task(second)]}}));
            assert_eq!(codes(&plan, "name."), expected, "{first} {second}");
        }
    }

    #[test]
    fn two_names_of_one_day() {
        for (name, day, expected) in [
            (
                "“Ngày Đoàn viên – Ngày làm việc tốt”",
                "26/3",
                "info name.severalWays",
            ),
            ("“Ngày Đoàn viên – Ngày làm việc tốt”", "27/3", ""),
            ("“Ngày Đoàn viên lần thứ 3”", "26/3", ""),
        ] {
            let held = |id: &str, name: &str, day: &str| {
                let (date, month) = day.split_once('/').unwrap_or_default();
                json!({"id": id, "title": id, "when": [{"from": format!("2023-0{month}-{date}")}],
                    "source": {"section": "IV", "quote": format!("{name} (ngày {day}/2023)")}})
            };
            let plan = plan(json!({"activities": [
                held("a", "“Ngày Đoàn viên”", "26/3"), held("b", name, day)]}));
            assert_eq!(codes(&plan, "name."), expected, "{name} {day}");
        }
    }
}
