package lectern.kernel.widget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What every cell can call to have sliders, lists and buttons, and pictures that follow them.
public final class Controls {

    // Cells call static methods; like System.out, what they work on is the host's to set.
    private static volatile @Nullable WidgetHost current;

    private Controls() {}

    /// Puts a host into use, for the whole process.
    public static void use(WidgetHost host) {
        current = host;
    }

    /// A slider over whole numbers: `slider("k", 1, 20)`, or `slider("k", 1, 20).start(5).step(5)`.
    ///
    /// @throws IllegalArgumentException if the minimum is not below the maximum
    public static Slider<Integer> slider(String name, int min, int max) {
        return Slider.whole(name, min, max);
    }

    /// A slider over numbers: `slider("ε", 0, 0.3)`, or `slider("ε", 0, 0.3).start(0.1).step(0.05)`.
    ///
    /// @throws IllegalArgumentException if the minimum is not below the maximum
    public static Slider<Double> slider(String name, double min, double max) {
        return Slider.even(name, min, max);
    }

    /// A slider over powers of ten: `logSlider("learning rate", 1e-4, 1)`.
    ///
    /// @throws IllegalArgumentException if the minimum is not above 0 and below the maximum
    public static Slider<Double> logSlider(String name, double min, double max) {
        return Slider.decades(name, min, max);
    }

    /// One of some values: `choice("activation", "tanh", "relu")`.
    ///
    /// @throws IllegalArgumentException if there are none
    @SafeVarargs
    // They are only read.
    @SuppressWarnings("varargs")
    public static <T> Choice<T> choice(String name, T... values) {
        return new Choice<>(name, Arrays.asList(values));
    }

    /// One of the elements of a collection.
    ///
    /// @throws IllegalArgumentException if there are none
    public static <T> Choice<T> choice(String name, Collection<? extends T> values) {
        return new Choice<>(name, values);
    }

    /// One of the constants of an enumeration: `choice("day", DayOfWeek.class)`.
    ///
    /// @throws IllegalArgumentException if there are none
    public static <E extends Enum<E>> Choice<E> choice(String name, Class<E> constants) {
        return new Choice<>(name, Arrays.asList(constants.getEnumConstants()));
    }

    /// Yes or no: `checkbox("bias", true)`.
    public static Checkbox checkbox(String name, boolean start) {
        return new Checkbox(name, start);
    }

    /// A text to type: `field("sentence", "the cat sat")`.
    public static Field<String> field(String name, String start) {
        return Field.text(name, start);
    }

    /// A whole number to type: `field("seed", 1)`.
    public static Field<Integer> field(String name, int start) {
        return Field.whole(name, start);
    }

    /// A number to type.
    public static Field<Double> field(String name, double start) {
        return Field.number(name, start);
    }

    /// A button: `button("train", () -> train(model, data).epochs(1).run())`. What the task gives, shows and prints is
    /// seen below it, as well as how it fails.
    public static Button button(String name, Callable<?> task) {
        return new Button(host(), name, task);
    }

    /// A button whose task gives nothing.
    public static Button button(String name, Task task) {
        return new Button(host(), name, () -> {
            task.run();
            return null;
        });
    }

    /// A line of text, which [Words#set] replaces.
    public static Words label(String text) {
        return Words.label(text);
    }

    /// Some HTML, which [Words#set] replaces.
    public static Words html(String html) {
        return Words.html(html);
    }

    /// A bar that fills up to a whole: `progressBar("images", 100)`.
    public static ProgressBar progressBar(String name, int max) {
        return ProgressBar.whole(name, max);
    }

    /// The same in parts of any size.
    public static ProgressBar progressBar(String name, double max) {
        return ProgressBar.even(name, max);
    }

    /// Widgets side by side.
    public static Box row(Widget... widgets) {
        return Box.row(List.of(widgets));
    }

    /// Widgets one below the other.
    public static Box column(Widget... widgets) {
        return Box.column(List.of(widgets));
    }

    /// Shows a slider and what a function gives for its value, anew whenever it is moved:
    /// `interact(slider("ε", 0, 0.3), ε -> chart().line("loss", losses(ε)))`.
    ///
    /// @throws Exception what the function throws for the start value
    public static <A> void interact(Control<A> first, Show1<? super A> show) throws Exception {
        interact(List.of(first), () -> show.of(first.value()));
    }

    /// The same with two controls.
    ///
    /// @throws Exception what the function throws for the start values
    public static <A, B> void interact(Control<A> first, Control<B> second, Show2<? super A, ? super B> show)
            throws Exception {
        interact(List.of(first, second), () -> show.of(first.value(), second.value()));
    }

    /// The same with three controls.
    ///
    /// @throws Exception what the function throws for the start values
    public static <A, B, C> void interact(
            Control<A> first, Control<B> second, Control<C> third, Show3<? super A, ? super B, ? super C> show)
            throws Exception {
        interact(List.of(first, second, third), () -> show.of(first.value(), second.value(), third.value()));
    }

    /// The same with four controls.
    ///
    /// @throws Exception what the function throws for the start values
    public static <A, B, C, D> void interact(
            Control<A> first,
            Control<B> second,
            Control<C> third,
            Control<D> fourth,
            Show4<? super A, ? super B, ? super C, ? super D> show)
            throws Exception {
        interact(
                List.of(first, second, third, fourth),
                () -> show.of(first.value(), second.value(), third.value(), fourth.value()));
    }

    private static void interact(List<? extends Control<?>> controls, Callable<?> function) throws Exception {
        new Interaction(host(), controls, function).show();
    }

    /// Pictures made now, to leaf through later where no kernel runs:
    /// `frames("epoch", List.of(1, 2, 5), e -> picture(e))`.
    ///
    /// @param name what the labels count
    /// @throws IllegalArgumentException if there are none, or they are too large together
    public static <T> Frames frames(String name, Collection<? extends T> labels, Function<? super T, ?> picture) {
        var pictures = new ArrayList<Frame>();
        labels.forEach(label -> pictures.add(Frame.of(String.valueOf(label), picture.apply(label))));
        return new Frames(name, pictures);
    }

    /// Pictures that are there already, by their labels, in the order of the map.
    ///
    /// @param name what the labels count
    /// @throws IllegalArgumentException if there are none, or they are too large together
    public static Frames frames(String name, Map<?, ?> pictures) {
        var byLabel = new LinkedHashMap<Object, Object>(pictures);
        return frames(name, byLabel.keySet(), byLabel::get);
    }

    private static WidgetHost host() {
        var host = current;
        if (host == null) {
            throw new IllegalStateException("widgets: expected a running kernel, found none");
        }
        return host;
    }
}
