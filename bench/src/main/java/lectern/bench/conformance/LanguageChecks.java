package lectern.bench.conformance;

import java.util.List;

/// What a cell may be.
final class LanguageChecks {

    private LanguageChecks() {}

    static List<Check> all() {
        return List.of(
                Check.of("class", t -> t.gives("3", "class A { int n = 3; }\nnew A().n", "class A:\n    n = 3\nA().n")),
                Check.of(
                        "method",
                        t -> t.gives(
                                "6",
                                "int twice(int n) { return 2 * n; }\ntwice(3)",
                                "def twice(n):\n    return 2 * n\ntwice(3)")),
                Check.of(
                        "record",
                        t -> t.gives(
                                "2",
                                "record P(int a, int b) {}\nnew P(1, 2).b()",
                                "import collections\nP = collections.namedtuple('P', 'a b')\nP(1, 2).b")),
                Check.of("import kept for later cells", t -> {
                    t.good("import java.util.concurrent.atomic.AtomicInteger;", "import math");
                    t.gives("4", "new AtomicInteger(4).get()", "math.isqrt(16)");
                }),
                Check.of("redefinition", t -> {
                    t.good("int old = 1;\nint f() { return 1; }", "old = 1\ndef f(): return 1");
                    t.good("String old = \"2\";\nint f() { return 2; }", "old = '2'\ndef f(): return 2");
                    t.gives("22", "old + f()", "int(old + str(f()))");
                }),
                new Check(
                        "a method redefined 200 times",
                        t -> Talk.time(_ -> {
                            for (int i = 0; i < 200; i++) {
                                t.good("int again() { return " + i + "; }", "def again(): return " + i);
                            }
                            t.gives("199", "again()", "again()");
                        })),
                new Check("a cell of 2,000 lines", t -> {
                    String code = "sum = sum + 1;\n".repeat(2000);
                    String figure = Talk.time(_ -> t.good("int sum = 0;\n" + code, "sum = 0\n" + code));
                    t.gives("2000", "sum", "sum");
                    return figure;
                }),
                Check.of("forward reference", t -> {
                    t.good("int early() { return late() + 1; }", "def early(): return late() + 1");
                    t.good("int late() { return 1; }", "def late(): return 1");
                    t.gives("2", "early()", "early()");
                }),
                Check.of(
                        "mutual reference",
                        t -> t.gives(
                                "true",
                                "boolean even(int n) { return n == 0 || odd(n - 1); }\n"
                                        + "boolean odd(int n) { return n != 0 && even(n - 1); }\neven(4)",
                                "def even(n): return n == 0 or odd(n - 1)\ndef odd(n): return n != 0 and even(n - 1)\n"
                                        + "class Shown:\n    def __repr__(self): return str(even(4)).lower()\nShown()")),
                Check.of("null or None", t -> t.good("Object nothing = null;\nnothing", "nothing = None\nnothing")),
                Check.of(
                        "void call has no result",
                        t -> Check.equal(
                                0,
                                t.good("void go() { }\ngo()", "def go(): pass\ngo()")
                                        .all("execute_result")
                                        .size())),
                Check.of("empty cell", t -> {
                    t.good("", "");
                    t.good("// a comment", "# a comment");
                }),
                Check.of(
                        "patterns and a text block in one cell",
                        t -> t.gives(
                                "5",
                                "sealed interface S permits C {}\nrecord C(int r) implements S {}\nS s = new C(5);\n"
                                        + "var text = \"\"\"\n    a\n    \"\"\";\nint r = switch (s) { case C(int x) -> x; };\nr",
                                "text = '''\na\n'''\nmatch {'r': 5}:\n    case {'r': x}: pass\nx")),
                Check.of(
                        "the usual imports are there",
                        t -> t.gives("[1, 2]", "Stream.of(1, 2).collect(Collectors.toList())", "list(range(1, 3))")),
                Check.of(
                        "an array is readable",
                        t -> Check.contains(
                                t.value("new int[] {1, 2, 3}", "import array\narray.array('i', [1, 2, 3])"),
                                "1, 2, 3")),
                Check.of(
                        "unicode and emoji",
                        t -> t.gives(
                                "ü😀",
                                "IO.println(\"\");\n\"ü😀\"",
                                "class E:\n    def __repr__(self): return 'ü😀'\nE()")),
                Check.of("unicode in identifiers", t -> t.gives("7", "int größe = 7;\ngröße", "größe = 7\ngröße")));
    }
}
