package lectern.nn.layer;

/// A nonlinearity: a function of the preactivation, without parameters.
public sealed interface Activation extends Layer permits LeakyRelu, Relu, Sigmoid, Softmax, Softplus, Tanh {}
