package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionOverSocketsTest {

    private static final String SERVICE = "META-INF/services/org.dflib.jjava.jupyter.Extension";

    @Test
    void anExtensionInAnAddedJarRendersItsTypes(@TempDir Path folder) throws IOException, InterruptedException {
        var jar = folder.resolve("temperature.jar");
        write(jar, compile(folder, "sky/Celsius.java", """
                package sky;
                import org.dflib.jjava.jupyter.Extension;
                import org.dflib.jjava.jupyter.kernel.BaseKernel;
                import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
                public record Celsius(int degrees) {
                    public static class Shown implements Extension {
                        public static int installed;
                        @Override
                        public void install(BaseKernel kernel) {
                            installed++;
                            kernel.getRenderer().createRegistration(Celsius.class).preferring(MIMEType.TEXT_HTML)
                                .register((c, context) -> context.renderIfRequested(
                                    MIMEType.TEXT_HTML, () -> "<b>" + c.degrees() + " °C</b>"));
                        }
                    }
                    public static class Broken implements Extension {
                        @Override
                        public void install(BaseKernel kernel) {
                            throw new IllegalStateException("no sensor");
                        }
                    }
                }
                """));
        try (var client = new TestClient(folder)) {
            var added = client.execute("%jars " + jar);
            assertEquals(
                    "extension sky.Celsius$Broken is left out: java.lang.IllegalStateException: no sensor\n",
                    added.text("stderr"));
            assertEquals("ok", added.reply().get("status").getAsString());
            assertEquals("<b>21 °C</b>", shown(client.execute("new sky.Celsius(21)"), "text/html"));
            client.execute("%classpath " + jar);
            assertEquals("1", shown(client.execute("sky.Celsius.Shown.installed"), "text/plain"));
        }
    }

    private static String shown(TestClient.Run run, String type) {
        return run.first("execute_result").getAsJsonObject("data").get(type).getAsString();
    }

    private static Path compile(Path folder, String name, String source) throws IOException {
        var file = folder.resolve("source").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        var classes = Files.createDirectories(folder.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = compiler.getTask(
                    said,
                    files,
                    null,
                    List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjects(file));
            assertEquals(true, task.call(), said::toString);
        }
        return classes;
    }

    private static void write(Path jar, Path classes) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            out.putNextEntry(new JarEntry(SERVICE));
            out.write("sky.Celsius$Broken\nsky.Celsius$Shown\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
    }
}
