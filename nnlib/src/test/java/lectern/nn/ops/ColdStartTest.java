package lectern.nn.ops;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ColdStartTest {

    @AfterEach
    void vectorsCompute() {
        Ops.use(Ops.fastest());
    }

    @Test
    void plainLoopsComputeUntilTheVectorsTakeOverForGood() {
        ColdStart start = ColdStart.begin();
        assertInstanceOf(RowMatrixOps.class, Ops.best().matrix());
        assertFalse(start.isOver());
        int rounds = 1;
        while (!start.round()) {
            rounds++;
        }
        assertTrue(rounds <= ColdStart.MOST_ROUNDS);
        assertTrue(start.isOver());
        assertSame(Ops.fastest(), Ops.best());
        assertTrue(start.round());
        assertSame(Ops.fastest(), Ops.best());
    }

    @Test
    void theyTakeOverWhenTheWorkIsGivenUp() {
        ColdStart start = ColdStart.begin();
        start.round();
        start.end();
        assertTrue(start.round());
        assertSame(Ops.fastest(), Ops.best());
    }
}
