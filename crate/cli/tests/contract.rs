//! The command line's contract: what scripts may rely on.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::{
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

fn qingdu(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_qingdu"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may stop reading early; that is its right.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn copied() -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/contract/copied.txt").to_string_lossy().into_owned()
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn faults(output: &Output) -> Vec<String> {
    String::from_utf8_lossy(&output.stderr).lines().map(str::to_owned).collect()
}

#[test]
fn a_copied_page_is_cleaned_dated_and_told() {
    let page = json(&qingdu(&["read", &copied(), "--now", "2025-11-12T10:00+08:00", "--format", "json"], b""));
    let article = &page["article"];
    assert_eq!(article["is_article"], true);
    assert_eq!(article["title"], "云雀机器人换帅,创始人卸任 CEO");
    assert_eq!(article["source"], "极昼工厂");
    assert_eq!(article["published"]["value"], "2025-11-12T07:00+08:00");
    assert_eq!(article["published"]["precision"], "hour");

    let text = page["text"].as_str().unwrap();
    for gone in ["关于ZAKER", "一键三连", "到评论区说说", "加个星标", "每晚见"] {
        assert!(!text.contains(gone), "{gone} is still there");
        assert!(
            page["removed"].as_array().unwrap().iter().any(|removed| removed["text"].as_str().unwrap().contains(gone))
        );
    }
    for kept in ["参考链接:", "https://news.example.com/skylark-ceo-steps-down", "比十年做一百件事更难"] {
        assert!(text.contains(kept), "{kept} is gone");
    }
    for removed in page["removed"].as_array().unwrap() {
        for field in ["text", "category", "rule", "reason", "level"] {
            assert!(removed[field].as_str().is_some_and(|value| !value.is_empty()), "{field} of {removed}");
        }
    }

    let starts: Vec<&str> =
        page["timeline"].as_array().unwrap().iter().map(|entry| entry["start"].as_str().unwrap()).collect();
    assert_eq!(starts, ["2016-01-01", "2025-03-01", "2025-10-01", "2025-11-12"]);
    let last = &page["timeline"][3];
    assert_eq!((&last["inferred"], &last["kind"]), (&Value::Bool(true), &Value::from("happened")));
    let month = &page["timeline"][2];
    assert_eq!((&month["end"], &month["precision"]), (&Value::from("2025-11-01"), &Value::from("month")));
    assert_eq!(month["mentions"][0]["expression"], "上个月");
    for entry in page["timeline"].as_array().unwrap() {
        assert!(text.contains(entry["headline"].as_str().unwrap()), "{entry}");
    }
}

#[test]
fn a_batch_goes_on_behind_a_bad_line() {
    let good = serde_json::json!({"id": "a", "path": copied(), "now": "2025-11-12T10:00+08:00"}).to_string();
    let lost = serde_json::json!({"id": "b", "path": "/nowhere/page.html"}).to_string();
    let dated = serde_json::json!({"id": "c", "path": copied(), "published": "gestern"}).to_string();
    let batch = [good.as_str(), "{not json", &lost, &dated, "", &good].join("\n");
    let output = qingdu(&["read", "-", "--jsonl"], batch.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    let lines: Vec<Value> =
        String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().map(|line| line["id"].as_str().unwrap()).collect::<Vec<_>>(), ["a", "a"]);
    let faults = faults(&output);
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert!(faults[0].contains("-:2"), "{}", faults[0]);
    assert!(faults[1].contains("/nowhere/page.html"), "{}", faults[1]);
    assert!(faults[2].contains("-:4") && faults[2].contains("gestern"), "{}", faults[2]);
}

#[test]
fn bad_pages_are_refused_with_one_clear_line_that_names_the_file() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let list = (0..40).map(|at| format!("<li><a href='/article/{at}'>今日要闻第{at}条：某地某事</a></li>"));
    let list = list.collect::<Vec<_>>().concat();
    let pages = [
        ("empty.html", String::new()),
        ("no-text.html", "<html><body><div id=content></div></body></html>".into()),
        ("challenge.html", "<html><head><title>安全验证</title><script>window.captcha={}</script></head><body><div id=app></div></body></html>".into()),
        ("list.html", format!("<html><head><title>科技频道</title></head><body><ul>{list}</ul></body></html>")),
        ("huge.html", format!("<html><body>{}</body></html>", "<p>一段很长的文字。</p>".repeat(800_000))),
    ];
    for (name, html) in pages {
        let path = folder.join(name);
        fs::write(&path, html).unwrap();
        let output = qingdu(&["read", &path.to_string_lossy()], b"");
        assert_eq!(output.status.code(), Some(2), "{name}");
        let faults = faults(&output);
        assert_eq!(faults.len(), 1, "{name}: {faults:?}");
        assert!(faults[0].contains(name) && faults[0].len() > name.len() + 20, "{}", faults[0]);
        assert!(output.stdout.is_empty(), "{name}");
    }
}

#[test]
fn the_rules_of_a_file_hold_and_its_bad_lines_are_named() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join("rules.txt");
    fs::write(&path, "! 我的规则\n##p:has-text(上个月)\n##p:hover\nexample.org##p\n").unwrap();
    let page = folder.join("ruled.html");
    let body = "<p>镇上的旧船厂停工八年之后，在今年春天重新开了门。</p><p>上个月，第一条木船下水，围观的人站满了堤岸。</p><p>厂长说，订单已经排到了明年夏天，老师傅们又回来了。</p>";
    fs::write(&page, format!("<html><body><h1>旧船厂开门</h1><div class=article>{body}</div></body></html>")).unwrap();
    let output =
        qingdu(&["read", &page.to_string_lossy(), "--rules", &path.to_string_lossy(), "--format", "json"], b"");
    let faults = faults(&output);
    assert_eq!(output.status.code(), Some(2));
    assert!(faults.len() == 1 && faults[0].contains("rules.txt:3: `:hover`"), "{faults:?}");
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(!read["text"].as_str().unwrap().contains("上个月"), "{read}");
    let removed: Vec<&Value> =
        read["removed"].as_array().unwrap().iter().filter(|part| part["category"] == "user_rule").collect();
    assert_eq!(removed.len(), 1);
    assert_eq!(removed[0]["rule"], "##p:has-text(上个月)");
}

#[test]
fn every_form_of_a_page_comes_out() {
    for (form, head) in
        [("text", "云雀机器人 CEO"), ("markdown", "# 云雀机器人换帅"), ("html", "<h1>云雀机器人换帅"), ("json", "{")]
    {
        let output = qingdu(&["read", &copied(), "--now", "2025-11-12T10:00+08:00", "--format", form], b"");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && text.starts_with(head), "{form}: {text}");
        // The JSON tells what was removed; the other forms are without it.
        assert_eq!(text.contains("一键三连"), form == "json", "{form}");
    }
}

#[test]
fn time_expressions_come_out_in_code_points() {
    let line = r#"{"id":"x","text":"𠮷野家今年 7 月开业。","ref":"2025-11-12T10:00"}"#;
    let output = json(&qingdu(&["timex", "-", "--jsonl"], line.as_bytes()));
    assert_eq!(output["id"], "x");
    let span = &output["spans"][0];
    assert_eq!((&span["start"], &span["end"], &span["type"]), (&Value::from(3), &Value::from(9), &Value::from("date")));
    assert_eq!(span["value"]["start"], "2025-07-01T00:00:00");
    assert_eq!(span["value"]["end"], "2025-08-01T00:00:00");
}

#[test]
fn a_bad_reference_time_is_named_and_the_rest_goes_on() {
    let batch = "{\"id\":\"x\",\"text\":\"去年\",\"ref\":\"soon\"}\n{\"id\":\"y\",\"text\":\"去年\",\"ref\":\"2025-11-12\"}\n\u{ff}";
    let mut bytes = batch.as_bytes().to_vec();
    bytes.extend([b'\n', 0xff, 0xfe, b'\n']);
    let output = qingdu(&["timex", "-", "--jsonl"], &bytes);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
    let faults = faults(&output);
    assert!(faults[0].contains("-:1") && faults[0].contains("soon"), "{faults:?}");
    assert!(faults.last().unwrap().contains("UTF-8"), "{faults:?}");
}

#[test]
fn a_line_of_fifty_megabytes_is_named_and_the_rest_goes_on() {
    let long = "今年3月5日，".repeat(50 << 20 >> 4);
    let batch =
        format!("{{\"id\":\"x\",\"text\":\"{long}\"}}\n{{\"id\":\"y\",\"text\":\"去年\",\"ref\":\"2025-11-12\"}}\n");
    let output = qingdu(&["timex", "-", "--jsonl"], batch.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.lines().count() == 1 && text.contains("2024-01-01"), "{}", &text[..text.len().min(200)]);
    assert!(faults(&output)[0].contains("too long"), "{:?}", faults(&output));
}
