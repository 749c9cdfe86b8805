//! The strings of a page, the short ones stored once.

use std::{
    collections::{
        HashMap,
        hash_map::{Entry, RandomState},
    },
    hash::{BuildHasher as _, BuildHasherDefault, Hasher},
};

/// A longer string, in bytes, seldom stands twice in a page.
const LONGEST: usize = 64;

/// A list of strings that is written one by one.
#[derive(Debug)]
pub(super) struct Strings {
    list: Vec<String>,
    /// By the hash of a short string its position. Of two with the same hash only the first is found again.
    seen: HashMap<u64, i32, BuildHasherDefault<Plain>>,
    /// What makes the hashes those of this list alone, so that no page can be written to make them collide.
    seed: u64,
}

impl Default for Strings {
    fn default() -> Self {
        Strings { list: Vec::new(), seen: HashMap::default(), seed: RandomState::new().hash_one(0) }
    }
}

impl Strings {
    /// The position of a string, which is added where it is not there yet.
    pub(super) fn place(&mut self, text: &str) -> i32 {
        let next = i32::try_from(self.list.len()).unwrap_or(i32::MAX);
        if text.len() <= LONGEST {
            match self.seen.entry(hash(self.seed, text.as_bytes())) {
                Entry::Vacant(entry) => drop(entry.insert(next)),
                Entry::Occupied(entry) => {
                    let known = usize::try_from(*entry.get()).ok().and_then(|at| self.list.get(at));
                    if known.is_some_and(|known| known == text) {
                        return *entry.get();
                    }
                }
            }
        }
        self.list.push(text.into());
        next
    }

    /// The list.
    pub(super) fn finish(self) -> Vec<String> {
        self.list
    }
}

/// Eight bytes at a time, folded into the hash of those before.
fn hash(seed: u64, bytes: &[u8]) -> u64 {
    let mix = |hash: u64, next: u64| {
        let mixed = (hash ^ next).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 32)
    };
    let (eights, rest) = bytes.as_chunks::<8>();
    let hash = eights.iter().fold(seed, |hash, eight| mix(hash, u64::from_le_bytes(*eight)));
    let last = rest.iter().fold(bytes.len() as u64, |last, byte| last << 8 | u64::from(*byte));
    mix(mix(hash, last), seed)
}

/// A key that is a hash already.
#[derive(Default)]
struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(self.0, bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_string_stands_once_and_every_string_is_found_where_it_was_put() {
        let long = "长".repeat(LONGEST);
        let written = ["div", "class", "", "新馆开放首日", "div", "新馆开放次日", &long, "class", "", &long];
        let mut strings = Strings::default();
        let places: Vec<usize> = written.iter().map(|text| usize::try_from(strings.place(text)).unwrap()).collect();
        let list = strings.finish();
        for (text, place) in written.iter().zip(places) {
            assert_eq!(list[place], *text);
        }
        assert_eq!(list.iter().filter(|text| text.len() <= LONGEST).count(), 5);
    }
}
