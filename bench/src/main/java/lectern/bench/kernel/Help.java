package lectern.bench.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// What is asked while a cell is being typed.
///
/// @param type of the request
/// @param cell what is typed so far at each turn, up to the cursor
/// @param helps whether a reply is what was asked for
record Help(Row row, String type, IntFunction<Cell> cell, Predicate<JsonObject> helps) implements Probe {

    private static final Repeat WARM_UP = new Repeat(10, 10_000);
    private static final Repeat MEASURED = new Repeat(20, 10_000);

    static Help completion() {
        return new Help(
                Row.milliseconds("completion of a member"),
                "complete_request",
                number -> new Cell("List.of(" + number + ").str", "[" + number + "].app"),
                Help::hasMatches);
    }

    static Help completionOfTheSameCell() {
        return new Help(
                Row.milliseconds("completion of a variable of the same cell"),
                "complete_request",
                number -> new Cell(
                        "var typed" + number + " = List.of(1, 2);\ntyped" + number + ".str",
                        "typed" + number + " = [1, 2]\ntyped" + number + ".app"),
                Help::hasMatches);
    }

    static Help inspection() {
        return new Help(
                Row.milliseconds("inspection of a function"),
                "inspect_request",
                _ -> new Cell("Math.max", "max"),
                reply -> reply.has("found") && reply.get("found").getAsBoolean());
    }

    @Override
    public List<Row> rows() {
        return List.of(row);
    }

    @Override
    public void run(RunningKernel kernel, Sheet sheet) throws KernelException {
        Repeat.Turn turn = number -> {
            String code = cell.apply(number).in(kernel.contender().language());
            RunningKernel.Answer answer = kernel.time(type, request(code));
            if (!helps.test(answer.reply())) {
                throw new KernelException("no help with " + code.lines().toList());
            }
            return answer.milliseconds();
        };
        WARM_UP.median(0, turn);
        sheet.put(row, kernel.contender(), MEASURED.median(WARM_UP.times(), turn));
    }

    private static JsonObject request(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.length());
        content.addProperty("detail_level", 0);
        return content;
    }

    private static boolean hasMatches(JsonObject reply) {
        return !reply.getAsJsonArray("matches").isEmpty();
    }
}
