package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DatasetTest {

    @Test
    void countsAreByClass() {
        var set = new Dataset("Shapes", "by hand", List.of("square", "round"), labelled(1, 0, 1), labelled(1));
        var counts = set.counts();
        assertEquals("Shapes", counts.name());
        assertEquals(List.of("class", "training examples", "test examples"), counts.columnNames());
        assertEquals(List.of("square", "round"), counts.stringColumn("class").asList());
        assertEquals(List.of(1, 2), counts.intColumn("training examples").asList());
        assertEquals(List.of(0, 1), counts.intColumn("test examples").asList());
    }

    @Test
    void itsTextSaysWhatItIs() {
        var set = new Dataset("Shapes", "by hand", List.of("square", "round"), labelled(1, 0, 1), labelled(1));
        assertEquals("Shapes: 3 training and 1 test examples in 2 classes,\nby hand", set.toString());
    }

    @Test
    void everyLabelHasAClass() {
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> new Dataset("Shapes", "by hand", List.of("square", "round"), labelled(0, 1), labelled(0, 2)));
        assertEquals("Shapes: expected labels 0…1, found 2 at example 1", e.getMessage());
    }

    private static Examples labelled(int... labels) {
        return Examples.labelled(Tensor.zeros(labels.length, 1), labels);
    }
}
