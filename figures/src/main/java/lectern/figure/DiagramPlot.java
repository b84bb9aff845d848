package lectern.figure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a diagram holds at one moment.
record DiagramPlot(String title, List<Diagram.Node> nodes, List<Diagram.Edge> edges, boolean downwards)
        implements Snapshot {

    @Override
    public Drawing drawing(Theme theme) {
        return new DiagramPainter(this, theme).drawing();
    }

    Map<String, Diagram.Node> byName() {
        return nodes.stream().collect(Collectors.toMap(Diagram.Node::name, node -> node));
    }

    /// What stands in a box, in one line.
    static String line(Diagram.Node node) {
        return node.label().replace("\n", " ");
    }

    @Override
    public String description() {
        Map<String, Diagram.Node> named = byName();
        return "Diagram of " + nodes.size() + " boxes and " + edges.size() + " arrows. "
                + edges.stream()
                        .map(edge -> said(named, edge.from()) + " to " + said(named, edge.to())
                                + (edge.label().isBlank() ? "" : " (" + edge.label() + ")"))
                        .collect(Collectors.joining(", "))
                + (edges.isEmpty() ? "" : ".");
    }

    private static String said(Map<String, Diagram.Node> named, String name) {
        Diagram.Node node = named.get(name);
        return node == null ? name : line(node);
    }

    /// A line for each box, with where its arrows go.
    @Override
    public String text(TextStyle style) {
        Map<String, Diagram.Node> named = byName();
        String arrow = style == TextStyle.ASCII ? " -> " : " → ";
        Stream<String> lines = nodes.stream().map(node -> {
            String targets = edges.stream()
                    .filter(edge -> edge.from().equals(node.name()))
                    .map(edge -> Ascii.in(
                            style, said(named, edge.to()) + (edge.label().isBlank() ? "" : " (" + edge.label() + ")")))
                    .collect(Collectors.joining(", "));
            return "[" + Ascii.in(style, line(node)) + "]" + (targets.isEmpty() ? "" : arrow + targets);
        });
        String all = lines.collect(Collectors.joining("\n"));
        String whole = nodes.isEmpty() ? "(no boxes)" : all;
        return title.isBlank() ? whole : Ascii.in(style, title) + "\n" + whole;
    }
}
