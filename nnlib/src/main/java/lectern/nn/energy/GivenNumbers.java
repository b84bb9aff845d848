package lectern.nn.energy;

import lectern.nn.tensor.Tensor;

/// Numbers from a list, each used once.
final class GivenNumbers implements UniformNumbers {

    private final Tensor[] tensors;
    private int tensor;
    private int next;

    GivenNumbers(Tensor... tensors) {
        this.tensors = tensors.clone();
    }

    @Override
    public void fill(float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            while (tensor < tensors.length && next == tensors[tensor].count()) {
                tensor++;
                next = 0;
            }
            if (tensor == tensors.length) {
                throw new IllegalStateException(
                        "uniform numbers: expected " + (numbers.length - i) + " more, found no more; give more");
            }
            numbers[i] = tensors[tensor].array()[next++];
        }
    }
}
