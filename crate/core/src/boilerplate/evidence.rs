//! The evidence of one part of a text: rules that fit, and the shape of what they stand in.

use std::ops::Range;

use super::{
    Category,
    folded::Folded,
    rules::{Hit, Place, Rule, Word, asks, calls_reader, class, has, hits},
    signs,
};

/// Where a block stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Before the first sure paragraph.
    Head,
    /// Between sure paragraphs.
    Middle,
    /// Behind the last sure paragraph.
    Tail,
}

/// The weight of evidence that is no rule. The signs are chosen so that a part which asks the reader for
/// something gains, and one which tells, reports or counts loses.
pub(super) mod weight {
    pub(in super::super) const SHORT: i32 = 1;
    pub(in super::super) const LONG: i32 = -1;
    pub(in super::super) const LONGER: i32 = -3;
    pub(in super::super) const INVITES: i32 = 1;
    pub(in super::super) const SPEAKS_TO_READER: i32 = 1;
    pub(in super::super) const CALLS: i32 = 1;
    pub(in super::super) const ASKS_READER: i32 = 1;
    pub(in super::super) const CHATS: i32 = 1;
    pub(in super::super) const POINTS: i32 = 1;
    pub(in super::super) const LINKED: i32 = 2;
    pub(in super::super) const SECOND_RULE: i32 = 1;
    pub(in super::super) const REPORTS: i32 = -3;
    pub(in super::super) const THIRD_PERSON: i32 = -2;
    pub(in super::super) const NARRATES: i32 = -2;
    pub(in super::super) const COUNTS: i32 = -2;
    pub(in super::super) const SPEAKER: i32 = -3;
    pub(in super::super) const WARNS: i32 = -4;
    pub(in super::super) const PUBLIC: i32 = -3;
    pub(in super::super) const ABOUT_LAW: i32 = -5;
    pub(in super::super) const LISTED: i32 = -4;
    pub(in super::super) const FIELD: i32 = -3;
    pub(in super::super) const STATES: i32 = -3;
    pub(in super::super) const ASKS_CALMLY: i32 = -1;
    pub(in super::super) const HAPPENED: i32 = -2;
    pub(in super::super) const GOES_ON: i32 = -2;
    pub(in super::super) const QUOTED: i32 = -6;
    pub(in super::super) const UNLIKELY: i32 = -2;
}

/// A rule with at least this maximum is made for long lines.
pub(super) const LONG_LINES: usize = 200;

/// At this sum a block of the head or the tail is hidden.
pub(super) const HIDE: i32 = 6;
/// At this sum a block of the head or the tail is folded.
pub(super) const FOLD: i32 = 5;

/// At this sum a rule says what a line is, whatever its signs speak for.
const NAMED: i32 = 2;

/// What the evidence of a part adds up to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Score {
    /// The sum.
    pub(super) sum: i32,
    /// The rule that weighed most.
    pub(super) rule: &'static Rule,
}

/// A part of a text with all that is known of it.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// The rules that fit it.
    pub(super) hits: Vec<Hit>,
    /// The evidence of its shape, for and against.
    shape: (i32, i32),
    /// Evidence against it that says nothing about legal lines: they are statements.
    statement: i32,
    /// Evidence of its length, for rules that are not made for long lines.
    long: i32,
    /// Evidence against a legal line: it speaks about law.
    about_law: i32,
    /// What its signs add up to.
    signs: Option<signs::Sum>,
    /// Evidence of its letters against every rule.
    doubt: i32,
    /// Whether it speaks to the reader.
    appeals: bool,
    /// Whether it counts something.
    counts: bool,
    /// Whether it reports, tells or speaks of somebody.
    pub(super) tells: bool,
    /// Whether it begins with what is to be done with a publisher.
    bids: bool,
    /// Whether it speaks as a legal line does, or gives a way to write or to call.
    notice: bool,
}

impl Part {
    /// Looks at a part of a text; `links` is the share of it that stands in links.
    pub(super) fn of(folded: &Folded, words: &[Word], range: Range<usize>, links: f64) -> Part {
        let bare = folded.bare(range.clone());
        let hits = hits(words, &bare);
        let count = bare.len();
        let letters = folded.letters.get(range.clone()).unwrap_or_default();
        let said = |class| has(words, &bare, class);
        let mut good = 0;
        let mut bad = 0;
        let mut add = |fits: bool, weight: i32| {
            if fits && weight > 0 {
                good += weight;
            } else if fits {
                bad += weight;
            }
        };
        add(count <= 20, weight::SHORT);
        let long = match count {
            0..60 => 0,
            60..100 => weight::LONG,
            _ => weight::LONGER,
        };
        let asks = asks(words, &bare);
        add(asks, weight::INVITES);
        // `喜欢这篇文章的朋友`: who reads on is meant.
        let to_reader = calls_reader(words, &bare);
        let supposes = said(class::CONDITION) || said(class::FINISHED);
        add(to_reader, weight::SPEAKS_TO_READER);
        add(letters.iter().any(|letter| matches!(letter, '!' | '~')), weight::CALLS);
        let asks_reader = said(class::ASKREADER) || said(class::VOCATIVE);
        add(asks_reader && letters.last() == Some(&'?'), weight::ASKS_READER);
        add(folded.points, weight::POINTS);
        add(links > 0.5, weight::LINKED);
        let tells = said(class::SAY) || said(class::NARRATE);
        add(said(class::SAY), weight::REPORTS);
        add(said(class::THIRD), weight::THIRD_PERSON);
        add(said(class::NARRATE), weight::NARRATES);
        let counts = counts(letters);
        add(counts, weight::COUNTS);
        add(
            folded.speech || ends_in_speech(folded, &range) || is_speech(letters, words, range.start, to_reader),
            weight::SPEAKER,
        );
        add(said(class::WARN), weight::WARNS);
        add(said(class::PUBLIC), weight::PUBLIC);
        let field = is_field(letters);
        add(field, weight::FIELD);
        add(is_step(letters), weight::LISTED);
        // What is supposed has not happened: `如果你看到了这里`.
        add((happened(letters) && !supposes) || speaks_of_somebody(letters), weight::HAPPENED);
        add(words_at(words, bare.start).any(|word| word.class == class::CONNECT), weight::GOES_ON);
        let chats = words_at(words, bare.end.saturating_sub(1)).any(|word| word.class == class::PARTICLE);
        add(chats, weight::CHATS);
        // What begins with what is to be done asks for it, where nothing is told.
        let place = said(class::CHANNEL) || said(class::ACCOUNT);
        let bids = bad == 0 && said(class::ACCOUNT) && signs::bids(folded, words, &bare, range.start, bare.start);
        let statement = match letters.last() {
            Some('。') if count >= 8 && (asks || supposes) => weight::ASKS_CALMLY,
            Some('。') if count >= 8 => weight::STATES,
            _ => 0,
        };
        let tells = tells || field || said(class::THIRD);
        // A sentence may begin with what is done on a screen, too; a request has no full stop, and is no question.
        let orders = !matches!(letters.last(), Some('。' | '?'))
            && words_at(words, bare.start).any(|word| matches!(word.class, class::ACT | class::DEAL));
        // A notice asks as calmly: `请关注车站公告。`
        let calm = letters.last() == Some(&'。') && !(to_reader || supposes || chats || place || folded.points);
        let appeals =
            !calm && (orders || asks || to_reader || supposes || said(class::VOCATIVE) || chats || folded.points);
        let about_law = if said(class::ABOUTLAW) { weight::ABOUT_LAW } else { 0 };
        let elsewhere = field || is_step(letters);
        let likely = signs::Likely { asks, supposes, to_reader, chats, tells, counts, elsewhere, bad };
        let doubt = if hits.is_empty() { 0 } else { signs::doubt(folded, &range) };
        let signs = likely.weigh(folded, words, range, &bare);
        let notice = NOTICE.iter().any(|class| said(*class));
        Part {
            hits,
            shape: (good, bad),
            statement,
            long,
            about_law,
            signs,
            doubt,
            appeals,
            counts,
            tells,
            bids,
            notice,
        }
    }

    /// Whether it speaks to the reader.
    pub(super) fn appeals(&self) -> bool {
        self.appeals
    }

    /// Whether it tells or counts something.
    pub(super) fn reports(&self) -> bool {
        self.tells || self.counts
    }

    /// The part as if nothing but its words and its place were known.
    pub(super) fn without_shape(self) -> Part {
        Part {
            shape: (0, 0),
            statement: 0,
            long: 0,
            about_law: 0,
            signs: None,
            doubt: 0,
            appeals: true,
            tells: false,
            ..self
        }
    }

    /// Forgets the signs: where no paragraph is sure, nothing is behind the article.
    pub(super) fn forget_signs(&mut self) {
        self.signs = None;
    }

    /// What the evidence adds up to in a zone; `None` where nothing speaks for promotion there.
    pub(super) fn score(&self, folded: &Folded, zone: Zone) -> Option<Score> {
        let by_rule = self.score_of_rules(folded, zone);
        let by_signs = self.score_of_signs().filter(|_| self.signs.is_some_and(|signs| signs.holds(zone)));
        match (by_rule, by_signs) {
            // A rule that suffices says more of the line than signs do.
            (Some(rule), Some(signs)) if rule.sum >= HIDE || signs.sum <= rule.sum || signs.sum < FOLD => Some(rule),
            // Credits are the article's own, and a rule knows better what a line is.
            (Some(rule), Some(_)) if rule.rule.category.is_credit() => Some(rule),
            (Some(rule), Some(signs)) if rule.sum >= NAMED => Some(Score { sum: signs.sum, rule: rule.rule }),
            (rule, signs) => signs.or(rule),
        }
    }

    /// What the signs add up to behind the article.
    pub(super) fn score_of_signs(&self) -> Option<Score> {
        let signs = self.signs?;
        Some(Score { sum: signs.weight + self.statement.max(signs.statement), rule: signs.rule })
    }

    /// What the rules that fit add up to.
    pub(super) fn score_of_rules(&self, folded: &Folded, zone: Zone) -> Option<Score> {
        let fits = |hit: &&Hit| match hit.rule.place {
            Place::Any => true,
            Place::Edge => zone != Zone::Middle,
            Place::Tail => zone == Zone::Tail,
            Place::Head => zone == Zone::Head,
            Place::Appeal => zone == Zone::Tail && self.appeals,
        };
        let weight = |hit: &Hit| {
            let quoted = folded.is_quoted(&hit.span);
            let colon = hit.span.start.checked_sub(1).and_then(|before| folded.letters.get(before)) == Some(&':');
            let mentioned = self.statement < 0 && hit.span.start > 6 && colon;
            let long = if hit.rule.max >= LONG_LINES { 0 } else { self.long };
            hit.rule.weight + long + if quoted || mentioned { weight::QUOTED } else { 0 }
        };
        let best = self.hits.iter().filter(fits).max_by_key(|hit| (weight(hit), hit.rule.level))?;
        let others = self.hits.iter().filter(fits).filter(|hit| {
            // A rule that is only likely says nothing more beside a better one.
            let tells = hit.rule.place != Place::Appeal || best.rule.place == Place::Appeal;
            tells && hit.rule.key != best.rule.key && weight(hit) >= 3
        });
        let second = if others.count() > 0 { weight::SECOND_RULE } else { 0 };
        let (good, bad) = self.shape;
        // Between paragraphs a sentence is the article's, whatever it begins with.
        let bids = self.bids && zone != Zone::Middle;
        let this = if bids { self.statement.max(weight::ASKS_CALMLY) } else { self.statement };
        let bad = match best.rule.category {
            // Legal lines are long and speak of sites and authors: their form says little.
            // The title that an article had elsewhere may speak of anything.
            Category::SourceCredit => (bad / 2).max(weight::NARRATES),
            // Behind such a label between paragraphs may stand a sentence of the article: `相关新闻：去年此地也曾停水。`
            Category::RelatedReading if this < 0 && best.rule.place == Place::Any => bad + 3 * this,
            // So may the names of other articles, and what an account says of itself.
            Category::RelatedReading if this == 0 => (bad / 2).max(weight::NARRATES),
            Category::AccountCard => (bad / 2).max(weight::NARRATES) + this,
            category if is_legal(category) => {
                let this = if self.notice { 0 } else { this };
                (bad / 2).max(weight::NARRATES) + self.about_law + this
            }
            // Offers of work name figures and professions.
            Category::RecruitBd => bad.max(weight::STATES) + this,
            // Offers name prices and numbers of places.
            Category::AdProduct | Category::EventAwardAd | Category::ExpandPaywall if self.counts => {
                bad - weight::COUNTS + this
            }
            _ => bad + this,
        };
        // Credits name people, as articles do; a rule that asks for company is doubted already.
        let doubt = if best.rule.category.is_credit() || best.rule.weight < HIDE { 0 } else { self.doubt };
        Some(Score { sum: weight(best) + second + good.min(3) + (bad + doubt).max(-7), rule: best.rule })
    }
}

/// What legal lines are made of, and the ways to write and to call that are given in them.
const NOTICE: [u16; 12] = [
    class::FORBID,
    class::PERMIT,
    class::REPRINT,
    class::MUSTNAME,
    class::LEGAL,
    class::NOTOURS,
    class::STANDPOINT,
    class::THISTEXT,
    class::INVITE,
    class::DIAL,
    class::MAIL,
    class::HANDLE,
];

/// Whether a category's lines are written like a contract.
pub(super) fn is_legal(category: Category) -> bool {
    matches!(
        category,
        Category::CopyrightDisclaimer | Category::SubmitReprint | Category::AdDisclaimer | Category::SourceCredit
    )
}

/// The words that begin at a letter.
pub(super) fn words_at(words: &[Word], at: usize) -> impl Iterator<Item = &Word> {
    let from = words.partition_point(|word| word.start < at);
    words.get(from..).unwrap_or_default().iter().take_while(move |word| word.start == at)
}

/// Whether a part is a step of an instruction: `1. 打开设置`, `第一步：`.
fn is_step(letters: &[char]) -> bool {
    let digits = letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
    let numbered = (1..=2).contains(&digits)
        && letters.get(digits).is_some_and(|sign| matches!(sign, '.' | '、' | ')'))
        && letters.get(digits + 1).is_some_and(|letter| !letter.is_ascii_digit());
    let step = letters.first() == Some(&'第') && letters.get(2) == Some(&'步');
    numbered || step
}

/// Whether a part is a field of a notice: `开放时间：周二至周日`, `咨询电话：…`.
fn is_field(letters: &[char]) -> bool {
    const LABELS: [&str; 18] = [
        "时间", "日期", "地点", "地址", "电话", "方式", "价格", "票价", "对象", "条件", "费用", "范围", "人数", "平台",
        "服务", "岗位", "配色", "单位",
    ];
    const CALLS: [&str; 6] = ["进群", "加群", "入群", "投稿", "合作", "报料"];
    let Some(at) = letters.iter().take(8).position(|letter| matches!(letter, ':' | '为')) else { return false };
    let label: String = letters.iter().take(at).collect();
    LABELS.iter().any(|end| label.ends_with(end)) && !CALLS.iter().any(|call| label.contains(call))
}

/// Whether something happened or was so: `了` inside the sentence, `着`, `被`.
fn happened(letters: &[char]) -> bool {
    letters.iter().enumerate().any(|(at, letter)| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or_default();
        let after = letters.get(at + 1).copied().unwrap_or_default();
        match letter {
            // `门口贴着一张纸`, and not `跟着我们`.
            '着' => {
                crate::text::is_han(after)
                    && crate::text::is_han(before)
                    && !matches!(before, '跟' | '等' | '带' | '陪' | '随' | '接' | '本' | '趁' | '向')
                    && !matches!(after, '急' | '手' | '呢' | '吧' | '你' | '您')
            }
            // Something was done to somebody: `被移出群聊`.
            '被' => crate::text::is_han(after) && !matches!(after, '子' | '动' | '单'),
            '了' => {
                (crate::text::is_han(after) || after == ',')
                    && !matches!(after, '解' | '吗' | '吧' | '啊')
                    && !matches!(before, '为' | '除')
            }
            _ => false,
        }
    })
}

/// Whether somebody is spoken of: `她`, `他`.
pub(super) fn speaks_of_somebody(letters: &[char]) -> bool {
    letters.iter().enumerate().any(|(at, letter)| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or_default();
        let after = letters.get(at + 1).copied().unwrap_or_default();
        *letter == '她' || (*letter == '他' && !matches!(before, '其' | '吉' | '维') && after != '荐')
    })
}

/// Whether figures are given that count something: a share, a sum of money, many people.
fn counts(letters: &[char]) -> bool {
    letters.windows(2).any(|pair| {
        (pair[0].is_ascii_digit() || pair[0] == '万')
            && matches!(pair[1], '%' | '亿' | '万' | '倍' | '元' | '人' | '家' | '名' | '款')
    })
}

/// Whether a part ends in somebody's words: `只有四个字：“回来就好。”`
fn ends_in_speech(folded: &Folded, part: &Range<usize>) -> bool {
    let last = part.end.saturating_sub(1);
    let said = |at: &usize| folded.is_quoted(&(*at..*at + 1));
    let start = (part.start..part.end).rev().take_while(said).last();
    let colon = start.and_then(|at| at.checked_sub(1)).and_then(|at| folded.letters.get(at)) == Some(&':');
    colon && matches!(folded.letters.get(last), Some('。' | '!' | '?'))
}

/// Whether a part begins with a speaker: `主持人：`, `张某：`; a label made of the words of promotion is none.
fn is_speech(letters: &[char], words: &[Word], start: usize, to_reader: bool) -> bool {
    const LABELS: [&str; 6] = ["提示", "注意", "话题", "公告", "推荐", "启事"];
    let Some(at) = letters.iter().take(9).position(|letter| *letter == ':') else { return false };
    // The name of an institution is longer than somebody's: `国家医保局：…。`
    let longest = if letters.last() == Some(&'。') && !to_reader { 8 } else { 4 };
    let name: String = letters.iter().take(at).collect();
    let known = |word: &&Word| {
        word.end <= start + at && word.end > word.start + 1 && !matches!(word.class, class::THIRD | class::SAY)
    };
    (2..=longest).contains(&at)
        && name.chars().all(crate::text::is_han)
        && !LABELS.iter().any(|label| name.contains(label))
        && words
            .iter()
            .skip_while(|word| word.start < start)
            .take_while(|word| word.start < start + at)
            .find(known)
            .is_none()
}
