/**
 * Cholesky factor L of a symmetric positive definite matrix, A = L·Lᵀ, in place: `matrix` is row-major, order p,
 * only its lower triangle is read and overwritten. For the normal equations of the baselines (p ≤ 40).
 * Returns false, leaving rubbish, when the matrix is not positive definite. p³/6 multiplications.
 */
export function choleskyInPlace(matrix: Float64Array, order: number): boolean {
  for (let i = 0; i < order; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * order + j]!
      for (let k = 0; k < j; k++) sum -= matrix[i * order + k]! * matrix[j * order + k]!
      if (i !== j) matrix[i * order + j] = sum / matrix[j * order + j]!
      else if (sum > 0) matrix[i * order + i] = Math.sqrt(sum)
      else return false
    }
  }
  return true
}

/** Solves A·x = b in place of b, given the factor L of {@link choleskyInPlace}. p² multiplications. */
export function solveByCholesky(factor: Float64Array, vector: Float64Array, order: number): void {
  solveLower(factor, vector, order)
  solveUpper(factor, vector, order)
}

/** Solves L·x = b in place of b. The sum of squares of the result is bᵀ A⁻¹ b. p²/2 multiplications. */
export function solveLower(factor: Float64Array, vector: Float64Array, order: number): void {
  for (let i = 0; i < order; i++) {
    let sum = vector[i]!
    for (let k = 0; k < i; k++) sum -= factor[i * order + k]! * vector[k]!
    vector[i] = sum / factor[i * order + i]!
  }
}

/** Solves Lᵀ·x = b in place of b. Applied to standard normals it gives draws with covariance A⁻¹. */
export function solveUpper(factor: Float64Array, vector: Float64Array, order: number): void {
  for (let i = order - 1; i >= 0; i--) {
    let sum = vector[i]!
    for (let k = i + 1; k < order; k++) sum -= factor[k * order + i]! * vector[k]!
    vector[i] = sum / factor[i * order + i]!
  }
}
