Tensor signStep(Tensor pictures, Tensor gradient, double e) {
    return pictures.plus(gradient.map(g -> signum(g)).times(e)).map(v -> clamp(v, 0, 1));
}
