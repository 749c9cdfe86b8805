//! The edge between the core and the browser.
//!
//! Values come in and go out as plain objects whose TypeScript types are made from the Rust ones. Byte
//! offsets become UTF-16 offsets here, and nowhere else. Nothing is decided here.

#![allow(clippy::needless_pass_by_value, reason = "values cross the edge by value")]

mod events;
mod input;
mod rules;
mod snapshot;
mod view;

use std::cell::RefCell;

use qingdu_core::{
    article,
    filter::Filters,
    lexicon::{Lexicon, Pack},
    output::{self, Head},
    page::{Limits, Page},
    timeline, timex, typeset as setting,
};
use tsify::{Ts, Tsify as _};
use wasm_bindgen::prelude::*;

pub use events::{Conflict, Entry, Mention, Time};
pub use input::{CleanOptions, CopyForm, CopyHead, TimelineInput, TimelineParagraph, TypesetInput};
pub use rules::RuleFault;
pub use view::{Article, Back, Cleaning, Link, Paragraph, ParagraphKind, Picture, Published, Removal, Trim};

thread_local! {
    /// The dictionary pack, once the extension has fetched it.
    static DICTIONARY: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// Says on the console what a panic would say: the tests forbid one, and if it comes all the same, the worker ends and
/// nothing else would tell why.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&format!("清读: {info}").into())));
}

/// A page that was read, kept while more may be asked of it.
#[wasm_bindgen]
pub struct PageReading {
    cleaning: Cleaning,
}

#[wasm_bindgen]
impl PageReading {
    /// Reads a page: what it is, what goes, what stays. Takes the texts that `extension/content/crossing.ts` writes:
    /// thousands of small values cross this edge, and the browser's own message channels, faster as one text than one
    /// by one.
    ///
    /// # Errors
    /// A JavaScript `Error` whose message says what is wrong with the snapshot or an option.
    #[wasm_bindgen(constructor)]
    pub fn new(nodes: &str, attributes: &str, words: &str, options: Ts<CleanOptions>) -> Result<Self, JsError> {
        let page = Page::new(snapshot::read(nodes, attributes, words)?, Limits::default())?;
        let (hints, settings) = options.to_rust()?.parse()?;
        let reading = qingdu_core::read(&page, &hints, &settings);
        Ok(Self { cleaning: view::cleaning(&page, &reading) })
    }

    /// What was read, a `Cleaning` as JSON.
    ///
    /// # Errors
    /// None that a reading can cause; the type is the writer's.
    pub fn cleaning(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.cleaning)?)
    }

    /// Whether the page is an article: of another there is no timeline, and no dictionary need be fetched for it.
    #[must_use]
    pub fn is_article(&self) -> bool {
        self.cleaning.article.is_article
    }

    /// The timeline of what stays, an array of `Entry` as JSON: what [`timeline`] gives for the same text, which need
    /// not cross a second time. Empty where the page is no article.
    ///
    /// # Errors
    /// A JavaScript `Error` where the dictionary is damaged.
    pub fn timeline(&self) -> Result<String, JsError> {
        if !self.is_article() {
            return Ok("[]".to_owned());
        }
        dated(&self.cleaning.timeline_input()?)
    }
}

/// What the core sees of a page, block by block, for an issue: [`qingdu_core::report`], redacted. Takes the page as
/// [`PageReading::new`] takes it.
///
/// # Errors
/// A JavaScript `Error` whose message says what is wrong with the snapshot or an option.
#[wasm_bindgen]
pub fn report(nodes: &str, attributes: &str, words: &str, options: Ts<CleanOptions>) -> Result<String, JsError> {
    let page = Page::new(snapshot::read(nodes, attributes, words)?, Limits::default())?;
    let (hints, settings) = options.to_rust()?.parse()?;
    let reading = qingdu_core::read(&page, &hints, &settings);
    Ok(qingdu_core::report::Report::of(&page, &reading, &settings, true).to_string())
}

/// What is wrong with the reader's own rules: an array of `RuleFault`, one a line that does not hold; the other lines do.
///
/// # Errors
/// A JavaScript `Error` where an object cannot be made, for want of memory.
#[wasm_bindgen]
pub fn check_rules(text: &str) -> Result<Vec<Ts<RuleFault>>, JsError> {
    Filters::parse(text).1.into_iter().map(|fault| Ok(RuleFault::from(fault).into_ts()?)).collect()
}

/// Why a page is no article, a `Refusal` as JSON; `null` where it is one. Takes the page as [`PageReading::new`] takes it,
/// of which the walk for the decision is enough.
///
/// # Errors
/// A JavaScript `Error` whose message says what is wrong with the snapshot.
#[wasm_bindgen]
pub fn refusal(nodes: &str, attributes: &str, words: &str) -> Result<String, JsError> {
    let page = Page::new(snapshot::read(nodes, attributes, words)?, Limits::default())?;
    Ok(serde_json::to_string(&article::refusal(&page))?)
}

/// The timeline of a text that a [`PageReading`] kept. Takes a `TimelineInput` and gives an array of `Entry`, both as
/// JSON.
///
/// # Errors
/// A JavaScript `Error` where the publication time cannot be read or the dictionary is damaged.
#[wasm_bindgen]
pub fn timeline(input: &str) -> Result<String, JsError> {
    let input: TimelineInput = serde_json::from_str(input)?;
    dated(&input.core()?)
}

/// The time expressions of a text, an array of `Time` as JSON: what the timeline is made from, by themselves.
///
/// # Errors
/// A JavaScript `Error` where the publication time cannot be read.
#[wasm_bindgen]
pub fn times(text: &str, published: Option<String>) -> Result<String, JsError> {
    let published = input::published(published.as_deref())?;
    Ok(serde_json::to_string(&events::times(text, &timex::find(text, published)))?)
}

fn dated(input: &timeline::Input<'_>) -> Result<String, JsError> {
    let entries = DICTIONARY.with_borrow(|bytes| {
        let pack = bytes.as_deref().map(Pack::read).transpose()?;
        let lexicon = pack.as_ref().map(|pack| Lexicon::of(pack, &input::whole(input))).transpose()?;
        Ok::<_, JsError>(timeline::build(input, lexicon.as_ref()))
    })?;
    Ok(serde_json::to_string(&events::entries(input, &entries))?)
}

/// Sets texts as Chinese is set. Takes a `TypesetInput` and gives for every text its changes, in order, each as
/// `[at, removed, inserted]` in UTF-16 of the text before; both as JSON.
///
/// # Errors
/// A JavaScript `Error` where the input has another shape.
#[wasm_bindgen]
pub fn typeset(input: &str) -> Result<String, JsError> {
    let input: TypesetInput = serde_json::from_str(input)?;
    let set = |text: &String| view::edits(text, &setting::edits(text, input.spacing));
    Ok(serde_json::to_string(&input.texts.iter().map(set).collect::<Vec<_>>())?)
}

/// Takes the dictionary pack, the extension's own file.
///
/// # Errors
/// A JavaScript `Error` where the bytes are no pack; the one before stays.
#[wasm_bindgen]
pub fn load_dictionary(bytes: Vec<u8>) -> Result<(), JsError> {
    Pack::read(&bytes)?;
    DICTIONARY.set(Some(bytes));
    Ok(())
}

/// Whether the dictionary is there.
#[wasm_bindgen]
#[must_use]
pub fn has_dictionary() -> bool {
    DICTIONARY.with_borrow(Option::is_some)
}

/// The cleaned text in the form in which it is copied.
///
/// # Errors
/// A JavaScript `Error` where a value has another shape than its type says.
#[wasm_bindgen]
pub fn copy_text(head: Ts<CopyHead>, paragraphs: Vec<Ts<Paragraph>>, form: Ts<CopyForm>) -> Result<String, JsError> {
    let head = head.to_rust()?;
    let paragraphs = paragraphs.iter().map(Ts::to_rust).collect::<Result<Vec<_>, _>>()?;
    let blocks: Vec<_> = input::blocks(&paragraphs).iter().map(|block| setting::block(block, head.spacing)).collect();
    let title = setting::apply(&head.title, &setting::edits(&head.title, head.spacing));
    let core = Head { title: &title, line: &head.line, url: &head.url };
    Ok(match form.to_rust()? {
        CopyForm::Plain => output::plain_with_head(core, &blocks),
        CopyForm::Html => output::html(core, &blocks),
        CopyForm::Markdown => output::markdown(core, &blocks),
    })
}
