package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutedTest {

    @TempDir
    private Path folder;

    @Test
    void differencesNameCellAndOutput() throws Exception {
        Executed kept = executed("kept", "0.123", "[\"<svg>\", \"<path/></svg>\"]", "7");
        assertEquals(List.of(), kept.differences(executed("same", "0.123", "\"<svg><path/></svg>\"", "8")));
        assertEquals(
                List.of(
                        "kept, cell 1, output 1, stdout: expected …0.123…, found …0.124…, different from character 5 on",
                        "kept, cell 1, output 2, image/svg+xml: expected …<svg><path/></svg>…, found …<svg></svg>…"
                                + ", different from character 7 on"),
                kept.differences(executed("other", "0.124", "\"<svg></svg>\"", "7")));
    }

    @Test
    void checksAndExercisesAreFound() throws Exception {
        Executed notebook = executed("kept", "area: expected 4.000, found 0.000: not yet", "\"\"", "7");
        assertEquals(List.of("area: expected 4.000, found 0.000: not yet"), notebook.checks());
        assertEquals(Set.of(3), notebook.exercises().keySet());
    }

    private Executed executed(String name, String printed, String svg, String time) throws Exception {
        return Executed.read(Files.writeString(folder.resolve(name + ".ipynb"), """
                {"cells": [
                  {"cell_type": "markdown", "metadata": {}, "source": "# Text"},
                  {"cell_type": "code", "metadata": {"tags": ["exercise"], "exercise": 3}, "source": ["x"], "outputs": [
                    {"output_type": "stream", "name": "stdout", "text": ["%s"]},
                    {"output_type": "execute_result", "data": {"image/svg+xml": %s}}]},
                  {"cell_type": "code", "metadata": {"tags": ["timing"]}, "source": "y", "outputs": [
                    {"output_type": "stream", "name": "stdout", "text": "%s"}]}]}
                """.formatted(printed, svg, time)));
    }
}
