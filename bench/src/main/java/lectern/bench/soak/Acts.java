package lectern.bench.soak;

import static lectern.bench.soak.SoakFailure.expect;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lectern.kernel.channel.Json;

/// What can happen to a kernel. Each act knows what must come of it, and what the session's variables must be then.
final class Acts {

    private static final int VARIABLES = 8;
    private static final List<String> LOOPS = List.of(
            "while (true) { }",
            "long q = 0; while (true) { q++; }",
            "while (true) { try { Math.sin(1); } catch (Throwable t) { } }",
            "IntStream.range(0, 50).parallel().forEach(i -> { while (true) { } });",
            "new Object() { void loop() { while (true) { } } }.loop();",
            "Thread.sleep(1_000_000);",
            "var t = new Thread(() -> { while (true) { } }); t.start(); t.join();",
            "Thread.startVirtualThread(() -> { while (true) { } }).join();",
            "new java.util.concurrent.LinkedBlockingQueue<Integer>().take();",
            "while (true) { Tensor.zeros(64, 64).matmul(Tensor.zeros(64, 64)); }");
    private static final List<String> ASKED = List.of(
            "List.of(1, 2).str",
            "var s = \"é😀\"; s.toUpp",
            "Math.ma",
            "new ArrayL",
            "f(",
            "v0 + v",
            "class A { void",
            "\"");

    private final Patient patient;
    private final SplittableRandom random;
    private final Consumer<Double> interruptions;
    private final int[] variables = new int[VARIABLES];
    private int added;

    /// @param interruptions hears how long an interrupt took, in milliseconds
    Acts(Patient patient, SplittableRandom random, Consumer<Double> interruptions) {
        this.patient = patient;
        this.random = random;
        this.interruptions = interruptions;
    }

    /// Declares the variables.
    void begin() {
        var code = new StringBuilder();
        for (int i = 0; i < VARIABLES; i++) {
            code.append("int v").append(i).append(" = 0;\n");
        }
        expect(
                "the first cell",
                "ok",
                patient.execute(code + "int f(int n) { return n; }").status());
    }

    /// Does one of them, and says which.
    String act() {
        int dice = random.nextInt(100);
        if (dice < 30) {
            return value();
        }
        if (dice < 38) {
            return method();
        }
        if (dice < 45) {
            return type();
        }
        if (dice < 53) {
            return refused();
        }
        if (dice < 61) {
            return thrown();
        }
        if (dice < 67) {
            return interrupt();
        }
        if (dice < 70) {
            return flood();
        }
        if (dice < 78) {
            return noise();
        }
        if (dice < 88) {
            return question();
        }
        if (dice < 92) {
            return exit();
        }
        return dice < 96 ? overflow() : queue();
    }

    /// All variables as they must be.
    void check() {
        var code = new StringBuilder("List.of(v0");
        var expected = new StringBuilder("[" + variables[0]);
        for (int i = 1; i < VARIABLES; i++) {
            code.append(", v").append(i);
            expected.append(", ").append(variables[i]);
        }
        expect("the variables", expected + "]", patient.execute(code + ")").value());
        expect("replies that nobody asked for", 0, patient.unclaimed());
    }

    private int any() {
        return random.nextInt(VARIABLES);
    }

    private String value() {
        int i = any();
        int j = any();
        int c = random.nextInt(1000);
        variables[i] = variables[i] * 31 + variables[j] + c;
        var result = patient.execute("v%d = v%d * 31 + v%d + %d;\nv%d".formatted(i, i, j, c, i));
        expect("a value", String.valueOf(variables[i]), result.value());
        return "value";
    }

    private String method() {
        added = random.nextInt(1000);
        expect(
                "a method",
                "ok",
                patient.execute("int f(int n) { return n + " + added + "; }").status());
        expect("its value", String.valueOf(added + 1), patient.execute("f(1)").value());
        return "method";
    }

    private String type() {
        int c = random.nextInt(1000);
        var result =
                patient.execute("record R(int a) { int b() { return a + %d + f(0); } }\nnew R(1).b()".formatted(c));
        expect("a record", String.valueOf(1 + c + added), result.value());
        return "type";
    }

    private String refused() {
        int i = any();
        var result = patient.execute("v%d = -1;\nint x = nowhere + 1;".formatted(i));
        expect("a cell that does not fit", "CompilationError", Json.string(result.reply(), "ename", ""));
        return "compile error";
    }

    private String thrown() {
        int i = any();
        int c = random.nextInt(1000);
        variables[i] = c;
        var result = patient.execute("v%d = %d;\nthrow new IllegalStateException(\"why\");".formatted(i, c));
        expect("an exception", "IllegalStateException", Json.string(result.reply(), "ename", ""));
        return "exception";
    }

    private String interrupt() {
        int i = any();
        int c = random.nextInt(1000);
        variables[i] = c;
        var loop = LOOPS.get(random.nextInt(LOOPS.size()));
        var id = patient.send(
                "execute_request", Patient.code("v%d = %d;\nSystem.out.println(1);\n%s".formatted(i, c, loop)));
        var behind = patient.send("execute_request", Patient.code("v0 = -1;"));
        patient.awaitOutput(id);
        long start = System.nanoTime();
        patient.interrupt();
        var result = patient.await(id);
        interruptions.accept((System.nanoTime() - start) / 1e6);
        expect("an interrupt of " + loop, "Interrupted", Json.string(result.reply(), "ename", ""));
        expect("a cell behind it", "aborted", patient.await(behind).status());
        return "interrupt";
    }

    private String flood() {
        int lines = 1 + random.nextInt(20_000);
        var result = patient.execute(
                "for (int i = 0; i < %d; i++) { System.out.println(\"line \" + i); }\nSystem.err.print(\"end\");"
                        .formatted(lines));
        var text = result.text("stdout");
        expect("lines", (long) lines, text.lines().count());
        expect("the end of a flood", true, text.endsWith("line " + (lines - 1) + "\n"));
        expect("stderr", "end", result.text("stderr"));
        return "flood";
    }

    private String noise() {
        var forged = "{\"msg_type\": \"execute_request\", \"msg_id\": \"x\"}";
        var code = "{\"code\": \"v0 = -1; v1 = -1; v2 = -1;\"}";
        patient.sendRaw(
                switch (random.nextInt(6)) {
                    case 0 -> List.of("<IDS|MSG>", "00", forged, "{}", "{}", code);
                    case 1 -> List.of("<IDS|MSG>", "", forged, "{}", "{}", code);
                    case 2 -> List.of("<IDS|MSG>", "00", forged);
                    case 3 -> List.of("");
                    case 4 -> List.of("x".repeat(1 + random.nextInt(100_000)));
                    default -> List.of("<IDS|MSG>", "00", "{", "[", "\u0000", code);
                });
        patient.send("no_such_request", new JsonObject());
        return "bad message";
    }

    private String question() {
        var text = ASKED.get(random.nextInt(ASKED.size()));
        var content = Patient.code(text);
        content.addProperty("cursor_pos", random.nextInt(text.codePointCount(0, text.length()) + 1));
        switch (random.nextInt(3)) {
            case 0 ->
                expect(
                        "completion",
                        "ok",
                        patient.ask("complete_request", content).status());
            case 1 ->
                expect(
                        "inspection",
                        "ok",
                        patient.ask("inspect_request", content).status());
            default ->
                expect(
                        "completeness",
                        true,
                        List.of("complete", "incomplete", "invalid")
                                .contains(patient.ask("is_complete_request", content)
                                        .status()));
        }
        return "question";
    }

    private String exit() {
        var how = random.nextBoolean() ? "System.exit(1);" : "Runtime.getRuntime().halt(1);";
        expect("an exit", "error", patient.execute(how).status());
        return "exit";
    }

    private String overflow() {
        if (random.nextBoolean()) {
            var result = patient.execute("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
            expect("recursion", "StackOverflowError", Json.string(result.reply(), "ename", ""));
        } else {
            var result = patient.execute("new long[Integer.MAX_VALUE]");
            expect("memory", "OutOfMemoryError", Json.string(result.reply(), "ename", ""));
        }
        return "overflow";
    }

    private String queue() {
        int count = 1 + random.nextInt(20);
        int i = any();
        var ids = IntStream.range(0, count)
                .mapToObj(n -> patient.send("execute_request", Patient.code("v%d += %d;".formatted(i, n))))
                .toList();
        for (int n = 0; n < count; n++) {
            variables[i] += n;
            expect("a queued cell", "ok", patient.await(ids.get(n)).status());
        }
        return "queue";
    }
}
