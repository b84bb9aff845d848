package lectern.nn.energy;

import lectern.nn.tensor.Tensor;

/// A state of a [Hopfield] network on its way downhill, with its fields kept up to date: a unit that turns changes
/// those of all others by **wⱼᵢ Δsᵢ**, and one that stays costs nothing.
final class Descent {

    private final float[] weight;
    private final float[] state;
    private final double[] fields;
    private final double[] zero;

    /// @param state changed in place
    Descent(Tensor weight, float[] state) {
        this.weight = weight.array();
        this.state = state;
        this.fields = new double[state.length];
        this.zero = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            double field = 0;
            double size = 0;
            for (int j = 0; j < state.length; j++) {
                double w = this.weight[i * state.length + j];
                field += w * state[j];
                size += Math.abs(w);
            }
            fields[i] = field;
            zero[i] = 0x1p-23 * size;
        }
    }

    /// What a unit becomes by its field.
    private float updated(int unit) {
        if (Math.abs(fields[unit]) <= zero[unit]) {
            return state[unit];
        }
        return fields[unit] > 0 ? 1 : -1;
    }

    private boolean update(int unit) {
        return turn(unit, updated(unit));
    }

    private boolean turn(int unit, float next) {
        double change = next - state[unit];
        if (change == 0) {
            return false;
        }
        state[unit] = next;
        for (int j = 0; j < fields.length; j++) {
            fields[j] += change * weight[j * fields.length + unit];
        }
        return true;
    }

    /// One unit after the other.
    ///
    /// @return whether any turned
    boolean updateEach(int[] order) {
        boolean turned = false;
        for (int unit : order) {
            turned |= update(unit);
        }
        return turned;
    }

    /// All units at once.
    ///
    /// @return whether any turned
    boolean updateAll() {
        float[] next = new float[state.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = updated(i);
        }
        boolean turned = false;
        for (int i = 0; i < next.length; i++) {
            turned |= turn(i, next[i]);
        }
        return turned;
    }

    /// E = −½ s · W s.
    double energy() {
        double sum = 0;
        for (int i = 0; i < fields.length; i++) {
            sum += state[i] * fields[i];
        }
        return -0.5 * sum;
    }
}
