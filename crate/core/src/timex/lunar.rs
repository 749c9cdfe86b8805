//! The lunar calendar and the solar terms of 1900–2100, from the table.

use chrono::NaiveDate;

use super::words::{LUNAR, LUNAR_FIRST};

/// A lunar year as the table has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct LunarYear {
    /// The civil day of its first day, month × 100 + day.
    pub(super) new_year: u16,
    /// The month behind which the leap month stands; 0 where there is none.
    pub(super) leap: u8,
    /// A bit for every month that has 30 days, the first month's the lowest, the leap month in its place.
    pub(super) long: u16,
    /// The day of the month of every solar term of the civil year.
    pub(super) terms: [u8; 24],
}

fn of(year: i32) -> Option<&'static LunarYear> {
    LUNAR.get(usize::try_from(year.checked_sub(LUNAR_FIRST)?).ok()?)
}

/// Where a month stands among the months of its year.
fn place(lunar: &LunarYear, month: u32, leap: bool) -> Option<u32> {
    let doubled = u32::from(lunar.leap);
    if !(1..=12).contains(&month) || (leap && doubled != month) {
        return None;
    }
    Some(month - 1 + u32::from(leap || (doubled > 0 && month > doubled)))
}

/// The civil day of a lunar date.
pub(super) fn civil(year: i32, month: u32, leap: bool, day: u32) -> Option<NaiveDate> {
    let lunar = of(year)?;
    let place = place(lunar, month, leap)?;
    if day == 0 || day > length(lunar, place) {
        return None;
    }
    let before: u32 = (0..place).map(|place| length(lunar, place)).sum();
    let (month, first) = (lunar.new_year / 100, lunar.new_year % 100);
    let first = NaiveDate::from_ymd_opt(year, month.into(), first.into())?;
    first.checked_add_days(chrono::Days::new((before + day - 1).into()))
}

fn length(lunar: &LunarYear, place: u32) -> u32 {
    29 + u32::from(lunar.long >> place & 1)
}

/// The days of a lunar month.
pub(super) fn month_length(year: i32, month: u32, leap: bool) -> Option<u32> {
    let lunar = of(year)?;
    Some(length(lunar, place(lunar, month, leap)?))
}

/// The civil day of a solar term of a civil year, counted from 小寒.
pub(super) fn term(year: i32, term: u32) -> Option<NaiveDate> {
    let day = of(year)?.terms.get(usize::try_from(term).ok()?)?;
    NaiveDate::from_ymd_opt(year, term / 2 + 1, u32::from(*day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        assert_eq!(civil(2025, 1, false, 1), day(2025, 1, 29));
        assert_eq!(civil(2025, 6, true, 1), day(2025, 7, 25));
        assert_eq!(civil(2025, 8, false, 15), day(2025, 10, 6));
        assert_eq!(civil(2024, 12, false, 23), day(2025, 1, 22));
        assert_eq!(civil(2025, 5, true, 1), None);
        assert_eq!(civil(1899, 1, false, 1), None);
        assert_eq!(term(2025, 6), day(2025, 4, 4));
        assert_eq!(term(2024, 23), day(2024, 12, 21));
    }

    #[test]
    fn years_follow_each_other() {
        for year in 1900..2100 {
            let lunar = of(year).unwrap();
            let months = if lunar.leap == 0 { 12 } else { 13 };
            let days: u32 = (0..months).map(|place| length(lunar, place)).sum();
            let next = civil(year, 1, false, 1).unwrap() + chrono::Days::new(days.into());
            assert_eq!(civil(year + 1, 1, false, 1), Some(next), "{year}");
        }
    }

    /// The sun's longitude by a low-precision formula that knows nothing of the table: every term lies within a
    /// day of it, and the new moon of every month within two days of its mean.
    #[test]
    #[allow(clippy::cast_precision_loss, reason = "days of two centuries")]
    fn the_table_agrees_with_the_sky() {
        for year in 1900..=2100 {
            for number in 0..24 {
                let since = term(year, number).unwrap() - NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
                let noon = since.num_days() as f64 + 4.0 / 24.0 - 0.5;
                let anomaly = (357.528 + 0.985_600_3 * noon).to_radians();
                let longitude = 280.460 + 0.985_647_4 * noon + 1.915 * anomaly.sin() + 0.020 * (2.0 * anomaly).sin();
                let off = (longitude - (285.0 + 15.0 * f64::from(number)) + 180.0).rem_euclid(360.0) - 180.0;
                assert!(off.abs() < 0.6, "{year} {number} {off}");
            }
            for month in 1..=12 {
                let first = civil(year, month, false, 1).unwrap();
                let days = first.signed_duration_since(NaiveDate::from_ymd_opt(2000, 1, 6).unwrap()).num_days() as f64;
                let age = (days - 0.76 + 15.0).rem_euclid(29.530_588_853) - 15.0;
                assert!(age.abs() < 1.6, "{year} {month} {age}");
            }
        }
    }
}
