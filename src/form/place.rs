//! The inputs of a form by their paths.

use crate::plan::ActivityPart;

/// An input: what a path of a draft names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// A figure, or one of the two numbers of a share; the text is the draft's own key, `trees` or
    /// `members/part`.
    Figure(&'a str),
    /// A part of the activity at an index.
    Activity(usize, ActivityPart),
}

impl<'a> Place<'a> {
    /// The input that `path` names; none where it names no input.
    pub(super) fn of(path: &'a str) -> Option<Self> {
        if let Some(key) = path.strip_prefix("/figures/") {
            return Some(Self::Figure(key));
        }
        let (index, part) = path.strip_prefix("/activities/")?.split_once('/')?;
        Some(Self::Activity(
            index.parse().ok()?,
            ActivityPart::from_key(part)?,
        ))
    }

    /// The path that names it.
    pub(super) fn path(self) -> String {
        match self {
            Self::Figure(key) => ["/figures/", key].concat(),
            Self::Activity(index, part) => activity_path(index, part),
        }
    }
}

/// The path of a part of the activity at `index`.
fn activity_path(index: usize, part: ActivityPart) -> String {
    let mut path = String::from("/activities/");
    path.push_str(&index.to_string());
    path.push('/');
    path.push_str(part.key());
    path
}

/// The index of the activity that `path` lies in, and what follows it.
pub(super) fn activity_index(path: &str) -> Option<(usize, &str)> {
    let rest = path.strip_prefix("/activities/")?;
    let end = rest.find('/').unwrap_or(rest.len());
    Some((rest.get(..end)?.parse().ok()?, rest.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::{Place, activity_index};
    use crate::plan::ActivityPart;

    #[test]
    fn a_path_names_a_figure_or_a_part_of_an_activity_or_nothing() {
        let cases = [
            ("/figures/trees", Some(Place::Figure("trees"))),
            ("/figures/members/part", Some(Place::Figure("members/part"))),
            (
                "/activities/12/date",
                Some(Place::Activity(12, ActivityPart::Date)),
            ),
            ("/activities/x/date", None),
            ("/activities/1/colour", None),
            ("/activities", None),
            ("", None),
        ];
        for (path, place) in cases {
            assert_eq!(Place::of(path), place, "{path}");
            if let Some(place) = place {
                assert_eq!(place.path(), path);
            }
        }
        assert_eq!(activity_index("/activities/3"), Some((3, "")));
        assert_eq!(
            activity_index("/activities/3/links/0"),
            Some((3, "/links/0"))
        );
        assert_eq!(activity_index("/figures/a"), None);
    }
}
