//! Letters of the fonts that came before Unicode: TCVN3 (".VnTime") and VNI ("VNI-Times"), which show Vietnamese where the
//! file has other letters.

/// How the letters of a run are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Font {
    /// As they stand.
    #[default]
    Unicode,
    /// As they stand, shown in capitals.
    Capitals,
    Tcvn3,
    /// ".VnTimeH": TCVN3 that shows capitals.
    Tcvn3Capitals,
    Vni,
}

impl Font {
    /// By the font's name.
    pub fn named(name: &str) -> Self {
        let name = name.trim().trim_matches(['"', '\'']).to_ascii_lowercase();
        if name.starts_with(".vn") {
            if name.ends_with('h') {
                Self::Tcvn3Capitals
            } else {
                Self::Tcvn3
            }
        } else if name.starts_with("vni-") || name.starts_with("vni ") {
            Self::Vni
        } else {
            Self::Unicode
        }
    }

    /// The same, shown in capitals.
    pub const fn in_capitals(self) -> Self {
        match self {
            Self::Unicode | Self::Capitals => Self::Capitals,
            Self::Tcvn3 | Self::Tcvn3Capitals => Self::Tcvn3Capitals,
            Self::Vni => Self::Vni,
        }
    }
}

/// The letters that a run shows.
pub(super) fn letters(font: Font, text: &str) -> String {
    match font {
        Font::Unicode => text.to_owned(),
        Font::Capitals => text.to_uppercase(),
        Font::Tcvn3 => tcvn3(text),
        Font::Tcvn3Capitals => tcvn3(text).to_uppercase(),
        Font::Vni => vni(text),
    }
}

/// Plain text that was copied out of TCVN3 or VNI, as Unicode: only where no letter of Vietnamese stands in it and the
/// letters of those fonts do.
pub(crate) fn guessed(text: String) -> String {
    let vietnamese = |c: char| matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1EA0}'..='\u{1EF9}' | '\u{300}'..='\u{36F}');
    let (mut old, mut vni_marks, mut all) = (0_usize, 0_usize, 0_usize);
    let mut last = ' ';
    for c in text.chars() {
        if vietnamese(c) {
            return text;
        }
        all += usize::from(c.is_alphabetic());
        old += usize::from(matches!(
            c,
            '®' | '¹' | '¸' | '¶' | '·' | 'µ' | '¬' | '\u{AD}' | '¨' | '©' | 'ª' | '«' | '§'
        ));
        let marked = matches!(
            last.to_ascii_lowercase(),
            'a' | 'e' | 'o' | 'u' | 'y' | 'ö' | 'ô'
        ) && matches!(
            c,
            'ù' | 'ø'
                | 'û'
                | 'õ'
                | 'ï'
                | 'á'
                | 'à'
                | 'å'
                | 'ã'
                | 'ä'
                | 'â'
                | 'ê'
                | 'é'
                | 'è'
                | 'ë'
                | 'Ù'
                | 'Ø'
                | 'Û'
                | 'Õ'
                | 'Ï'
                | 'Á'
                | 'À'
                | 'Ä'
        );
        vni_marks += usize::from(marked);
        last = c;
    }
    if all >= 40 && old * 25 > all && old > vni_marks {
        tcvn3(&text)
    } else if all >= 40 && vni_marks * 12 > all {
        vni(&text)
    } else {
        text
    }
}

/// TCVN 5712:1993, its third table: one byte a letter, as Latin-1 shows it.
fn tcvn3(text: &str) -> String {
    const FROM: &str =
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u{AD}õö÷øùúûüýþ®¡¢£¤¥¦§";
    const TO: &str = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ";
    text.chars()
        .map(|c| {
            let place = FROM.chars().position(|from| from == c);
            place.and_then(|place| TO.chars().nth(place)).unwrap_or(c)
        })
        .collect()
}

/// A letter and a mark after it.
const VNI: [(char, &str, &str); 8] = [
    ('a', "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    ('e', "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    ('o', "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    ('u', "ùøûõï", "úùủũụ"),
    ('y', "ùøûõ", "ýỳỷỹ"),
    ('ô', "ùøûõï", "ớờởỡợ"),
    ('ö', "ùøûõï", "ứừửữự"),
    ('i', "ùøûõï", "íìỉĩị"),
];

/// Letters that stand alone.
const VNI_ALONE: (&str, &str) = ("ñôöíìæóòîÑÔÖÍÌÆÓÒÎ", "đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ");

fn vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let small = c.to_lowercase().next().unwrap_or(c);
        let row = VNI.iter().find(|(base, ..)| *base == small);
        let marked = row
            .zip(letters.peek())
            .and_then(|((_, marks, made), mark)| {
                let mark = mark.to_lowercase().next()?;
                let place = marks.chars().position(|own| own == mark)?;
                made.chars().nth(place)
            });
        if let Some(made) = marked {
            letters.next();
            if c.is_uppercase() {
                out.extend(made.to_uppercase());
            } else {
                out.push(made);
            }
            continue;
        }
        let place = VNI_ALONE.0.chars().position(|own| own == c);
        out.push(
            place
                .and_then(|place| VNI_ALONE.1.chars().nth(place))
                .unwrap_or(c),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Font, guessed, letters};

    #[test]
    fn letters_of_old_fonts() {
        for (font, text, expected) in [
            (
                ".VnTime",
                "KÕ ho¹ch c«ng t¸c §oµn",
                "Kế hoạch công tác Đoàn",
            ),
            (".VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH"),
            (
                "VNI-Times",
                "Keá hoaïch coâng taùc Ñoaøn",
                "Kế hoạch công tác Đoàn",
            ),
            ("VNI-Times", "ngöôøi phuï nöõ", "người phụ nữ"),
            ("VNI-Times", "KEÁ HOAÏCH", "KẾ HOẠCH"),
            ("Times New Roman", "Kế hoạch", "Kế hoạch"),
        ] {
            assert_eq!(letters(Font::named(font), text), expected);
        }
    }

    #[test]
    fn only_what_has_no_vietnamese_letter_is_guessed() {
        let old = "Héi n«ng d©n x· tæ chøc héi nghÞ tæng kÕt c«ng t¸c n¨m 2025 vµo ngµy 15/12/2025";
        assert!(guessed(old.to_owned()).starts_with("Hội nông dân xã tổ chức hội nghị"));
        for kept in [
            "Kế hoạch công tác Đoàn năm 2025",
            "Plan of work © 2025 · the office and all that it does",
        ] {
            assert_eq!(guessed(kept.to_owned()), kept);
        }
    }
}
