//! Pairing entries with gold: the assignment of the greatest weight (Hungarian method).

pub(super) fn assign(weights: &[Vec<f64>], columns: usize) -> Vec<(usize, usize)> {
    let size = weights.len().max(columns);
    let cost = |row: usize, column: usize| -weights.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0.0);
    let (mut u, mut v) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    let (mut row_of, mut way) = (vec![0_usize; size + 1], vec![0_usize; size + 1]);
    for row in 1..=size {
        row_of[0] = row;
        let mut column = 0;
        let (mut least, mut used) = (vec![f64::INFINITY; size + 1], vec![false; size + 1]);
        while row_of[column] != 0 {
            used[column] = true;
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for other in 1..=size {
                if used[other] {
                    continue;
                }
                let current = cost(row_of[column] - 1, other - 1) - u[row_of[column]] - v[other];
                if current < least[other] {
                    (least[other], way[other]) = (current, column);
                }
                if least[other] < delta {
                    (delta, next) = (least[other], other);
                }
            }
            for other in 0..=size {
                if used[other] {
                    u[row_of[other]] += delta;
                    v[other] -= delta;
                } else {
                    least[other] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[way[column]];
            column = way[column];
        }
    }
    (1..=size).map(|column| (row_of[column] - 1, column - 1)).filter(|&(row, column)| cost(row, column) < 0.0).collect()
}
