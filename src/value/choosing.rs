//! Answering by choosing: what of a list is chosen, and the text to set for each choice.

use super::Choice;
use crate::text::lines;

/// The choices of a list as they stand where this is said, an answer a line. What is said and not listed is one more,
/// chosen, so that it is seen until it is taken back. Where several can stand together, each choice sets all that stand
/// with it, or without it where it is chosen.
pub(crate) fn standing(listed: Vec<Choice>, said: &str, several: bool) -> Vec<Choice> {
    let mut choices = listed;
    for line in lines(said) {
        let mut there = choices.iter_mut();
        match there.find(|one| *one.value == *line || *one.label == *line) {
            Some(one) => one.chosen = true,
            None => choices.push(Choice {
                value: line.to_owned(),
                label: line.to_owned(),
                chosen: true,
            }),
        }
    }
    if !several {
        return choices;
    }
    let mut toggled = Vec::new();
    for place in 0..choices.len() {
        let mut text = String::new();
        for (other, one) in choices.iter().enumerate() {
            if one.chosen == (other == place) {
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&one.value);
        }
        toggled.push(text);
    }
    for (one, text) in choices.iter_mut().zip(toggled) {
        one.value = text;
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::standing;
    use crate::value::Choice;

    fn stand(said: &str, several: bool) -> Vec<(String, bool, String)> {
        let listed = [("a", "An"), ("b", "Bình"), ("c", "Chi")].map(|(value, label)| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
            chosen: false,
        });
        let shown = |one: Choice| (one.label, one.chosen, one.value);
        let choices = standing(listed.into(), said, several);
        choices.into_iter().map(shown).collect()
    }

    fn expect(said: &str, several: bool, expected: &[(&str, bool, &str)]) {
        let found = stand(said, several);
        let found: Vec<_> = found.iter().map(|(a, b, c)| (&**a, *b, &**c)).collect();
        assert_eq!(found, expected, "{said}");
    }

    #[test]
    fn one_of_a_list_is_chosen_by_its_value_or_its_label() {
        for said in ["b", "Bình"] {
            let expected = [("An", false, "a"), ("Bình", true, "b"), ("Chi", false, "c")];
            expect(said, false, &expected);
        }
    }

    #[test]
    fn of_several_each_is_added_or_taken_back_in_the_order_of_the_list() {
        expect(
            "c\na",
            true,
            &[
                ("An", true, "c"),
                ("Bình", false, "a\nb\nc"),
                ("Chi", true, "a"),
            ],
        );
        expect(
            "",
            true,
            &[
                ("An", false, "a"),
                ("Bình", false, "b"),
                ("Chi", false, "c"),
            ],
        );
    }

    #[test]
    fn what_is_listed_no_more_is_seen_until_it_is_taken_back() {
        expect(
            "a\nqua thư",
            true,
            &[
                ("An", true, "qua thư"),
                ("Bình", false, "a\nb\nqua thư"),
                ("Chi", false, "a\nc\nqua thư"),
                ("qua thư", true, "a"),
            ],
        );
        expect(
            "qua thư",
            false,
            &[
                ("An", false, "a"),
                ("Bình", false, "b"),
                ("Chi", false, "c"),
                ("qua thư", true, "qua thư"),
            ],
        );
    }
}
