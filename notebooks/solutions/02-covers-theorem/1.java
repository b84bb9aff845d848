double waysForTenPoints = 2 * (1 + 9 + 36);     // D = 3, with the bias: binomials of 9 over 0, 1 and 2
