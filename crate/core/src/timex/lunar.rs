//! The lunar calendar and the solar terms, 1900–2100.

use chrono::NaiveDate;

/// The civil day of a lunar date.
pub(super) fn civil(_year: i32, _month: u32, _leap: bool, _day: u32) -> Option<NaiveDate> {
    None
}

/// The days of a lunar month.
pub(super) fn month_length(_year: i32, _month: u32, _leap: bool) -> Option<u32> {
    None
}

/// The civil day of a solar term, counted from 小寒.
pub(super) fn term(_year: i32, _term: u32) -> Option<NaiveDate> {
    None
}
