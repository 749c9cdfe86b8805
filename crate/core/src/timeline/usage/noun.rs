//! Times that belong to a noun instead of dating a predicate.

use super::{
    super::{
        document::{is_predicate, may_predicate},
        words::{self, Class},
    },
    Around, LEAD,
};
use crate::lexicon::Word;

/// A paper's name has so many letters at most.
const PAPER: usize = 9;
/// The name of an occasion has so many letters at most.
const OCCASION: usize = 20;
/// Or so many words.
const OCCASION_WORDS: usize = 5;
/// A name is longer, in bytes: 在2025年大会上 tells when.
const SHORT: usize = 12;

impl Around<'_, '_> {
    /// 2018年《白皮书》, 2019年版: what follows is a work, and the year belongs to it.
    pub(super) fn names_a_work(&self) -> bool {
        self.after.trim_start().starts_with('《')
            && !words::ends(self.before, Class::Preposition)
            && !self.before.trim().is_empty()
    }

    /// 2025 年的资本支出预期, 公布2019年名单.
    pub(super) fn scopes_a_noun(&self) -> bool {
        let after = self.after.trim_start();
        let told = self.before.trim_end();
        // 最近一次是今年1月8日的3.2级地震: the sentence says when.
        let to_the_day = self.expression.contains(['月', '日', '号']);
        if to_the_day && told.ends_with('是') && after.starts_with('的') && told.chars().count() > 1 {
            return false;
        }
        if let Some(noun) = after.strip_prefix('的') {
            return !self.is_occasion(noun);
        }
        // 根据此前9月29日公告
        if words::begins(after, Class::Cited) && words::has(self.before, Class::Citing) {
            return true;
        }
        if words::begins(after, Class::Counter) {
            return true;
        }
        let before = self.before.trim_end();
        // 截至6月29日的第三季度, 不被打扰的夜晚: the time is a noun that is described.
        // 那一年正是1909年: which year it was, not what happened.
        let which = ["那一年", "这一年", "那年", "这年"].iter().any(|year| before.starts_with(year));
        let names = ["正是", "就是", "是"].iter().find_map(|word| after.strip_prefix(word));
        if ["那一年", "这一年", "那年", "这年"].contains(&self.expression.trim())
            && names.is_some_and(|year| year.trim_start().starts_with(|first: char| first.is_ascii_digit()))
        {
            return true;
        }
        if which && before.ends_with('是') && after.chars().all(|letter| !letter.is_alphanumeric()) {
            return true;
        }
        // 就在他离开不久后的8日凌晨，…
        let placed = ["后的", "前的", "时的"].iter().any(|word| before.ends_with(word));
        let described = ["日的", "月的", "年的"].iter().any(|time| before.ends_with(time))
            || !placed
                && (before.ends_with('的')
                    && after.chars().all(|letter| !letter.is_alphanumeric())
                    && !self.counts_from());
        if self.names_a_team()
            || described
            || before.ends_with("时至")
            || self.names_a_paper()
            || self.is_named_in_passing()
        {
            return true;
        }
        if self.is_in_what_is_taken() {
            return true;
        }
        if before.is_empty() || self.leads_in() {
            return false;
        }
        let published = words::of(Class::Publish).any(|verb| contains_near(before, verb));
        let document = words::has(after, Class::Document);
        if published && document {
            return true;
        }
        // 年份为2016年: the time is what is said, not when.
        let empty = after.chars().all(|letter| !letter.is_alphanumeric());
        if empty && !words::ends(before, Class::ToldWhen) && words::ends(before, Class::Copula) {
            return true;
        }
        self.is_object_of_a_verb()
    }

    /// 把2019年的照片当成现场图, 将2021年外地一起事故的视频移花接木: it stands in the object of 把 or 将.
    fn is_in_what_is_taken(&self) -> bool {
        let taken = self.before.trim_end().ends_with(['把', '将']);
        let noun = self.after.split_once('的').map_or(0, |(noun, _)| noun.len());
        let (inside, behind) = (self.span.end..self.span.end + noun, self.span.end + noun..self.end);
        taken
            && noun > 0
            && !self.sentence.words_in(&inside).iter().any(is_predicate)
            && self.sentence.words_in(&behind).iter().any(may_predicate)
    }

    /// 1997年专案组的三名成员已被立案审查: the year tells which team.
    fn names_a_team(&self) -> bool {
        let team =
            self.after.split_once('的').map(|(team, _)| team.trim()).filter(|team| team.chars().count() <= PAPER);
        let named = team.is_some_and(|team| team.ends_with(['组', '队', '班']) && !team.contains(['，', ' ']));
        let of = self.sentence.words_in(&(self.span.end..self.span.end + team.map_or(0, str::len)));
        named && self.expression.ends_with('年') && !of.iter().any(is_predicate)
    }

    /// 腊八粥, 资本寒冬: the name of a festival or a season inside another noun, or one that is only spoken of.
    fn is_named_in_passing(&self) -> bool {
        if !is_name_of_time(self.expression) {
            return false;
        }
        let before = self.before.trim_end();
        // 最热闹的是端午
        if before.ends_with("的是") {
            return true;
        }
        let opens = before.is_empty() || words::ends(before, Class::Preposition) || words::ends(before, Class::Plan);
        let after = self.after.trim_start();
        let closes = after.is_empty() || words::begins(after, Class::NameCloses);
        !(opens && closes)
    }

    /// 2018年度财务报告: a paper within a few letters, and no predicate before it.
    fn names_a_paper(&self) -> bool {
        if self.expression.ends_with(['日', '号']) {
            return false;
        }
        // 1月底，两家签下合同: not over a comma.
        let near: String = self.after.chars().take(PAPER).take_while(|letter| !matches!(letter, '，' | ',')).collect();
        let Some((at, paper)) = words::of(Class::Paper).filter_map(|paper| Some((near.find(paper)?, paper))).min()
        else {
            return false;
        };
        let between = self.sentence.words_in(&(self.span.end..self.span.end + at));
        // 获奖名单, 当选名单: a verb right before the paper only tells what kind it is, unless it made the paper public.
        let verbs = between.iter().filter(|word| word.tag == "v" && word.text != paper);
        let kinds = verbs.clone().all(|verb| verb.end() == self.span.end + at && !words::is(verb.text, Class::Publish));
        kinds && verbs.count() <= 1
    }

    /// 11月11日的报道中，…: an occasion that dates what follows.
    fn is_occasion(&self, noun: &str) -> bool {
        let noun = noun.trim_end();
        if words::has(noun, Class::OccasionPaper) {
            return false;
        }
        // 把2019年的合影摆在桌上
        let object = self.before.trim_end().ends_with(['把', '将', '对']);
        let closed = words::ends(noun, Class::OccasionCloses) && noun.chars().count() <= LEAD && !object;
        let timely = words::begins(noun.trim_start(), Class::OccasionTime);
        // 1月5日的首轮联赛，他没有出场: the clause holds nothing but the occasion.
        let opens = matches!(self.before.trim(), "" | "在" | "于" | "就在" | "但在" | "而在");
        let words = self.sentence.words_in(&(self.span.end..self.end));
        if opens && self.rest.len() > self.after.len() + 12 && !words.is_empty() && !words.iter().any(is_predicate) {
            return true;
        }
        // 11月9日的董事会罢免了总经理: what was held then did it.
        let held = words.iter().position(is_predicate).filter(|at| (1..=OCCASION_WORDS).contains(at));
        let held = held.and_then(|at| self.after.get(..words[at].start.checked_sub(self.span.end)?));
        let held = held.is_some_and(|noun| {
            words::ends(noun.trim_end(), Class::Occasion) || noun.trim_end().ends_with(['会', '赛'])
        });
        if opens && held && words.iter().any(|word| word.text == "了") {
            return true;
        }
        // 去年11月的安全鉴定把它列为三类坝: the same.
        let does = words.iter().position(|word| word.text == "把").filter(|at| (1..=4).contains(at));
        if opens && does.is_some_and(|at| words[..at].iter().all(|word| !matches!(word.tag, "x" | "p"))) {
            return true;
        }
        // 今年3月的诉讼被驳回 still speaks of the lawsuit; but 在今年3月的会上，他说 dates his words.
        closed || (timely && self.before.trim().chars().count() <= 1)
    }

    /// Whether the expression stands between a verb and the noun that is the verb's object, with no predicate of
    /// its own: 确定2024年工作重点.
    fn is_object_of_a_verb(&self) -> bool {
        let after = self.words_after();
        let Some(last) =
            self.words_before().iter().rev().find(|word| !matches!(word.text, "了" | "过" | "其" | "的" | "对"))
        else {
            return false;
        };
        let other = [Class::Speech, Class::Plan].iter().any(|class| words::is(last.text, *class));
        let verb = last.tag.starts_with('v') && last.text.chars().count() > 1 && !other;
        // 参赛资格, 运行情况: a verb right before the last noun only tells what kind it is.
        let predicate = after.iter().enumerate().any(|(at, word)| {
            let kind = at + 2 == after.len() && after[at + 1].tag.starts_with('n');
            // 会议的纪要: what stands last behind 的 is a noun, whatever jieba calls it.
            let kind = kind || (at + 1 == after.len() && at > 0 && after[at - 1].text == "的");
            is_predicate(word) && word.tag != "a" && !kind
        });
        let noun = after.iter().any(|word| word.tag.starts_with('n') || word.tag == "vn" || word.tag == "x");
        verb && noun && !predicate
    }
}

/// Nouns that a time describes by what happened then.
impl Around<'_, '_> {
    /// 今年发现的第二颗彗星, 一块1931年产的怀表, 1月1日以后出生的婴儿, 春节档: the time is in a noun's description.
    pub(super) fn modifies_a_noun(&self) -> bool {
        self.is_counted_within()
            || self.is_whom()
            || self.is_behind_a_measure_word()
            || self.spreads_over_a_set()
            || self.falls_due()
            || self.is_booked_for()
            || self.describes_what_lasts()
            || self.names_an_occasion()
            || self.counts_a_business_year()
            || self.is_in_a_name()
            || self.is_written()
            || self.is_ruled_out()
            || self.is_the_month_of_figures()
            || self.opens_a_class()
            || self.is_in_an_object()
            || self.is_spoken_about()
            || (self.expression.ends_with('档') && !self.leads_in())
    }

    /// 三是对2024年1月1日以后出生的家庭: whom something holds for.
    fn is_whom(&self) -> bool {
        self.words_before().iter().any(|word| word.text == "对" && word.tag == "p") && self.after.contains('的')
    }

    /// 今年第13号台风; 是今年发现的第二颗彗星.
    fn is_counted_within(&self) -> bool {
        let after = self.after.trim_start();
        let running = ["今年", "本月", "本周", "本季", "本赛季", "年内"].contains(&self.expression.trim());
        let names = self.words_before().iter().any(|word| matches!(word.text, "是" | "这是" | "也是" | "还是"));
        // 2022年第5号通告
        let numbered = after.strip_prefix('第').and_then(|rest| rest.split_once('号'));
        let numbered = numbered.is_some_and(|(number, _)| number.chars().all(char::is_numeric));
        (running && after.starts_with('第'))
            || numbered
            || (names && ["的第", "的首", "的唯一", "的最"].iter().any(|word| after.contains(word)))
    }

    /// 一块1931年产的怀表: between a number with its measure word and the noun that is counted.
    fn is_behind_a_measure_word(&self) -> bool {
        let counts = |word: &Word<'_>| {
            matches!(word.tag, "m" | "mq" | "q")
                && word.text.chars().count() > 1
                && word.text.starts_with(['一', '两', '几', '这', '那', '某'])
        };
        // 另一个11月
        if ["另一个", "又一个", "同一个", "每一个", "某一个"].iter().any(|word| self.before.trim_end().ends_with(word))
        {
            return true;
        }
        let near =
            self.words_before().last().is_some_and(|word| self.before.trim_end().ends_with(word.text) && counts(word));
        near && self.after.contains('的')
    }

    /// 这些论文发表于2018年至2022年间: over which time the things of a set are spread.
    fn spreads_over_a_set(&self) -> bool {
        let set = ["这些", "这批", "均", "都"].iter().any(|word| self.before.contains(word));
        set && self.before.trim_end().ends_with('于')
            && self.expression.ends_with('间')
            && self.expression.contains(['至', '到'])
    }

    /// 2021年7月到期的债券: when a paper falls due, and not what happens.
    fn falls_due(&self) -> bool {
        let after = self.after.trim_start();
        // 2013年1月到期国债
        let paper = self.words_after().get(1).is_some_and(|paper| paper.tag.starts_with('n'));
        words::begins(after, Class::Due) && (after.contains('的') || paper)
    }

    /// 预定1月22日回老家的火车票: the day belongs to what is bought.
    fn is_booked_for(&self) -> bool {
        let booked = self.words_before().iter().rev().find(|word| !matches!(word.text, "了" | "到" | "过"));
        booked.is_some_and(|word| words::is(word.text, Class::Book)) && self.after.contains('的')
    }

    /// 扶起2009年以来冷清的造船业: since when the object of a verb has been so.
    fn describes_what_lasts(&self) -> bool {
        let since = self.expression.ends_with("以来") || self.after.trim_start().starts_with("以来");
        let verb = self.words_before().last().is_some_and(|word| {
            may_predicate(word) && !words::is(word.text, Class::Preposition) && !words::is(word.text, Class::Speech)
        });
        since && verb && self.after.contains('的')
    }

    /// 匾上的“乾隆十年”四字: what is written on a thing.
    fn is_written(&self) -> bool {
        let behind = self.after.trim_start().trim_start_matches(['”', '」']);
        let quoted = behind.len() < self.after.trim_start().len() && self.before.trim_end().ends_with(['“', '「']);
        let count = behind.trim_start_matches(|letter: char| "一二两三四五六七八九十".contains(letter));
        quoted && ["字", "个字", "字样", "铭文", "款"].iter().any(|noun| count.starts_with(noun))
    }

    /// “今年春节不放鞭炮”的帖子: what a thing is called.
    fn is_in_a_name(&self) -> bool {
        let open = self.lead.rfind(['“', '「']) > self.lead.rfind(['”', '」']);
        let closed = self.rest.find(['”', '」']).and_then(|at| self.rest.get(at..));
        let behind = closed.map(|closed| closed.trim_start_matches(['”', '」']));
        open && behind.is_some_and(|behind| behind.starts_with('的'))
            && !self.rest.split(['”', '」']).next().unwrap_or_default().contains('，')
    }

    /// 今日17:30，公布12月消费者物价指数: the month of the figures, where the sentence says when they come out.
    fn is_the_month_of_figures(&self) -> bool {
        let coarse = ["月", "月份", "季度"].iter().any(|unit| self.expression.ends_with(unit));
        let near: String = self.after.chars().take(PAPER + LEAD / 4).collect();
        let figures = words::has(&near, Class::Figures);
        let day =
            self.lead.contains([':', '日', '时', '周']) && self.lead.contains(|letter: char| letter.is_ascii_digit());
        // 早盘公布的中国第四季度GDP年率
        let published = words::has(self.before, Class::Publish);
        coarse
            && figures
            && (day || published)
            && !self.words_after().iter().take(4).any(|word| word.tag == "v" && is_predicate(word))
    }

    /// 上周表示在2012年不会下调评级: what is not to happen then is what was said before.
    fn is_ruled_out(&self) -> bool {
        let not = ["不会", "将不", "都不会", "也不会"].iter().any(|not| self.after.trim_start().starts_with(not));
        not && self.expression.ends_with('年')
            && self.words_before().iter().any(|word| words::is(word.text, Class::Speech))
    }

    /// 2011年度十佳零售店; 截至2021年3月的一年: the year of a business.
    fn counts_a_business_year(&self) -> bool {
        let next = self.words_after().first();
        let noun = next.is_some_and(|next| !is_predicate(next) && !matches!(next.tag, "d" | "p" | "x"));
        let behind = self.rest.trim_start_matches(['，', ',', '的', ' ']);
        let length =
            behind.trim_start_matches(|letter: char| letter.is_numeric() || "一二两三四六九十半".contains(letter));
        let counted = length.len() < behind.len()
            && ["年", "个月", "季度", "财年", "个季度"].iter().any(|unit| length.starts_with(unit));
        let chosen = self.words_before().last().is_some_and(|verb| verb.tag.starts_with('v'));
        (self.expression.ends_with("年度") && (noun || chosen)) || (self.before.trim_end().ends_with("截至") && counted)
    }

    /// “某市2011年应急处置演练”, 学会2019年学术年会: a year in the name of an occasion.
    fn names_an_occasion(&self) -> bool {
        if !self.expression.ends_with('年') {
            return false;
        }
        let near: String = self.after.chars().take(OCCASION).collect();
        let Some(end) = words::of(Class::Occasion).filter_map(|noun| near.find(noun).map(|at| at + noun.len())).min()
        else {
            return false;
        };
        let name = self.after.get(..end).unwrap_or_default();
        let opened = self.before.rfind(['“', '「']) > self.before.rfind(['”', '」']);
        let owned = self.words_before().last().is_some_and(|word| word.tag.starts_with('n'));
        // 5月10日，2019年学术年会在澜宁举行: the day is told already.
        let dated = self.lead.contains('月') && self.lead.contains(|letter: char| letter.is_ascii_digit());
        // 在2025年全市卫生工作会议上
        let held = near.get(end..).is_some_and(|behind| behind.starts_with(['上', '中']));
        let named = if self.leads_in() { held && end > SHORT } else { opened || owned || dated };
        !name.contains(['，', '的', '在', '于', '将', '被', '了']) && named
    }

    /// 对2024年1月1日以后出生的二孩家庭: which ones a rule holds for.
    fn opens_a_class(&self) -> bool {
        let open = ["以后", "之后", "以前", "之前"].iter().any(|word| self.expression.ends_with(word));
        let calendar = self.expression.contains('月') || self.expression.starts_with(|first: char| first.is_numeric());
        let Some(of) = self.after.find('的').filter(|_| open && calendar) else { return false };
        let described = self.sentence.words_in(&(self.span.end..self.span.end + of));
        described.iter().any(may_predicate) && !words::ends(self.after.trim_end(), Class::OccasionCloses)
    }

    /// 拎来了三十年前在这里买的座钟: a year in the description of a verb's object.
    fn is_in_an_object(&self) -> bool {
        let coarse = ["年", "年前", "年代"].iter().any(|unit| self.expression.ends_with(unit));
        let before = self.words_before().iter().rev().find(|word| !matches!(word.text, "了" | "过" | "着"));
        let verb = before.is_some_and(|word| {
            word.tag.starts_with('v')
                && ![Class::Speech, Class::Plan, Class::Preposition].iter().any(|class| words::is(word.text, *class))
        });
        let Some(of) = self.after.rfind('的').filter(|_| coarse && verb && !self.leads_in()) else { return false };
        let cut = self.span.end + of;
        let described = self.sentence.words_in(&(self.span.end..cut)).iter().any(is_predicate);
        let object = self.sentence.words_in(&(cut + "的".len()..self.end));
        described && !object.is_empty() && !object.iter().any(is_predicate)
    }

    /// 展望下周，…: what is spoken of. 对于四季度的销量，店长并不乐观
    fn is_spoken_about(&self) -> bool {
        let about = ["对于", "关于", "针对", "至于"].iter().any(|word| self.before.trim() == *word);
        if about && !self.words_after().iter().any(is_predicate) {
            return true;
        }
        self.after.chars().all(|letter| !letter.is_alphanumeric())
            && self.words_before().last().is_some_and(|word| words::is(word.text, Class::About))
    }

    /// Whether a word leads right into the time: 在, 自; not the 到 of 拿到.
    fn leads_in(&self) -> bool {
        let before = self.before.trim_end();
        let last = self.words_before().last();
        let verb = last.is_some_and(|word| {
            word.text.ends_with('到') && word.text.chars().count() > 1 && !words::is(word.text, Class::Preposition)
        });
        words::ends(before, Class::Preposition) && !verb
    }

    /// 摘招牌的前一天: a day that counts from what is described.
    fn counts_from(&self) -> bool {
        self.expression.starts_with(['前', '后', '次', '翌', '第', '当', '同'])
    }
}

/// Whether an expression is a bare name, of a festival, a solar term or a season, without a number or a unit.
fn is_name_of_time(expression: &str) -> bool {
    let season = expression.trim_end_matches(['天', '季']);
    let bare = if season.ends_with(['春', '夏', '秋', '冬']) { season } else { expression };
    // 双11, 端午
    let bare = bare.trim_start_matches("端午");
    let bare = bare.strip_prefix('双').map_or(bare, |day| day.trim_start_matches(|letter: char| letter.is_numeric()));
    !bare.contains(|letter: char| letter.is_numeric() || "年月日号周天晚早晨午夜点时分季纪".contains(letter))
}

/// Whether the verb stands near the end of the text.
fn contains_near(text: &str, verb: &str) -> bool {
    text.rfind(verb).is_some_and(|at| text[at + verb.len()..].chars().count() <= 4)
}
