//! A diagram into a map.

use super::lines::{Statement, statements};
use super::{NEUTRAL, score_key};
use crate::base::{Warning, Warnings};
use crate::interchange::builder::Builder;
use crate::interchange::{Imported, Unreadable};
use crate::model::LaneKind;
use crate::tr;

/// Reads a diagram; `name` is the map's title where the diagram has none.
///
/// # Errors
/// [`Unreadable`] when there is no `journey` header or nothing below it.
pub fn read(text: &str, name: &str) -> Result<Imported, Unreadable> {
    let Some(statements) = statements(text) else {
        return Err(Unreadable {
            line: None,
            problem: tr!("interchange-mermaid-no-header"),
            hint: tr!("interchange-mermaid-no-header-hint"),
        });
    };
    let mut reader = Reader { builder: Builder::new(name), warnings: Warnings::new(), has_title: false };
    let mut stage = None;
    let mut tasks = 0;
    for (line, statement) in statements {
        match statement {
            Statement::Title(title) => {
                reader.builder.set_title(&label(title));
                reader.has_title = true;
            }
            Statement::AccTitle(title) if !reader.has_title => reader.builder.set_title(&label(title)),
            Statement::AccTitle(_) => {}
            Statement::Description(text) => reader.builder.set_description(&text),
            Statement::Section(name) => stage = Some(reader.builder.stage_named(&label(name))),
            Statement::Task { name, data } => {
                let stage = *stage.get_or_insert_with(|| reader.builder.stage(""));
                reader.task(line, stage, name, data);
                tasks += 1;
            }
            Statement::Unknown(text) => {
                reader.warn("not-understood", line, text, tr!("interchange-mermaid-not-understood"));
            }
        }
    }
    if tasks == 0 {
        return Err(Unreadable {
            line: None,
            problem: tr!("interchange-mermaid-empty"),
            hint: tr!("interchange-mermaid-empty-hint"),
        });
    }
    for kind in [LaneKind::Emotion, LaneKind::Pains, LaneKind::Opportunities] {
        reader.builder.lane(kind, "");
    }
    reader.builder.show_all_curves();
    Ok(Imported { map: reader.builder.finish(), warnings: reader.warnings })
}

struct Reader {
    builder: Builder,
    warnings: Warnings,
    has_title: bool,
}

impl Reader {
    fn task(&mut self, line: usize, stage: crate::model::StageId, name: &str, data: &str) {
        let touchpoint = self.builder.touchpoint(stage, &label(name));
        let mut pieces = data.split(':');
        let score = pieces.next().unwrap_or_default().trim();
        let actors =
            pieces.next().unwrap_or_default().split(',').map(str::trim).filter(|actor| !actor.is_empty());
        let actors: Vec<String> = actors.map(label).collect();
        let actors = if actors.is_empty() { vec![tr!("interchange-persona")] } else { actors };
        let personas: Vec<_> = actors.iter().map(|actor| self.builder.persona(actor)).collect();
        let Some(value) = score.parse::<f64>().ok().filter(|value| value.is_finite()) else {
            return self.warn("no-score", line, score, tr!("interchange-mermaid-no-score"));
        };
        if !(1.0..=5.0).contains(&value) {
            self.builder.keep(score_key(touchpoint), score.to_owned());
            self.warn("score-outside", line, score, tr!("interchange-mermaid-score-outside"));
        }
        for persona in personas {
            self.builder.emotion(persona, touchpoint, value - NEUTRAL);
        }
    }

    fn warn(&mut self, kind: &'static str, line: usize, value: &str, message: String) {
        let line = u64::try_from(line).ok();
        self.warnings.push(Warning { kind, line, column: None, value: Some(value.to_owned()), message });
    }
}

/// A name as people read it: `<br>` is a line end in diagrams, and names have one line.
fn label(name: &str) -> String {
    let mut plain = name.to_owned();
    for line_end in ["<br/>", "<br />", "<br>"] {
        plain = plain.replace(line_end, " ");
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
