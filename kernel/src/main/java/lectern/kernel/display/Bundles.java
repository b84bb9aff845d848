package lectern.kernel.display;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/// Values as MIME bundles: what a registered renderer gives, and always `text/plain`.
public final class Bundles {

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private final Renderer renderer = new Renderer() {
        @Override
        protected DisplayData finalizeDisplayData(DisplayData data, Object value) {
            if (!data.hasDataForType(MIMEType.TEXT_PLAIN)) {
                data.putText(TextForm.result(value));
            }
            return data;
        }
    };

    /// Bundles that know images; others register at [#renderer()].
    public Bundles() {
        renderer.createRegistration(BufferedImage.class)
                .preferring(MIMEType.IMAGE_PNG)
                .register((image, context) -> context.renderIfRequested(MIMEType.IMAGE_PNG, () -> png(image)));
    }

    /// Where renderers are registered.
    public Renderer renderer() {
        return renderer;
    }

    /// The bundle of a value; of `types` only, if any are given.
    public DisplayData render(@Nullable Object value, String... types) {
        return switch (value) {
            case null -> new DisplayData("null");
            case DisplayData ready -> ready;
            // A text is shown as the text that it is when another type is asked for: display("<b>x</b>", "text/html").
            case String text when types.length > 0 -> text(text, types);
            default -> types.length == 0 ? renderer.render(value) : renderer.renderAs(value, types);
        };
    }

    /// The text of a value.
    public String text(@Nullable Object value) {
        return String.valueOf(render(value, MIMEType.TEXT_PLAIN.toString()).getData(MIMEType.TEXT_PLAIN));
    }

    /// The three parts of a bundle as the protocol names them: `data`, `metadata`, `transient`.
    public static JsonObject json(DisplayData bundle) {
        var json = GSON.toJsonTree(bundle).getAsJsonObject();
        for (var part : new String[] {"data", "metadata", "transient"}) {
            if (!json.has(part) || !json.get(part).isJsonObject()) {
                json.add(part, new JsonObject());
            }
        }
        return json;
    }

    private static DisplayData text(String text, String... types) {
        var data = new DisplayData(text);
        for (var type : types) {
            data.putData(type, text);
        }
        return data;
    }

    /// An image as a PNG file in Base64, as the protocol carries it.
    public static String png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
