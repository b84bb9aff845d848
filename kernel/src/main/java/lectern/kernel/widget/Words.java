package lectern.kernel.widget;

/// A line that can be replaced while it is shown.
public final class Words extends Widget {

    private Words(String widget, String style, String text) {
        super(styled(widget, style, "").put("value", text));
    }

    static Words label(String text) {
        return new Words("Label", "LabelStyle", text);
    }

    static Words html(String html) {
        return new Words("HTML", "HTMLStyle", html);
    }

    /// Puts something else there.
    public void set(String text) {
        model().put("value", text);
    }

    @Override
    public String text() {
        return model().get("value").getAsString();
    }
}
