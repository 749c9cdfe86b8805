//! Reading selectors.
//!
//! `tag`, `*`, `.class`, `#id`, `[name]` and its comparisons `=` `^=` `$=` `*=` `~=`; below (white space),
//! directly below (`>`), next (`+`), behind (`~`); `:not()`, `:is()`, `:has()`, `:first-child`, `:last-child`,
//! `:only-child`, `:nth-child()`, `:nth-last-child()`; alternatives by comma. Beyond CSS `:has-text()` (also as
//! `:-abp-contains()`, `:contains()`) and, at the end, `:upward()`. The build reads the site tables with this same file, so a
//! selector that cannot be parsed stops it.

use super::fault::Fault;

/// How the value of an attribute is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    /// The attribute is there.
    Any,
    /// It is the value.
    Is,
    /// It begins with the value.
    Begins,
    /// It ends with the value.
    Ends,
    /// It holds the value.
    Holds,
    /// The value is one of its words.
    Word,
}

/// How an element stands to the one before it in a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// Somewhere below it.
    Below,
    /// Directly below it.
    Child,
    /// Directly behind it, under the same parent.
    Next,
    /// Anywhere behind it, under the same parent.
    Behind,
}

/// One text of `:has-text()`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The text.
    pub(crate) text: String,
    /// Whether the element's text begins with it.
    pub(crate) begins: bool,
    /// Whether the element's text ends with it.
    pub(crate) ends: bool,
}

/// What begins with a colon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pseudo {
    /// None of these selectors selects the element.
    Not(Selector),
    /// One of them does.
    Is(Selector),
    /// One of them, which begin at the element, selects something.
    Has(Selector),
    /// It has one of these texts.
    Text(Vec<Wanted>),
    /// Its place among its siblings, from 1, is `step * n + from` for some n from 0; counted from the end or not.
    Nth {
        /// The step.
        step: i32,
        /// The place for n = 0.
        from: i32,
        /// Whether it is counted from the end.
        end: bool,
    },
}

/// What one element must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Compound {
    /// Whether it is the element that a `:has()` belongs to.
    pub(crate) scope: bool,
    /// Its tag; empty: any.
    pub(crate) tag: String,
    /// Its id; empty: any.
    pub(crate) id: String,
    /// Classes that it has.
    pub(crate) classes: Vec<String>,
    /// Attributes that it has: name, test, value.
    pub(crate) attributes: Vec<(String, Test, String)>,
    /// What else holds for it.
    pub(crate) pseudos: Vec<Pseudo>,
}

/// One element of a path, with its relation to the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// What the element must be.
    pub(crate) compound: Compound,
    /// How it stands to the one before; meaningless for the first.
    pub(crate) relation: Relation,
}

/// A selector: alternatives, each one a path from the outside in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Selector {
    /// The paths; none is empty.
    pub(crate) paths: Vec<Vec<Step>>,
}

/// What is done with an element that a selector has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// So many parents up.
    Up(usize),
    /// Up to the nearest ancestor that the selector selects.
    UpTo(Selector),
    /// It must be this.
    Only(Selector),
}

/// A selector with what `:upward()` adds to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chain {
    /// What is found first.
    pub(crate) selector: Selector,
    /// What is done with it, in order.
    pub(crate) stages: Vec<Stage>,
}

/// Brackets in brackets.
const DEPTH: usize = 4;
/// The most steps up.
const UP: usize = 64;

impl Selector {
    /// Parses a selector.
    pub(crate) fn parse(text: &str) -> Result<Selector, Fault> {
        Selector::inside(text, false, 0)
    }

    /// Parses a selector that stands in `depth` brackets; a relative one begins at the element of a `:has()`.
    fn inside(text: &str, relative: bool, depth: usize) -> Result<Selector, Fault> {
        let paths = parts(text, ",").into_iter().map(|part| path(part, relative, depth));
        Ok(Selector { paths: paths.collect::<Result<Vec<_>, _>>()? })
    }
}

impl Chain {
    /// Parses alternatives that may go up at their ends.
    pub(crate) fn parse(text: &str) -> Result<Vec<Chain>, Fault> {
        parts(text, ",").into_iter().map(Chain::one).collect()
    }

    fn one(text: &str) -> Result<Chain, Fault> {
        const UPWARD: &str = ":upward(";
        let mut pieces = parts(text, UPWARD).into_iter();
        let first = pieces.next().unwrap_or_default();
        let first = if first.trim().is_empty() && text.contains(UPWARD) { "*" } else { first };
        let selector = Selector::parse(first)?;
        let mut stages = Vec::new();
        for piece in pieces {
            let end = closing(piece).ok_or(Fault::Unclosed('('))?;
            let (argument, rest) = (piece[..end].trim(), &piece[end + 1..]);
            stages.push(match argument.parse::<usize>() {
                Ok(count @ 1..=UP) => Stage::Up(count),
                Ok(_) => return Err(Fault::Argument(format!(":upward({argument})"))),
                Err(_) => Stage::UpTo(Selector::parse(argument)?),
            });
            if !rest.trim().is_empty() {
                let behind = || Fault::Behind(rest.trim().into());
                let only =
                    if rest.starts_with(['.', '#', '[', ':']) { Selector::parse(rest)? } else { return Err(behind()) };
                let alone = only.paths.iter().all(|path| path.len() == 1);
                stages.push(if alone { Stage::Only(only) } else { return Err(behind()) });
            }
        }
        Ok(Chain { selector, stages })
    }
}

/// Splits at a sign that stands in no brackets and no quotes.
fn parts<'t>(text: &'t str, sign: &str) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut open = Open::default();
    for (at, letter) in text.char_indices() {
        if at >= start && open.is_none() && text[at..].starts_with(sign) {
            parts.push(&text[start..at]);
            start = at + sign.len();
        }
        open.meet(letter);
    }
    // The bracket of the sign itself was met; what it opens is the caller's.
    parts.push(&text[start..]);
    parts
}

/// Where the bracket closes that was opened before the text.
fn closing(text: &str) -> Option<usize> {
    let mut open = Open::default();
    for (at, letter) in text.char_indices() {
        if letter == ')' && open.is_none() {
            return Some(at);
        }
        open.meet(letter);
    }
    None
}

/// The brackets and quotes that are open at a place.
#[derive(Default)]
struct Open {
    round: usize,
    square: bool,
    quote: Option<char>,
    escaped: bool,
}

impl Open {
    fn is_none(&self) -> bool {
        self.round == 0 && !self.square && self.quote.is_none() && !self.escaped
    }

    fn meet(&mut self, letter: char) {
        if std::mem::take(&mut self.escaped) {
            return;
        }
        match (letter, self.quote) {
            ('\\', _) => self.escaped = true,
            (_, Some(quote)) => self.quote = Some(quote).filter(|quote| *quote != letter),
            // A lone apostrophe in a text is no quote; in an attribute it is.
            ('"' | '\'', None) if self.square => self.quote = Some(letter),
            ('[', None) => self.square = true,
            (']', None) => self.square = false,
            ('(', None) => self.round += 1,
            (')', None) => self.round = self.round.saturating_sub(1),
            _ => {}
        }
    }
}

fn path(text: &str, relative: bool, depth: usize) -> Result<Vec<Step>, Fault> {
    let mut steps: Vec<Step> = Vec::new();
    if relative {
        steps.push(Step { compound: Compound { scope: true, ..Compound::default() }, relation: Relation::Below });
    }
    let scope = steps.len();
    let mut relation = None;
    let mut rest = text.trim();
    while let Some(sign) = rest.chars().next() {
        let next = match sign {
            '>' => Some(Relation::Child),
            '+' => Some(Relation::Next),
            '~' => Some(Relation::Behind),
            _ => None,
        };
        if next.is_some() {
            if relation.is_some() || steps.is_empty() {
                return Err(Fault::Dangling(sign));
            }
            relation = next;
            rest = rest[1..].trim_start();
            continue;
        }
        let (compound, length) = compound(rest, depth)?;
        steps.push(Step { compound, relation: relation.take().unwrap_or(Relation::Below) });
        rest = rest[length..].trim_start();
    }
    if steps.len() == scope || relation.is_some() {
        return Err(Fault::Empty(text.trim().into()));
    }
    Ok(steps)
}

/// Reads one compound at the beginning of a text; gives it with its length.
fn compound(text: &str, depth: usize) -> Result<(Compound, usize), Fault> {
    let mut compound = Compound::default();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let rest = &text[at..];
        match sign {
            '[' => {
                let end = square(rest).ok_or(Fault::Unclosed('['))?;
                compound.attributes.push(attribute(&rest[1..end])?);
                at += end + 1;
            }
            ':' => {
                let (found, length) = pseudo(rest, depth)?;
                compound.pseudos.extend(found);
                at += length;
            }
            '*' if at == 0 => at += 1,
            '.' | '#' => {
                let (name, length) = name(&rest[1..]).ok_or_else(|| Fault::Name(rest.trim_end().into()))?;
                if sign == '.' {
                    compound.classes.push(name);
                } else {
                    compound.id = name;
                }
                at += 1 + length;
            }
            ' ' | '\t' | '>' | '+' | '~' => break,
            _ => {
                let found = if at == 0 { name(rest) } else { None };
                let (name, length) = found.ok_or_else(|| Fault::Name(rest.trim_end().into()))?;
                compound.tag = name.to_ascii_lowercase();
                at += length;
            }
        }
    }
    Ok((compound, at))
}

/// Reads a name at the beginning of a text, with the letters that a backslash excuses; gives it with its length.
fn name(text: &str) -> Option<(String, usize)> {
    let mut name = String::new();
    let mut letters = text.char_indices();
    let mut end = text.len();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '-' | '_' => name.push(letter),
            '\\' => name.push(letters.next()?.1),
            _ if letter.is_alphanumeric() => name.push(letter),
            _ => {
                end = at;
                break;
            }
        }
    }
    (!name.is_empty()).then_some((name, end))
}

/// Where the square bracket closes with which a text begins.
fn square(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (letter, quote) {
            ('"' | '\'', None) => quote = Some(letter),
            (_, Some(open)) if letter == open => quote = None,
            (']', None) => return Some(at),
            _ => {}
        }
    }
    None
}

fn attribute(text: &str) -> Result<(String, Test, String), Fault> {
    let fault = || Fault::Attribute(text.into());
    let plain = |key: &str| {
        let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | ':');
        let key = key.trim();
        if key.is_empty() || !key.chars().all(fits) { Err(fault()) } else { Ok(key.to_ascii_lowercase()) }
    };
    let Some((left, value)) = text.split_once('=') else { return Ok((plain(text)?, Test::Any, String::new())) };
    let tests = [('^', Test::Begins), ('$', Test::Ends), ('*', Test::Holds), ('~', Test::Word)].map(|(sign, test)| {
        let key = left.strip_suffix(sign)?;
        Some((key, test))
    });
    let (name, how) = tests.into_iter().flatten().next().unwrap_or((left, Test::Is));
    let value = unquoted(value.trim());
    if value.is_empty() { Err(fault()) } else { Ok((plain(name)?, how, value.into())) }
}

/// A text without the quotes around it.
fn unquoted(text: &str) -> &str {
    let quotes = ['"', '\''];
    let inner = quotes.iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    inner.unwrap_or(text)
}

/// Reads what begins with a colon; gives it with its length.
fn pseudo(text: &str, depth: usize) -> Result<(Vec<Pseudo>, usize), Fault> {
    let (name, length) = name(&text[1..]).ok_or_else(|| Fault::Name(text.into()))?;
    let end = 1 + length;
    let Some(behind) = text[end..].strip_prefix('(') else {
        let nth = |end| Pseudo::Nth { step: 0, from: 1, end };
        let found = match name.as_str() {
            "first-child" => vec![nth(false)],
            "last-child" => vec![nth(true)],
            "only-child" => vec![nth(false), nth(true)],
            _ => return Err(Fault::Unknown(format!(":{name}"))),
        };
        return Ok((found, end));
    };
    let close = closing(behind).ok_or(Fault::Unclosed('('))?;
    let argument = behind[..close].trim();
    if depth >= DEPTH {
        return Err(Fault::Deep);
    }
    let fault = || Fault::Argument(format!(":{name}({argument})"));
    let found = match name.as_str() {
        "not" => Pseudo::Not(Selector::inside(argument, false, depth + 1)?),
        "is" | "where" => Pseudo::Is(Selector::inside(argument, false, depth + 1)?),
        "has" | "-abp-has" => Pseudo::Has(Selector::inside(argument, true, depth + 1)?),
        "has-text" | "-abp-contains" | "contains" => {
            Pseudo::Text(wanted(argument).map_err(|one| one.unwrap_or_else(fault))?)
        }
        "nth-child" | "nth-last-child" => {
            let (step, from) = nth(argument).ok_or_else(fault)?;
            Pseudo::Nth { step, from, end: name == "nth-last-child" }
        }
        _ => return Err(Fault::Unknown(format!(":{name}()"))),
    };
    Ok((vec![found], end + 1 + close + 1))
}

/// The numbers of `2n+1`, `odd`, `-n+3`, `4`.
fn nth(text: &str) -> Option<(i32, i32)> {
    let bare: String = text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_ascii_lowercase();
    let number = |text: &str| text.parse::<i32>().ok().filter(|number| number.unsigned_abs() < 100_000);
    match bare.as_str() {
        "odd" => return Some((2, 1)),
        "even" => return Some((2, 0)),
        _ => {}
    }
    let Some((step, from)) = bare.split_once('n') else { return Some((0, number(&bare)?)) };
    let step = match step {
        "" | "+" => 1,
        "-" => -1,
        _ => number(step)?,
    };
    Some((step, if from.is_empty() { 0 } else { number(from)? }))
}

/// The texts of `:has-text()`: one as it stands, or those of `/one|another/`. Without a fault of its own the
/// argument is empty.
fn wanted(argument: &str) -> Result<Vec<Wanted>, Option<Fault>> {
    let flags = |end: &str| end.chars().all(|flag| matches!(flag, 'i' | 'u'));
    let pattern = argument.strip_prefix('/').and_then(|rest| rest.rsplit_once('/')).filter(|(_, end)| flags(end));
    let found = match pattern {
        Some((inside, _)) => alternatives(inside).map_err(Some)?,
        None => vec![Wanted { text: unquoted(argument).into(), begins: false, ends: false }],
    };
    if found.iter().any(|one| one.text.trim().is_empty()) { Err(None) } else { Ok(found) }
}

/// The alternatives of a regular expression that has nothing but texts, `^`, `$` and `|`.
fn alternatives(text: &str) -> Result<Vec<Wanted>, Fault> {
    let empty = || Wanted { text: String::new(), begins: false, ends: false };
    let mut found = vec![empty()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(last) = found.last_mut() else { break };
        match letter {
            '|' => found.push(empty()),
            '^' if last.text.is_empty() => last.begins = true,
            '$' if letters.peek().is_none_or(|next| *next == '|') => last.ends = true,
            '\\' => match letters.next() {
                Some(sign) if !sign.is_alphanumeric() => last.text.push(sign),
                _ => return Err(Fault::Pattern('\\')),
            },
            '[' | ']' | '(' | ')' | '*' | '+' | '?' | '{' | '}' | '.' | '^' | '$' => {
                return Err(Fault::Pattern(letter));
            }
            _ => last.text.push(letter),
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_parsed_is_named() {
        let cases = [
            ("", "nothing is selected"),
            ("div >", "nothing is selected"),
            ("> div", "nothing before it"),
            ("div > + p", "nothing before it"),
            ("a[href", "without `]`"),
            ("a[href^=]", "no value"),
            ("a[=x]", "no name"),
            ("div..x", "is no name"),
            ("div{}", "is no name"),
            ("div:hover", "`:hover` is not known"),
            ("div:matches-css(color: red)", "`:matches-css()` is not known"),
            ("div:not(.x", "without its end"),
            ("p:nth-child(x)", "`:nth-child(x)` does not take that"),
            ("p:has-text()", "does not take that"),
            ("p:has-text(/扫.*码/)", "not `.`"),
            ("div:not(p:not(a:not(b:not(i:not(u)))))", "too many brackets"),
            ("div,,p", "nothing is selected"),
        ];
        for (text, what) in cases {
            let fault = Selector::parse(text).unwrap_err().to_string();
            assert!(fault.contains(what), "{text}: {fault}");
        }
    }

    #[test]
    fn what_cannot_stand_behind_upward_is_named() {
        let cases = [
            ("p:upward(0)", "does not take that"),
            ("p:upward(65)", "does not take that"),
            ("p:upward(2", "without its end"),
            ("p:upward(2) > a", "cannot stand behind"),
            ("p:upward(2) a", "cannot stand behind"),
            ("p:upward(:hover)", "is not known"),
        ];
        for (text, what) in cases {
            let fault = Chain::parse(text).unwrap_err().to_string();
            assert!(fault.contains(what), "{text}: {fault}");
        }
    }

    #[test]
    fn a_comma_or_a_space_in_brackets_parts_nothing() {
        let selector = Selector::parse("a[title=\"甲, 乙\"] > i, b:has-text(丙, 丁)").unwrap();
        assert_eq!(selector.paths.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(selector.paths[0][1].relation, Relation::Child);
    }

    #[test]
    fn the_places_of_nth_child_are_read() {
        let cases =
            [("odd", (2, 1)), ("even", (2, 0)), ("3", (0, 3)), ("2n + 1", (2, 1)), ("-n+3", (-1, 3)), ("n", (1, 0))];
        for (text, expected) in cases {
            assert_eq!(nth(text), Some(expected), "{text}");
        }
        for text in ["", "x", "2m", "n+n", "9999999999"] {
            assert_eq!(nth(text), None, "{text}");
        }
    }
}
