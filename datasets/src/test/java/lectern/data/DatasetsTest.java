package lectern.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import lectern.nn.tensor.Examples;
import org.junit.jupiter.api.Test;

class DatasetsTest {

    @Test
    void itOffersTheSetsAndNothingElse() {
        var names = new TreeSet<String>();
        Arrays.stream(Datasets.class.getDeclaredMethods()).forEach(method -> names.add(method.getName()));
        assertEquals(
                List.of("digits", "drawnDigits", "mnist", "sine", "spirals", "twoMoons", "xor"), List.copyOf(names));
    }

    @Test
    void theArgumentsReachTheSets() {
        same(DrawnDigits.make(3, 2, 9).train(), Datasets.drawnDigits(3, 2, 9).train());
        same(DrawnDigits.make(3, 2, 9).test(), Datasets.drawnDigits(3, 2, 9).test());
        same(Toys.twoMoons(8, 0.1, 9), Datasets.twoMoons(8, 0.1, 9));
        same(Toys.spirals(8, 4, 0.1, 9), Datasets.spirals(8, 4, 0.1, 9));
        same(Toys.sine(8, 0.1, 9), Datasets.sine(8, 0.1, 9));
        same(Toys.xor(), Datasets.xor());
    }

    private static void same(Examples expected, Examples found) {
        assertArrayEquals(expected.inputs().array(), found.inputs().array());
        assertArrayEquals(expected.targets().array(), found.targets().array());
    }
}
