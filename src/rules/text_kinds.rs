//! What the readers of typed text say, as kinds of finding.

use crate::calendar::Date;
use crate::finding::Kind;
use crate::text::{
    DateTextError, EmailError, LinkError, MAX_EXACT, MoneyError, NumberError, PhoneError,
    TimeTextError,
};

impl From<NumberError> for Kind {
    fn from(error: NumberError) -> Self {
        match error {
            // A text far too long to be a number is none.
            NumberError::NotANumber | NumberError::TooLong => Self::NumberNotANumber,
            NumberError::Ambiguous { readings } => Self::NumberAmbiguous { readings },
            NumberError::Grouping => Self::NumberGrouping,
            NumberError::NotWhole | NumberError::TooExact => Self::NumberNotWhole,
            NumberError::Negative => Self::NumberNegative,
            NumberError::TooLarge => Self::NumberTooLarge { most: MAX_EXACT },
        }
    }
}

impl From<MoneyError> for Kind {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::NotAnAmount => Self::MoneyNotAnAmount,
            MoneyError::UnitMissing => Self::MoneyUnitMissing,
            MoneyError::Number { error } => match error {
                NumberError::NotANumber | NumberError::TooLong => Self::MoneyNotAnAmount,
                NumberError::Ambiguous { readings } => Self::MoneyAmbiguous { readings },
                NumberError::Grouping => Self::NumberGrouping,
                NumberError::NotWhole | NumberError::TooExact => Self::MoneyNotWhole,
                NumberError::Negative => Self::MoneyNegative,
                NumberError::TooLarge => Self::MoneyTooLarge { most: MAX_EXACT },
            },
        }
    }
}

impl From<DateTextError> for Kind {
    fn from(error: DateTextError) -> Self {
        match error {
            DateTextError::NotADate | DateTextError::TooLong => Self::DateNotADate,
            DateTextError::NoSuchDay { month, last_day } => {
                Self::DateImpossible { month, last_day }
            }
            DateTextError::NoSuchMonth => Self::DateNoSuchMonth,
            DateTextError::Swapped { day, month, year } => Self::DateSwapped { day, month, year },
            DateTextError::ShortYear { year } => Self::DateShortYear { year },
            DateTextError::YearOutOfRange => Self::DateYearOutOfRange {
                first: Date::FIRST_YEAR,
                last: Date::LAST_YEAR,
            },
            DateTextError::YearMissing => Self::DateYearMissing,
            DateTextError::NotInPeriod { from, to } => Self::DateOutsidePlan { from, to },
            DateTextError::OtherWeekday { weekday } => Self::DateOtherWeekday { weekday },
        }
    }
}

impl From<TimeTextError> for Kind {
    fn from(error: TimeTextError) -> Self {
        match error {
            TimeTextError::NotATime | TimeTextError::TooLong => Self::TimeNotATime,
            TimeTextError::NoSuchHour | TimeTextError::NoSuchMinute => Self::TimeImpossible,
            TimeTextError::PartOfDay => Self::TimePartOfDay,
        }
    }
}

impl From<PhoneError> for Kind {
    fn from(error: PhoneError) -> Self {
        match error {
            PhoneError::NotAPhone | PhoneError::TooLong => Self::PhoneNotAPhone,
            PhoneError::NoLeadingZero => Self::PhoneNoLeadingZero,
            PhoneError::Length { digits, expected } => Self::PhoneLength { digits, expected },
            PhoneError::Shape => Self::PhoneShape,
            PhoneError::OldMobile => Self::PhoneOldMobile,
        }
    }
}

impl From<EmailError> for Kind {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::NoAt => Self::EmailNoAt,
            EmailError::SeveralAts => Self::EmailSeveralAts,
            EmailError::Space => Self::EmailSpace,
            EmailError::VietnameseLetter => Self::EmailMarks,
            // An address that is too long in all is too long before the "@" or is no address.
            EmailError::Local | EmailError::TooLong => Self::EmailLocal,
            EmailError::Domain => Self::EmailDomain,
        }
    }
}

impl From<LinkError> for Kind {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::NoScheme => Self::LinkNoScheme,
            LinkError::Scheme => Self::LinkScheme,
            LinkError::Host => Self::LinkHost,
            LinkError::Credentials => Self::LinkCredentials,
            LinkError::Space => Self::LinkSpace,
            LinkError::Character => Self::LinkCharacter,
            LinkError::TooLong => Self::LinkTooLong { most: 2_000 },
        }
    }
}
