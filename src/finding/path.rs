//! Where in a draft or report a finding stands.

use crate::read::{Node, Read, Reader, push_index, push_key};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// A place in a draft or report, as a JSON Pointer (RFC 6901): `/figures/trees`,
/// `/activities/0/date`, or the empty pointer for the whole.
///
/// Drafts and reports share their paths, and a share's halves are `/figures/ID/part` and
/// `/figures/ID/whole` in both, so that a finding leads to the same field wherever it was made. Paths
/// are ordered segment by segment; numbers by value, and before words.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Path(String);

impl Path {
    /// The draft or report as a whole.
    #[must_use]
    pub fn whole() -> Self {
        Self(String::new())
    }

    /// The figure of an indicator.
    #[must_use]
    pub fn figure(indicator: &str) -> Self {
        Self::top("figures").then(indicator)
    }

    /// The part of a share.
    #[must_use]
    pub fn part(indicator: &str) -> Self {
        Self::figure(indicator).then("part")
    }

    /// The whole of a share.
    #[must_use]
    pub fn whole_of(indicator: &str) -> Self {
        Self::figure(indicator).then("whole")
    }

    /// The list of activities.
    #[must_use]
    pub fn activities() -> Self {
        Self::top("activities")
    }

    /// One activity, counted from 0.
    #[must_use]
    pub fn activity(index: usize) -> Self {
        Self::activities().at(index)
    }

    /// A part of one activity.
    #[must_use]
    pub fn activity_part(index: usize, part: &str) -> Self {
        Self::activity(index).then(part)
    }

    /// A member of the draft or report itself, for example `/unit`.
    #[must_use]
    pub fn top(name: &str) -> Self {
        Self::whole().then(name)
    }

    /// The path one member further in.
    #[must_use]
    pub fn then(mut self, name: &str) -> Self {
        push_key(&mut self.0, name);
        self
    }

    /// The path one list item further in, counted from 0.
    #[must_use]
    pub fn at(mut self, index: usize) -> Self {
        push_index(&mut self.0, index);
        self
    }

    /// The pointer as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its segments, still escaped.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.0.split('/').skip(1)
    }
}

impl From<&str> for Path {
    fn from(pointer: &str) -> Self {
        Self(pointer.to_owned())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl PartialEq<str> for Path {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.0 == other.0 {
            return Ordering::Equal;
        }
        // The text decides last, so that no two different pointers compare as equal.
        self.segments()
            .map(rank)
            .cmp(other.segments().map(rank))
            .then_with(|| self.0.cmp(&other.0))
    }
}

/// A segment as it is ordered: numbers by value, before words.
fn rank(segment: &str) -> (bool, u32, &str) {
    // Nine digits cannot overflow; a longer "number" is ordered as a word.
    let number = (1..=9).contains(&segment.len()) && segment.bytes().all(|b| b.is_ascii_digit());
    if number {
        (
            false,
            segment
                .bytes()
                .fold(0, |value, digit| value * 10 + u32::from(digit - b'0')),
            segment,
        )
    } else {
        (true, 0, segment)
    }
}

impl Read for Path {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        Self(String::read(node, reader))
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn paths_are_json_pointers() {
        let cases = [
            (Path::whole(), ""),
            (Path::figure("trees"), "/figures/trees"),
            (Path::part("members"), "/figures/members/part"),
            (Path::activity_part(0, "date"), "/activities/0/date"),
            (Path::figure("a/b~c"), "/figures/a~1b~0c"),
        ];
        for (path, text) in cases {
            assert_eq!(path.as_str(), text);
        }
    }

    #[test]
    fn paths_are_ordered_by_segment_with_numbers_by_value() {
        let ordered = [
            "",
            "/activities",
            "/activities/2",
            "/activities/2/date",
            "/activities/10",
            "/activities/x",
            "/unit",
        ];
        for pair in ordered.windows(2) {
            let [one, two] = [pair[0], pair[1]].map(Path::from);
            assert!(one < two, "{pair:?}");
        }
        assert_ne!(
            Path::from("/1").cmp(&Path::from("/01")),
            std::cmp::Ordering::Equal
        );
    }
}
