//! The activities listed in a draft and in a report.

use super::bounds::{MAX_LINE, MAX_LINKS, MAX_NOTE, MAX_PARTNERS, MAX_TEXT};
use super::members::{Words, members};
use crate::calendar::{Date, Time};
use crate::plan::ActivityPart;

/// Declares an activity by its parts: as typed, where each is raw text and may be blank, and as understood, where
/// each has its type and those that `must` be there are.
macro_rules! activity {
    (
        must {
            $( $(#[$b_meta:meta])* $b_part:ident $b:ident: $b_type:ty $([text $b_text:ident])?, )*
        }
        may {
            $(
                $(#[$c_meta:meta])*
                $c_part:ident $c:ident: $c_type:ty
                    $([text $c_text:ident])? $([list $c_list:ident])? $([each $c_each:ident])?,
            )*
        }
    ) => {
        members! {
            /// An activity (hoạt động) as typed: every part is raw text, right or wrong; "" is blank.
            #[derive(Default)]
            pub struct DraftActivity {
                must {}
                may {
                    /// The activity of the plan's calendar that it is; "" for one of the unit's own.
                    planned: String [text MAX_TEXT],
                    $( $(#[$b_meta])* $b: String [text MAX_TEXT], )*
                    $( $(#[$c_meta])* $c: String [text MAX_TEXT], )*
                }
            }
        }

        members! {
            /// An activity (hoạt động) as understood.
            #[cfg_attr(feature = "schema", schemars(rename = "ReportActivity"))]
            pub struct ReportActivity<T: Words = String> {
                may {
                    /// The activity of the plan's calendar that it is; none for one of the unit's own.
                    planned: Option<T>,
                }
                must {
                    $( $(#[$b_meta])* $b: $b_type $([text $b_text])?, )*
                }
                may {
                    $( $(#[$c_meta])* $c: $c_type $([text $c_text])? $([list $c_list])? $([each $c_each])?, )*
                }
            }
        }

        impl DraftActivity {
            /// What was typed into one part.
            #[must_use]
            pub fn part(&self, part: ActivityPart) -> &str {
                match part {
                    $( ActivityPart::$b_part => &self.$b, )*
                    $( ActivityPart::$c_part => &self.$c, )*
                }
            }

            /// The text of one part, to type into.
            pub fn part_mut(&mut self, part: ActivityPart) -> &mut String {
                match part {
                    $( ActivityPart::$b_part => &mut self.$b, )*
                    $( ActivityPart::$c_part => &mut self.$c, )*
                }
            }
        }
    };
}

activity! {
    must {
        /// Its title (tên hoạt động).
        Title title: T [text MAX_LINE],
        /// Its first day (ngày bắt đầu).
        Date date: Date,
    }
    may {
        /// Its last day (ngày kết thúc), where it lasts longer than one.
        Until until: Option<Date>,
        /// The hour at which it begins (giờ).
        Time time: Option<Time>,
        /// Where it is held (địa điểm).
        Place place: Option<T> [text MAX_LINE],
        /// How many attendances (lượt người tham gia).
        Participants participants: Option<i64>,
        /// Links as evidence (đường dẫn minh chứng); in a draft one a line.
        Links links: Vec<T> [list MAX_LINKS],
        /// Partner units (đơn vị phối hợp); in a draft one a line.
        Partners partners: Vec<T> [list MAX_PARTNERS] [each MAX_LINE],
        /// Anything else worth saying (ghi chú).
        Note note: Option<T> [text MAX_NOTE],
    }
}
