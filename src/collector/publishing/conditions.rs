//! What a request demands of the plan before it may be changed: that whoever asks has seen what stands.

use super::super::steps::tag;
use super::super::store::Step;
use axum::http::header::{IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName};

/// The headers `If-Match` and `If-None-Match`.
#[derive(Clone, Debug, Default)]
pub(super) struct Conditions {
    /// The tags of which one must stand; none where nothing is said.
    seen: Option<Vec<String>>,
    /// That nothing may stand.
    is_first: bool,
}

/// Whether a request may change what stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// Whoever asks has seen it.
    It,
    /// Nothing is said of what was seen.
    Unsaid,
    /// Something else was seen.
    Other,
}

impl Conditions {
    pub(super) fn of(head: &HeaderMap) -> Self {
        let values = |name: HeaderName| {
            let values = head.get_all(name).iter();
            let values = values.filter_map(|value| value.to_str().ok());
            let tags = values.flat_map(|value| value.split(','));
            tags.map(|tag| tag.trim().to_owned()).collect::<Vec<_>>()
        };
        Self {
            // What is there, whatever it be, was not seen by who says so.
            seen: Some(values(IF_MATCH))
                .filter(|tags| !tags.is_empty() && !tags.iter().any(|tag| tag == "*")),
            is_first: values(IF_NONE_MATCH).iter().any(|tag| tag == "*"),
        }
    }

    /// Whether they hold where `head` stands. A tag that a proxy made weak names the same step.
    pub(super) fn hold(&self, head: Option<&Step>) -> Seen {
        match (head, &self.seen) {
            (None, None) => Seen::It,
            (None, Some(_)) => Seen::Other,
            (Some(_), _) if self.is_first => Seen::Other,
            (Some(_), None) => Seen::Unsaid,
            (Some(step), Some(tags)) => {
                let tag = tag(step);
                let same = |seen: &String| seen.strip_prefix("W/").unwrap_or(seen) == tag;
                if tags.iter().any(same) {
                    Seen::It
                } else {
                    Seen::Other
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Conditions, Seen};
    use crate::collector::store::Step;
    use axum::http::HeaderMap;

    #[test]
    fn who_has_seen_what_stands_may_change_it() {
        let step = Step {
            plan: "trees".to_owned(),
            step: 5,
            version: 3,
            state: "open".to_owned(),
            hash: String::new(),
            done_at: 0,
            done_by: String::new(),
            office: String::new(),
        };
        for (stands, headers, expected) in [
            (false, &[][..], Seen::It),
            (false, &[("if-none-match", "*")], Seen::It),
            (false, &[("if-match", "\"3.5\"")], Seen::Other),
            (false, &[("if-match", "*")], Seen::It),
            (true, &[], Seen::Unsaid),
            (true, &[("if-match", "*")], Seen::Unsaid),
            (true, &[("if-match", "\"3.5\"")], Seen::It),
            (true, &[("if-match", "W/\"3.5\"")], Seen::It),
            (true, &[("if-match", "\"3.4\", \"3.5\"")], Seen::It),
            (true, &[("if-match", "\"3.4\"")], Seen::Other),
            (true, &[("if-match", "3.5")], Seen::Other),
            (true, &[("if-match", "")], Seen::Other),
            (true, &[("if-none-match", "*")], Seen::Other),
        ] {
            let mut head = HeaderMap::new();
            for (name, value) in headers {
                head.insert(*name, value.parse().unwrap());
            }
            let seen = Conditions::of(&head).hold(stands.then_some(&step));
            assert_eq!(seen, expected, "{stands} {headers:?}");
        }
    }
}
