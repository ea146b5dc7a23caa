//! The theme that stands behind a title: "… năm 2023 Chủ đề “Tuổi trẻ tiên phong chuyển đổi số”".

use super::header::Header;
use crate::plan::{Source, Statement};

/// Where a plan says that its theme stands.
pub(crate) const IN_TITLE: &str = "Tiêu đề";

/// Takes the theme out of the title, where it stands in quotation marks behind words that say so, and a title is left.
pub(super) fn apart(header: &mut Header) {
    let Some(title) = &header.title else { return };
    let Some((before, quote, theme)) = split(title) else {
        return;
    };
    header.document.slogans.push(Statement {
        id: None,
        text: theme.to_owned(),
        source: Source {
            section: IN_TITLE.to_owned(),
            quote: Some(quote.to_owned()),
        },
    });
    header.title = Some(before.to_owned());
}

/// The title without its theme, the words of the theme with what leads to them, and the theme.
fn split(title: &str) -> Option<(&str, &str, &str)> {
    const SAYS: &str = "chủ đề";
    let at = title.char_indices().map(|(at, _)| at).find(|at| {
        let rest = title.get(*at..).unwrap_or_default().chars();
        rest.flat_map(char::to_lowercase)
            .take(SAYS.chars().count())
            .eq(SAYS.chars())
    })?;
    let rest = title.get(at..)?;
    let open = rest.find(['“', '"'])?;
    // What stands between is "năm", a colon or a year, and not the title of something else.
    if rest.get(..open)?.split_whitespace().count() > 5 {
        return None;
    }
    let theme = rest.get(open..)?.trim_start_matches(['“', '"']);
    let close = theme.find(['”', '"'])?;
    let own = theme.get(..close)?.trim();
    // What follows the theme belongs to the title, and nothing is taken out of its middle.
    let follows = theme
        .get(close..)?
        .trim_matches(['”', '"', ' ', '.', ')', ';']);
    let before = title
        .get(..at)?
        .trim_end_matches([' ', ',', ';', '-', '–', '(', '.']);
    let before = ["gắn với", "với", "theo", "lấy"]
        .iter()
        .find_map(|word| before.strip_suffix(word))
        .unwrap_or(before)
        .trim_end_matches([' ', ',', ';', '-', '–']);
    let is_title = before.split_whitespace().count() >= 3;
    let quote = rest.trim_end_matches([' ', '.', ';', ')']);
    (follows.is_empty() && is_title && !own.is_empty()).then_some((before, quote, own))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_theme_is_no_part_of_the_title() {
        for (title, expected) in [
            (
                "Tổ chức Tháng Thanh niên năm 2023 Chủ đề “Tuổi trẻ tiên phong”",
                Some(("Tổ chức Tháng Thanh niên năm 2023", "Tuổi trẻ tiên phong")),
            ),
            (
                "Tổ chức Tháng Thanh niên năm 2025 với chủ đề: \"Tuổi trẻ tự hào\"",
                Some(("Tổ chức Tháng Thanh niên năm 2025", "Tuổi trẻ tự hào")),
            ),
            (
                "Công tác Đội năm học 2024 – 2025 (Chủ đề năm học “Thiếu nhi thi đua”)",
                Some(("Công tác Đội năm học 2024 – 2025", "Thiếu nhi thi đua")),
            ),
            (
                "Tổ chức sinh hoạt chủ đề “Nhớ Bác” trong các chi đoàn",
                None,
            ),
            ("Chủ đề “Tuổi trẻ”", None),
            ("Sinh hoạt chuyên đề quý I", None),
        ] {
            let found = split(title).map(|(title, _, theme)| (title, theme));
            assert_eq!(found, expected, "{title}");
        }
    }
}
