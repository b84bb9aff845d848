double[] weights = {0, 0, -1};      // the product is -1 just where the signs differ
double bias = 0;
