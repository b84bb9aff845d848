package lectern.kernel.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.tool.JavaShellToolBuilder;
import lectern.kernel.preload.Imports;
import lectern.kernel.preload.Terminal;
import lectern.kernel.preload.TerminalKind;
import lectern.kernel.preload.live.LiveTrainings;

/// The JDK's JShell tool with all that a cell finds: the library, its imports, `display`.
public final class Shell {

    /// What the process that runs the code is told of the screen, which it does not see itself.
    private static final String KIND = "lectern.terminal";

    /// Values are shown whole, as a chart is many lines.
    private static final List<String> SETTINGS = List.of(
            "/set mode lectern normal -command",
            "/set truncation lectern 20000",
            "/set format lectern display \"{pre}{value}{post}\" expression,varvalue",
            "/set feedback lectern");

    private Shell() {}

    /// `shell [OPTION]...`: options and files go to the tool.
    ///
    /// @throws IOException if there is no room for a temporary file
    static int main(List<String> options) throws IOException {
        var startup = Files.createTempFile("lectern", ".jsh");
        try {
            var lines = new ArrayList<>(SETTINGS);
            lines.addAll(Imports.declarations());
            lines.add(Shell.class.getName() + ".begin();");
            Files.write(startup, lines);
            var arguments = new ArrayList<>(List.of("--class-path", classPath(), "--startup", startup.toString()));
            arguments.add("-R-Djava.awt.headless=true");
            arguments.add("-R-D" + KIND + "=" + TerminalKind.here());
            arguments.add("-R--enable-native-access=ALL-UNNAMED");
            arguments.add("-R--add-exports=java.base/jdk.internal.module=ALL-UNNAMED");
            arguments.add("-C" + VectorModule.FROM_THE_START);
            arguments.addAll(options);
            return JavaShellToolBuilder.builder().start(arguments.toArray(String[]::new));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("shell: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(startup);
        }
    }

    /// Makes ready the process that the tool runs code in; called by its first lines.
    public static void begin() {
        VectorModule.load();
        var terminal = Terminal.use(System.out, TerminalKind.valueOf(System.getProperty(KIND, "NONE")));
        LiveTrainings.watchEach(terminal::finish);
    }

    private static String classPath() {
        var path = Setup.jar();
        return Files.isRegularFile(path) ? path.toString() : System.getProperty("java.class.path", "");
    }
}
