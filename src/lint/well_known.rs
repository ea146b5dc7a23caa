//! Days that everybody knows by a name: alone in brackets they say which day is celebrated, not when something is held.

/// Each with its month.
const WELL_KNOWN: [(u8, u8); 23] = [
    (9, 1),
    (3, 2),
    (27, 2),
    (8, 3),
    (10, 3),
    (14, 3),
    (25, 3),
    (30, 4),
    (1, 5),
    (7, 5),
    (15, 5),
    (19, 5),
    (1, 6),
    (5, 6),
    (27, 7),
    (19, 8),
    (2, 9),
    (15, 10),
    (20, 10),
    (9, 11),
    (20, 11),
    (23, 11),
    (22, 12),
];

/// Whether a day of a month is such a day.
pub(super) fn is_well_known(day: u8, month: u8) -> bool {
    WELL_KNOWN.contains(&(day, month))
}
