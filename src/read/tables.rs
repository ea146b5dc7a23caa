//! The tables by which types are read.

/// Reads a struct: `record!(Type { members it must have; members it may have })`, and after a second
/// semicolon one member with what holds where it is left out.
macro_rules! record {
    ($(#[$how:meta])? $type:ident { $($must:ident),* ; $($may:ident),* $(; $filled:ident = $default:expr)? }) => {
        impl $crate::read::Read for $type {
            $(#[$how])?
            fn read(
                node: &$crate::read::Node<'_>,
                reader: &mut $crate::read::Reader,
            ) -> Self {
                let [$($must,)* $($may,)* $($filled,)?] = reader.object(
                    node,
                    &[$(stringify!($must)),*],
                    &[$(stringify!($may),)* $(stringify!($filled))?],
                );
                Self {
                    $($must: $crate::read::Read::read($must, reader),)*
                    $($may: $crate::read::Read::read($may, reader),)*
                    $($filled: if $filled.is_absent() {
                        $default
                    } else {
                        $crate::read::Read::read($filled, reader)
                    },)?
                }
            }
        }
    };
}

/// Reads an enum of words alone: `words!(Type { First, Second })`. The first is what holds where
/// nothing is said.
macro_rules! words {
    ($type:ident { $first:ident $(, $word:ident)* }) => {
        impl $crate::read::Read for $type {
            fn read(
                node: &$crate::read::Node<'_>,
                reader: &mut $crate::read::Reader,
            ) -> Self {
                const ALL: &[$type] = &[$type::$first $(, $type::$word)*];
                let index = reader.word(node, &[stringify!($first) $(, stringify!($word))*]);
                ALL.get(index).copied().unwrap_or($type::$first)
            }
        }
    };
}

/// Reads an enum with content: `choice!(Type { words without content } { Of one value, } { Of { members;
/// more members }, })`; a variant of each kind in its own braces. The last argument is what stands for
/// a value that could not be read.
macro_rules! choice {
    ($type:ident
        words { $($word:ident),* }
        values { $($value:ident),* }
        records { $($record:ident { $($must:ident),* ; $($may:ident),* }),* }
        else $blank:expr
    ) => {
        impl $crate::read::Read for $type {
            fn read(
                node: &$crate::read::Node<'_>,
                reader: &mut $crate::read::Reader,
            ) -> Self {
                let (name, content) = reader.variant(
                    node,
                    &[$(stringify!($word)),*],
                    &[$(stringify!($value),)* $(stringify!($record)),*],
                );
                $(if name == stringify!($word) {
                    return Self::$word;
                })*
                $(if name == stringify!($value) {
                    return Self::$value($crate::read::Read::read(content, reader));
                })*
                $(if name == stringify!($record) {
                    let [$($must,)* $($may,)*] =
                        reader.object(content, &[$(stringify!($must)),*], &[$(stringify!($may)),*]);
                    return Self::$record {
                        $($must: $crate::read::Read::read($must, reader),)*
                        $($may: $crate::read::Read::read($may, reader),)*
                    };
                })*
                let _ = content;
                $blank
            }
        }
    };
}

pub(crate) use {choice, record, words};
