//! Words must fit the field.
//!
//! Why: what is reported is read, printed and added to other reports; the plan says how much it takes.
//! Example: a field of 500 characters refuses 501 and says both numbers; nothing is cut off.

use super::engine::{Check, Found, Input, Over, Rule, View};
use crate::finding::{Finding, Kind, Path};
use crate::value::{Answer, Held};

pub(super) const RULE: Rule = Rule {
    codes: &[],
    checks: &[Check {
        over: Over::Each(|input| most(input).is_some()),
        run: check,
    }],
};

fn most(input: &Input) -> Option<u32> {
    match input.measure.held() {
        Held::Length(most) => Some(most),
        _ => None,
    }
}

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    if let Some(max) = view.input().and_then(most)
        && let Some(Answer::Text(text)) = view.answer()
    {
        fits(text, max, || view.path(), out);
    }
}

/// Holds one text to `max` characters (Unicode scalar values).
pub(super) fn fits(text: &str, max: u32, path: impl Fn() -> Path, out: &mut Vec<Finding>) {
    // A text has at least as many bytes as characters, so most need no counting.
    if text.len() <= max as usize {
        return;
    }
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > max {
        out.error(path(), Kind::TextTooLong { max, length });
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::figures;

    #[test]
    fn characters_are_counted_not_bytes() {
        figures(&[
            (&[("words", "mười bảy mười bảy ở.")], &[]),
            (
                &[("words", "mười bảy mười bảy ở..")],
                &["/figures/words text.tooLong"],
            ),
        ]);
    }
}
