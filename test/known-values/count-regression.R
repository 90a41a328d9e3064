# Makes count-regression.json: data and fits of Poisson, quasi-Poisson and negative-binomial regressions by R.
# Run in this folder: Rscript count-regression.R
suppressMessages(library(MASS))
set.seed(20261122)
number <- function(x) formatC(x, digits = 17, format = "g", width = 1)
array <- function(x) paste0("[", paste(number(x), collapse = ","), "]")
tight <- glm.control(epsilon = 1e-15, maxit = 200)

case <- function(name, n, beta, size) {
  day <- seq_len(n)
  design <- cbind(1, sapply(1:6, function(k) as.numeric(day %% 7 == k)), day / n, sin(2 * pi * day / 365.25), cos(2 * pi * day / 365.25))
  mean <- exp(drop(design %*% beta))
  counts <- if (is.infinite(size)) rpois(n, mean) else rnbinom(n, mu = mean, size = size)
  # glm stops when the deviance stands still; some more rounds make the coefficients stand still too
  regress <- function(family) {
    fit <- glm(counts ~ design - 1, family = family, control = tight)
    for (k in 1:30) fit <- glm(counts ~ design - 1, family = family, control = tight, start = coef(fit))
    fit
  }
  poisson <- regress(poisson())
  quasi <- regress(quasipoisson())
  known <- regress(negative.binomial(theta = 4))
  fields <- c(sprintf('"name":"%s"', name), sprintf('"counts":%s', array(counts)),
    sprintf('"poisson":%s', array(coef(poisson))), sprintf('"poissonDeviance":%s', number(deviance(poisson))),
    sprintf('"dispersion":%s', number(summary(quasi)$dispersion)),
    sprintf('"size4":%s', array(coef(known))))
  if (is.finite(size)) {
    fit <- glm.nb(counts ~ design - 1, control = glm.control(epsilon = 1e-14, maxit = 500))
    for (k in 1:20) {
      theta <- as.numeric(theta.ml(counts, fitted(fit), eps = 1e-15, limit = 200))
      fit <- regress(negative.binomial(theta = theta))
    }
    fields <- c(fields, sprintf('"overdispersed":%s', array(coef(fit))), sprintf('"size":%s', number(theta)))
  }
  paste0("{", paste(fields, collapse = ","), "}")
}

base <- c(1.6, 0.15, 0.1, 0.05, 0, -0.35, -0.5, 0.2, 0.1, -0.1)
cases <- c(
  case("a district of five a day", 400, base, 6),
  case("a district of half a day", 500, base - c(2.3, rep(0, 9)), 1.5),
  case("a large district", 300, base + c(2.5, rep(0, 9)), 20),
  case("counts without overdispersion", 350, base, Inf))
writeLines(c("[", paste(cases, collapse = ",\n"), "]"), "count-regression.json")
