//! Feasts of other calendars: Jewish and Orthodox ones by arithmetic, Islamic ones by the tabular calendar (as
//! mosques in China reckon; elsewhere the moon that is seen may make it a day earlier or later), Indian ones by the
//! table's moons, which come within a day.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{expression::Calendar, lunar};

/// The first day of a feast in a civil year; `day` is as the table of words has it. Day 0 is a whole month.
pub(super) fn first(calendar: Calendar, year: i32, day: i32) -> Option<NaiveDate> {
    let (month, number) = (day.div_euclid(100), day.rem_euclid(100));
    match calendar {
        Calendar::Orthodox => orthodox_easter(year)?.checked_add_signed(chrono::TimeDelta::try_days(day.into())?),
        Calendar::Hebrew => hebrew(year, month, number),
        Calendar::Islamic => islamic_in(year, month, number.max(1)),
        Calendar::Moon => moon(year, month / 100, month % 100, number),
    }
}

/// Easter Sunday by the Julian rule (Meeus), as a civil day.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let weekday = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7);
    let days = moon + weekday + 114;
    let julian = NaiveDate::from_ymd_opt(year, narrow(days / 31)?, narrow(days % 31 + 1)?)?;
    let behind = year.div_euclid(100) - year.div_euclid(400) - 2;
    julian.checked_add_days(Days::new(u64::try_from(behind).ok()?))
}

fn narrow(value: i32) -> Option<u32> {
    u32::try_from(value).ok()
}

/// The first day of Passover, the 15th of Nisan: 163 days before the new year, which is the day of its mean new moon
/// unless one of the postponements moves it.
fn passover(year: i32) -> Option<NaiveDate> {
    let (before, this, next) = (elapsed(year + 3760), elapsed(year + 3761), elapsed(year + 3762));
    let postponed = if next - this == 356 { 2 } else { i64::from(this - before == 382) };
    let new_year = NaiveDate::from_num_days_from_ce_opt(i32::try_from(this + postponed - 1_373_427).ok()?)?;
    new_year.checked_sub_days(Days::new(163))
}

/// The days up to the new year of a Jewish year, before the postponements that its neighbours ask for.
fn elapsed(year: i32) -> i64 {
    let months = (235 * i64::from(year) - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

/// A day of the Jewish calendar, months counted from Nisan; the twelfth is the last before the next Nisan. The months
/// from Nisan to Tishri always have the same lengths.
fn hebrew(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    let passover = passover(year)?;
    let length = |from: NaiveDate, to: NaiveDate| (to - from).num_days();
    let after = match month {
        1..=8 => (0..month - 1).map(|month| if month % 2 == 0 { 30 } else { 29 }).sum::<i32>() - 14,
        // Behind Heshvan, which has a day more in a full year.
        9 => 222 + i32::from(length(passover, self::passover(year + 1)?) % 10 == 5),
        12 => -43,
        // In a leap year another month stands between.
        11 => -73 - if length(self::passover(year - 1)?, passover) > 380 { 30 } else { 0 },
        _ => return None,
    };
    let date = passover.checked_add_signed(chrono::TimeDelta::try_days((after + day - 1).into())?)?;
    let moved = match (month, day, date.weekday()) {
        // The day of independence leaves the sabbath alone, and its eve; the fast of Av is put off.
        (2, 5, Weekday::Fri) => -1,
        (2, 5, Weekday::Sat) => -2,
        (2, 5, Weekday::Mon) | (5, 9, Weekday::Sat) => 1,
        _ => 0,
    };
    date.checked_add_signed(chrono::TimeDelta::try_days(moved)?)
}

/// The first day in a civil year that is the day of the tabular Islamic calendar.
fn islamic_in(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    let about = (year - 622) * 33 / 32;
    (about - 1..=about + 2).filter_map(|hijri| islamic(hijri, month, day)).find(|date| date.year() == year)
}

/// A day of the tabular Islamic calendar, eleven leap years in thirty.
fn islamic(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    let days = (year - 1) * 354 + (3 + 11 * year).div_euclid(30) + (59 * (month - 1) + 1) / 2 + day;
    NaiveDate::from_num_days_from_ce_opt(days + 227_014)
}

/// The first day on or behind a day of the civil year that is a day of its moon; 99 is the last one.
fn moon(year: i32, month: i32, day: i32, number: i32) -> Option<NaiveDate> {
    let from = NaiveDate::from_ymd_opt(year, narrow(month)?, narrow(day)?)?;
    let before = u64::from(number == 99);
    let number = if number == 99 { 1 } else { narrow(number)? };
    let months = (1..=12).flat_map(|month| [false, true].map(|leap| (month, leap)));
    let days = months.filter_map(|(month, leap)| lunar::civil(year, month, leap, number));
    days.filter_map(|day| day.checked_sub_days(Days::new(before))).filter(|day| *day >= from).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn known_feasts() {
        let cases = [
            (Calendar::Orthodox, 2024, 0, day(2024, 5, 5)),
            (Calendar::Orthodox, 2025, 0, day(2025, 4, 20)),
            (Calendar::Orthodox, 1917, 0, day(1917, 4, 15)),
            (Calendar::Hebrew, 1973, 710, day(1973, 10, 6)),
            (Calendar::Hebrew, 2023, 723, day(2023, 10, 8)),
            (Calendar::Hebrew, 2024, 925, day(2024, 12, 26)),
            (Calendar::Hebrew, 2024, 1214, day(2024, 3, 24)),
            (Calendar::Hebrew, 2025, 1115, day(2025, 2, 13)),
            (Calendar::Hebrew, 2024, 205, day(2024, 5, 14)),
            (Calendar::Hebrew, 2022, 509, day(2022, 8, 7)),
            (Calendar::Islamic, 2025, 1001, day(2025, 3, 31)),
            (Calendar::Islamic, 2024, 1210, day(2024, 6, 17)),
            (Calendar::Islamic, 2023, 900, day(2023, 3, 23)),
            (Calendar::Moon, 2025, 101_899, day(2025, 10, 20)),
            (Calendar::Moon, 2022, 22_816, day(2022, 3, 18)),
        ];
        for (calendar, year, feast, wanted) in cases {
            assert_eq!(first(calendar, year, feast), wanted, "{calendar:?} {year} {feast}");
        }
    }

    /// The first day of Passover by Gauss, who needs no new year and no postponements.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "days of March and April")]
    fn gauss(year: i32) -> Option<NaiveDate> {
        let jewish = i64::from(year) + 3760;
        let golden = (12 * jewish + 17).rem_euclid(19);
        let leap = jewish.rem_euclid(4);
        let moon =
            32.044_093_161_1 + 1.554_241_796_6 * golden as f64 + 0.25 * leap as f64 - 0.003_177_794_022 * jewish as f64;
        let (whole, part) = (moon.floor() as i64, moon - moon.floor());
        let weekday = (3 * jewish + 5 * leap + whole + 5).rem_euclid(7);
        let late = match weekday {
            2 | 4 | 6 => 1,
            1 if golden > 6 && part >= 0.632_870_37 => 2,
            0 if golden > 11 && part >= 0.897_723_765 => 1,
            _ => 0,
        };
        let behind = i64::from(year.div_euclid(100) - year.div_euclid(400) - 2);
        day(year, 3, 1)?.checked_add_signed(chrono::TimeDelta::days(whole + late + behind - 1))
    }

    #[test]
    fn passover_agrees_with_gauss_in_two_centuries() {
        for year in 1900..=2100 {
            assert_eq!(passover(year), gauss(year), "{year}");
        }
    }

    #[test]
    fn orthodox_easter_is_a_sunday_of_april_or_may() {
        for year in 1900..=2100 {
            let easter = orthodox_easter(year).unwrap();
            assert_eq!(easter.weekday(), Weekday::Sun, "{year}");
            assert!(easter.ordinal() >= 93 && easter.ordinal() <= 129, "{year} {easter}");
        }
    }

    #[test]
    fn every_year_has_its_feasts() {
        for year in 1900..2100 {
            let islamic = [1001, 1210, 900, 312].map(|feast| first(Calendar::Islamic, year, feast));
            let hebrew = [115, 710, 925, 1214].map(|feast| first(Calendar::Hebrew, year, feast));
            let moon = [101_899, 22_816, 50_115].map(|feast| first(Calendar::Moon, year, feast));
            for found in islamic.into_iter().chain(hebrew).chain(moon) {
                assert_eq!(found.map(|date| date.year()), Some(year));
            }
        }
    }

    /// Every month of the tabular calendar begins within three days behind the mean new moon.
    #[test]
    #[allow(clippy::cast_precision_loss, reason = "days of two centuries")]
    fn islamic_months_begin_with_the_moon() {
        for year in 1318..1520 {
            for month in 1..=12 {
                let first = islamic(year, month, 1).unwrap();
                let days = (first - day(2000, 1, 6).unwrap()).num_days() as f64;
                let age = (days - 0.76).rem_euclid(29.530_588_853);
                assert!((0.0..3.0).contains(&age), "{year} {month} {age}");
            }
        }
    }
}
