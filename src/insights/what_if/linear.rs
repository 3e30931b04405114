//! Square systems of linear equations, by elimination with the largest pivot.

/// A square matrix, row by row.
#[derive(Clone, Debug)]
pub struct Matrix {
    size: usize,
    values: Vec<f64>,
}

/// Below this a pivot is nothing but rounding.
const LEAST_PIVOT: f64 = 1e-12;

impl Matrix {
    /// With the values that `value` gives for row and column.
    pub fn of(size: usize, value: impl Fn(usize, usize) -> f64) -> Self {
        let values = (0..size * size).map(|place| value(place / size, place % size)).collect();
        Self { size, values }
    }

    /// A column from top to bottom.
    pub fn column(&self, column: usize) -> Vec<f64> {
        (0..self.size).map(|row| self.values[row * self.size + column]).collect()
    }

    /// The product with a vector.
    pub fn times(&self, vector: &[f64]) -> Vec<f64> {
        let row = |row: &[f64]| row.iter().zip(vector).map(|(one, other)| one * other).sum();
        self.values.chunks(self.size.max(1)).map(row).collect()
    }

    fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.size..(row + 1) * self.size]
    }

    /// Takes `factor` times one row from another, from a column on.
    fn take(&mut self, from: usize, row: usize, factor: f64, first: usize) {
        for column in first..self.size {
            self.values[from * self.size + column] -= factor * self.values[row * self.size + column];
        }
    }

    fn swap(&mut self, one: usize, other: usize) {
        for column in 0..self.size {
            self.values.swap(one * self.size + column, other * self.size + column);
        }
    }
}

/// The vector that, multiplied with the matrix, gives `right`; none when there is not exactly one.
pub fn solve(matrix: Matrix, right: Vec<f64>) -> Option<Vec<f64>> {
    let columns = solve_all(matrix, vec![right])?;
    columns.into_iter().next()
}

/// The inverse; none when there is none.
pub fn inverse(matrix: &Matrix) -> Option<Matrix> {
    let size = matrix.size;
    let unit = |one: usize| (0..size).map(|row| f64::from(u8::from(row == one))).collect();
    let columns = solve_all(matrix.clone(), (0..size).map(unit).collect())?;
    Some(Matrix::of(size, |row, column| columns[column][row]))
}

/// One solution for each right side.
fn solve_all(mut matrix: Matrix, mut rights: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = matrix.size;
    for step in 0..size {
        let length = |row: usize| matrix.row(row)[step].abs();
        let pivot = (step..size).max_by(|one, other| length(*one).total_cmp(&length(*other)))?;
        if length(pivot) < LEAST_PIVOT {
            return None;
        }
        matrix.swap(step, pivot);
        rights.iter_mut().for_each(|right| right.swap(step, pivot));
        for row in step + 1..size {
            let factor = matrix.row(row)[step] / matrix.row(step)[step];
            if factor != 0.0 {
                matrix.take(row, step, factor, step);
                rights.iter_mut().for_each(|right| right[row] -= factor * right[step]);
            }
        }
    }
    for right in &mut rights {
        for row in (0..size).rev() {
            let known: f64 = (row + 1..size).map(|column| matrix.row(row)[column] * right[column]).sum();
            right[row] = (right[row] - known) / matrix.row(row)[row];
        }
    }
    Some(rights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solves_what_has_one_solution() {
        let rows = [[0.0, 2.0, 1.0], [1.0, -2.0, -3.0], [-1.0, 1.0, 2.0]];
        let matrix = Matrix::of(3, |row, column| rows[row][column]);
        let solution = solve(matrix.clone(), vec![-8.0, 0.0, 3.0]).unwrap();
        for (value, expected) in solution.iter().zip([-4.0, -5.0, 2.0]) {
            assert!((value - expected).abs() < 1e-12);
        }
        let unit = matrix.times(&inverse(&matrix).unwrap().column(1));
        for (value, expected) in unit.iter().zip([0.0, 1.0, 0.0]) {
            assert!((value - expected).abs() < 1e-12);
        }
        let singular = Matrix::of(2, |row, _| row as f64 + 1.0);
        assert!(solve(singular.clone(), vec![1.0, 2.0]).is_none() && inverse(&singular).is_none());
    }
}
