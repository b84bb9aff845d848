double examplesForCubic = 4 * 0.3 * 0.3 / 0.001;
