//! What a draft and a report have in common: of which duty, unit and period they are, and what they hold.

/// Declares a draft or a report: the kinds of its words, figures and activities, and what is said of them.
macro_rules! document {
    (
        $(#[$meta:meta])*
        pub struct $name:ident $(<$($param:ident: $trait:ident = $default:ty),+>)? of $words:ty {
            $(#[$figures_meta:meta])*
            figures: $figures:ty,
            $(#[$activities_meta:meta])*
            activities: $activity:ty,
        }
    ) => {
        $crate::report::members::members! {
            $(#[$meta])*
            #[validate(schema(function = "crate::report::shape::lists", skip_on_field_errors = false))]
            pub struct $name $(<$($param: $trait = $default),+>)? {
                must {
                    /// The version of the JSON format: [`FORMAT`].
                    #[validate(range(min = FORMAT, max = FORMAT, code = "report.format"))]
                    format: u32,
                    /// The plan's identity.
                    plan: $words,
                    /// The plan's version.
                    plan_version: u32,
                    /// The duty.
                    duty: $words,
                    /// The unit that reports.
                    unit: $words,
                    /// The days that the report covers.
                    period: Period,
                }
                may {
                    $(#[$figures_meta])*
                    #[cfg_attr(feature = "schema", schemars(extend("maxProperties" = MAX_FIGURES)))]
                    figures: $figures [list MAX_FIGURES],
                    $(#[$activities_meta])*
                    activities: Vec<$activity> [list MAX_ACTIVITIES],
                    /// Explanations of warnings.
                    #[validate(nested)]
                    explanations: Vec<Explanation<$words>> [list MAX_EXPLANATIONS],
                }
            }
        }
    };
}

pub(super) use document;
