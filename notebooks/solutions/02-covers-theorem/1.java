double waysForSixPoints = 2 * (1 + 5 + 10);     // D = 3, with the bias: binomials of 5 over 0, 1 and 2
