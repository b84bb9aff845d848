package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ComputationGraphTest {

    @Test
    void eachOperationLeadsToWhatWasMadeOfIt() {
        Var x = Var.constant(Tensor.zeros(4, 2));
        Var w = Var.of(Tensor.zeros(3, 2));
        Var y = x.matmulT(w);
        var graph = Figures.graph(y.times(y).sum());
        assertEquals(
                List.of(
                        "[sum]",
                        "[times (4, 3)] -> sum",
                        "[matmulT (4, 3)] -> times (4, 3)",
                        "[constant (4, 2)] -> matmulT (4, 3)",
                        "[variable (3, 2)] -> matmulT (4, 3)"),
                graph.text().lines().toList());
    }

    @Test
    void aLongComputationIsCut() {
        Var y = Var.of(Tensor.zeros(1));
        for (int i = 0; i < 1000; i++) {
            y = y.plus(y);
        }
        var graph = Figures.graph(y);
        assertEquals("the last 40 steps of a larger computation", graph.title());
        assertEquals(41, graph.text().lines().count());
        assertTrue(graph.svg().length() < 60_000, graph.svg().length() + " characters");
        assertThrows(IllegalArgumentException.class, () -> graph.node("v0"));
    }
}
