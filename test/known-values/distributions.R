# Makes distributions.json: values of R's distribution functions and quantiles.
# Run in this folder: Rscript distributions.R
number <- function(x) formatC(x, digits = 17, format = "g", width = 1)
points <- character(0)
add <- function(name, arguments, value) {
  stopifnot(is.finite(value))
  points <<- c(points, sprintf('["%s",[%s],%s]', name, paste(number(arguments), collapse = ","), number(value)))
}

for (z in c(-37, -20, -8, -5, -3, -1.96, -1, -0.3, -1e-3, 0, 1e-3, 0.4, 1, 1.64, 3, 6, 8)) add("normalCdf", z, pnorm(z))
for (z in c(0.1, 1, 2.576, 5, 9, 20, 35)) add("normalUpper", z, pnorm(z, lower.tail = FALSE))
for (p in c(1e-300, 1e-100, 1e-30, 1e-12, 1e-6, 1e-3, 0.01, 0.025, 0.07, 0.2, 0.4, 0.6, 0.9, 0.975, 0.9999)) add("normalQuantile", p, qnorm(p))

for (degrees in c(0.7, 1, 2, 3.4, 10, 13, 27.8, 60, 500, 1e5)) {
  for (t in c(-4, -0.5, 0.01, 0.7, 2, 3.5, 12, 60)) add("studentUpper", c(t, degrees), pt(t, degrees, lower.tail = FALSE))
  for (p in c(1e-12, 1e-5, 0.01, 0.025, 0.2, 0.45, 0.8, 0.975)) add("studentQuantile", c(p, degrees), qt(p, degrees))
}

for (shape in c(0.05, 0.5, 1, 2.3, 11, 80, 2000, 1e5)) {
  for (q in c(0.2, 0.7, 1, 1.4, 3)) {
    x <- q * shape
    if (pgamma(x, shape) > 1e-250) add("gammaCdf", c(x, shape), pgamma(x, shape))
    if (pgamma(x, shape, lower.tail = FALSE) > 1e-250) add("gammaUpper", c(x, shape), pgamma(x, shape, lower.tail = FALSE))
  }
  # R's qgamma stops early: its value is polished here by Newton steps on R's own pgamma
  for (p in c(1e-6, 0.025, 0.5, 0.9, 0.999)) {
    x <- qgamma(p, shape)
    for (k in 1:5) if (x > 1e-280) x <- x * exp(-(log(pgamma(x, shape)) - log(p)) * pgamma(x, shape) / (x * dgamma(x, shape)))
    if (x > 1e-280) add("gammaQuantile", c(p, shape), x)
  }
}

for (ab in list(c(0.2, 0.3), c(0.5, 0.5), c(1, 3), c(2, 2), c(5, 80), c(40, 3.5), c(300, 500), c(1e4, 20), c(5e4, 5e4))) {
  mean <- ab[1] / sum(ab)
  sd <- sqrt(mean * (1 - mean) / (sum(ab) + 1))
  for (x in pmin(0.999, pmax(0.001, mean + c(-4, -1.5, 0, 1.5, 4) * sd))) {
    if (pbeta(x, ab[1], ab[2]) > 1e-250) add("betaCdf", c(x, ab), pbeta(x, ab[1], ab[2]))
    if (pbeta(x, ab[1], ab[2], lower.tail = FALSE) > 1e-250) add("betaUpper", c(x, ab), pbeta(x, ab[1], ab[2], lower.tail = FALSE))
  }
  for (p in c(0.01, 0.05, 0.5, 0.9, 0.99)) {
    x <- qbeta(p, ab[1], ab[2])
    for (k in 1:5) x <- x - (pbeta(x, ab[1], ab[2]) - p) / dbeta(x, ab[1], ab[2])
    add("betaQuantile", c(p, ab), x)
  }
}

for (mean in c(0.02, 0.3, 1, 4.2, 19, 150, 4000)) for (size in c(0.1, 0.8, 3, 12, 75.5, 1e4)) {
  sd <- sqrt(mean + mean^2 / size)
  for (y in unique(pmax(0, round(mean + c(-1, 0, 1, 3, 8) * sd)))) {
    add("negativeBinomialProbability", c(y, mean, size), dnbinom(y, mu = mean, size = size))
    if (pnbinom(y - 1, mu = mean, size = size, lower.tail = FALSE) > 1e-250)
      add("negativeBinomialUpper", c(y, mean, size), pnbinom(y - 1, mu = mean, size = size, lower.tail = FALSE))
    add("negativeBinomialCdf", c(y, mean, size), pnbinom(y, mu = mean, size = size))
  }
  for (p in c(0.025, 0.5, 0.9, 0.99, 0.9999)) add("negativeBinomialQuantile", c(p, mean, size), qnbinom(p, mu = mean, size = size))
}

for (x in c(1e-8, 0.03, 0.5, 1.2, 2.7, 6.5, 9.99, 10.01, 33.3, 171, 1e4, 1e10)) {
  add("logGamma", x, lgamma(x))
  add("digamma", x, digamma(x))
  add("trigamma", x, trigamma(x))
}

writeLines(c('{"made by":"distributions.R",', sprintf('"R":"%s",', R.version.string), '"points":[', paste(points, collapse = ",\n"), "]}"), "distributions.json")
cat(length(points), "points\n")
