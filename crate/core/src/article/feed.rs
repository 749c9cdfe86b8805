//! Texts that have sentences and are no article all the same: a feed of flashes, a room in which many talk.

use std::collections::BTreeSet;

use super::body::letters;
use crate::page::Block;

/// So many times of day, each on a line of its own, head a feed.
const CLOCKS: usize = 10;

/// So many who talk are a crowd; an interview has two or three.
const CROWD: usize = 8;

/// Whether the blocks are a feed or a chat.
pub(super) fn is_feed(blocks: &[Block]) -> bool {
    let clocks = blocks.iter().filter(|block| is_clock(&block.text)).count();
    (clocks >= CLOCKS && clocks * 4 >= blocks.len()) || is_crowd(blocks)
}

/// Whether a line is a time of day and nothing else.
fn is_clock(text: &str) -> bool {
    let Some((hour, minute)) = text.trim().split_once([':', '：']) else { return false };
    let digits =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(hour, 2) && digits(minute, 2)
}

/// Short lines of many, each with a name before it.
fn is_crowd(blocks: &[Block]) -> bool {
    let names: Vec<&str> = blocks.iter().filter_map(|block| speaker(&block.text)).collect();
    if names.len() < CROWD || names.len() * 5 < blocks.len() * 4 {
        return false;
    }
    let sum: usize = blocks.iter().map(|block| letters(&block.text)).sum();
    let different: BTreeSet<&str> = names.iter().copied().collect();
    different.len() >= CROWD && sum < blocks.len() * 40
}

fn speaker(text: &str) -> Option<&str> {
    let (name, _) = text.split_once([':', '：'])?;
    (1..=10).contains(&letters(name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_time_of_day_alone() {
        let cases = [("14:05", true), (" 9:00 ", true), ("14:05 开盘", false), ("比分3:2", false), ("：", false)];
        for (text, expected) in cases {
            assert_eq!(is_clock(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_stands_before_what_is_said() {
        assert_eq!(speaker("网友3：楼上说得对。"), Some("网友3"));
        assert_eq!(speaker("他在会上提到了这样一个问题：钱从哪里来"), None);
    }
}
