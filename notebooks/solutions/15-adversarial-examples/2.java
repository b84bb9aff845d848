// f is 18 + 32 − 10 = 40, ‖w‖² is 25: go back by 40 / 25 of w.
double[] arrives = {6 - 1.6 * 3, 8 - 1.6 * 4};
