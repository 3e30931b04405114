//! The statements of a diagram, each with its line: what comes before the header and comments are left out.

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Statement<'a> {
    Title(&'a str),
    /// `accTitle`: the title for screen readers.
    AccTitle(&'a str),
    /// `accDescr`, on one line or in braces.
    Description(String),
    Section(&'a str),
    /// Name and what follows the first colon.
    Task {
        name: &'a str,
        data: &'a str,
    },
    /// Nothing that the grammar knows.
    Unknown(&'a str),
}

/// True when the text holds a `journey` diagram.
pub(in crate::interchange) fn is_journey(text: &str) -> bool {
    body(text).is_some()
}

/// The statements with their lines, from 1; none when there is no `journey` header.
pub(super) fn statements(text: &str) -> Option<Vec<(usize, Statement<'_>)>> {
    let (first, rest) = body(text)?;
    let mut found = Vec::new();
    let mut lines = rest.split('\n').zip(first..);
    while let Some((line, number)) = lines.next() {
        if line.trim_start().starts_with("```") {
            break;
        }
        for part in without_comment(line).split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let Some(rest) = keyword(part, "accDescr").and_then(|rest| rest.trim_start().strip_prefix('{'))
            else {
                found.push((number, statement(part)));
                continue;
            };
            let mut text = rest.to_owned();
            // In braces it goes on over line ends.
            while !text.contains('}') {
                let Some((next, _)) = lines.next() else { break };
                text.push('\n');
                text.push_str(next);
            }
            let text = text.split('}').next().unwrap_or_default();
            let text: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            found.push((number, Statement::Description(text.join("\n"))));
        }
    }
    Some(found)
}

/// What follows the header `journey`, and the number of the line in which it begins. Front matter, directives, comments and a
/// Markdown fence may come before it.
fn body(text: &str) -> Option<(usize, &str)> {
    let text = text.trim_start_matches('\u{feff}');
    let mut rest = text;
    let mut number = 1;
    let mut in_front_matter = false;
    let mut in_directive = false;
    let is_markdown = text.contains("```mermaid");
    let mut in_fence = !is_markdown;
    while !rest.is_empty() {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        let word = line.trim();
        if in_directive || word.starts_with("%%{") {
            in_directive = !word.contains("}%%");
        } else if !in_fence {
            in_fence = word.starts_with("```mermaid");
        } else if word == "---" {
            in_front_matter = !in_front_matter;
        } else if !in_front_matter && !without_comment(line).trim().is_empty() {
            let (header, inline) = word.split_once(';').unwrap_or((word, ""));
            if without_comment(header).trim().eq_ignore_ascii_case("journey") {
                return if inline.is_empty() {
                    Some((number + 1, after))
                } else {
                    let at = rest.find(';').map_or(rest.len(), |at| at + 1);
                    Some((number, &rest[at..]))
                };
            }
            if !is_markdown {
                return None;
            }
            in_fence = false;
        }
        rest = after;
        number += 1;
    }
    None
}

/// The line up to `%%` or `#`.
fn without_comment(line: &str) -> &str {
    let line = line.find("%%").map_or(line, |at| &line[..at]);
    line.find('#').map_or(line, |at| &line[..at])
}

/// What follows a keyword in any letter case.
fn keyword<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let start = line.get(..word.len())?;
    start.eq_ignore_ascii_case(word).then(|| &line[word.len()..])
}

fn statement(line: &str) -> Statement<'_> {
    let followed_by_blank =
        |word| keyword(line, word).filter(|rest| rest.starts_with([' ', '\t'])).map(str::trim);
    let followed_by_colon =
        |word| keyword(line, word).and_then(|rest| rest.trim_start().strip_prefix(':')).map(str::trim);
    if let Some(title) = followed_by_blank("title") {
        Statement::Title(title)
    } else if let Some(title) = followed_by_colon("accTitle") {
        Statement::AccTitle(title)
    } else if let Some(text) = followed_by_colon("accDescr") {
        Statement::Description(text.to_owned())
    } else if let Some(name) = followed_by_blank("section") {
        Statement::Section(name.split(':').next().unwrap_or_default().trim())
    } else if let Some((name, data)) = line.split_once(':').filter(|(name, _)| !name.trim().is_empty()) {
        Statement::Task { name: name.trim(), data: data.trim() }
    } else {
        Statement::Unknown(line)
    }
}
