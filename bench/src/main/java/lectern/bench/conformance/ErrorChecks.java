package lectern.bench.conformance;

import java.util.List;
import lectern.bench.conformance.Subject.Run;

/// What is said of a mistake.
final class ErrorChecks {

    private ErrorChecks() {}

    static List<Check> all() {
        return List.of(
                Check.of(
                        "compile error: status and error message",
                        t -> t.bad("int x = ;", "x = =").first("error")),
                Check.of("compile error: what is wrong", t -> {
                    Run run = t.bad("int number = \"text\";", "x = (1, 2");
                    Check.that(!run.answer().text("evalue").isBlank(), () -> "expected an evalue, found none");
                }),
                Check.of(
                        "compile error: line number",
                        t -> Check.contains(
                                trace(t.bad("int a = 1;\nint b = 2;\nint c = ;", "a = 1\nb = 2\nc = =")), "3")),
                Check.of("compile error: caret", t -> Check.contains(trace(t.bad("int a = ;", "a = =")), "^")),
                Check.of(
                        "runtime error: ename is the user's",
                        t -> Check.equal(
                                "Mine",
                                t.bad(
                                                "class Mine extends RuntimeException { Mine(String m) { super(m); } }\n"
                                                        + "throw new Mine(\"why\");",
                                                "class Mine(Exception): pass\nraise Mine('why')")
                                        .answer()
                                        .text("ename"))),
                Check.of(
                        "runtime error: evalue is the message",
                        t -> Check.equal(
                                "why",
                                t.bad("throw new IllegalStateException(\"why\");", "raise ValueError('why')")
                                        .answer()
                                        .text("evalue"))),
                Check.of("runtime error: only frames of the user", t -> {
                    String trace = trace(t.bad(
                            "int fail() { throw new RuntimeException(\"x\"); }\nfail();",
                            "def fail(): raise ValueError('x')\nfail()"));
                    for (String internal :
                            List.of("lectern.kernel", "java.base", "jdk.", "ipykernel/", "IPython/core")) {
                        Check.that(
                                !trace.contains(internal),
                                () -> "expected no frame of " + internal + ", found " + trace);
                    }
                }),
                Check.of("runtime error: the line of every frame", t -> {
                    String trace = trace(t.bad(
                            "int deep() {\n    throw new RuntimeException(\"x\");\n}\n\ndeep();",
                            "def deep():\n    raise ValueError('x')\n\n\ndeep()"));
                    Check.contains(trace, "2");
                    Check.contains(trace, "5");
                }),
                Check.of(
                        "runtime error: the cause",
                        t -> Check.contains(
                                trace(t.bad(
                                        "throw new RuntimeException(\"outer\", new RuntimeException(\"inner\"));",
                                        "raise ValueError('outer') from KeyError('inner')")),
                                "inner")),
                Check.of("stack overflow: short, and state kept", t -> {
                    t.good("int kept = 5;", "kept = 5");
                    String trace = trace(t.bad(
                            "int r(int n) { return r(n + 1) + 1; }\nr(0)", "def r(n): return r(n + 1) + 1\nr(0)"));
                    Check.that(
                            trace.lines().count() < 30,
                            () -> "expected under 30 lines, found "
                                    + trace.lines().count());
                    t.gives("5", "kept", "kept");
                }),
                Check.of("out of memory: state kept", t -> {
                    t.good("int alive = 6;", "alive = 6");
                    t.bad("long[][] all = new long[Integer.MAX_VALUE - 8][];", "b = bytearray(1 << 62)");
                    t.gives("6", "alive", "alive");
                }),
                Check.of("System.exit or its like is an error, state kept", t -> {
                    t.good("int stays = 8;", "stays = 8");
                    t.bad("System.exit(0);", "import sys\nsys.exit(0)");
                    t.gives("8", "stays", "stays");
                }));
    }

    private static String trace(Run run) {
        var text = new StringBuilder();
        run.reply()
                .getAsJsonArray("traceback")
                .forEach(line -> text.append(line.getAsString()).append('\n'));
        return text.toString().replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
