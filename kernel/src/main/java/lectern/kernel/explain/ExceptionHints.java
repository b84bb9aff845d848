package lectern.kernel.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What to do about the commonest exceptions.
public final class ExceptionHints {

    /// @param type the simple name of the exception or of one that it extends
    /// @param message what its message contains
    /// @param advice where `$1` and `$2` stand for the groups of the message
    private record Rule(String type, Pattern message, String advice) {}

    private static final List<Rule> ALL = List.of(
            rule(
                    "NullPointerException",
                    "because \"(?:the return value of )?(.+?)\" is null",
                    "$1 is null: no object has been given to it; look for where it should have been"),
            rule("ArrayIndexOutOfBoundsException", "Index (-\\d+) out of bounds", "indices begin at 0"),
            rule(
                    "IndexOutOfBoundsException",
                    "Index \\d+ out of bounds for length ([1-9]\\d*)",
                    "indices begin at 0, so that the last one is $1 - 1"),
            rule("IndexOutOfBoundsException", "length 0$|[Ss]ize:? 0$", "it is empty: there is no element to ask for"),
            rule("NegativeArraySizeException", "", "a length is 0 or more"),
            rule(
                    "ClassCastException",
                    "class (\\S+) cannot be cast to class (\\S+)",
                    "the object is of class $1; ask with instanceof $2 before, or declare the type that it has"),
            rule(
                    "NumberFormatException",
                    "For input string: \"\\s*[-+]?\\d*\\.\\d+\\s*\"",
                    "this is a number with a point: Double.parseDouble(…)"),
            rule(
                    "NumberFormatException",
                    "For input string: \"(\\s+\\S*|\\S*\\s+)\"",
                    "there is space around the number: .strip() takes it away"),
            rule(
                    "NumberFormatException",
                    "For input string: \"[-+]?\\d{10,}\"",
                    "too large for this type: Long.parseLong(…), or new BigInteger(…)"),
            rule("NumberFormatException", "", "the text is not a number, as a whole"),
            rule(
                    "ArithmeticException",
                    "by zero",
                    "whole numbers cannot be divided by 0; test the divisor before, or" + " divide doubles"),
            rule("ArrayStoreException", "", "an array holds only objects of the type that it was made for"),
            rule(
                    "ConcurrentModificationException",
                    "",
                    "the collection was changed while a loop went through it: use removeIf(…), or go through a copy"),
            rule(
                    "UnsupportedOperationException",
                    "^$",
                    "if this is a collection, it cannot be changed (List.of, toList()): copy it, as in new ArrayList<>(…)"),
            rule("NoSuchElementException", "", "there was nothing left to take: ask hasNext() or isEmpty() before"),
            rule("InputMismatchException", "", "what was typed is not of the kind that was asked for"),
            rule(
                    "NoSuchFileException",
                    "",
                    "paths start from the folder of the notebook: Path.of(\"\").toAbsolutePath()"),
            rule(
                    "FileNotFoundException",
                    "",
                    "paths start from the folder of the notebook: Path.of(\"\").toAbsolutePath()"),
            rule("OutOfMemoryError", "array size", "no array has more than 2147483645 elements"),
            rule(
                    "OutOfMemoryError",
                    "",
                    "the variables of the session keep what they hold: set the largest to null, take"
                            + " less data at once, or restart the kernel; it has "
                            + Runtime.getRuntime().maxMemory() / (1 << 20)
                            + " MB for objects"),
            rule(
                    "StackOverflowError",
                    "",
                    "a method calls itself, or others that call it, and never stops: is there a"
                            + " case that returns without a call, and does each call come nearer to it?"));

    private ExceptionHints() {}

    private static Rule rule(String type, String message, String advice) {
        return new Rule(type, Pattern.compile(message), advice);
    }

    /// In a line; empty if the exception is not one of them.
    ///
    /// @param message what it says, in the reader's names
    public static Optional<String> of(Throwable thrown, String message) {
        for (var rule : ALL) {
            var matcher = rule.message.matcher(message);
            if (isA(thrown, rule.type) && matcher.find()) {
                var text = rule.advice;
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    text = text.replace("$" + i, simple(String.valueOf(matcher.group(i))));
                }
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static String simple(String name) {
        return name.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private static boolean isA(Throwable thrown, String name) {
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getSimpleName().equals(name) && type.getName().startsWith("java.")) {
                return true;
            }
        }
        return false;
    }
}
