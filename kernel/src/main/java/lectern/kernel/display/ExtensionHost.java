package lectern.kernel.display;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import lectern.kernel.comm.Comms;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;

/// What a library made for JJava gets to see of the kernel: its renderer, its display, evaluation.
public final class ExtensionHost extends BaseKernel {

    private final Output output;
    private final Function<String, @Nullable Object> evaluation;
    private final Set<String> seen = new HashSet<>();

    /// @param output where its displays go
    /// @param commands where it registers `%` commands
    /// @param comms what it opens and answers comms by
    /// @param evaluation gives the value of a cell
    public ExtensionHost(
            Output output, MagicsRegistry commands, Comms comms, Function<String, @Nullable Object> evaluation) {
        super(
                "lectern",
                "0.1.0",
                new LanguageInfo("java", "", "text/x-java-source", ".java", "java", "text/x-java", "script"),
                List.of(),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new HostComms(comms),
                output.bundles().renderer(),
                new MagicParser("%", "%%", new MagicTranspiler()),
                commands,
                true,
                new StringStyler("", "", "", line -> ""));
        this.output = output;
        this.evaluation = evaluation;
    }

    /// Installs every extension that this loader finds, each once; one that fails is left out, and a line says so.
    public void install(ClassLoader loader) {
        notebookKernel = this;
        var providers = ServiceLoader.load(Extension.class, loader).stream().iterator();
        var name = "of a service file";
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                var provider = providers.next();
                name = provider.type().getName();
                if (seen.add(name)) {
                    provider.get().install(this);
                }
            } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
                System.err.println("extension " + name + " is left out: " + e);
            }
        }
    }

    @Override
    public void display(DisplayData data) {
        output.display(data);
    }

    @Override
    public @Nullable Object evalRaw(String expression) {
        return evaluation.apply(expression);
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) {
        throw new UnsupportedOperationException("inspect: ask the kernel by an inspect_request");
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        throw new UnsupportedOperationException("complete: ask the kernel by a complete_request");
    }

    @Override
    public String isComplete(String code) {
        throw new UnsupportedOperationException("isComplete: ask the kernel by an is_complete_request");
    }
}
