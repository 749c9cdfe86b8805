//! The lines around the title: when, from whom, by whom.

use super::clock::{Stamp, stamps};

/// What one short line of an article's head says.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its times.
    pub(super) stamps: Vec<Stamp>,
    /// The source, where it is named.
    pub(super) source: String,
    /// The author, where one is named.
    pub(super) author: String,
    /// What is left without times, labels and names, in letters.
    pub(super) rest: usize,
    /// What is left before the first time.
    pub(super) lead: String,
    /// What is left behind the last time.
    pub(super) tail: String,
}

const SOURCES: [&str; 12] = [
    "文章来源",
    "新闻来源",
    "稿件来源",
    "信息来源",
    "本文来源",
    "資料來源",
    "来源",
    "來源",
    "稿源",
    "出处",
    "转自",
    "来自",
];
const AUTHORS: [&str; 8] = ["作者", "记者", "記者", "撰文", "编辑", "編輯", "文/", "文｜"];
/// Words of the buttons and counters in such a line.
const NOISE: [&str; 26] = [
    "发布时间",
    "发表时间",
    "更新时间",
    "时间",
    "发布于",
    "发布",
    "发表于",
    "日期",
    "评论",
    "阅读",
    "浏览",
    "点击",
    "分享",
    "收藏",
    "举报",
    "字号",
    "大中小",
    "打印",
    "我要",
    "跟贴",
    "参与",
    "条",
    "次",
    "北京",
    "纠错",
    "原创",
];

impl Line {
    /// A longer line, in letters, is no line of data.
    pub(super) const LONGEST: usize = 120;

    /// Reads a line.
    pub(super) fn of(text: &str) -> Line {
        let mut line = Line { stamps: stamps(text), ..Line::default() };
        // No label stands without one of these.
        if text.contains([':', '：', '/', '｜']) {
            line.source = labelled(text, &SOURCES).unwrap_or_default();
            line.author = labelled(text, &AUTHORS).unwrap_or_default();
        }
        if line.stamps.is_empty() && line.source.is_empty() && line.author.is_empty() {
            // It says nothing of the article: what is left of it is of no interest.
            return line;
        }
        let letters: Vec<char> = text.chars().collect();
        let mut rest = String::new();
        let mut at = 0;
        for stamp in &line.stamps {
            rest.extend(letters.get(at..stamp.span.start).unwrap_or_default());
            if at == 0 {
                rest.trim().clone_into(&mut line.lead);
            }
            rest.push(' ');
            at = stamp.span.end;
        }
        let tail: String = letters.get(at..).unwrap_or_default().iter().collect();
        tail.trim().clone_into(&mut line.tail);
        rest.push_str(&tail);
        for name in [&line.source, &line.author] {
            rest = rest.replacen(name.as_str(), "", usize::from(!name.is_empty()));
        }
        for word in SOURCES.iter().chain(&AUTHORS).chain(&NOISE) {
            if rest.contains(word) {
                rest = rest.replace(word, "");
            }
        }
        line.rest = rest.chars().filter(|letter| letter.is_alphabetic()).count();
        line
    }

    /// Whether the line is nothing but such data.
    pub(super) fn is_data(&self, letters: usize) -> bool {
        let named = !self.source.is_empty() || !self.author.is_empty();
        letters <= Line::LONGEST && ((!self.stamps.is_empty() && self.rest <= 14) || (named && self.rest <= 4))
    }
}

/// What stands behind one of the labels: `来源：晨报`.
pub(super) fn labelled(text: &str, labels: &[&str]) -> Option<String> {
    labels.iter().find_map(|label| {
        let (_, behind) = text.split_once(label)?;
        let behind =
            if label.ends_with(['/', '｜']) { behind } else { behind.trim_start().strip_prefix([':', '：'])? };
        let name = behind.trim_start();
        // A name ends at a wide gap, at the next label, at a time.
        let end = name
            .char_indices()
            .find(|(at, letter)| {
                matches!(
                    letter,
                    '\u{3000}' | '|' | '｜' | '\n' | '，' | '。' | '；' | '(' | '（' | '[' | '【' | '）' | ')' | '】'
                ) || (letter.is_whitespace() && ends_name(&name[*at..]))
            })
            .map_or(name.len(), |(at, _)| at);
        let name = &name[..end];
        let letters: Vec<char> = name.chars().collect();
        let end = stamps(name).first().map_or(letters.len(), |stamp| stamp.span.start);
        let name: String = letters.get(..end)?.iter().collect();
        let name = name.trim().trim_matches(|letter: char| "·-—_:：\"“”".contains(letter)).trim();
        (!name.is_empty() && name.chars().count() <= 30).then(|| name.to_owned())
    })
}

/// Whether a space ends a name: what follows is another label, a time, or a single word for a button.
fn ends_name(rest: &str) -> bool {
    let rest = rest.trim_start();
    let starts = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    rest.is_empty()
        || starts(&SOURCES)
        || starts(&AUTHORS)
        || starts(&NOISE)
        || starts(&["责任", "责编", "字体", "手机", "微信", "关注", "打开", "扫", "QQ", "本报", "查看", "更多"])
        || rest.starts_with(|letter: char| letter.is_ascii_digit())
        // A Latin name may have spaces (IT 之家, Tech 星球); two Chinese words with one are two things.
        || rest.starts_with('\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_data_is_read() {
        let cases = [
            ("2020-06-05 20:35　来源：晨报", "晨报", "", true),
            ("来源：IT 之家 作者：王小明 2020-06-05", "IT 之家", "王小明", true),
            ("量子时报 8小时前", "", "", true),
            ("2020-06-05 20:35:10 来源: 晨报 举报", "晨报", "", true),
            ("2020年6月5日，新馆向公众开放，首日迎客两万人，市民排起了长队。", "", "", false),
            ("新馆开放首日迎客两万", "", "", false),
        ];
        for (text, source, author, data) in cases {
            let line = Line::of(text);
            assert_eq!((line.source.as_str(), line.author.as_str()), (source, author), "{text}");
            assert_eq!(line.is_data(text.chars().count()), data, "{text} {line:?}");
        }
    }
}
