package lectern.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void itStartsOnceEndsByItselfAndChangesNoResult() throws InterruptedException {
        WarmUp warmUp = NN.warmUp();
        double[] during = losses();
        assertSame(warmUp, NN.warmUp());
        assertEquals("plain loops", warmUp.covers().getFirst());
        warmUp.await();
        assertTrue(warmUp.isDone());
        assertArrayEquals(losses(), during);
    }

    private static double[] losses() {
        var random = NN.random(3);
        var model = NN.sequential(NN.dense(40, 30, random), NN.tanh(), NN.dense(30, 3, random));
        var inputs = Tensor.uniform(Shape.of(100, 40), 1, random);
        var labels = random.ints(100, 0, 3).toArray();
        return NN.train(model, Examples.labelled(inputs, labels))
                .loss(NN.crossEntropy())
                .optimizer(NN.adam(0.01))
                .epochs(5)
                .seed(4)
                .run()
                .losses();
    }
}
