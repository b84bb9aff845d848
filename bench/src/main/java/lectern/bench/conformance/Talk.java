package lectern.bench.conformance;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import lectern.bench.conformance.Subject.Run;
import lectern.bench.conformance.Wire.Heard;
import lectern.bench.kernel.Cell;
import lectern.bench.kernel.Language;

/// What checks say to a kernel, each cell in the language of its own.
record Talk(Subject subject) {

    private static final int REST = 300;

    boolean isJava() {
        return subject.contender.language() == Language.JAVA;
    }

    String in(String java, String python) {
        return new Cell(java, python).in(subject.contender.language());
    }

    Run run(String java, String python) throws Unmet {
        return subject.await(subject.shell, send(java, python));
    }

    /// Runs a cell that must succeed.
    Run good(String java, String python) throws Unmet {
        Run run = run(java, python);
        Check.that(
                run.status().equals("ok"),
                () -> "expected ok, found " + run.answer().text("ename") + ": "
                        + run.answer().text("evalue"));
        return run;
    }

    /// Runs a cell that must fail.
    Run bad(String java, String python) throws Unmet {
        Run run = run(java, python);
        Check.equal("error", run.status());
        rest();
        return run;
    }

    /// After a failure ipykernel aborts what comes in the next moment as well (`stop_on_error_timeout`). That is asked
    /// of it by the checks of that alone.
    void rest() throws Unmet {
        if (!isJava()) {
            try {
                Thread.sleep(REST);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unmet("interrupted");
            }
        }
    }

    String value(String java, String python) throws Unmet {
        return run(java, python).result();
    }

    /// A cell whose value is the same text in both languages.
    void gives(String expected, String java, String python) throws Unmet {
        Check.equal(expected, value(java, python));
    }

    String send(String java, String python) {
        return subject.send(subject.shell, "execute_request", code(java, python));
    }

    JsonObject code(String java, String python) {
        var content = new JsonObject();
        content.addProperty("code", in(java, python));
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", false);
        content.addProperty("stop_on_error", true);
        return content;
    }

    Run run(JsonObject content) throws Unmet {
        return subject.request(subject.shell, "execute_request", content);
    }

    /// Asks on the shell channel; the content is JSON.
    JsonObject ask(String type, String content) throws Unmet {
        return subject.request(subject.shell, type, json(content)).reply();
    }

    JsonObject askControl(String type, String content) throws Unmet {
        return subject.request(subject.control, type, json(content)).reply();
    }

    /// What could stand at the end of the text.
    JsonObject complete(String java, String python) throws Unmet {
        return ask("complete_request", atEnd(in(java, python)).toString());
    }

    JsonObject inspect(String java, String python) throws Unmet {
        JsonObject content = atEnd(in(java, python));
        content.addProperty("detail_level", 0);
        return ask("inspect_request", content.toString());
    }

    private static JsonObject atEnd(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.codePointCount(0, code.length()));
        return content;
    }

    static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    /// Waits for a cell to say that it runs, by printing something.
    void awaitPrinted(String id) throws Unmet {
        Heard heard = subject.nextPublished(id);
        while (!heard.type().equals("stream")) {
            Check.that(
                    !heard.text("execution_state").equals("idle"), () -> "expected output, found the end of the cell");
            heard = subject.nextPublished(id);
        }
    }

    /// Starts another kernel of the same kind beside this one.
    Talk another() throws IOException, Unmet {
        return new Talk(subject.another());
    }

    /// Something that is timed.
    interface Timed {
        void run(int number) throws Unmet, IOException;
    }

    /// The median time in milliseconds, as text.
    static String median(int times, Timed work) throws Unmet, IOException {
        return String.format(Locale.ROOT, "%.1f ms", part(0.5, times(times, work)));
    }

    /// How long each time took, in milliseconds, in order of time.
    static double[] times(int times, Timed work) throws Unmet, IOException {
        var all = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run(i);
            all[i] = (System.nanoTime() - start) / 1e6;
        }
        return all;
    }

    /// The number that this part of them is below.
    static double part(double part, double... numbers) {
        return Arrays.stream(numbers).sorted().toArray()[(int) (part * numbers.length)];
    }

    /// The time of something, as text.
    static String time(Timed work) throws Unmet, IOException {
        return median(1, work);
    }
}
