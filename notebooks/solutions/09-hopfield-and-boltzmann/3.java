double freeEnergy(double[] v, double[][] w, double[] b, double[] c) {
    double energy = 0;
    for (int i = 0; i < v.length; i++) energy -= b[i] * v[i];
    for (int j = 0; j < c.length; j++) {
        double input = c[j];
        for (int i = 0; i < v.length; i++) input += v[i] * w[i][j];
        energy -= log(1 + exp(input));
    }
    return energy;
}
