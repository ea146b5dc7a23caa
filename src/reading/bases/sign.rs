//! The number and sign of a document: "31-NQ/TW".

/// The number and sign of a document as they are meant ("146- KH/ĐTN" is one), and the bytes that they take.
pub(super) fn sign(text: &str) -> Option<(String, usize)> {
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let mut number = text.get(..digits)?.to_owned();
    let mut to = digits;
    let letter = text.get(to..)?.chars().next();
    if let Some(letter) = letter.filter(char::is_ascii_lowercase) {
        number.push(letter);
        to += 1;
    }
    let mut letters = 0;
    loop {
        let rest = text.get(to..)?;
        let trimmed = rest.trim_start_matches(' ');
        let Some(joint) = trimmed
            .chars()
            .next()
            .filter(|c| matches!(c, '-' | '/' | '–'))
        else {
            break;
        };
        let after = trimmed.get(joint.len_utf8()..)?;
        let part = after.trim_start_matches(' ');
        let len = part.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '&')));
        let part = part.get(..len.unwrap_or(part.len()))?.trim_end_matches('.');
        let is_close = trimmed.len() == rest.len() && after.starts_with(part);
        let large = part.chars().filter(|c| c.is_uppercase()).count();
        let is_year = part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        let small = part.chars().filter(|c| c.is_lowercase()).count();
        // "12 - Hội": another word.
        let fits = is_year
            || large >= 2 && (is_close || small == 0)
            || is_close && large == 1 && small <= 2;
        if part.is_empty() || !fits {
            break;
        }
        letters += large;
        number.push(if joint == '/' { '/' } else { '-' });
        number.push_str(part);
        to = text.len() - after.trim_start_matches(' ').len() + part.len();
    }
    (digits > 0 && letters > 0).then_some((number, to))
}

#[cfg(test)]
mod tests {
    use super::sign;

    #[test]
    fn the_number_and_sign_of_a_document() {
        for (text, expected) in [
            ("31-NQ/TW ngày 30/12/2022", "31-NQ/TW"),
            (
                "146- KH/ĐTN-BMT.ANQP.ĐBDC của Ban",
                "146-KH/ĐTN-BMT.ANQP.ĐBDC",
            ),
            ("26a/KH-UBND.", "26a/KH-UBND"),
            ("57/2020/QH14)", "57/2020/QH14"),
            ("17/2022/NĐ-CP ngày", "17/2022/NĐ-CP"),
            ("1331/QĐ-TTg của", "1331/QĐ-TTg"),
            ("03-Ctr/ĐTN - Hội", "03-Ctr/ĐTN"),
            ("12 - Hội viên", ""),
            ("20/11/2025", ""),
        ] {
            let said = sign(text).map(|(number, _)| number);
            assert_eq!(said.unwrap_or_default(), expected, "{text}");
        }
    }
}
