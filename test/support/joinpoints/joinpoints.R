# Expected values of test/unit/analysis/joinpoints.test.ts, from a second implementation. Run from the root:
#   Rscript test/support/joinpoints/joinpoints.R      (Debian: r-base-core, r-cran-segmented)
# `down` is the data set of that name in the package segmented, the others are themes of two corpora.
suppressMessages(library(segmented))
options(digits = 15, warn = -1)
cat(R.version.string, "; segmented", format(packageVersion("segmented")), "\n")
series <- read.csv("test/support/joinpoints/series.csv")
rho <- c(down = 0, "word embeddings" = .02, "neural networks" = .02, annotation = .02, "language models" = .02,
  "image diffusion" = .002, "reinforcement learning" = .002, "chain of thought" = .002)
given <- list(down = 31.5, "word embeddings" = 25, "neural networks" = c(21, 25), annotation = 17,
  "language models" = 28, "image diffusion" = 5, "reinforcement learning" = 13, "chain of thought" = 8)
for (name in names(given)) {
  one <- series[series$series == name, ]
  one$share <- one$papers / one$of
  one$weight <- one$of / (1 + (one$of - 1) * rho[[name]])
  hinges <- sapply(given[[name]], function(at) pmax(0, one$time - at))
  fit <- glm(share ~ time + hinges, quasibinomial, one, weights = weight, control = list(epsilon = 1e-15, maxit = 100))
  cat(name, "\n coefficients", summary(fit)$coefficients[, 1], "\n errors", summary(fit)$coefficients[, 2],
    "\n dispersion", summary(fit)$dispersion, "deviance", fit$deviance, "\n")
  set.seed(1)
  line <- glm(share ~ time, quasibinomial, one, weights = weight)
  bent <- segmented(line, ~time, npsi = length(given[[name]]))
  cat(" segmented", bent$psi[, 2], "deviance", bent$deviance, "\n")
}
