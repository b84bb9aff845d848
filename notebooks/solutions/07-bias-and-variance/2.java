double biasOfMean = 0.5;        // the mean fit is 0, and the mean of the squared sine over a period is 1/2
