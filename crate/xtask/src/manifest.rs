//! One manifest, two browsers: each warns about the other's keys, so each gets its own edits.

use serde_json::{Value, json};

use crate::Outcome;

/// A browser that the extension is built for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chrome and what is built on Chromium.
    Chrome,
    /// Firefox.
    Firefox,
}

/// A change to the common manifest: a key, by its JSON pointer, and its value.
struct Edit {
    pointer: &'static str,
    value: Value,
}

impl Browser {
    /// The browser of a name on the command line.
    pub(crate) fn named(name: &str) -> Outcome<Browser> {
        match name {
            "chrome" => Ok(Browser::Chrome),
            "firefox" => Ok(Browser::Firefox),
            _ => Err(format!("no such browser: {name} (chrome, firefox)").into()),
        }
    }

    /// Its name in paths.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Browser::Chrome => "chrome",
            Browser::Firefox => "firefox",
        }
    }

    fn edits(self) -> Vec<Edit> {
        let edit = |pointer, value| Edit { pointer, value };
        match self {
            Browser::Chrome => vec![
                edit("/background/service_worker", json!("background.js")),
                edit("/minimum_chrome_version", json!("121")),
            ],
            Browser::Firefox => vec![
                edit("/background/scripts", json!(["background.js"])),
                edit(
                    "/browser_specific_settings",
                    json!({
                        "gecko": {
                            "id": "qingdu@qingdu.invalid",
                            "strict_min_version": "140.0",
                            "data_collection_permissions": { "required": ["none"] }
                        },
                        "gecko_android": { "strict_min_version": "142.0" }
                    }),
                ),
            ],
        }
    }
}

/// The manifest of one browser.
pub(crate) fn variant(source: &str, browser: Browser, version: &str) -> Outcome<String> {
    let mut manifest: Value = serde_json::from_str(source)?;
    set(&mut manifest, "/version", json!(version))?;
    for Edit { pointer, value } in browser.edits() {
        set(&mut manifest, pointer, value)?;
    }
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

/// Adds a key whose parent exists. A key that the common manifest has already is a mistake.
fn set(manifest: &mut Value, pointer: &str, value: Value) -> Outcome {
    let (parent, key) = pointer.rsplit_once('/').ok_or("a pointer begins with a slash")?;
    let parent = manifest.pointer_mut(parent).and_then(Value::as_object_mut);
    let parent = parent.ok_or_else(|| format!("manifest.json has no object above {pointer}"))?;
    match parent.insert(key.into(), value) {
        None => Ok(()),
        Some(_) => Err(format!("manifest.json sets {pointer}, which the build sets").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_browser_gets_its_own_keys_and_no_other() {
        let source = r#"{"name": "x", "background": {"type": "module"}}"#;
        let chrome = variant(source, Browser::Chrome, "1.2.3").unwrap();
        let firefox = variant(source, Browser::Firefox, "1.2.3").unwrap();
        assert!(chrome.contains("service_worker") && !chrome.contains("gecko"));
        assert!(firefox.contains("scripts") && !firefox.contains("minimum_chrome_version"));
        assert!(chrome.contains("1.2.3") && firefox.contains("1.2.3"));
    }

    #[test]
    fn an_edit_that_hits_nothing_or_overwrites_fails() {
        assert!(variant("{}", Browser::Chrome, "1").is_err());
        let twice = r#"{"version": "1", "background": {}}"#;
        assert!(variant(twice, Browser::Chrome, "1").unwrap_err().to_string().contains("/version"));
    }
}
