//! Markdown (`CommonMark`).

use std::fmt::Write as _;

use super::{Counter, Head, is_web};
use crate::page::{Block, BlockKind, Style};

/// Markdown: headings, lists, quotations, links and pictures; what Markdown would read as a mark is escaped.
#[must_use]
pub fn markdown<'b>(head: Head<'_>, blocks: impl IntoIterator<Item = &'b Block>) -> String {
    let mut text = String::new();
    let mut number = Counter(0);
    if !head.title.is_empty() {
        let _ = write!(text, "# {}", escape(head.title));
    }
    for line in [head.line, head.url].into_iter().filter(|line| !line.is_empty()) {
        paragraph(&mut text, &escape(line));
    }
    for block in blocks {
        let item = number.next(block.kind);
        let inner = inline(block);
        for picture in block.pictures.iter().filter(|picture| is_web(&picture.source)) {
            let address = picture.source.replace(['(', ')', ' '], "");
            paragraph(&mut text, &format!("![{}]({address})", escape(&picture.alt)));
        }
        if inner.is_empty() {
            continue;
        }
        match block.kind {
            BlockKind::Heading(level) => {
                let marks = "#".repeat(usize::from(level.clamp(2, 6)));
                paragraph(&mut text, &format!("{marks} {inner}"));
            }
            BlockKind::Item { numbered } => {
                let mark = if numbered { format!("{item}.") } else { "-".into() };
                if item > 1 {
                    text.push('\n');
                } else {
                    paragraph(&mut text, "");
                }
                let _ = write!(text, "{mark} {inner}");
            }
            BlockKind::Quote => paragraph(&mut text, &format!("> {inner}")),
            BlockKind::Preformatted => {
                let fence = "`".repeat(longest_fence(&block.text).max(2) + 1);
                paragraph(&mut text, &format!("{fence}\n{}\n{fence}", block.text));
            }
            BlockKind::Paragraph if block.bold => paragraph(&mut text, &format!("**{inner}**")),
            _ => paragraph(&mut text, &inner),
        }
    }
    text
}

fn paragraph(text: &mut String, inner: &str) {
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(inner);
}

fn inline(block: &Block) -> String {
    let link = |target: &str, inside: &str| {
        let target = target.replace(' ', "%20").replace('(', "%28").replace(')', "%29");
        format!("[{}]({target})", inside.trim())
    };
    super::inline(block, &escape, &link, &style)
}

/// Marks what stands out. A mark beside a sign of punctuation marks nothing in `CommonMark`: such text stays plain.
fn style(style: Style, inside: &str) -> String {
    let ends = [inside.chars().next(), inside.chars().next_back()];
    let mark = match style {
        Style::Strong => "**",
        Style::Em => "*",
        Style::Del | Style::Code | Style::Sub | Style::Sup => "",
    };
    let marks = ends.into_iter().flatten().all(crate::text::speaks);
    if marks { format!("{mark}{inside}{mark}") } else { inside.to_owned() }
}

/// Escapes what Markdown reads as a mark, wherever it stands, and what it reads so at a line's beginning.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(if letter == '\n' { ' ' } else { letter });
    }
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match escaped.as_bytes() {
        [b'-' | b'+', ..] => Some(0),
        bytes if digits > 0 && matches!(bytes.get(digits), Some(b'.' | b')')) => Some(digits),
        _ => None,
    };
    if let Some(at) = mark {
        escaped.insert(at, '\\');
    }
    escaped
}

fn longest_fence(text: &str) -> usize {
    text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_in_the_text_stay_text() {
        let cases = [
            ("*不是* _强调_", "\\*不是\\* \\_强调\\_"),
            ("1. 不是列表", "1\\. 不是列表"),
            ("- 也不是", "\\- 也不是"),
            ("[ 1 ] 见 <b>", "\\[ 1 \\] 见 \\<b\\>"),
        ];
        for (text, expected) in cases {
            assert_eq!(escape(text), expected);
        }
    }
}
