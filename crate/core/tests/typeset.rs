//! What holds for any text that is set.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::{prelude::*, test_runner::RngSeed};
use qingdu_core::typeset::{Spacing, apply, edits};

const BOTH: [Spacing; 2] = [Spacing::Tight, Spacing::Spaced];

/// Texts with the signs that the rules look at.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "今年",
        "公司",
        "他说",
        "一",
        " ",
        "  ",
        "\u{a0}",
        "7",
        "10:30",
        "1,000",
        "3.5",
        "OpenAI",
        "a",
        "I came to see",
        ",",
        ".",
        ":",
        ";",
        "?",
        "!",
        "(",
        ")",
        "（",
        "）",
        "\"",
        "'",
        "“",
        "”",
        "‘",
        "’",
        "，",
        "。",
        "：",
        "《",
        "》",
        "%",
        "$",
        "`",
        "://",
        "https://example.org/a?b=c",
        "\n",
        "-",
        "…",
        "é",
        "ア",
        "Ａ",
        "👇",
    ]);
    prop::collection::vec(prop_oneof![12 => piece.prop_map(str::to_owned), 1 => "\\PC{0,3}"], 0..24)
        .prop_map(|parts| parts.concat())
}

/// What a text says: everything but gaps, quotes and punctuation.
fn said(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !"\"'“”‘’,，.。:：;；?？!！(（)）".contains(*letter))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_that_was_set_is_set(text in text()) {
        for spacing in BOTH {
            let once = apply(&text, &edits(&text, spacing));
            let twice = apply(&once, &edits(&once, spacing));
            prop_assert_eq!(&twice, &once, "{:?}", spacing);
        }
    }

    #[test]
    fn it_says_the_same(text in text()) {
        for spacing in BOTH {
            prop_assert_eq!(said(&apply(&text, &edits(&text, spacing))), said(&text));
        }
    }

    #[test]
    fn as_is_is_as_it_is(text in text()) {
        prop_assert!(edits(&text, Spacing::AsIs).is_empty());
    }

    #[test]
    fn changes_stand_in_order_and_apart(text in text()) {
        for spacing in BOTH {
            let mut end = 0;
            for edit in edits(&text, spacing) {
                prop_assert!(edit.range.start >= end && text.get(edit.range.clone()).is_some());
                end = edit.range.end;
            }
        }
    }
}
