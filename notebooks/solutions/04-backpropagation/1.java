double z1 = tanh(0.5 * 1 - 0.2 * 2), z2 = tanh(0.3 * 1 + 0.8 * 2);
double blameOfOutput = 0.7 * z1 - 0.4 * z2 - 1;
double blameOfUnit1 = (1 - z1 * z1) * 0.7 * blameOfOutput;
double derivativeByW12 = blameOfUnit1 * 2;
