package lectern.kernel.widget;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// Pictures to leaf through by a slider that needs no kernel, only the page itself.
///
/// Where scripts do not run, and on paper, a choice of them stands side by side.
public final class Frames {

    private static final int BYTES = 1_000_000;

    /// Until a script shows it. Where scripts do not run, front ends leave little more than styles either.
    private static final String UNSEEN = " style=\"display:none\"";

    /// As many are on paper.
    private static final int PRINTED = 6;

    /// One for all frames of a page, whichever of them runs it: it sets up what is not set up yet.
    private static final String SCRIPT = """
            <script>
            document.querySelectorAll('.lectern-frames:not([data-ready])').forEach(function (box) {
              var slider = box.querySelector('input'), shown = box.querySelector('output');
              var frames = box.querySelectorAll('figure');
              function show() {
                frames.forEach(function (frame, i) { frame.style.display = i === Number(slider.value) ? '' : 'none'; });
                shown.textContent = frames[slider.value].dataset.label;
                slider.setAttribute('aria-valuetext', shown.textContent);
              }
              box.dataset.ready = '';
              slider.addEventListener('input', show);
              slider.disabled = false;
              box.querySelector('label').style.display = '';
              show();
            });
            </script>""";

    private static final String STYLE = """
            <style>
            .lectern-frames figure { margin: 0 }
            .lectern-frames[data-ready] figcaption { display: none }
            @media print {
              .lectern-frames > label { display: none !important }
              .lectern-frames > div { display: flex; flex-wrap: wrap; gap: 1em }
              .lectern-frames .lectern-printed { display: block !important; width: 45%; break-inside: avoid }
              .lectern-frames figure:not(.lectern-printed) { display: none !important }
              .lectern-frames[data-ready] figcaption { display: block }
            }
            </style>""";

    private final String name;
    private final List<Frame> frames;
    private final String html;

    Frames(String name, List<Frame> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("frames " + name + ": expected pictures, found none");
        }
        this.name = name;
        this.frames = List.copyOf(frames);
        html = page();
        if (html.length() > BYTES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "frames %s: expected at most %.1f MB of pictures, found %d of %.1f MB together; take fewer of"
                            + " them, or draw less in each",
                    name,
                    BYTES / 1e6,
                    frames.size(),
                    html.length() / 1e6));
        }
    }

    /// The page's part: a slider over the pictures, with the script that it needs.
    public String html() {
        return html;
    }

    /// The labels, and the last picture as text.
    public String text() {
        return name + ": " + frames.stream().map(Frame::label).collect(Collectors.joining(", ")) + "\n"
                + caption(frames.getLast()) + "\n" + frames.getLast().text();
    }

    /// All forms: for paper that is not made from a page, those of the last picture.
    public DisplayData bundle() {
        var bundle = new DisplayData(frames.getLast().bundle());
        bundle.putHTML(html);
        bundle.putText(text());
        return bundle;
    }

    private String page() {
        var page = new StringBuilder("<div class=\"lectern-frames\" role=\"group\" aria-label=\"")
                .append(Frame.escaped(name))
                .append("\">\n")
                .append(STYLE)
                .append("\n<label" + UNSEEN + ">")
                .append(Frame.escaped(name))
                .append(" <input type=\"range\" min=\"0\" max=\"")
                .append(frames.size() - 1)
                // JupyterLab would take the arrow keys for its own.
                .append("\" value=\"0\" step=\"1\" disabled data-lm-suppress-shortcuts=\"true\"> ")
                .append("<output></output></label>\n<div>\n");
        for (int i = 0; i < frames.size(); i++) {
            page.append(figure(frames.get(i), isPrinted(i)));
        }
        return page.append("</div>\n").append(SCRIPT).append("\n</div>").toString();
    }

    private String figure(Frame frame, boolean printed) {
        return "<figure data-label=\"" + Frame.escaped(frame.label()) + "\""
                + (printed ? " class=\"lectern-printed\"" : UNSEEN) + "><figcaption>"
                + Frame.escaped(caption(frame)) + "</figcaption>" + frame.html(caption(frame)) + "</figure>\n";
    }

    private String caption(Frame frame) {
        return name + " = " + frame.label();
    }

    /// The first, the last, and others at even distances.
    private boolean isPrinted(int index) {
        int last = frames.size() - 1;
        return frames.size() <= PRINTED
                || IntStream.range(0, PRINTED)
                        .map(i -> Math.round((float) i * last / (PRINTED - 1)))
                        .anyMatch(i -> i == index);
    }

    @Override
    public String toString() {
        return text();
    }
}
