package lectern.kernel.widget;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A number between two ends.
///
/// @param <N> `Integer` or `Double`
public final class Slider<N extends Number> extends Control<N> {

    /// How a slider moves.
    private enum Scale {
        WHOLE,
        EVEN,
        DECADES
    }

    private static final int STEPS = 50;
    private static final int FINER = 5;
    private static final MathContext DIGITS = new MathContext(12);
    private static final double HAIR = 1e-9;

    private final Scale scale;
    private final N min;
    private final N max;

    private Slider(String name, String widget, Scale scale, N min, N max) {
        super(name, "value", styled(widget, "SliderStyle", name));
        this.scale = scale;
        this.min = min;
        this.max = max;
        if (!(min.doubleValue() < max.doubleValue()) || !Double.isFinite(max.doubleValue() - min.doubleValue())) {
            throw new IllegalArgumentException(
                    "slider " + name + ": expected a minimum below the maximum, found " + min + " and " + max);
        }
    }

    static Slider<Integer> whole(String name, int min, int max) {
        var slider = new Slider<Integer>(name, "IntSlider", Scale.WHOLE, min, max);
        slider.model().put("min", min).put("max", max).put("step", 1);
        slider.begin(min);
        return slider;
    }

    static Slider<Double> even(String name, double min, double max) {
        var slider = new Slider<Double>(name, "FloatSlider", Scale.EVEN, min, max);
        slider.model().put("min", min).put("max", max);
        return slider.start(min);
    }

    static Slider<Double> decades(String name, double min, double max) {
        if (!(min > 0)) {
            throw new IllegalArgumentException("logSlider " + name + ": expected a minimum above 0, found " + min);
        }
        var slider = new Slider<Double>(name, "FloatLogSlider", Scale.DECADES, min, max);
        double low = Math.log10(min);
        double high = Math.log10(max);
        slider.model().put("base", 10.0).put("min", low).put("max", high);
        slider.model().put("step", niceStep(high - low)).put("readout_format", ".3g");
        slider.begin(min);
        return slider;
    }

    /// The same, at this value at the start; without it a slider starts at its minimum.
    ///
    /// @throws IllegalArgumentException if the value is outside of the range, or has a fraction where numbers are
    ///     whole
    public Slider<N> start(double value) {
        begin(number(whole("start", value)));
        if (scale == Scale.EVEN) {
            // A page puts a slider onto the nearest step: it shall find the start there.
            double step = niceStep(max.doubleValue() - min.doubleValue());
            double steps = (value - min.doubleValue()) / step;
            for (int i = 0; i < FINER && Math.abs(steps - Math.rint(steps)) > HAIR; i++) {
                step /= 10;
                steps *= 10;
            }
            putStep(step);
        }
        return this;
    }

    /// The same, moving by this much.
    ///
    /// @throws IllegalArgumentException if it is not above 0, has a fraction where numbers are whole, or the slider
    ///     has a scale of powers of ten
    public Slider<N> step(double step) {
        if (!(step > 0) || scale == Scale.DECADES) {
            throw new IllegalArgumentException("slider " + name() + ": expected "
                    + (scale == Scale.DECADES ? "no step on a scale of powers of ten" : "a step above 0") + ", found "
                    + number(step));
        }
        if (scale == Scale.EVEN) {
            putStep(step);
        } else {
            model().put("step", (int) whole("step", step));
        }
        return this;
    }

    private double whole(String what, double value) {
        if (scale == Scale.WHOLE && value != Math.rint(value)) {
            throw new IllegalArgumentException("slider " + name() + ": expected a whole number as " + what + ", found "
                    + value + "; a slider with an end like 1.0 takes fractions");
        }
        return value;
    }

    private void putStep(double step) {
        model().put("step", step).put("readout_format", "." + decimals() + "f");
    }

    /// 1, 2 or 5 times a power of ten.
    private static double niceStep(double range) {
        double rough = range / STEPS;
        int exponent = (int) Math.floor(Math.log10(rough));
        double leading = rough / Math.pow(10, exponent);
        int digit = leading < 2 ? 1 : leading < 5 ? 2 : 5;
        return new BigDecimal(digit).scaleByPowerOfTen(exponent).doubleValue();
    }

    private int decimals() {
        double step = model().get("step").getAsDouble();
        return Math.max(0, BigDecimal.valueOf(step).stripTrailingZeros().scale());
    }

    @Override
    public String text() {
        return name() + ": " + form(value()) + " (" + end(min) + " ... " + end(max) + ")";
    }

    private static String end(Number number) {
        return number instanceof Double
                ? BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString()
                : number.toString();
    }

    private String form(N number) {
        return switch (scale) {
            case WHOLE -> number.toString();
            case EVEN ->
                BigDecimal.valueOf(number.doubleValue())
                        .setScale(Math.max(2, decimals()), RoundingMode.HALF_EVEN)
                        .toPlainString();
            case DECADES -> number.toString();
        };
    }

    @Override
    N checked(N value) {
        if (!(value.doubleValue() >= min.doubleValue() && value.doubleValue() <= max.doubleValue())) {
            throw new IllegalArgumentException(
                    "slider " + name() + ": expected a value from " + min + " to " + max + ", found " + value);
        }
        return value;
    }

    @Override
    N nearest(N value) {
        if (value.doubleValue() <= min.doubleValue()) {
            return min;
        }
        // Pages add up steps, and 47 of 0.005 are not 0.235 there.
        return value.doubleValue() >= max.doubleValue()
                ? max
                : number(BigDecimal.valueOf(value.doubleValue()).round(DIGITS).doubleValue());
    }

    @Override
    N parsed(JsonElement json) {
        return number(json.getAsDouble());
    }

    // What is a whole slider is made with whole numbers, the others with doubles.
    @SuppressWarnings("unchecked")
    private N number(double number) {
        return (N) (scale == Scale.WHOLE ? (Number) (int) Math.rint(number) : (Number) number);
    }

    @Override
    JsonElement written(N value) {
        return new JsonPrimitive(value);
    }
}
