package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The steps over lanes, large ones shared by threads; the last, incomplete vector of a range goes number by number.
final class VectorUpdateOps implements UpdateOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    @Override
    public void sgd(float[] w, float[] g, float learningRate) {
        int part = Ranges.part(w.length);
        Workers.run(
                Ranges.count(w.length, part),
                p -> sgd(w, g, learningRate, p * part, Math.min(w.length, p * part + part)));
    }

    @Override
    public void momentum(float[] w, float[] g, float[] v, float learningRate, float momentum) {
        int part = Ranges.part(w.length);
        Workers.run(
                Ranges.count(w.length, part),
                p -> momentum(w, g, v, learningRate, momentum, p * part, Math.min(w.length, p * part + part)));
    }

    @Override
    public void adam(float[] w, float[] g, float[] m, float[] v, AdamStep step) {
        int part = Ranges.part(w.length);
        Workers.run(
                Ranges.count(w.length, part),
                p -> adam(w, g, m, v, step, p * part, Math.min(w.length, p * part + part)));
    }

    private static void sgd(float[] w, float[] g, float learningRate, int from, int to) {
        FloatVector rate = FloatVector.broadcast(SPECIES, -learningRate);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, g, i)
                    .fma(rate, FloatVector.fromArray(SPECIES, w, i))
                    .intoArray(w, i);
        }
        ReferenceUpdateOps.sgd(w, g, learningRate, i, to);
    }

    private static void momentum(
            float[] w, float[] g, float[] v, float learningRate, float momentum, int from, int to) {
        FloatVector rate = FloatVector.broadcast(SPECIES, -learningRate);
        FloatVector keep = FloatVector.broadcast(SPECIES, momentum);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector velocity = FloatVector.fromArray(SPECIES, v, i).fma(keep, FloatVector.fromArray(SPECIES, g, i));
            velocity.intoArray(v, i);
            velocity.fma(rate, FloatVector.fromArray(SPECIES, w, i)).intoArray(w, i);
        }
        ReferenceUpdateOps.momentum(w, g, v, learningRate, momentum, i, to);
    }

    private static void adam(float[] w, float[] g, float[] m, float[] v, AdamStep step, int from, int to) {
        FloatVector keepMean = FloatVector.broadcast(SPECIES, step.keepMean());
        FloatVector takeMean = FloatVector.broadcast(SPECIES, step.takeMean());
        FloatVector keepSquare = FloatVector.broadcast(SPECIES, step.keepSquare());
        FloatVector takeSquare = FloatVector.broadcast(SPECIES, step.takeSquare());
        FloatVector size = FloatVector.broadcast(SPECIES, step.size());
        FloatVector scale = FloatVector.broadcast(SPECIES, step.scale());
        FloatVector epsilon = FloatVector.broadcast(SPECIES, step.epsilon());
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector gradient = FloatVector.fromArray(SPECIES, g, i);
            FloatVector mean = FloatVector.fromArray(SPECIES, m, i).fma(keepMean, takeMean.mul(gradient));
            FloatVector square = FloatVector.fromArray(SPECIES, v, i)
                    .fma(keepSquare, takeSquare.mul(gradient).mul(gradient));
            mean.intoArray(m, i);
            square.intoArray(v, i);
            FloatVector below = square.lanewise(VectorOperators.SQRT).fma(scale, epsilon);
            FloatVector.fromArray(SPECIES, w, i).sub(size.mul(mean).div(below)).intoArray(w, i);
        }
        ReferenceUpdateOps.adam(w, g, m, v, step, i, to);
    }
}
