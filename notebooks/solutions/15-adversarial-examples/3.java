Tensor signStep(Tensor pictures, Tensor gradient, double e) {
    return pictures.plus(gradient.map(g -> Math.signum(g)).times(e)).map(v -> Math.clamp(v, 0, 1));
}
