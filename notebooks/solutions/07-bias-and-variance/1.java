double varianceOfMean = 0.3 * 0.3 / 25;     // the variance of a mean of 25 numbers
