//! A hash for letters: `SipHash`, which guards against keys that an adversary chose, costs more here than all the
//! rest of a lookup, and a text that makes these keys collide only slows its own page, within the limits of its size.

use std::hash::{BuildHasherDefault, Hasher};

/// A set of letters, or of pairs of letters packed by [`pair`].
pub(super) type LetterSet = std::collections::HashSet<u64, BuildHasherDefault<Mix>>;

/// Two neighbouring letters as one key.
pub(super) fn pair(first: char, second: char) -> u64 {
    u64::from(u32::from(first)) << 32 | u64::from(u32::from(second))
}

/// One letter as a key.
pub(super) fn single(letter: char) -> u64 {
    u64::from(u32::from(letter))
}

/// The letter of a key.
pub(super) fn letter(key: u64) -> Option<char> {
    u32::try_from(key).ok().and_then(char::from_u32)
}

/// Multiplies by a large odd number and folds the high half down.
#[derive(Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        let mixed = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}
