package lectern.nn.ops;

/// The recurrent layers as their formulas say them.
final class ReferenceRecurrentOps implements RecurrentOps {

    @Override
    public void lstm(Sequences sequences, float[] z, float[] weight, float[] hidden, float[] cells, float[] squashed) {
        int units = sequences.hidden();
        int slab = sequences.batch() * units;
        for (int t = 0; t < sequences.time(); t++) {
            for (int n = 0; n < sequences.batch(); n++) {
                int before = t * slab + n * units;
                int at = 4 * before;
                for (int u = 0; u < 4 * units; u++) {
                    for (int k = 0; k < units; k++) {
                        z[at + u] = Math.fma(hidden[before + k], weight[u * units + k], z[at + u]);
                    }
                }
                for (int u = 0; u < units; u++) {
                    LstmGates.forward(z, at + u, units, cells, before + u, slab, squashed, hidden);
                }
            }
        }
    }

    @Override
    public void lstmPullback(
            Sequences sequences,
            float[] gates,
            float[] weight,
            float[] cells,
            float[] squashed,
            float[] dy,
            float[] dz,
            float[] dHidden,
            float[] dCell) {
        int units = sequences.hidden();
        int slab = sequences.batch() * units;
        for (int i = 0; i < slab; i++) {
            dHidden[i] = 0;
        }
        for (int t = sequences.time() - 1; t >= 0; t--) {
            for (int n = 0; n < sequences.batch(); n++) {
                int before = t * slab + n * units;
                int at = 4 * before;
                for (int u = 0; u < units; u++) {
                    int state = n * units + u;
                    LstmGates.backward(
                            gates, at + u, units, cells, before + u, squashed, dy, dHidden, dCell, state, dz);
                }
                for (int k = 0; k < units; k++) {
                    float sum = 0;
                    for (int u = 0; u < 4 * units; u++) {
                        sum = Math.fma(dz[at + u], weight[u * units + k], sum);
                    }
                    dHidden[n * units + k] = sum;
                }
            }
        }
    }
}
