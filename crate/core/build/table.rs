//! Reading one table, with faults that name the file and the line.
#![allow(dead_code, reason = "each family of tables uses the part it needs")]

use std::{
    fmt::{self, Write as _},
    fs,
    path::PathBuf,
};

/// What is wrong with a table, and where.
pub(crate) struct Fault {
    file: String,
    line: usize,
    what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{}:{}: {}\n", self.file, self.line, self.what)
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A table whose header was checked.
pub(crate) struct Table {
    file: String,
    columns: Vec<String>,
    rows: Vec<(usize, Vec<String>)>,
}

/// One row of a table; its cells are asked for by column name.
pub(crate) struct Row<'t> {
    table: &'t Table,
    /// The line in the file, from 1.
    pub(crate) line: usize,
    cells: &'t [String],
}

impl Table {
    /// Reads `data/{name}`, whose first row must name exactly `columns`.
    pub(crate) fn read(name: &str, columns: &[&str]) -> Result<Table, Fault> {
        let file = format!("data/{name}");
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(&file);
        let fault = |line, what: String| Fault { file: format!("crate/core/{file}"), line, what };
        let text = fs::read_to_string(&path).map_err(|error| fault(0, error.to_string()))?;
        let mut rows = text
            .lines()
            .enumerate()
            .map(|(at, line)| (at + 1, line))
            .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
            .map(|(at, line)| (at, line.split('\t').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()));
        let Some((line, header)) = rows.next() else {
            return Err(fault(1, "the table is empty".into()));
        };
        if header != columns {
            return Err(fault(line, format!("the columns must be {columns:?}, they are {header:?}")));
        }
        let rows: Vec<_> = rows.collect();
        for (line, cells) in &rows {
            if cells.len() != columns.len() {
                return Err(fault(*line, format!("{} cells where {} are wanted", cells.len(), columns.len())));
            }
        }
        Ok(Table { file: format!("crate/core/{file}"), columns: header, rows })
    }

    /// A fault of the whole table, at its first line.
    pub(crate) fn fault(&self, what: String) -> Fault {
        Fault { file: self.file.clone(), line: 1, what }
    }

    /// The rows, in the order of the file.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { table: self, line: *line, cells })
    }
}

impl Row<'_> {
    /// The cell of a column; empty where the table leaves it empty.
    pub(crate) fn get(&self, column: &str) -> &str {
        match self.table.columns.iter().position(|name| name == column) {
            Some(at) => &self.cells[at],
            None => panic!("no column {column} in {}", self.table.file),
        }
    }

    /// The cell of a column that may not be empty.
    pub(crate) fn need(&self, column: &str) -> Result<&str, Fault> {
        match self.get(column) {
            "" => Err(self.fault(format!("`{column}` is empty"))),
            cell => Ok(cell),
        }
    }

    /// The cell as a number.
    pub(crate) fn number<N: std::str::FromStr>(&self, column: &str) -> Result<N, Fault> {
        let cell = self.need(column)?;
        cell.parse().map_err(|_| self.fault(format!("`{column}` is no number in range: {cell}")))
    }

    /// The cell as one of the named choices.
    pub(crate) fn one_of<'c>(&self, column: &str, choices: &[&'c str]) -> Result<&'c str, Fault> {
        let cell = self.need(column)?;
        choices
            .iter()
            .copied()
            .find(|choice| *choice == cell)
            .ok_or_else(|| self.fault(format!("`{column}` is {cell}, none of {choices:?}")))
    }

    /// A fault at this row.
    pub(crate) fn fault(&self, what: String) -> Fault {
        Fault { file: self.table.file.clone(), line: self.line, what }
    }
}

/// Where the words of a first letter stand among the sorted words, as a constant `FIRST`.
pub(crate) fn first_letters<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut letters: Vec<(char, usize, usize)> = Vec::new();
    for (at, word) in words.enumerate() {
        match (word.chars().next(), letters.last_mut()) {
            (Some(first), Some((letter, _, end))) if *letter == first => *end = at + 1,
            (Some(first), _) => letters.push((first, at, at + 1)),
            (None, _) => {}
        }
    }
    let mut code = String::from(
        "/// Every first letter with the range of its words, sorted.\nconst FIRST: &[(char, (usize, usize))] = &[\n",
    );
    for (letter, from, to) in letters {
        let _ = writeln!(code, "    ({letter:?}, ({from}, {to})),");
    }
    code.push_str("];\n");
    code
}
