package lectern.data;

import java.util.List;
import lectern.nn.tensor.Examples;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// A classification to learn: examples for training, others for testing, and what the labels mean.
///
/// @param name what it is called, as a title would
/// @param origin who made it, in a few words
/// @param classes the name of each label 0, 1, 2, …
/// @param train to learn from
/// @param test to be judged on
public record Dataset(String name, String origin, List<String> classes, Examples train, Examples test) {

    /// @throws IllegalArgumentException if a label has no class
    public Dataset {
        classes = List.copyOf(classes);
        count(name, classes.size(), train);
        count(name, classes.size(), test);
    }

    /// How often each class occurs: columns `class`, `training examples`, `test examples`.
    public Table counts() {
        return Table.create(
                name,
                StringColumn.create("class", classes),
                IntColumn.create("training examples", count(name, classes.size(), train)),
                IntColumn.create("test examples", count(name, classes.size(), test)));
    }

    private static int[] count(String name, int classes, Examples examples) {
        int[] counts = new int[classes];
        int[] labels = examples.labels();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        name + ": expected labels 0…" + (classes - 1) + ", found " + labels[i] + " at example " + i);
            }
            counts[labels[i]]++;
        }
        return counts;
    }

    /// Two lines: what it is and how much of it; who made it.
    @Override
    public String toString() {
        return name + ": " + train.count() + " training and " + test.count() + " test examples in " + classes.size()
                + " classes,\n" + origin;
    }
}
