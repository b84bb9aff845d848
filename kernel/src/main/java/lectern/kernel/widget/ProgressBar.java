package lectern.kernel.widget;

/// How much of a whole is done.
public final class ProgressBar extends Widget {

    private final String name;
    private final Number max;

    private ProgressBar(String name, String widget, Number max) {
        super(styled(widget, "ProgressStyle", name)
                .put("min", 0)
                .put("max", max)
                .put("value", 0));
        this.name = name;
        this.max = max;
        if (!(max.doubleValue() > 0)) {
            throw new IllegalArgumentException("progressBar " + name + ": expected a whole above 0, found " + max);
        }
    }

    static ProgressBar whole(String name, int max) {
        return new ProgressBar(name, "IntProgress", max);
    }

    static ProgressBar even(String name, double max) {
        return new ProgressBar(name, "FloatProgress", max);
    }

    /// So much of it is done.
    public void set(Number done) {
        model().put("value", done);
    }

    @Override
    public String text() {
        return name + ": " + model().get("value").getAsString() + " of " + max;
    }
}
