//! The list of what could not be read, as a table for the person who mends the data.

use crate::base::Warnings;

/// One line per row or field with its place, value and reason, comma-separated: the kept examples of each kind.
#[must_use]
pub fn problems_csv(problems: &Warnings) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    // Writing into memory can't fail, and all records have the header's length.
    let _ = out.write_record(["line", "kind", "column", "value", "reason"]);
    for problem in problems.examples() {
        let line = problem.line.map(|line| line.to_string()).unwrap_or_default();
        let column = problem.column.as_deref().unwrap_or_default();
        let value = problem.value.as_deref().unwrap_or_default();
        let _ = out.write_record([line.as_str(), problem.kind, column, value, &problem.message]);
    }
    out.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Warning;

    #[test]
    fn each_problem_is_a_line_with_its_place() {
        let mut problems = Warnings::new();
        let at = |line, column: Option<&str>, value: Option<&str>, kind| Warning {
            kind,
            line: Some(line),
            column: column.map(str::to_owned),
            value: value.map(str::to_owned),
            message: "No, \"not\" this.".to_owned(),
        };
        problems.push(at(7315, None, None, "ragged-row"));
        problems.push(at(9, Some("puan"), Some("6"), "bad-score"));
        let lines = "line,kind,column,value,reason\n7315,ragged-row,,,\"No, \"\"not\"\" this.\"\n\
                     9,bad-score,puan,6,\"No, \"\"not\"\" this.\"\n";
        assert_eq!(problems_csv(&problems), lines);
    }
}
