package lectern.kernel.preload.face;

import java.util.List;
import java.util.Locale;
import lectern.data.Dataset;
import lectern.figure.Figures;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Tensor;

/// What networks learn from: images with their labels, points of a plane in the colours of theirs.
///
/// Rows of n² numbers that are all brightness, 0 to 1, with n at least 8, are images too.
final class ExamplesFace implements Face {

    private static final int LEAST_SIDE = 8;

    /// More points than these lie on one another.
    private static final int POINTS = 1000;

    @Override
    public boolean show(Object value, Bundle bundle) {
        switch (value) {
            case Examples examples -> {
                picture("inputs", examples, List.of(), bundle);
                bundle.text(() -> text(examples));
            }
            case Dataset data -> {
                picture(data.name(), data.train(), data.classes(), bundle);
                bundle.text(data::toString);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String text(Examples examples) {
        return String.format(
                Locale.ROOT,
                "%,d examples: inputs %s, targets %s",
                examples.count(),
                examples.inputs().shape(),
                examples.targets().shape());
    }

    private static void picture(String name, Examples examples, List<String> classes, Bundle bundle) {
        if (examples.count() == 0 || examples.targets().shape().rank() != 1) {
            return;
        }
        var inputs = asImages(examples.inputs());
        if (NumberForms.isImages(inputs.shape())) {
            bundle.picture(NumberForms.images(name, inputs, i -> label(examples, classes, i)));
        } else if (inputs.shape().rank() == 2 && inputs.size(1) == 2) {
            int shown = Math.min(POINTS, examples.count());
            bundle.picture(Figures.scatter()
                    .points(examples.first(shown), classes.toArray(String[]::new))
                    .title(TableText.count(shown, examples.count(), "examples")));
        }
    }

    private static Tensor asImages(Tensor inputs) {
        if (inputs.shape().rank() != 2) {
            return inputs;
        }
        int side = (int) Math.sqrt(inputs.size(1));
        if (side < LEAST_SIDE || side * side != inputs.size(1)) {
            return inputs;
        }
        for (float number : inputs.array()) {
            if (!(number >= 0 && number <= 1)) {
                return inputs;
            }
        }
        return inputs.reshape(inputs.size(0), side, side);
    }

    private static String label(Examples examples, List<String> classes, int i) {
        float target = examples.targets().array()[i];
        int label = (int) target;
        if (label == target && label >= 0 && label < classes.size()) {
            return classes.get(label);
        }
        return label == target ? Integer.toString(label) : String.format(Locale.ROOT, "%.3g", target);
    }
}
