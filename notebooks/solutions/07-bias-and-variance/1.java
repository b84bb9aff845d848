double varianceOfMean = 0.3 * 0.3 / 100;    // the variance of a mean of 100 numbers
