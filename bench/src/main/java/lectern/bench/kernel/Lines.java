package lectern.bench.kernel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.kernel.channel.Json;
import lectern.kernel.channel.Message;

/// Many printed lines: when the last has arrived, in how many messages, and whether all have.
record Lines() implements Probe {

    private static final int COUNT = 100_000;
    private static final Row TIME = Row.milliseconds("100,000 printed lines");
    private static final Row MESSAGES = new Row("100,000 printed lines, messages", Unit.COUNT);

    private static final Cell CELL = new Cell(
            "for (int i = 0; i < " + COUNT + "; i++) System.out.println(\"line \" + i);",
            "for i in range(" + COUNT + "): print(\"line\", i)");

    @Override
    public List<Row> rows() {
        return List.of(TIME, MESSAGES);
    }

    @Override
    public void run(RunningKernel kernel, Sheet sheet) throws KernelException {
        var watch = new Stopwatch();
        String id = kernel.send(CELL);
        List<Message> streams = kernel.awaitIdle(id).stream()
                .filter(message -> message.type().equals("stream"))
                .toList();
        kernel.reply(id, RunningKernel.PATIENCE);
        double time = watch.milliseconds();
        String text = streams.stream()
                .map(message -> Json.string(message.content(), "text", ""))
                .collect(Collectors.joining());
        String expected =
                IntStream.range(0, COUNT).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
        if (!text.equals(expected)) {
            throw new KernelException("expected " + COUNT + " lines whole and in order, found "
                    + text.lines().count() + " in another form or order");
        }
        sheet.put(TIME, kernel.contender(), time);
        sheet.put(MESSAGES, kernel.contender(), streams.size());
    }
}
