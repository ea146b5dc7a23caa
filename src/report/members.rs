//! The shape of what travels, said once.
//!
//! From the table of a type's members come the type, its readers (by tables, and serde's) and its writer, its JSON
//! Schema, and its bounds: as `validator` holds them, and as a form does, which checks drafts alone and loads no
//! `validator` for it ([`hold`]).

use super::Figures;
use super::shape::too_many;
use crate::finding::{Finding, Kind, Path};
use serde::Serialize;
use validator::ValidateLength;

/// Declares a type by its members, in the order in which they are written: those that `must` be there, and those that
/// `may` be left out. A member may have at most so many characters (`[text MAX]`), so many items (`[list MAX]`), each
/// item so many characters (`[each MAX]`). What `validator` offers besides is written as its attributes.
macro_rules! members {
    (
        $(#[$meta:meta])*
        pub struct $name:ident $(<$($param:ident: $trait:ident = $default:ty),+>)? {
            $(may {
                $( $(#[$a_meta:meta])* $a:ident: $a_type:ty, )*
            })?
            must {
                $( $(#[$b_meta:meta])* $b:ident: $b_type:ty $([text $b_text:ident])?, )*
            }
            may {
                $(
                    $(#[$c_meta:meta])*
                    $c:ident: $c_type:ty
                        $([text $c_text:ident])? $([list $c_list:ident])? $([each $c_each:ident])?,
                )*
            }
        }
    ) => {
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, validator::Validate)]
        #[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
        $(#[$meta])*
        pub struct $name $(<$($param: $trait = $default),+>)? {
            $($(
                $(#[$a_meta])*
                #[serde(default, skip_serializing_if = "crate::report::members::Counted::is_left_out")]
                pub $a: $a_type,
            )*)?
            $(
                $(#[$b_meta])*
                $(#[validate(length(max = $b_text))])?
                pub $b: $b_type,
            )*
            $(
                $(#[$c_meta])*
                #[serde(default, skip_serializing_if = "crate::report::members::Counted::is_left_out")]
                $(#[validate(length(max = $c_text))])?
                $(#[cfg_attr(feature = "schema", schemars(length(max = $c_list)))])?
                $(#[cfg_attr(feature = "schema", schemars(inner(length(max = $c_each))))])?
                pub $c: $c_type,
            )*
        }

        impl $crate::read::Read for $name {
            fn read(
                node: &$crate::read::Node<'_>,
                reader: &mut $crate::read::Reader,
            ) -> Self {
                let [$($b,)* $($($a,)*)? $($c,)*] = reader.object(
                    node,
                    &[$(stringify!($b)),*],
                    &[$($(stringify!($a),)*)? $(stringify!($c)),*],
                );
                Self {
                    $($($a: $crate::read::Read::read($a, reader),)*)?
                    $($b: $crate::read::Read::read($b, reader),)*
                    $($c: $crate::read::Read::read($c, reader),)*
                }
            }
        }

        impl<'de $(, $($param: $trait + serde::Deserialize<'de>),+)?> serde::Deserialize<'de>
            for $name $(<$($param),+>)?
        {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize($crate::read::Object(deserializer))
            }
        }

        impl $(<$($param: $trait + serde::Serialize),+>)? serde::Serialize for $name $(<$($param),+>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl $(<$($param: $trait),+>)? $crate::report::members::Members for $name $(<$($param),+>)? {
            fn bounded(&self, each: &mut dyn FnMut($crate::report::members::Bounded<'_>)) {
                $($(each($crate::report::members::Bounded::text(
                    stringify!($b), $crate::report::members::Words::words(&self.$b), $b_text,
                ));)?)*
                $(
                    $(each($crate::report::members::Bounded::text(
                        stringify!($c), $crate::report::members::Words::words(&self.$c), $c_text,
                    ));)?
                    $(each($crate::report::members::Bounded::list(
                        stringify!($c), $crate::report::members::Counted::count(&self.$c), $c_list,
                    ));)?
                )*
            }
        }

        impl $crate::report::members::Most for $name {
            const MOST: &'static [(&'static str, u32)] = &[
                $($((stringify!($b), $b_text as u32),)?)*
                $($((stringify!($c), $c_text as u32),)? $((stringify!($c), $c_list as u32),)?)*
            ];
            const EACH: &'static [(&'static str, u32)] = &[
                $($((stringify!($c), $c_each as u32),)?)*
            ];
        }
    };
}

pub(super) use members;

/// What has bounds, as it stands.
pub(crate) trait Members {
    /// Hands each bounded member to `each`.
    fn bounded(&self, each: &mut dyn FnMut(Bounded<'_>));
}

/// The bounds of a type's members by their names: characters of a text, items of a list.
pub(crate) trait Most {
    /// Of texts and lists.
    const MOST: &'static [(&'static str, u32)];
    /// Of each text of a list.
    const EACH: &'static [(&'static str, u32)];

    /// The most of the member of that name; none where it has no bound.
    fn most(member: &str) -> Option<u32> {
        of(Self::MOST, member)
    }

    /// The most of each text of the list of that name.
    fn most_each(member: &str) -> Option<u32> {
        of(Self::EACH, member)
    }
}

fn of(bounds: &[(&str, u32)], member: &str) -> Option<u32> {
    let mut named = bounds.iter().filter(|(name, _)| *name == member);
    named.next().map(|(_, most)| *most)
}

/// A member, how large it is, and how large it may be.
pub(crate) struct Bounded<'m> {
    pub member: &'static str,
    pub size: Size<'m>,
    pub most: u64,
}

/// How large a member is.
pub(crate) enum Size<'m> {
    /// A text; its characters count.
    Text(&'m str),
    /// A list of so many items.
    List(u64),
}

impl<'m> Bounded<'m> {
    pub fn text(member: &'static str, text: &'m str, most: u64) -> Self {
        let size = Size::Text(text);
        Self { member, size, most }
    }

    pub fn list(member: &'static str, count: usize, most: usize) -> Self {
        let (size, most) = (Size::List(count as u64), most as u64);
        Self { member, size, most }
    }

    /// How large it is, where that is too much.
    pub fn excess(&self) -> Option<u32> {
        let size = match self.size {
            // A text of so few bytes cannot have more characters: most are never counted.
            Size::Text(text) if text.len() as u64 > self.most => text.chars().count() as u64,
            Size::Text(_) => 0,
            Size::List(count) => count,
        };
        (size > self.most).then(|| u32::try_from(size).unwrap_or(u32::MAX))
    }
}

/// Says which members of what stands at `at` are too large.
pub(super) fn hold(of: &dyn Members, at: &Path, findings: &mut Vec<Finding>) {
    of.bounded(&mut |bounded| {
        if let Some(size) = bounded.excess() {
            let most = u32::try_from(bounded.most).unwrap_or(u32::MAX);
            let kind = match bounded.size {
                Size::Text(_) => Kind::TextTooLong {
                    max: most,
                    length: size,
                },
                Size::List(_) => too_many(bounded.member, most, size),
            };
            findings.push(Finding::error(at.clone().then(bounded.member), kind));
        }
    });
}

/// Words of a document: its own, or borrowed from the bytes that it is read from.
pub trait Words: ValidateLength<u64> + Serialize + Default {
    /// The words; "" for none.
    fn words(&self) -> &str;
}

impl Words for String {
    fn words(&self) -> &str {
        self
    }
}

impl<T: Words> Words for Option<T> {
    fn words(&self) -> &str {
        self.as_ref().map_or("", T::words)
    }
}

/// What JSON leaves out where it holds nothing.
pub trait Counted: Default {
    /// How much it holds: the items of a list, the bytes of a text.
    fn count(&self) -> usize;

    /// Whether it holds nothing.
    fn is_left_out(&self) -> bool {
        self.count() == 0
    }
}

impl Counted for String {
    fn count(&self) -> usize {
        self.len()
    }
}

impl<T> Counted for Option<T> {
    fn count(&self) -> usize {
        usize::from(self.is_some())
    }
}

impl<T> Counted for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }
}

impl<T> Counted for Figures<T> {
    fn count(&self) -> usize {
        self.len()
    }
}
