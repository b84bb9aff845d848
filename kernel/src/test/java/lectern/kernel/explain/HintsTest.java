package lectern.kernel.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.kernel.eval.CompilingEvaluator;
import lectern.kernel.eval.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A cell with a mistake, and the hint below it.
class HintsTest {

    private static final CompilingEvaluator EVALUATOR = new CompilingEvaluator(
            List.of(
                    "import java.util.*;",
                    "import java.io.*;",
                    "import java.nio.file.*;",
                    "import static lectern.nn.NN.*;"),
            List.of(),
            _ -> {});

    @BeforeAll
    static void declare() {
        assertInstanceOf(Outcome.Nothing.class, EVALUATOR.evaluate(1, """
                int counter = 1;
                var names = new ArrayList<>(List.of("a"));
                String nothing = null;
                class Point {
                    private int hidden;
                    double area(int a) { return a; }
                }
                record Pair(int a, String b) {}"""));
    }

    private static String shown(String cell) {
        var failure = assertInstanceOf(Outcome.Failure.class, EVALUATOR.evaluate(2, cell), cell);
        return String.join("\n", failure.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    private static String hint(String cell) {
        var shown = shown(cell);
        int at = shown.indexOf("    hint: ");
        return at < 0 ? "no hint in: " + shown : shown.substring(at + "    hint: ".length());
    }

    private static void assertHints(String cell, String expected) {
        var hint = hint(cell);
        assertTrue(hint.startsWith(expected), cell + ": expected " + expected + ", found " + hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            countr + 1 ~ did you mean counter?
            names.ad("b") ~ did you mean add(…)?
            Math.sqroot(4) ~ did you mean sqrt(…)?
            new Random().nextint(3) ~ did you mean nextInt(…)?
            dnse(3, 4) ~ did you mean dense(…)?
            Strng s = "a"; ~ did you mean String?
            string s = "a"; ~ did you mean String?
            new Pont() ~ did you mean Point?
            Math.abs(countr) ~ did you mean counter?
            { int local = 1; locl++; } ~ did you mean local?
            names.forEach(each -> eahc.length()); ~ did you mean each?
            class A { @Overide public String toString() { return 1; } } ~ did you mean Override?
            system.out.println("a"); ~ did you mean System? Upper and lower case are different letters in Java
            import java.utils.List; ~ did you mean java.util?
            import java.util.Lst; ~ did you mean List?
            import jva.util.List; ~ there is a class java.util.List
            dense ~ dense is a method: call it, dense(…)
            counter() ~ counter is no method: leave the ( ) away, or put new before a class
            Pair(1, "b") ~ Pair is no method: leave the ( ) away, or put new before a class
            nowhere + 1 ~ nothing is called nowhere here; declare it first, or run the cell that does
            """)
    void aNameThatIsNotKnown(String cell, String hint) {
        assertHints(cell, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            JFrame f = null; ~ the class is there, and not imported; add   import javax.swing.JFrame;
            LocalDate.now() ~ the class is there, and not imported; add   import java.time.LocalDate;
            new Document() ~ the class is there, and not imported; add   import javax.swing.text.Document;   or   import org.w3c.dom.Document;
            ArchRule r = null; ~ the class is there, and not imported; add   import com.tngtech.archunit.lang.ArchRule;
            """)
    void aClassThatIsNotImported(String cell, String hint) {
        assertHints(cell, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            names.length ~ its length is names.size()
            names.lenght() ~ its length is names.size()
            "abc".size() ~ its length is length()
            new int[2].length() ~ its length is length
            """)
    void aLengthByAnotherName(String cell, String hint) {
        assertHints(
                cell.replace("\"abc\"", "(\"abc\")").replace("new int[2]", "(new int[2])"),
                hint.replace("is length", "is .length"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            print("hello") ~ Java prints with System.out.println(…)
            println("hello"); ~ Java prints with System.out.println(…)
            True ~ in Java it is written true
            var n = None; ~ nothing is written null in Java
            import numpy as np ~ this imports a module of Python
            import numpy ~ this imports a module of Python
            from math import sin ~ this imports a module of Python
            def f(x): return x ~ a method is declared with its types
            for i in range(10): ~ Java counts with for (int i = 0; i < n; i++) { … }
            if counter == 1: ~ a block stands between { and } in Java
            elif (counter == 1) { } ~ elif is written else if in Java
            if (counter == 1) then { } ~ there is no then in Java
            counter > 1 and counter < 2 ~ and is written && in Java
            counter > 1 or counter < 2 ~ or is written || in Java
            not counter ~ not is written ! in Java
            int r = counter ** 2; ~ a power is Math.pow(base, exponent) in Java
            var list = [1, 2]; ~ a list is List.of(1, 2, 3) in Java
            var f = lambda x: x; ~ a lambda is written x -> … in Java
            len(names) ~ Java asks a list for its .size()
            str(3) ~ any value becomes a String by String.valueOf(…)
            let k = 3; ~ a variable is declared with var or with its type
            const int K = 3; ~ a constant is declared with final and its type
            bool b = true; ~ in Java it is written boolean
            # words ~ a comment begins with // in Java
            """)
    void aHabitOfAnotherLanguage(String cell, String hint) {
        assertHints(cell, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            System.out.println("hi")); ~ there is a ) too many
            int a b = 3; ~ what stands before the mark is a whole statement
            String s = "abc; ~ the string does not end on its line
            String s = 'abc'; ~ text stands in double quotes
            char c = ''; ~ a char is one character
            String s = “abc”; ~ this is a typographic quote
            Math.max(1, 2 ~ the ( of line 1, column 9 is not closed
            class A { void m() { char c = '}'; // } ~ the { of line 1, column 20 is not closed
            else { } ~ else belongs to if
            counter +; ~ something is missing just before the mark
            { counter + 1; } ~ a statement does something
            return 3; ~ a cell is no method
            { counter++ } ~ a statement ends with a semicolon: { counter++;
            int class = 3; ~ class is a word of Java itself; choose another name
            int 2x = 3; ~ a name begins with a letter
            for (int i = 0, i < 3, i++) { } ~ the three parts of for stand between semicolons
            double d = 1,5; ~ numbers are written with a point: 1.5
            System.out.println("a" "b"); ~ a ) or a , is missing at the mark
            for (int i = 0; i < 3; i++ { } ~ a ) is missing at the mark
            try { counter++; } ~ add catch (Exception e) { … } behind it
            """)
    void aSlipOfSyntax(String cell, String hint) {
        assertHints(cell, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            if (counter = 1) { } ~ = gives a value, == compares
            while (counter) { } ~ a condition is true or false
            int i = "3"; ~ a String becomes an int by Integer.parseInt(…)
            double d = "3"; ~ a String becomes a double by Double.parseDouble(…)
            String s = 3; ~ any value becomes a String by String.valueOf(…)
            int i = 3.5; ~ an int cannot hold all of a double: declare it double, or cut with (int) (…)
            float f = 2.5; ~ numbers with a point are double; write 2.5f for a float
            int i = 3L; ~ an int cannot hold every long
            int i = 3000000000; ~ an int goes up to 2147483647
            Object o = 1; String s = o; ~ any value becomes a String
            Object o = 1; Integer i = o; ~ if it really is an Integer, say so: (Integer) …
            List<String> l = new ArrayList<Integer>(); ~ what stands between < and > must be the same on both sides
            List<int> l = null; ~ between < and > stands a class: write Integer in place of int
            String s = names.stream().findFirst(); ~ there may be no value: take it by .orElseThrow()
            int n = names.forEach(each -> {}); ~ the method returns nothing
            throw "a"; ~ what is thrown is an exception
            boolean b = "a" == 1; ~ String and int are never equal
            int n = "a" - 1; ~ - cannot join String and int
            int i = counter > 2 ? "a" : "b"; ~ a String becomes an int by Integer.parseInt(…)
            boolean b = !counter; ~ ! does not fit int; compare it first
            names[0] ~ [ ] is for arrays; a list has .get(…)
            counter.foo() ~ int is a plain number or truth value and has no members
            new List<String>() ~ List says what such an object can do; one that does it is new ArrayList<>()
            new InputStream() ~ make an object of a class that extends or implements InputStream
            var v; ~ var takes its type from a value
            int[] all = new int[3] {1, 2, 3}; ~ the values tell how many there are
            """)
    void aTypeThatDoesNotFit(String cell, String hint) {
        assertHints(cell, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            void m() { Files.readString(Path.of("x")); } ~ this can fail with IOException: put it into try { … } catch (IOException e) { … }
            try { counter++; } catch (IOException e) { } ~ nothing between try { and } can fail with IOException
            int f(int a) { if (a > 1) return 2; } ~ one way through the method comes to its end without a return
            void f() { return 1; } ~ no value is wanted here
            int f() { return; } ~ the method must return a value here
            this.counter = 4; ~ a cell has no this
            Point.area(3) ~ the method area belongs to each object and not to the class
            new Point().hidden ~ hidden is private: only Point itself may use it
            void u() { int k; System.out.println(k); } ~ give k a value where it is declared
            { int k = 0; Runnable r = () -> System.out.println(k); k++; } ~ a lambda expression sees only variables that never change; copy it first, as in var copy = k;
            { int k = 0; int k = 1; } ~ without a type it is given another value: k = …;
            final int fixed = 3; fixed = 4; ~ a final variable keeps its first value; leave final away where fixed is declared
            while (true) { } counter++; ~ nothing comes to this place
            class B implements Runnable { } ~ Runnable asks for a method run(); write it in B, and declare it public
            int s = switch (counter) { case 1 -> 2; }; ~ add the cases that are missing, or default -> …
            break; ~ it belongs into a loop
            """)
    void aRuleThatIsBroken(String cell, String hint) {
        assertHints(cell, hint);
    }

    @Test
    void theDeclarationsThatThereAreAreShown() {
        assertEquals("it can be called as\n          double Point.area(int a)", hint("new Point().area()"));
        assertEquals("it can be called as\n          Pair(int a, String b)", hint("new Pair(1)"));
        assertEquals("""
                it can be called as
                          int Math.max(int a, int b)
                          long Math.max(long a, long b)
                          float Math.max(float a, float b)
                          double Math.max(double a, double b)""", hint("Math.max(1, 2, 3)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            nothing.length() ~ nothing is null: no object has been given to it
            new int[3][3] = 1; ~ indices begin at 0, so that the last one is 3 - 1
            new ArrayList<Integer>().get(0) ~ it is empty
            (String) (Object) 1 ~ the object is of class Integer; ask with instanceof String before
            Integer.parseInt("3.5") ~ this is a number with a point: Double.parseDouble(…)
            Integer.parseInt(" 3") ~ there is space around the number
            Integer.parseInt("30000000000") ~ too large for this type
            Integer.parseInt("three") ~ the text is not a number
            1 / (counter - 1) ~ whole numbers cannot be divided by 0
            List.of(1).add(2) ~ if this is a collection, it cannot be changed
            for (var n : names) { names.add(n); } ~ the collection was changed while a loop went through it
            new ArrayList<Integer>().iterator().next() ~ there was nothing left to take
            Files.readString(Path.of("no such file")) ~ paths start from the folder of the notebook
            throw new RuntimeException(new FileNotFoundException("x")); ~ paths start from the folder of the notebook
            new long[Integer.MAX_VALUE] ~ no array has more than 2147483645 elements
            new int[-1] ~ a length is 0 or more
            """)
    void anExceptionThatIsCommon(String cell, String hint) {
        assertHints(cell.replace("new int[3][3] = 1;", "int[] three = new int[3]; three[3] = 1;"), hint);
    }

    @Test
    void aHintIsGivenOnce() {
        assertEquals("""
                line 1, column 1: cannot find symbol: class JFrame
                    JFrame f = new JFrame();
                    ^^^^^^
                    hint: the class is there, and not imported; add   import javax.swing.JFrame;
                line 1, column 16: cannot find symbol: class JFrame
                    JFrame f = new JFrame();
                                   ^^^^^^""", shown("JFrame f = new JFrame();"));
    }

    @Test
    void everyMissingSemicolonIsShownInOrder() {
        assertEquals("""
                line 1, column 10: ';' expected
                    int a = 1
                             ^
                    hint: a statement ends with a semicolon: int a = 1;
                line 2, column 10: ';' expected
                    int b = 2
                             ^
                    hint: a statement ends with a semicolon: int b = 2;""", shown("int a = 1\nint b = 2\nint c = 3;"));
    }

    @Test
    void aTabIsAsWideInTheMarkAsInTheLine() {
        assertTrue(shown("{\n\tint i = \"a\";\n}").contains("\n    \tint i = \"a\";\n    \t        ^^^\n"));
    }

    @Test
    void theNamesOfTheCompilerAreNotShown() {
        assertTrue(shown("{ int k = 0; int k = 1; }").startsWith("line 1, column 18: variable k is already defined\n"));
    }
}
