package lectern.bench.conformance;

import java.util.List;
import java.util.Locale;
import lectern.bench.conformance.Subject.Run;
import lectern.bench.conformance.Wire.Heard;

/// What is printed and shown.
final class OutputChecks {

    private OutputChecks() {}

    static List<Check> all() {
        return List.of(
                Check.of(
                        "stdout",
                        t -> Check.equal(
                                "hello\n",
                                t.good("System.out.println(\"hello\");", "print('hello')").stream("stdout"))),
                Check.of(
                        "stderr",
                        t -> Check.equal(
                                "oh\n",
                                t
                                        .good("System.err.println(\"oh\");", "import sys\nprint('oh', file=sys.stderr)")
                                        .stream("stderr"))),
                Check.of("output while the cell runs", t -> live(t, "System.out.println(\"now\");", "print('now')")),
                Check.of(
                        "part of a line while the cell runs",
                        t -> live(t, "System.out.print(\"now\");", "print('now', end='', flush=True)")),
                Check.of(
                        "errors while the cell runs",
                        t -> live(
                                t,
                                "System.err.print(\"now\");",
                                "import sys\nprint('now', end='', file=sys.stderr, flush=True)")),
                Check.of("order of stdout and stderr", t -> {
                    Run run = t.good(
                            "for (int i = 0; i < 20; i++) { System.out.print(\"o\"); System.err.print(\"e\"); }",
                            "import sys\nfor i in range(20):\n    print('o', end='')\n    print('e', end='', file=sys.stderr)");
                    var text = new StringBuilder();
                    run.all("stream").forEach(message -> text.append(message.text("text")));
                    Check.equal("oe".repeat(20), text.toString());
                }),
                Check.of("output of a thread after its cell", OutputChecks::late),
                Check.of(
                        "output of a thread after its cell, under it",
                        t -> Check.that(late(t), () -> "expected it under its own cell, found it under another")),
                Check.of("output of a pool's later task under the later cell", t -> {
                    t.good(
                            "var pool = java.util.concurrent.Executors.newFixedThreadPool(1);\n"
                                    + "pool.submit(() -> System.out.println(\"one\")).get();",
                            "import concurrent.futures\npool = concurrent.futures.ThreadPoolExecutor(1)\n"
                                    + "pool.submit(print, 'one').result()");
                    Run run = t.good(
                            "pool.submit(() -> System.out.println(\"two\")).get();",
                            "pool.submit(print, 'two').result()");
                    Check.equal("two", run.stream("stdout").strip());
                }),
                Check.of("exception of a thread", t -> {
                    String id = t.send(
                            "var dying = new Thread(() -> { throw new RuntimeException(\"doomed\"); });\n"
                                    + "dying.start();\ndying.join();",
                            "import threading\ndef die(): raise ValueError('doomed')\ndying = threading.Thread(target=die)\n"
                                    + "dying.start()\ndying.join()");
                    Check.contains(t.subject().await(t.subject().shell, id).stream("stderr"), "doomed");
                }),
                new Check("100,000 lines whole, in few messages", OutputChecks::manyLines),
                new Check("5 MB in one print", t -> {
                    long start = System.nanoTime();
                    Run run = t.good("System.out.println(\"x\".repeat(5_000_000));", "print('x' * 5_000_000)");
                    Check.equal(5_000_001, run.stream("stdout").length());
                    return figure(start, run);
                }),
                new Check("50 MB of output neither kill nor stall", t -> {
                    long start = System.nanoTime();
                    Run run = t.good(
                            "for (int i = 0; i < 500_000; i++) { System.out.println(\"x\".repeat(99)); }",
                            "for i in range(500_000): print('x' * 99)");
                    t.gives("2", "1 + 1", "1 + 1");
                    return figure(start, run);
                }),
                Check.of("text beside HTML", t -> {
                    Run run = t.good(
                            "display(\"<b>x</b>\", \"text/html\", \"text/plain\");",
                            "import IPython\nIPython.display.display(IPython.display.HTML('<b>x</b>'))");
                    run.data("display_data", "text/html");
                    run.data("display_data", "text/plain");
                }),
                Check.of("text beside an HTML result", t -> {
                    Run run = t.good(
                            "render(\"<b>x</b>\", \"text/html\", \"text/plain\")",
                            "import IPython\nIPython.display.HTML('<b>x</b>')");
                    run.data("execute_result", "text/html");
                    run.data("execute_result", "text/plain");
                }),
                Check.of("display id and update", t -> {
                    Run run = t.good(
                            "var shownId = display(\"one\");\nupdateDisplay(shownId, \"two\");",
                            "h = display('one', display_id=True)\nh.update('two')");
                    Check.equal(
                            run.first("display_data").content().get("transient"),
                            run.first("update_display_data").content().get("transient"));
                }),
                Check.of(
                        "clear_output",
                        t -> Check.equal(
                                "true",
                                t.good("clearOutput(true);", "import IPython\nIPython.display.clear_output(wait=True)")
                                        .first("clear_output")
                                        .text("wait"))),
                Check.of("an image is a PNG", t -> {
                    Run run = t.good(
                            "new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB)",
                            "import base64, IPython\nIPython.display.Image(base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
                                    + "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='))");
                    Check.that(!run.data("execute_result", "image/png").isEmpty(), () -> "expected a PNG, found none");
                }));
    }

    /// Whether what a thread prints, while a later cell has already run, is shown under its own cell.
    private static boolean late(Talk t) throws Unmet {
        String id = t.send(
                "new Thread(() -> { try { Thread.sleep(400); } catch (InterruptedException e) { }\n"
                        + "System.out.println(\"late\"); }).start();",
                "import threading, time\ndef late():\n    time.sleep(.4)\n    print('late', flush=True)\n"
                        + "threading.Thread(target=late).start()");
        t.subject().await(t.subject().shell, id);
        t.good("1", "1");
        Heard heard = t.subject().nextOutput();
        Check.equal("late", heard.text("text").strip());
        return heard.answers(id);
    }

    private static String manyLines(Talk t) throws Unmet {
        long start = System.nanoTime();
        Run run = t.good(
                "for (int i = 0; i < 100_000; i++) { System.out.println(\"line \" + i); }",
                "for i in range(100_000): print('line', i)");
        String figure = figure(start, run);
        List<String> lines = run.stream("stdout").lines().toList();
        Check.equal(100_000, lines.size());
        Check.equal("line 99999", lines.getLast());
        Check.that(
                run.published().size() < 1000,
                () -> "expected few messages, found " + run.published().size());
        return figure;
    }

    private static String figure(long start, Run run) {
        return String.format(
                Locale.ROOT,
                "%.2f s, %d messages",
                (System.nanoTime() - start) / 1e9,
                run.all("stream").size());
    }

    /// Something printed must be heard before the cell, which sleeps, is over.
    private static void live(Talk t, String java, String python) throws Unmet {
        String id = t.send(java + "\nThread.sleep(700);", python + "\nimport time\ntime.sleep(.7)");
        t.awaitPrinted(id);
        boolean over = t.subject().wire.receive(t.subject().shell, 0).isPresent();
        Check.that(!over, () -> "expected output while the cell runs, found it after its end");
        t.subject().await(t.subject().shell, id);
    }
}
