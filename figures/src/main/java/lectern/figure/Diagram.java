package lectern.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Boxes and arrows: a computation graph, a network unrolled in time.
///
/// The boxes are placed in layers along the arrows, unless each says itself where it stands.
public final class Diagram extends Exhibit<Diagram> {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private boolean downwards;
    private @Nullable Node last;

    /// A box.
    ///
    /// @param operation whether it has round ends, for what is done and not what is
    /// @param place where it stands; null to be placed
    record Node(
            String name,
            String label,
            boolean operation,
            @Nullable Place place) {}

    /// A column, counted from the left, and a row, from the top.
    record Place(double column, double row) {}

    /// @param label beside the arrow; may be empty
    record Edge(String from, String to, String label) {}

    Diagram() {}

    /// Adds a box with its name in it.
    ///
    /// @throws IllegalArgumentException if there is a box of that name
    public Diagram node(String name) {
        return add(name, name, false);
    }

    /// Adds a box.
    ///
    /// @param name what edges call it
    /// @param label what stands in it, in lines if there are line breaks
    /// @throws IllegalArgumentException if there is a box of that name
    public Diagram node(String name, String label) {
        return add(name, label, false);
    }

    /// Adds a box with round ends, for something that is done.
    ///
    /// @throws IllegalArgumentException if there is a box of that name
    public Diagram operation(String name, String label) {
        return add(name, label, true);
    }

    private Diagram add(String name, String label, boolean operation) {
        if (nodes.containsKey(name)) {
            throw new IllegalArgumentException("diagram: expected each box named once, found " + name + " twice");
        }
        return change(() -> {
            last = new Node(name, label, operation, null);
            nodes.put(name, last);
        });
    }

    /// Says where the box added last stands; then all have to.
    ///
    /// @param column from the left, 0, 1, …
    /// @param row from the top, 0, 1, …
    /// @throws IllegalArgumentException if there is no box yet, or a number is not finite
    public Diagram at(double column, double row) {
        Node node = last;
        if (node == null || !Double.isFinite(column) || !Double.isFinite(row)) {
            throw new IllegalArgumentException("diagram: expected a box and then its column and row, found "
                    + (node == null ? "no box" : column + ", " + row));
        }
        return change(() ->
                nodes.put(node.name(), new Node(node.name(), node.label(), node.operation(), new Place(column, row))));
    }

    /// Draws an arrow from one box to another, or back to itself.
    ///
    /// @throws IllegalArgumentException if there is no box of one of the names
    public Diagram edge(String from, String to) {
        return edge(from, to, "");
    }

    /// Draws an arrow with words beside it.
    ///
    /// @throws IllegalArgumentException if there is no box of one of the names
    public Diagram edge(String from, String to, String label) {
        for (String name : List.of(from, to)) {
            if (!nodes.containsKey(name)) {
                throw new IllegalArgumentException("diagram: expected boxes that there are ("
                        + String.join(", ", nodes.keySet()) + "), found " + name + "; add it with node");
            }
        }
        return change(() -> edges.add(new Edge(from, to, label)));
    }

    /// Lets the arrows go from top to bottom, and not from left to right.
    public Diagram downwards() {
        return change(() -> downwards = true);
    }

    @Override
    Diagram self() {
        return this;
    }

    @Override
    Snapshot snapshot(String title) {
        return new DiagramPlot(title, List.copyOf(nodes.values()), List.copyOf(edges), downwards);
    }
}
