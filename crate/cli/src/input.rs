//! Reading files, lines and times.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeZone as _};

use crate::Fault;

/// The most bytes that one page or one line may have.
pub(crate) const LIMIT: u64 = 16 << 20;

/// The bytes of a file, or of standard input where the path is `-`.
pub(crate) fn bytes(path: &str) -> Result<Vec<u8>, Fault> {
    let fault = |error: io::Error| Fault::new(path, error);
    let mut bytes = Vec::new();
    open(path).map_err(fault)?.take(LIMIT + 1).read_to_end(&mut bytes).map_err(fault)?;
    if bytes.len() as u64 > LIMIT {
        return Err(Fault::new(path, format!("too large: the limit is {} MB", LIMIT >> 20)));
    }
    Ok(bytes)
}

fn open(path: &str) -> io::Result<Box<dyn Read>> {
    if path == "-" { Ok(Box::new(io::stdin())) } else { Ok(Box::new(File::open(path)?)) }
}

/// Calls `each` with every line of a batch that is not blank, its number from 1 and its text. A line that is
/// too long or not UTF-8 is reported and the next one read.
pub(crate) fn lines(
    path: &str,
    report: &mut dyn FnMut(Fault),
    mut each: impl FnMut(usize, &str, &mut dyn FnMut(Fault)) -> io::Result<()>,
) -> io::Result<()> {
    let mut reader = match open(path) {
        Ok(reader) => BufReader::new(reader),
        Err(error) => {
            report(Fault::new(path, error));
            return Ok(());
        }
    };
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if (&mut reader).take(LIMIT).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let place = format!("{path}:{number}");
        if line.len() as u64 == LIMIT && !line.ends_with(b"\n") {
            report(Fault::new(&place, format!("the line is too long: the limit is {} MB", LIMIT >> 20)));
            reader.skip_until(b'\n')?;
            continue;
        }
        match std::str::from_utf8(&line) {
            Ok(text) if text.trim().is_empty() => {}
            Ok(text) => each(number, text.trim(), report)?,
            Err(_) => report(Fault::new(&place, "not UTF-8")),
        }
    }
    Ok(())
}

/// A time as people write it: ISO 8601; without a zone it is China's, without a clock the day's beginning.
pub(crate) fn time(text: &str) -> Result<DateTime<FixedOffset>, String> {
    let zoned = ["%Y-%m-%dT%H:%M:%S%.f%:z", "%Y-%m-%dT%H:%M%:z", "%Y-%m-%d %H:%M:%S%.f%:z"];
    let bare = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%d %H:%M"];
    let fault = || format!("not a time: {text} (2025-11-12T10:00+08:00 is one)");
    let china = FixedOffset::east_opt(8 * 3600).ok_or_else(fault)?;
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Ok(moment);
    }
    if let Some(moment) = zoned.iter().find_map(|form| DateTime::parse_from_str(text, form).ok()) {
        return Ok(moment);
    }
    let local = bare.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0);
    let local = local.or_else(day).ok_or_else(fault)?;
    china.from_local_datetime(&local).single().ok_or_else(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_without_a_zone_is_chinas() {
        for text in ["2025-11-12T10:00+08:00", "2025-11-12T02:00:00Z", "2025-11-12 10:00", "2025-11-12T10:00:00"] {
            assert_eq!(time(text).unwrap().to_utc().to_rfc3339(), "2025-11-12T02:00:00+00:00", "{text}");
        }
        assert!(time("昨天").unwrap_err().starts_with("not a time: 昨天"));
    }
}
