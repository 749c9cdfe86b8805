//! jieba's dictionary as one asset, for [`qingdu_core::lexicon::Pack::read`].
//!
//! The command line carries it, and the extension ships the same bytes as a file of its own, fetched only
//! when a timeline is wanted.

/// The pack.
pub static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.pack"));

#[cfg(test)]
mod tests {
    use qingdu_core::lexicon::{Lexicon, Pack};

    #[test]
    fn the_pack_is_small_enough_to_ship_and_cuts_news() {
        assert!(super::PACK.len() < 4_000_000, "{} bytes", super::PACK.len());
        let text = "国家统计局发布的数据显示，前三季度经济运行总体平稳。";
        let lexicon = Lexicon::of(&Pack::read(super::PACK).unwrap(), text).unwrap();
        let words: Vec<&str> = lexicon.words(text).iter().map(|word| word.text).collect();
        let expected =
            ["国家统计局", "发布", "的", "数据", "显示", "，", "前", "三季度", "经济运行", "总体", "平稳", "。"];
        assert_eq!(words, expected);
    }
}
