package lectern.kernel.widget;

/// Something that a page shows and the kernel knows the state of. Where there is no such page, its text is shown.
public abstract sealed class Widget permits Control, Button, Words, ProgressBar, Box {

    /// As many letters fit beside a widget unless more room is asked for.
    private static final int LETTERS = 10;

    private final Model model;

    Widget(Model model) {
        this.model = model;
    }

    /// A model with a layout, and a style of this kind.
    static Model styled(String name, String style, String description) {
        var looks = new Model(Kind.style(style));
        if (description.length() > LETTERS && !style.equals("ButtonStyle")) {
            looks.put("description_width", "initial");
        }
        return new Model(Kind.control(name))
                .part("layout", new Model(Kind.layout()))
                .part("style", looks)
                .put("description", description);
    }

    /// A model that only arranges others, or only shows.
    static Model plain(Kind kind) {
        return new Model(kind).part("layout", new Model(Kind.layout()));
    }

    Model model() {
        return model;
    }

    /// What it says and how it stands, in words.
    public abstract String text();

    @Override
    public String toString() {
        return text();
    }
}
