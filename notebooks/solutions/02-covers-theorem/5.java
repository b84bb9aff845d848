double featuresNeeded = 1 / (0.01 * 0.01);      // for k = 0 the variance is 1 / M
