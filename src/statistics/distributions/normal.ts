/**
 * P(Z ≤ z) of the standard normal; full relative precision in the lower tail. Rational approximations of Cody (1969),
 * Mathematics of Computation 23:631. Refuses NaN. Constant time.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('normalCdf needs a number, got NaN')
  const size = Math.abs(z)
  if (size <= 0.67448975) return 0.5 + nearCentre(z)
  const tail = size <= 5.656854249492381 ? middleTail(size) : outerTail(size)
  return z < 0 ? tail : 1 - tail
}

/** P(Z > z) of the standard normal; full relative precision in the upper tail. Refuses NaN. */
export function normalUpper(z: number): number {
  return normalCdf(-z)
}

/** Density of the standard normal. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}

/**
 * Quantile of the standard normal, 0 < p < 1: Wichura (1988), Algorithm AS 241, Applied Statistics 37:477,
 * followed by one Halley step on the cdf. `upperTail` reads p as P(Z > z). Refuses p outside with a RangeError.
 */
export function normalQuantile(p: number, { upperTail = false } = {}): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile needs 0 < p < 1, got ${p}`)
  if (p === 0.5) return 0
  const lower = p < 0.5 ? -tailQuantile(p) : tailQuantile(1 - p)
  return upperTail ? -lower : lower
}

/** z > 0 with P(Z > z) = p, p ≤ ½. */
function tailQuantile(p: number): number {
  const z = p > 0.075 ? centre(0.5 - p) : tail(Math.sqrt(-Math.log(p)))
  const error = (normalUpper(z) - p) / normalDensity(z)
  return z + error / (1 - (error * z) / 2)
}

function nearCentre(z: number): number {
  const square = z * z
  let top = NEAR_TOP[4]! * square
  let bottom = square
  for (let k = 0; k < 3; k++) {
    top = (top + NEAR_TOP[k]!) * square
    bottom = (bottom + NEAR_BOTTOM[k]!) * square
  }
  return (z * (top + NEAR_TOP[3]!)) / (bottom + NEAR_BOTTOM[3]!)
}

function middleTail(z: number): number {
  let top = MIDDLE_TOP[8]! * z
  let bottom = z
  for (let k = 0; k < 7; k++) {
    top = (top + MIDDLE_TOP[k]!) * z
    bottom = (bottom + MIDDLE_BOTTOM[k]!) * z
  }
  return ((top + MIDDLE_TOP[7]!) / (bottom + MIDDLE_BOTTOM[7]!)) * bell(z)
}

function outerTail(z: number): number {
  const square = 1 / (z * z)
  let top = OUTER_TOP[5]! * square
  let bottom = square
  for (let k = 0; k < 4; k++) {
    top = (top + OUTER_TOP[k]!) * square
    bottom = (bottom + OUTER_BOTTOM[k]!) * square
  }
  const ratio = (square * (top + OUTER_TOP[4]!)) / (bottom + OUTER_BOTTOM[4]!)
  return ((1 / Math.sqrt(2 * Math.PI) - ratio) / z) * bell(z)
}

/** exp(−z²/2) without losing the last digits of z². */
function bell(z: number): number {
  const coarse = Math.trunc(z * 16) / 16
  return Math.exp((-coarse * coarse) / 2) * Math.exp((-(z - coarse) * (z + coarse)) / 2)
}

function centre(q: number): number {
  const r = 0.180625 - q * q
  return (q * polynomial(CENTRE_TOP, r)) / polynomial(CENTRE_BOTTOM, r)
}

function tail(r: number): number {
  if (r <= 5) return polynomial(TAIL_TOP, r - 1.6) / polynomial(TAIL_BOTTOM, r - 1.6)
  return polynomial(FAR_TOP, r - 5) / polynomial(FAR_BOTTOM, r - 5)
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * x + coefficients[k]!
  return sum
}

const CENTRE_TOP = [
  3.387132872796367, 133.14166789178438, 1971.5909503065513, 13731.693765509461, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
]
const CENTRE_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
]
const TAIL_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 7.745450142783414e-4,
]
const TAIL_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  5.475938084995345e-4, 1.0507500716444169e-9,
]
const FAR_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
]
const FAR_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
]

const NEAR_TOP = [
  2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745,
]
const NEAR_BOTTOM = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673]
const MIDDLE_TOP = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
]
const MIDDLE_BOTTOM = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
]
const OUTER_TOP = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934, 2.9112874951168793e-5,
  0.023073441764940174,
]
const OUTER_BOTTOM = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
]
