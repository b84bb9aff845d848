int stepsAtNineTenths = 44;     // ln 100 / -ln 0.9 = 43.7
int stepsAtSigmaOfOne = 15;     // ln 100 / -ln 0.731 = 14.7
