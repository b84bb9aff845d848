package lectern.bench.conformance;

import com.google.gson.JsonObject;
import java.util.List;
import lectern.bench.conformance.Subject.Run;
import lectern.bench.conformance.Wire.Heard;

/// What a cell asks of the user.
final class InputChecks {

    private InputChecks() {}

    static List<Check> all() {
        return List.of(
                Check.of(
                        "a line is asked for", t -> Check.equal("grün", answered(t, "IO.readln()", "input()", "grün"))),
                Check.of("and again", t -> Check.equal("blau", answered(t, "IO.readln()", "input()", "blau"))),
                Check.of(
                        "two lines in one cell",
                        t -> Check.equal(
                                "ab", answered(t, "IO.readln() + IO.readln()", "input() + input()", "a", "b"))),
                Check.of("the prompt is told", t -> {
                    String id = ask(t, "readLine(\"name? \")", "input('name? ')");
                    Check.equal("name? ", question(t).text("prompt"));
                    answer(t, "x");
                    t.subject().await(t.subject().shell, id);
                }),
                Check.of("a password is not shown", t -> {
                    String id = ask(t, "readPassword(\"secret? \")", "import getpass\ngetpass.getpass('secret? ')");
                    Check.equal("true", question(t).text("password"));
                    answer(t, "x");
                    t.subject().await(t.subject().shell, id);
                }),
                Check.of("refused when not allowed", t -> {
                    Run run = t.bad("IO.readln()", "input()");
                    Check.that(!run.answer().text("evalue").isBlank(), () -> "expected a reason, found none");
                }),
                Check.of("interrupted while it waits", t -> {
                    String id = ask(t, "IO.readln()", "input()");
                    question(t);
                    InterruptChecks.interrupt(t);
                    Check.equal(
                            "error", t.subject().await(t.subject().shell, id).status());
                    t.rest();
                }));
    }

    private static String ask(Talk t, String java, String python) {
        JsonObject content = t.code(java, python);
        content.addProperty("allow_stdin", true);
        return t.subject().send(t.subject().shell, "execute_request", content);
    }

    private static Heard question(Talk t) throws Unmet {
        Heard question = t.subject().next(t.subject().stdin);
        Check.equal("input_request", question.type());
        return question;
    }

    private static void answer(Talk t, String line) {
        var content = new JsonObject();
        content.addProperty("value", line);
        t.subject().send(t.subject().stdin, "input_reply", content);
    }

    private static String answered(Talk t, String java, String python, String... lines) throws Unmet {
        String id = ask(t, java, python);
        for (String line : lines) {
            question(t);
            answer(t, line);
        }
        return t.subject().await(t.subject().shell, id).result().replace("'", "");
    }
}
