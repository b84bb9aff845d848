double[] cubicFeatures(double x1, double x2) {
    double r = sqrt(3);
    return new double[] {x1 * x1 * x1, r * x1 * x1 * x2, r * x1 * x2 * x2, x2 * x2 * x2};
}
