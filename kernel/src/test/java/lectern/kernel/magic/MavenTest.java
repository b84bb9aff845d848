package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import lectern.kernel.eval.CompilingEvaluator;
import lectern.kernel.eval.EngineSwitch;
import lectern.kernel.eval.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a repository in a folder; the settings have it stand for every other, so that no network is needed.
class MavenTest {

    @TempDir
    Path folder;

    private final EngineSwitch engines =
            new EngineSwitch(Map.of("e", () -> new CompilingEvaluator(List.of(), List.of(), _ -> {})), "e");
    private Path home;
    private Path remote;
    private Magics magics;

    @BeforeEach
    void lay() throws IOException {
        home = Files.createDirectories(folder.resolve("a home"));
        remote = Files.createDirectories(folder.resolve("remote"));
        settings(mirror());
        magics = new Magics(() -> engines, _ -> {}, String::valueOf, home, Runnable::run);
        put("ant", "1.0", "");
        put("ant", "1.1", "");
        put("bee", "2.0", dependency("ant", "1.0", ""));
        put("cat", "1.0", dependency("ant", "1.1", "<scope>test</scope>") + dependency("bee", "2.0", ""));
        versions("ant", "1.0", "1.1");
    }

    private String mirror() {
        return "<mirrors><mirror><id>all</id><mirrorOf>*</mirrorOf><url>" + remote.toUri()
                + "</url></mirror></mirrors>";
    }

    private void settings(String content) throws IOException {
        Files.writeString(home.resolve("settings.xml"), "<settings>" + content + "</settings>");
    }

    private static String dependency(String name, String version, String more) {
        return "<dependency><groupId>org.zoo</groupId><artifactId>" + name + "</artifactId><version>" + version
                + "</version>" + more + "</dependency>";
    }

    /// An artefact with a text in its jar, and another in its sources.
    private void put(String name, String version, String dependencies) throws IOException {
        var place = Files.createDirectories(remote.resolve("org/zoo/" + name + "/" + version));
        Files.writeString(
                place.resolve(name + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.zoo</groupId><artifactId>" + name
                        + "</artifactId><version>" + version + "</version><dependencies>" + dependencies
                        + "</dependencies></project>");
        for (var kind : List.of("", "-sources")) {
            try (var jar =
                    new JarOutputStream(Files.newOutputStream(place.resolve(name + "-" + version + kind + ".jar")))) {
                jar.putNextEntry(new JarEntry(name + kind + ".txt"));
                jar.write(version.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    private void versions(String name, String... versions) throws IOException {
        Files.writeString(
                remote.resolve("org/zoo/" + name + "/maven-metadata.xml"),
                "<metadata><groupId>org.zoo</groupId><artifactId>" + name
                        + "</artifactId><versioning><versions><version>"
                        + String.join("</version><version>", versions)
                        + "</version></versions></versioning></metadata>");
    }

    private String failure(String cell) {
        return assertInstanceOf(Outcome.Failure.class, magics.run(1, cell)).message();
    }

    private void fetch(String cell) {
        assertEquals(new Outcome.Nothing(), magics.run(1, cell));
    }

    /// The names of the jars on the class path.
    private List<String> jars() {
        return engines.classPath().stream()
                .map(path -> path.getFileName().toString())
                .sorted()
                .toList();
    }

    private Path local(String name, String version, String kind) {
        return home.resolve("repository/org/zoo/" + name + "/" + version + "/" + name + "-" + version + kind + ".jar");
    }

    @Test
    void aLibraryComesWithWhatItNeedsAndIsKeptInTheLocalRepository() {
        fetch("%maven org.zoo:cat:1.0");
        assertEquals(List.of("ant-1.0.jar", "bee-2.0.jar", "cat-1.0.jar"), jars());
        assertTrue(Files.exists(local("cat", "1.0", "")));
        assertEquals("1.0", text("ant.txt"));
    }

    /// What the cells find in the jars.
    private String text(String name) {
        try (var in = engines.classLoader().getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sourcesComeToWhereTheLibraryLies() {
        fetch("%addMavenDependency org.zoo:ant:1.0");
        assertTrue(Files.exists(local("ant", "1.0", "-sources")));
        assertEquals(List.of("ant-1.0.jar"), jars());
    }

    @Test
    void anotherVersionOfWhatIsThereIsNotAdded() {
        fetch("%maven org.zoo:ant:1.0");
        fetch("%addMavenDependencies org.zoo:ant:1.1 org.zoo:bee:2.0");
        assertEquals(List.of("ant-1.0.jar", "bee-2.0.jar"), jars());
    }

    @Test
    void whatWasFetchedBeforeNeedsNoRepository() throws IOException {
        fetch("%maven org.zoo:bee:2.0");
        settings("<offline>true</offline>" + mirror());
        var later = new EngineSwitch(Map.of("e", () -> new CompilingEvaluator(List.of(), List.of(), _ -> {})), "e");
        assertEquals(
                new Outcome.Nothing(),
                new Magics(() -> later, _ -> {}, String::valueOf, home, Runnable::run)
                        .run(1, "%maven org.zoo:bee:2.0"));
        assertEquals(2, later.classPath().size());
    }

    /// As Maven itself has it, in what every project inherits.
    private static String central() throws IOException, URISyntaxException {
        var classes = Path.of(
                Magics.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var jars = Files.newDirectoryStream(classes.resolveSibling("resolver"), "maven-model-builder-*.jar");
                var jar = new JarFile(jars.iterator().next().toFile())) {
            var model = jar.getInputStream(jar.getEntry("org/apache/maven/model/pom-4.0.0.xml"));
            var text = new String(model.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceAll("(?s).*?<url>(.*?)</url>.*", "$1");
        }
    }

    @Test
    void offlineIsSaid() throws IOException, URISyntaxException {
        settings("<offline>true</offline>");
        var message = failure("%maven org.zoo:bee:2.0");
        assertTrue(
                message.startsWith("%maven: expected to reach central (" + central() + ") for "
                        + "org.zoo:bee:2.0, found: the settings say offline; what was fetched before is in "),
                message);
    }

    @Test
    void anUnknownVersionNamesTheNearest() {
        assertEquals(
                "%maven: expected org.zoo:ant:1.2 in all (" + remote.toUri()
                        + "), found no such version; the nearest there: 1.1, 1.0",
                failure("%maven org.zoo:ant:1.2"));
        assertEquals(List.of(), jars());
    }

    @Test
    void anUnknownNameNamesTheNearest() {
        assertEquals(
                "%maven: expected org.zoo:anz:1.0 in all (" + remote.toUri()
                        + "), found nothing of this name; the nearest there: ant, bee, cat",
                failure("%maven org.zoo:anz:1.0"));
    }

    @Test
    void coordinatesHaveAForm() {
        assertEquals(
                "%maven: expected GROUP:ARTIFACT[:EXTENSION[:CLASSIFIER]]:VERSION, found org.zoo:ant",
                failure("%maven org.zoo:ant"));
        assertTrue(failure("%maven").endsWith("found nothing"));
        assertTrue(failure("%mavenRepo x").startsWith("%mavenRepo: expected a name and an address, found x"));
    }

    @Test
    void furtherRepositoriesAreLookedIn() throws IOException {
        settings("<offline>false</offline><mirrors><mirror><id>none</id><mirrorOf>central</mirrorOf><url>"
                + folder.resolve("empty").toUri() + "</url></mirror></mirrors>");
        assertTrue(failure("%maven org.zoo:ant:1.0").contains("found nothing of this name"));
        fetch("%mavenRepo zoo " + remote.toUri() + "\n%maven org.zoo:ant:1.0");
        assertEquals(List.of("ant-1.0.jar"), jars());
    }

    @Test
    void partsOfAPomAreEnough() {
        fetch("%%loadFromPOM\n<properties><v>2.0</v></properties>\n"
                + "<dependency><groupId>org.zoo</groupId><artifactId>bee</artifactId><version>${v}</version>"
                + "<exclusions><exclusion><groupId>org.zoo</groupId><artifactId>ant</artifactId></exclusion></exclusions>"
                + "</dependency>\n" + dependency("cat", "1.0", "<scope>test</scope>"));
        assertEquals(List.of("bee-2.0.jar"), jars());
    }

    @Test
    void aPomIsReadWithItsParentAndManagedVersions() throws IOException {
        Files.writeString(
                remote.resolve("parent.pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.zoo</groupId><artifactId>parent</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><dependencyManagement><dependencies>"
                        + dependency("ant", "1.1", "") + "</dependencies></dependencyManagement></project>");
        var place = Files.createDirectories(remote.resolve("org/zoo/parent/1"));
        Files.move(remote.resolve("parent.pom"), place.resolve("parent-1.pom"));
        var pom = Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><parent><groupId>org.zoo</groupId>"
                        + "<artifactId>parent</artifactId><version>1</version><relativePath/></parent>"
                        + "<artifactId>own</artifactId><dependencies>" + dependency("bee", "2.0", "<scope>test</scope>")
                        + "</dependencies></project>");
        fetch("%loadFromPOM " + pom);
        assertEquals(List.of(), jars());
        fetch("%loadFromPOM " + pom + " test");
        assertEquals(List.of("ant-1.1.jar", "bee-2.0.jar"), jars());
        assertTrue(failure("%loadFromPOM no.xml").startsWith("%loadFromPOM: expected a POM, found no file at "));
        assertTrue(failure("%%loadFromPOM\n<dependency>")
                .startsWith("%%loadFromPOM: expected a POM, or <dependency> and <repository> parts of one"));
    }

    @Test
    void settingsThatAreBrokenAreNamed() throws IOException {
        Files.writeString(home.resolve("settings.xml"), "<settings><mirrors></settings>");
        assertTrue(failure("%maven org.zoo:ant:1.0")
                .contains(home.resolve("settings.xml").toString()));
    }

    @Test
    void theCallGivesTheFiles() throws Exception {
        assertEquals(
                List.of(local("ant", "1.0", "").toString()),
                magics.registry().evalLineMagic(null, "maven", List.of("org.zoo:ant:1.0")));
    }

    @Test
    void cellsDoNotSeeMavensOwnClasses() {
        fetch("%maven org.zoo:ant:1.0");
        assertThrows(
                ClassNotFoundException.class,
                () -> engines.classLoader().loadClass("org.eclipse.aether.RepositorySystem"));
        assertFalse(System.getProperty("java.class.path").contains("maven-resolver"));
    }
}
