package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a clone of its own, on a machine that has only what the test puts there.
class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "awk",
            "basename",
            "cat",
            "cp",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "id",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tee",
            "touch",
            "tr");
    private static final String NO_JDK = "lectern: no JDK 25 or newer found: install one (Temurin 25, or your system's"
            + " openjdk-25-jdk) or set JAVA_HOME to it";

    @TempDir
    private Path machine;

    private Path clone;
    private Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void anEmptyMachine() throws IOException {
        clone = Files.createDirectories(machine.resolve("clone"));
        Files.copy(Path.of("../lectern"), clone.resolve("lectern"));
        Files.createDirectories(clone.resolve("notebooks"));
        Files.createFile(clone.resolve("notebooks/01-first.ipynb"));
        bin = Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            handOver(bin.resolve(tool), onPath(tool).orElseThrow());
        }
        environment.put("PATH", bin.toString());
        environment.put("HOME", machine.resolve("home").toString());
        environment.put("LECTERN_JDK_FOLDERS", machine.resolve("jvm/jdk").toString());
        environment.put("LECTERN_PYTHON_FOLDERS", "");
        environment.put("LECTERN_NO_SYSTEM_PACKAGES", "1");
    }

    @Test
    void withoutJdkOneLineSaysWhatToInstall() throws Exception {
        assertEquals(new Outcome(1, NO_JDK + "\n"), lectern("notes"));
    }

    @Test
    void anOldJdkOrAJreIsNone() throws Exception {
        jdk("jvm/jdk", "17.0.15");
        Files.delete(jdk("jre", "25.0.1").resolve("bin/javac"));
        environment.put("JAVA_HOME", machine.resolve("jre").toString());
        assertEquals(new Outcome(1, NO_JDK + "\n"), lectern("test"));
    }

    @Test
    void theJdkThatWasNamedHasToDo() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        Path old = jdk("old", "17.0.15");
        environment.put("LECTERN_JAVA_HOME", old.toString());
        assertEquals(
                new Outcome(1, "lectern: LECTERN_JAVA_HOME: expected a JDK 25 or newer, found none in " + old + "\n"),
                lectern("notes"));
    }

    @Test
    void theUsualFoldersAreSearchedWhenThePathHasAnOldJava() throws Exception {
        Path old = jdk("old", "17.0.15");
        handOver(bin.resolve("java"), old.resolve("bin/java"));
        Path good = jdk("jvm/jdk", "25.0.1");
        maven("echo \"[ERROR] ran on $JAVA_HOME\"; exit 1");
        python(bin.resolve("python3"));
        var outcome = lectern("install");
        assertEquals(1, outcome.code());
        assertTrue(outcome.output().contains("[ERROR] ran on " + good + "\n"), outcome.output());
    }

    @Test
    void withoutMavenOneLineSaysHowToGetIt() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        assertEquals(
                new Outcome(
                        1,
                        "lectern: Maven not found: install it (apt-get install maven, brew install maven, or sdk install"
                                + " maven) and try again\n"),
                lectern("notes"));
    }

    @Test
    void withoutJupyterOneLineSaysWhatToDo() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        maven("exit 1");
        assertEquals(
                new Outcome(
                        1,
                        "lectern: no working Jupyter found and none could be installed: install Jupyter (apt-get install"
                                + " jupyter-notebook jupyter-nbconvert, or pip install jupyterlab) or set LECTERN_PYTHON\n"),
                lectern("notes"));
        assertFalse(Files.exists(clone.resolve(".lectern")));
    }

    @Test
    void theStudentNeedsNodeABrowserAndAServer() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        maven("exit 1");
        assertEquals(
                new Outcome(
                        1,
                        "lectern: Node.js not found: install it, 20.19 or newer, with npm (apt-get install nodejs npm where"
                                + " they are new enough)\n"),
                lectern("student"));
        script(bin.resolve("npm"), "exit 1");
        script(bin.resolve("node"), "[ $1 = --version ] && echo v18.20.4; exit 1");
        assertEquals(
                new Outcome(1, "lectern: expected Node.js 20.19 or newer, with npm, found v18.20.4\n"),
                lectern("student"));
        script(bin.resolve("node"), "exit 0");
        assertEquals(
                new Outcome(
                        1,
                        "lectern: no Chromium found and none could be installed: install it (apt-get install chromium)"
                                + " and try again\n"),
                lectern("student"));
        script(bin.resolve("chromium"), "exit 1");
        assertEquals(
                new Outcome(
                        1,
                        "lectern: no Python with a server for JupyterLab found and none could be installed: install one"
                                + " (apt-get install python3-jupyter-server python3-jupyterlab-server jupyter-nbconvert)"
                                + " or set LECTERN_PYTHON\n"),
                lectern("student"));
        assertFalse(Files.exists(clone.resolve(".lectern")));
    }

    @Test
    void wherePipReachesNothingNoHalfEnvironmentIsLeft() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        maven("exit 1");
        pythonWithPip("exit 1");
        var outcome = lectern("notes");
        assertEquals(1, outcome.code());
        assertTrue(outcome.output().contains("lectern: pip could not install it (log: "), outcome.output());
        assertFalse(Files.exists(clone.resolve(".lectern/venv")));
    }

    @Test
    void anInterruptedEnvironmentIsMadeAgain() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        maven("exit 1");
        // What an interrupted run leaves: a Python that works, and no marker.
        Path left = Files.createDirectories(clone.resolve(".lectern/venv/bin"));
        python(left.resolve("python"));
        pythonWithPip("touch \"$(dirname \"$0\")/installed\"");
        var outcome = lectern("notes");
        assertTrue(outcome.output().contains("installing JupyterLab with pip into .lectern/venv"), outcome.output());
        assertTrue(Files.exists(clone.resolve(".lectern/venv/.complete")));
        assertFalse(lectern("notes").output().contains("pip"));
    }

    @Test
    void wherePipReachesNothingAndItMayItInstallsThePackages() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        maven("exit 1");
        pythonWithPip("exit 1");
        environment.remove("LECTERN_NO_SYSTEM_PACKAGES");
        Files.delete(bin.resolve("id"));
        script(bin.resolve("id"), "echo 0");
        script(bin.resolve("dpkg"), "exit 1");
        // As on a new machine: nothing can be installed before the lists were fetched.
        script(bin.resolve("apt-get"), """
                here=$(dirname "$0")
                case "$1" in
                update) touch "$here/updated" ;;
                install) [ -e "$here/updated" ] && touch "$here/installed" ;;
                esac""");
        var outcome = lectern("notes");
        Path log = clone.resolve(".lectern/logs/apt.log");
        assertTrue(
                outcome.lines()
                        .contains("lectern: installing the distribution's packages jupyter-notebook and"
                                + " jupyter-nbconvert with apt-get (log: " + log + ")"),
                outcome.output());
        assertTrue(outcome.output().contains("(" + bin.resolve("python3") + ")"), outcome.output());
    }

    @Test
    void brokenShimsAreSkipped() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        maven("exit 1");
        Path shims = Files.createDirectories(machine.resolve("shims"));
        script(shims.resolve("python3"), "echo broken; exit 127");
        script(shims.resolve("jupyter"), "exit 127");
        Path good = python(machine.resolve("opt/python/bin/python"));
        Files.writeString(bin.resolve("jupyter"), "#!" + good + "\n");
        environment.put("PATH", shims + File.pathSeparator + bin);
        assertTrue(lectern("doctor").output().contains("Jupyter  " + good + " ("));
    }

    @Test
    void theDoctorSaysAllThatIsMissing() throws Exception {
        Path home = jdk("jvm/jdk", "25.0.1");
        assertEquals(
                new Outcome(
                        1,
                        "JDK      25 " + home + "\nMaven    none; it is needed to build\n"
                                + "Jupyter  none that works; ./lectern notes and ./lectern lab install one\n"),
                lectern("doctor"));
    }

    @Test
    void aFailedBuildShowsItsErrorsAndNamesItsLog() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        python(bin.resolve("python3"));
        maven("""
                echo '[INFO] Building Lectern: nnlib 0.1.0-SNAPSHOT   [2/6]'
                echo '[ERROR] Tensor.java:[3,5] cannot find symbol'
                echo '[ERROR] Re-run Maven using the -X switch to enable full debug logging.'
                exit 1""");
        var outcome = lectern("notes");
        assertEquals(1, outcome.code());
        Path log = clone.resolve(".lectern/logs/build.log");
        assertEquals(
                List.of(
                        "lectern: building; the first build downloads libraries into ~/.m2: a few minutes",
                        "lectern:   nnlib [2/6]",
                        "lectern: the build failed; the whole log is " + log,
                        "[ERROR] Tensor.java:[3,5] cannot find symbol"),
                outcome.lines().subList(1, outcome.lines().size()));
        assertEquals(3, Files.readAllLines(log).size());
    }

    @Test
    void theTestsExitCodeIsMavens() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        Path python = python(bin.resolve("python3"));
        maven("echo \"$* with $LECTERN_PYTHON\"; exit 7");
        var outcome = lectern("test");
        assertEquals(7, outcome.code());
        assertTrue(outcome.lines().contains("-B verify with " + python), outcome.output());
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheUsage() throws Exception {
        var outcome = lectern("note");
        assertEquals(2, outcome.code());
        assertEquals(
                List.of("lectern: unknown command note", "usage: ./lectern COMMAND"),
                outcome.lines().subList(0, 2));
        assertEquals(0, lectern("help").code());
    }

    @Test
    void unknownOptionsAndNamesAreRefused() throws Exception {
        assertEquals(2, lectern("notes", "--all").code());
        assertEquals(2, lectern("notes", "--save", "--all").code());
        assertEquals(2, lectern("install", "--prefix").code());
        assertEquals(2, lectern("install", "--prefix", "").code());
        assertEquals(2, lectern("install", "--everywhere").code());
        assertEquals(2, lectern("student", "--headful").code());
        assertEquals(2, lectern("student", "--only").code());
        assertEquals(
                new Outcome(1, "lectern: notes: expected the name of a notebook in notebooks/, found 99-none\n"),
                lectern("notes", "99-none"));
        assertEquals(lectern("notes", "99-none"), lectern("notes", "--save", "99-none"));
    }

    @Test
    void aLinkToTheLauncherLeadsToItsClone() throws Exception {
        Path link = Files.createSymbolicLink(machine.resolve("linked"), Path.of("clone/lectern"));
        var outcome = run(link, "notes", "99-none");
        assertEquals(
                "lectern: notes: expected the name of a notebook in notebooks/, found 99-none\n", outcome.output());
        assertEquals(outcome, lectern("notes", "99-none"));
        Files.delete(link);
    }

    @Test
    void aNotebookWithoutANumberIsNoLecture() throws Exception {
        Files.move(clone.resolve("notebooks/01-first.ipynb"), clone.resolve("notebooks/Untitled.ipynb"));
        assertEquals(new Outcome(1, "lectern: notes: no notebook in notebooks/\n"), lectern("notes"));
    }

    @Test
    void withoutABrowserOneLineSaysWhatPrints() throws Exception {
        assertEquals(
                new Outcome(
                        1,
                        "lectern: notes: --pdf prints with Chromium or Chrome, found neither: install one (apt-get install"
                                + " chromium)\n"),
                lectern("notes", "--pdf", "01-first"));
    }

    @Test
    void pagesArePrintedAndSlidesAskedForByName() throws Exception {
        Path home = jdk("jvm/jdk", "25.0.1");
        script(home.resolve("bin/java"), "echo \"java $*\"");
        python(bin.resolve("python3"));
        maven("mkdir -p kernel/target/lib notebooks/target;"
                + " touch kernel/target/lectern-kernel.jar notebooks/target/lectern-notes.jar");
        handOver(bin.resolve("mktemp"), onPath("mktemp").orElseThrow());
        script(bin.resolve("chromium"), """
                for option; do
                    case "$option" in --print-to-pdf=*) mkdir -p "$(dirname "${option#*=}")"; echo %PDF >"${option#*=}" ;; esac
                done""");
        Path pages = clone.resolve("target/notes");
        var outcome = lectern("notes", "--pdf", "--slides", "01-first");
        assertEquals(0, outcome.code(), outcome.output());
        assertTrue(outcome.lines().contains("lectern: printed " + pages.resolve("01-first.pdf")), outcome.output());
        assertTrue(outcome.output().contains(pages + " 01-first\n"), outcome.output());
        assertEquals("%PDF\n", Files.readString(pages.resolve("01-first.pdf")));
        script(bin.resolve("chromium"), "echo no display; exit 1");
        Path log = clone.resolve(".lectern/logs/print.log");
        outcome = lectern("notes", "--pdf", "01-first");
        assertEquals(1, outcome.code());
        assertTrue(
                outcome.lines()
                        .contains("lectern: notes: expected " + bin.resolve("chromium") + " to print "
                                + pages.resolve("01-first.html") + ", found no PDF file (log: " + log + ")"),
                outcome.output());
        assertEquals("no display\n", Files.readString(log));
    }

    @Test
    void aLockWhoseHolderIsGoneHoldsNobodyUp() throws Exception {
        jdk("jvm/jdk", "25.0.1");
        python(bin.resolve("python3"));
        maven("exit 1");
        Path lock = Files.createDirectories(clone.resolve(".lectern/lock"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(lock.resolve("holder"), gone.pid() + "\n");
        var outcome = lectern("notes");
        assertTrue(outcome.output().contains("lectern: the build failed"), outcome.output());
        assertFalse(Files.exists(lock));
    }

    private Outcome lectern(String... arguments) throws IOException, InterruptedException {
        return run(clone.resolve("lectern"), arguments);
    }

    private Outcome run(Path launcher, String... arguments) throws IOException, InterruptedException {
        Optional<Path> bash = onPath("bash");
        assumeTrue(bash.isPresent(), "no bash here, so no launcher");
        var command = new ArrayList<>(List.of(bash.orElseThrow().toString(), launcher.toString()));
        command.addAll(List.of(arguments));
        return Outcome.of(environment, "", command);
    }

    private Path jdk(String folder, String version) throws IOException {
        Path home = machine.resolve(folder);
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/java"), "exit 1");
        script(home.resolve("bin/javac"), "exit 1");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void maven(String body) throws IOException {
        script(bin.resolve("mvn"), body);
    }

    /// A Python that can import everything.
    private static Path python(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return script(file, "exit 0");
    }

    /// A Python without Jupyter, whose environments have a pip that does what is given; with a file `installed`
    /// beside it, it can import everything.
    private void pythonWithPip(String pip) throws IOException {
        script(bin.resolve("python3"), """
                case "$*" in
                *'import venv'*) exit 0 ;;
                '-m venv '*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
                '-m pip '*) %s ;;
                *) [ -e "$(dirname "$0")/installed" ] ;;
                esac""".formatted(pip));
    }

    /// Makes a command that runs another one.
    private static void handOver(Path file, Path to) throws IOException {
        script(file, "exec " + to + " \"$@\"");
    }

    private static Path script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private static Optional<Path> onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
