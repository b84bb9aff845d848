Tensor stepBack(Tensor blameOfNext, Tensor nextState, Tensor weights) {
    return nextState.map(h -> h > 0 ? 1 : 0).times(blameOfNext).matmul(weights);
}
