//! The languages that the core speaks.

use serde::{Deserialize, Serialize};

/// A language of the messages. In JSON `"vi"` or `"en"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese (tiếng Việt), the default.
    #[default]
    Vi,
    /// English (tiếng Anh).
    En,
}

impl Lang {
    /// The one of two words that is in this language.
    pub(crate) const fn either(self, vi: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// The language of a tag as in an HTML `lang` attribute: English for `en` and `en-GB`, Vietnamese for all others.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        if primary.trim().eq_ignore_ascii_case("en") {
            Self::En
        } else {
            Self::Vi
        }
    }
}

/// One sentence in both languages, with gaps as `{name}` for words that come in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both {
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Both {
    /// The sentence in one language.
    #[must_use]
    pub const fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_tag_names_a_language() {
        for (tag, lang) in [
            ("vi", Lang::Vi),
            ("vi-VN", Lang::Vi),
            ("en", Lang::En),
            ("EN-gb", Lang::En),
            ("en_US", Lang::En),
            ("", Lang::Vi),
            ("end", Lang::Vi),
            ("fr", Lang::Vi),
        ] {
            assert_eq!(Lang::from_tag(tag), lang, "{tag}");
        }
    }
}
