package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The lectures themselves: each runs and becomes a page that stands alone, its exercises can be solved, and another
/// run gives the outputs that are kept in it.
class LecturesTest {

    private static final Path NOTEBOOKS = Path.of("").toAbsolutePath();
    private static final long MOST_BYTES = 1_500_000;

    @TempDir
    private Path folder;

    private Course course;

    @BeforeEach
    void install() throws Exception {
        course = Course.in(folder.resolve("prefix"));
    }

    @TestFactory
    Stream<DynamicTest> eachRunsAndBecomesAPageThatStandsAlone() throws IOException {
        return lectures().map(lecture -> DynamicTest.dynamicTest(name(lecture), () -> becomesAPage(lecture)));
    }

    @TestFactory
    Stream<DynamicTest> eachExerciseHasASolution() throws IOException {
        return lectures().map(lecture -> DynamicTest.dynamicTest(name(lecture), () -> isSolved(lecture)));
    }

    @TestFactory
    Stream<DynamicTest> anotherRunGivesTheOutputsThatAreKept() throws IOException {
        return lectures().map(lecture -> DynamicTest.dynamicTest(name(lecture), () -> givesTheSame(lecture)));
    }

    private void becomesAPage(Path lecture) throws Exception {
        Path raw = folder.resolve("raw");
        var outcome = course.runQuick(raw, List.of(lecture));
        assertEquals(0, outcome.code(), outcome.output());
        List<String> checks = executed(raw, lecture).checks();
        assertFalse(checks.isEmpty(), "expected an exercise with a check");
        assertEquals(List.of(), checksThatSay("right", checks), "checks before anybody has answered");
        Path notes = folder.resolve("notes");
        Notes.write(NOTEBOOKS, raw, notes, List.of());
        Document page = Jsoup.parse(Files.readString(notes.resolve(name(lecture) + ".html")));
        assertEquals(
                List.of(),
                page.select(".output.error, .katex-error, [data-tex]").eachText());
        assertEquals(List.of(), OutsideReferences.in(page));
        assertFalse(page.select("figure.output svg").isEmpty(), "expected a figure on the page");
        assertFalse(page.select(".katex").isEmpty(), "expected a formula on the page");
    }

    private void isSolved(Path lecture) throws Exception {
        Executed notebook = Executed.read(lecture);
        Path solutions = NOTEBOOKS.resolve("solutions").resolve(name(lecture));
        var exercises = new TreeMap<>(notebook.exercises());
        assertEquals(
                exercises.keySet().stream().map(number -> number + ".java").collect(Collectors.toSet()),
                files(solutions),
                "the files in " + solutions);
        for (var exercise : exercises.entrySet()) {
            String answer = Files.readString(solutions.resolve(exercise.getKey() + ".java"));
            exercise.getValue().json().add("source", new JsonPrimitive(answer.stripTrailing()));
        }
        Path solved = Files.createDirectories(folder.resolve("solved"))
                .resolve(lecture.getFileName().toString());
        Files.writeString(solved, notebook.json().toString());
        Path raw = folder.resolve("raw-solved");
        var outcome = course.runQuick(raw, List.of(solved));
        assertEquals(0, outcome.code(), outcome.output());
        List<String> checks = executed(raw, lecture).checks();
        assertFalse(checks.isEmpty(), "expected an exercise with a check");
        assertEquals(List.of(), checksThatSay("not yet", checks), "checks of the solutions");
    }

    private void givesTheSame(Path lecture) throws Exception {
        assertTrue(Files.size(lecture) <= MOST_BYTES, "expected at most 1.5 MB, found " + Files.size(lecture));
        assumeTrue(hasMnist(), "the kept outputs are from MNIST: name its folder by LECTERN_DATASETS to compare them");
        Path raw = folder.resolve("raw-whole");
        var outcome = course.run(raw, List.of(lecture));
        assertEquals(0, outcome.code(), outcome.output());
        List<String> differences = Executed.read(lecture).differences(executed(raw, lecture));
        assertTrue(
                differences.isEmpty(),
                () -> "expected the outputs that are kept (./lectern notes --save keeps new ones), found\n"
                        + String.join("\n", differences));
    }

    private static boolean hasMnist() {
        String datasets = System.getenv("LECTERN_DATASETS");
        return datasets != null
                && Stream.of(datasets, datasets + "/mnist")
                        .anyMatch(place -> Files.exists(Path.of(place, "train-images-idx3-ubyte.gz"))
                                || Files.exists(Path.of(place, "train-images-idx3-ubyte")));
    }

    private static List<String> checksThatSay(String answer, List<String> checks) {
        return checks.stream().filter(check -> check.endsWith(": " + answer)).toList();
    }

    private static Executed executed(Path raw, Path lecture) throws IOException {
        return Executed.read(raw.resolve(lecture.getFileName().toString()));
    }

    private static Set<String> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static Stream<Path> lectures() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("[0-9]{2}-.*\\.ipynb"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String name(Path notebook) {
        return notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
    }
}
