//! Learns the weights of letters in a row from lines of promotion and of articles.
//!
//! A logistic regression by stochastic gradient descent with a fixed order: the same lines give the same table. Before it
//! writes the table it says what the weights would have said of lines that they were not learned from.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use qingdu_core::boilerplate::{gram_text, grams};

/// So many times every line is learned from.
const ROUNDS: u32 = 40;
/// How far a line moves the weights in the first round.
const STEP: f64 = 0.25;
/// How much a weight that nothing asks for fades in a round.
const FADE: f64 = 0.004;
/// A line that only looks like promotion counts so often as one of any article.
const LIKENED: usize = 3;
/// Letters in fewer lines say nothing.
const LEAST: usize = 2;
/// Weights are written in sixteenths; smaller ones than this are left out.
const PARTS: f64 = 16.0;
const SMALLEST: f64 = 1.0;
/// Lines are parted so often to see what is said of those left out.
const PARTED: usize = 5;

/// A line to learn from: what it is, and its letters in a row.
struct Line {
    category: Option<String>,
    grams: Vec<u64>,
    times: usize,
}

/// Reads the lines, prints what the weights say of lines left out, and writes the table.
pub(crate) fn learn() -> Result<(), Box<dyn Error>> {
    let lines = lines()?;
    let mut said: Vec<(f64, bool)> = Vec::new();
    for part in 0..PARTED {
        let (out, of): (Vec<_>, Vec<_>) = lines.iter().enumerate().partition(|(at, _)| at % PARTED == part);
        let weights = weigh(&of.into_iter().map(|(_, line)| line).collect::<Vec<_>>());
        said.extend(out.into_iter().map(|(_, line)| (weights.of(&line.grams), line.category.is_some())));
    }
    let mut out = std::io::stdout().lock();
    let count = |promotion: bool| said.iter().filter(|(_, is)| *is == promotion).count();
    writeln!(out, "{} lines of promotion, {} of articles", count(true), count(false))?;
    for least in [-1.0, 0.0, 1.0, 2.0, 3.0] {
        let over = |promotion: bool| said.iter().filter(|(odds, is)| *is == promotion && *odds >= least).count();
        writeln!(out, "log odds of {least} and more: {} of promotion, {} of articles", over(true), over(false))?;
    }
    let all: Vec<_> = lines.iter().collect();
    let weights = weigh(&all);
    fs::write(core().join("data/boilerplate/weights.tsv"), table(&all, &weights))?;
    Ok(())
}

struct Weights {
    bias: f64,
    of: BTreeMap<u64, f64>,
}

impl Weights {
    fn of(&self, grams: &[u64]) -> f64 {
        self.bias + grams.iter().filter_map(|gram| self.of.get(gram)).sum::<f64>()
    }
}

fn weigh(lines: &[&Line]) -> Weights {
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for gram in lines.iter().flat_map(|line| &line.grams) {
        *counts.entry(*gram).or_default() += 1;
    }
    counts.retain(|_, count| *count >= LEAST);
    let place: BTreeMap<u64, usize> = counts.keys().enumerate().map(|(at, gram)| (*gram, at)).collect();
    let known = |line: &&Line| line.grams.iter().filter_map(|gram| place.get(gram).copied()).collect::<Vec<usize>>();
    let rows: Vec<(Vec<usize>, bool, usize)> =
        lines.iter().map(|line| (known(line), line.category.is_some(), line.times)).collect();
    let mut weights = vec![0.0; place.len()];
    let mut bias = 0.0;
    let mut order: Vec<usize> =
        rows.iter().enumerate().flat_map(|(at, (_, _, times))| std::iter::repeat_n(at, *times)).collect();
    // The order is shuffled, always in the same way.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap_or(0)
    };
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, next(at + 1));
        }
        let step = STEP / (1.0 + 0.3 * f64::from(round));
        for at in &order {
            let (row, promotion, _) = &rows[*at];
            let odds: f64 = bias + row.iter().map(|place| weights[*place]).sum::<f64>();
            let wanted = if *promotion { 1.0 } else { 0.0 };
            let error = wanted - 1.0 / (1.0 + (-odds).exp());
            bias += step * error * 0.1;
            for place in row {
                weights[*place] += step * error;
            }
        }
        for weight in &mut weights {
            *weight *= 1.0 - FADE;
        }
    }
    Weights { bias, of: place.into_iter().map(|(gram, at)| (gram, weights[at])).collect() }
}

/// The table: letters in a row, their weight, and the category of which they are most characteristic.
fn table(lines: &[&Line], weights: &Weights) -> String {
    let mut of: BTreeMap<u64, BTreeMap<&str, f64>> = BTreeMap::new();
    let mut many: BTreeMap<&str, f64> = BTreeMap::new();
    for line in lines {
        let Some(category) = line.category.as_deref() else { continue };
        *many.entry(category).or_default() += 1.0;
        for gram in &line.grams {
            *of.entry(*gram).or_default().entry(category).or_default() += 1.0;
        }
    }
    let likeliest = |gram: u64| {
        let counts = of.get(&gram)?;
        let share = |category: &str, count: f64| count / many.get(category).copied().unwrap_or(1.0).sqrt();
        let best = counts.iter().max_by(|one, other| share(one.0, *one.1).total_cmp(&share(other.0, *other.1)))?;
        Some(*best.0)
    };
    let mut text = String::from(
        "# Written by `cargo run -p xtask -- learn` from the lines under corpus/ and crate/core/tests: what letters in a row\n\
         # weigh, in sixteenths of a unit of log odds, and the category that they are most characteristic of. `^` and `$` are\n\
         # the ends of a line, 0 is any run of figures.\n\
         gram\tweight\tcategory\n",
    );
    let _ = writeln!(text, "bias\t{}\tlike_share", (weights.bias * PARTS).round());
    for (gram, weight) in &weights.of {
        let parts = (weight * PARTS).round().clamp(-127.0, 127.0);
        let letters = gram_text(*gram);
        if parts.abs() <= SMALLEST || letters.contains(['#', '\t']) {
            continue;
        }
        let _ = writeln!(text, "{letters}\t{parts}\t{}", likeliest(*gram).unwrap_or("like_share"));
    }
    text
}

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core")
}

/// The lines of the corpus and of the tests, each once.
fn lines() -> Result<Vec<Line>, Box<dyn Error>> {
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    let mut add = |text: &str, category: Option<&str>, times: usize| {
        let grams = grams(text);
        if seen.insert(grams.clone()) {
            lines.push(Line { category: category.map(str::to_owned), grams, times });
        }
    };
    let tests = core().join("tests");
    let mut files = Vec::new();
    for folder in [
        core().join("data/boilerplate/corpus"),
        tests.join("lines"),
        tests.join("second"),
        tests.join("company"),
        tests,
    ] {
        for file in fs::read_dir(folder)? {
            files.push(file?.path());
        }
    }
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|is| is == "txt" || is == "tsv")) {
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let marked = file.extension().is_some_and(|is| is == "tsv");
        let genuine = name.ends_with("genuine") || name == "stays";
        // Tables of another form, and the lines that tests keep to themselves: what was learned is measured on them.
        if name.starts_with("untuned") || ["credits", "lines_mixed", "goes"].contains(&name) {
            continue;
        }
        let text = fs::read_to_string(file)?;
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (category, line) = line.split_once('\t').filter(|_| marked).unwrap_or((name, line));
            let line = line.strip_prefix("~ ").unwrap_or(line);
            add(line, (!genuine).then_some(category), if genuine { LIKENED } else { 1 });
        }
    }
    for folder in [core().join("tests/adversarial"), core().join("../cli/tests/timeline")] {
        let mut articles = Vec::new();
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            articles.push(if path.is_dir() { path.join("article.txt") } else { path });
        }
        articles.sort();
        for article in articles.iter().filter(|file| file.extension().is_some_and(|is| is == "txt")) {
            for paragraph in fs::read_to_string(article)?.lines().filter(|line| !line.is_empty()) {
                let mut sentence = String::new();
                for letter in paragraph.chars() {
                    sentence.push(letter);
                    if matches!(letter, '。' | '！' | '？') {
                        add(&sentence, None, 1);
                        sentence.clear();
                    }
                }
                add(&sentence, None, 1);
                add(paragraph, None, 1);
            }
        }
    }
    Ok(lines)
}
