//! What can be asked of an activity: its parts, each said once.
//!
//! A block of the table is all that adds a part of a kind that there is. It says the part's name in JSON and in paths,
//! whether it `must` be there, the kind of what is entered (`rules/engine/part.rs`), its type and bounds in a report
//! (`report/members.rs`), and how a form asks for it. What declares something for each part takes the table from here.

use crate::read::words;
use crate::text::Both;
use crate::value::Control;
use serde::Serialize;

/// Hands the table to a macro.
macro_rules! parts {
    ($then:ident) => {
        $then! {
            must {
                /// Its title (tên hoạt động).
                Title title: Line(T [text MAX_LINE]) => Asked {
                    label: Both { vi: "Tên hoạt động", en: "Title" },
                    hint: None,
                    control: &Control::line("text", "text"),
                };
                /// Its first day (ngày bắt đầu).
                Date date: Day(Date) => Asked {
                    label: Both { vi: "Ngày bắt đầu", en: "Start date" },
                    hint: None,
                    control: &Control::short("date", "text"),
                };
            }
            may {
                /// Its last day (ngày kết thúc), where it lasts longer than one.
                Until until: Day(Option<Date>) => Asked {
                    label: Both { vi: "Ngày kết thúc", en: "End date" },
                    hint: Some(Both {
                        vi: "Bỏ trống nếu chỉ trong một ngày.",
                        en: "Leave blank for a one-day activity.",
                    }),
                    control: &Control::short("date", "text"),
                };
                /// The hour at which it begins (giờ).
                Time time: Hour(Option<Time>) => Asked {
                    label: Both { vi: "Giờ bắt đầu", en: "Start time" },
                    hint: Some(Both { vi: "Ví dụ 07g30.", en: "For example 07:30." }),
                    control: &Control::short("time", "text"),
                };
                /// Where it is held (địa điểm).
                Place place: Line(Option<T> [text MAX_LINE]) => Asked {
                    label: Both { vi: "Địa điểm", en: "Place" },
                    hint: None,
                    control: &Control::line("text", "text"),
                };
                /// How many attendances (lượt người tham gia).
                Participants participants: Attendances(Option<i64>) => Asked {
                    label: Both { vi: "Lượt người tham gia", en: "Attendances" },
                    hint: None,
                    control: &Control::short("count", "numeric"),
                };
                /// Links as evidence (đường dẫn minh chứng); in a draft one a line.
                Links links: Links(Vec<T> [list MAX_LINKS]) => Asked {
                    label: Both { vi: "Đường dẫn minh chứng", en: "Evidence links" },
                    hint: Some(Both { vi: "Mỗi dòng một đường dẫn.", en: "One link per line." }),
                    control: &Control::lines("links", "url"),
                };
                /// Partner units (đơn vị phối hợp); in a draft one a line.
                Partners partners: Names(Vec<T> [list MAX_PARTNERS] [each MAX_LINE]) => Asked {
                    label: Both { vi: "Đơn vị phối hợp", en: "Partner units" },
                    hint: Some(Both { vi: "Mỗi dòng một đơn vị.", en: "One unit per line." }),
                    control: &Control::lines("text", "text"),
                };
                /// Anything else worth saying (ghi chú).
                Note note: Lines(Option<T> [text MAX_NOTE]) => Asked {
                    label: Both { vi: "Ghi chú", en: "Note" },
                    hint: None,
                    control: &Control::lines("text", "text"),
                };
            }
        }
    };
}

pub(crate) use parts;

/// How a form asks for a part.
#[derive(Debug)]
pub struct Asked {
    /// The question.
    pub label: Both,
    /// A line under it, where one helps.
    pub hint: Option<Both>,
    /// How its input looks, and what the keyboard offers.
    pub control: &'static Control,
}

macro_rules! declare {
    (
        must { $( $(#[$b_meta:meta])* $b:ident $b_name:ident: $b_kind:ident($($b_type:tt)*) => $b_asked:expr; )* }
        may { $( $(#[$c_meta:meta])* $c:ident $c_name:ident: $c_kind:ident($($c_type:tt)*) => $c_asked:expr; )* }
    ) => {
        /// What can be asked of an activity. The names are those of a report's JSON.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase")]
        pub enum ActivityPart {
            $( $(#[$b_meta])* $b, )*
            $( $(#[$c_meta])* $c, )*
        }

        words!(ActivityPart { $( $b, )* $( $c ),* });

        impl ActivityPart {
            /// All parts, in the order in which a form shows them.
            pub const ALL: [Self; [$( stringify!($b), )* $( stringify!($c), )*].len()] =
                [$( Self::$b, )* $( Self::$c, )*];

            /// Those that are asked of every activity.
            pub const ALWAYS: [Self; [$( stringify!($b), )*].len()] = [$( Self::$b, )*];

            /// Its name in JSON and in paths.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $( Self::$b => stringify!($b_name), )*
                    $( Self::$c => stringify!($c_name), )*
                }
            }

            /// How a form asks for it.
            #[must_use]
            pub fn asked(self) -> &'static Asked {
                match self {
                    $( Self::$b => const { &$b_asked }, )*
                    $( Self::$c => const { &$c_asked }, )*
                }
            }
        }
    };
}

parts!(declare);

impl ActivityPart {
    /// The part of that name, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }

    /// Whether it is asked of every activity, whatever a plan says.
    #[must_use]
    pub fn is_always(self) -> bool {
        Self::ALWAYS.contains(&self)
    }
}
