# Makes models.json: adjusted p-values, random effects, two-way fits with holes, local levels, factors and least squares by R.
# Run in this folder: Rscript models.R
set.seed(20261122)
number <- function(x) ifelse(is.na(x), "null", formatC(x, digits = 17, format = "g", width = 1))
array <- function(x) paste0("[", paste(number(as.vector(x)), collapse = ","), "]")
field <- function(name, x) sprintf('"%s":%s', name, if (length(x) == 1) number(x) else array(x))
object <- function(...) paste0("{", paste(c(...), collapse = ","), "}")
list_of <- function(x) paste0("[", paste(x, collapse = ",\n"), "]")

multiplicity <- sapply(list(c(0.01, 0.04, 0.03, 0.2, 0.5), c(1e-8, 0.02, 0.02, 0.9, 0.04, 0.05, 0.3, 1), runif(40)^2, c(0.03, 0.02)), function(p)
  object(field("p", p), field("bh", p.adjust(p, "BH")), field("by", p.adjust(p, "BY")), field("holm", p.adjust(p, "holm"))))

# Paule & Mandel's equation by uniroot, Hartung & Knapp's error never below the classical one.
# The first case is the BCG vaccine trials (Colditz et al. 1994), log relative risks.
random_effects <- function(name, y, v) {
  Q <- function(t2) { w <- 1 / (v + t2); sum(w * (y - sum(w * y) / sum(w))^2) }
  k <- length(y)
  t2 <- if (Q(0) <= k - 1) 0 else uniroot(function(t2) Q(t2) - (k - 1), c(0, 100), tol = 1e-15)$root
  w <- 1 / (v + t2)
  mean <- sum(w * y) / sum(w)
  error <- sqrt(max(1, Q(t2) / (k - 1)) / sum(w))
  half <- qt(0.975, k - 1) * error
  object(sprintf('"name":"%s"', name), field("effect", y), field("variance", v), field("between", t2), field("mean", c(mean - half, mean, mean + half)))
}
tpos <- c(4, 6, 3, 62, 33, 180, 8, 505, 29, 17, 186, 5, 27); tneg <- c(119, 300, 228, 13536, 5036, 1361, 2537, 87886, 7470, 1699, 50448, 2493, 16886)
cpos <- c(11, 29, 11, 248, 47, 372, 10, 499, 45, 65, 141, 3, 29); cneg <- c(128, 274, 209, 12619, 5761, 1079, 619, 87892, 7232, 1600, 27197, 2338, 17825)
effects <- c(
  random_effects("the BCG trials", log((tpos / (tpos + tneg)) / (cpos / (cpos + cneg))), 1 / tpos - 1 / (tpos + tneg) + 1 / cpos - 1 / (cpos + cneg)),
  random_effects("effects that agree", c(0.1, 0.12, 0.08, 0.11), c(0.04, 0.02, 0.03, 0.05)),
  random_effects("two effects", c(-0.2, 0.9), c(0.01, 0.09)))

two_way <- sapply(c(0, 0.15, 0.4), function(holes) {
  d <- expand.grid(column = 1:12, row = 1:6)
  d$y <- rpois(nrow(d), exp(0.3 * d$row) * (1 + 0.5 * sin(d$column)))
  d$use <- as.numeric(runif(nrow(d)) >= holes | d$row == 1 | d$column == 1)
  fit <- glm(y ~ factor(row) + factor(column), family = poisson, data = d, subset = use == 1, control = glm.control(epsilon = 1e-15, maxit = 500))
  object(field("rows", 6), field("columns", 12), field("counts", d$y), field("use", d$use), field("fitted", predict(fit, d, type = "response")))
})

level <- function(n, h, step, holes) {
  y <- cumsum(rnorm(n, sd = sqrt(step))) + rnorm(n, sd = sqrt(h))
  y[runif(n) < holes] <- NA
  model <- list(T = matrix(1), Z = 1, h = h, V = matrix(step), a = 0.3, P = matrix(0), Pn = matrix(2))
  run <- KalmanRun(y, model, nit = 0L)
  smooth <- KalmanSmooth(y, model, nit = 0L)
  object(field("values", y), field("h", h), field("step", step), field("filtered", run$states), field("smooth", smooth$smooth), field("smoothVariance", smooth$var))
}
levels <- c(level(40, 1, 0.1, 0), level(60, 0.3, 0.5, 0.25), level(30, 2, 0, 0.1))

cholesky <- sapply(c(2, 7, 20), function(p) {
  x <- matrix(rnorm(3 * p * p), ncol = p)
  A <- crossprod(x)
  b <- rnorm(p)
  object(field("order", p), field("matrix", A), field("lower", chol(A)), field("b", b), field("solution", solve(A, b)))
})

squares <- sapply(list(c(10, 3), c(40, 8)), function(shape) {
  x <- matrix(rnorm(prod(shape)), ncol = shape[2])
  y <- rnorm(shape[1])
  fit <- lm.fit(x, y)
  object(field("columns", shape[2]), field("design", t(x)), field("response", y), field("coefficients", fit$coefficients), field("residual", sum(fit$residuals^2)))
})

writeLines(c("{", paste0('"R":"', R.version.string, '",'),
  paste0('"multiplicity":', list_of(multiplicity), ","), paste0('"effects":', list_of(effects), ","),
  paste0('"twoWay":', list_of(two_way), ","), paste0('"levels":', list_of(levels), ","),
  paste0('"cholesky":', list_of(cholesky), ","), paste0('"leastSquares":', list_of(squares)), "}"), "models.json")
