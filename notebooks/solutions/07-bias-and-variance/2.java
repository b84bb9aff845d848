double biasOfMean = 2;          // the mean fit is 0; over a period 4 sin² has the mean 4 / 2
