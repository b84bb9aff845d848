package lectern.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Places the boxes of a diagram in layers, so that arrows go forward and cross little.
///
/// Each box stands one layer behind the last that leads to it, and what nothing leads to just before its first use. An
/// arrow over several layers has a bend in each. Within a layer, boxes are sorted by the mean place of their
/// neighbours, a few times forth and back, and then pulled towards them.
///
/// Source: K. Sugiyama, S. Tagawa and M. Toda, *Methods for visual understanding of hierarchical system structures*
/// (1981).
final class Layering {

    private static final int SWEEPS = 8;

    private final List<String> names;
    private final List<Diagram.Edge> forward = new ArrayList<>();
    private final Map<String, Integer> layer = new LinkedHashMap<>();
    private final List<List<String>> layers = new ArrayList<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<String, Double> across = new HashMap<>();
    private final Map<Diagram.Edge, List<String>> bends = new HashMap<>();

    Layering(List<String> names, List<Diagram.Edge> edges) {
        this.names = names;
        findForward(edges);
        findLayers();
        split();
        for (int i = 0; i < SWEEPS; i++) {
            sort(i % 2 == 0);
        }
        pull();
        straighten();
    }

    /// The layer of a box, from 0 on.
    int layer(String name) {
        return layer.getOrDefault(name, 0);
    }

    /// The place of a box or a bend in its layer, where 1 is the distance of neighbours.
    double across(String name) {
        return across.getOrDefault(name, 0.0);
    }

    /// Where an arrow bends on its way; nowhere if it goes to the next layer, or back.
    List<String> bends(Diagram.Edge edge) {
        return bends.getOrDefault(edge, List.of());
    }

    /// Leaves out the arrows that close a circle.
    private void findForward(List<Diagram.Edge> edges) {
        var done = new HashSet<String>();
        var open = new HashSet<String>();
        for (String name : names) {
            visit(name, edges, done, open);
        }
    }

    private void visit(String name, List<Diagram.Edge> edges, Set<String> done, Set<String> open) {
        if (!done.add(name)) {
            return;
        }
        open.add(name);
        for (Diagram.Edge edge : edges) {
            if (edge.from().equals(name) && !open.contains(edge.to())) {
                forward.add(edge);
                visit(edge.to(), edges, done, open);
            }
        }
        open.remove(name);
    }

    private void findLayers() {
        names.forEach(name -> layer.put(name, 0));
        for (int round = 0; round < names.size(); round++) {
            for (Diagram.Edge edge : forward) {
                layer.merge(edge.to(), layer(edge.from()) + 1, Math::max);
            }
        }
        for (String name : names) {
            boolean source = forward.stream().noneMatch(edge -> edge.to().equals(name));
            int first = forward.stream()
                    .filter(edge -> edge.from().equals(name))
                    .mapToInt(edge -> layer(edge.to()))
                    .min()
                    .orElse(1);
            if (source) {
                layer.put(name, first - 1);
            }
        }
    }

    private void split() {
        int count = layer.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        for (int i = 0; i < count; i++) {
            layers.add(new ArrayList<>());
        }
        names.forEach(name -> layers.get(layer(name)).add(name));
        for (Diagram.Edge edge : forward) {
            String previous = edge.from();
            var own = new ArrayList<String>();
            for (int i = layer(edge.from()) + 1; i < layer(edge.to()); i++) {
                // A name that no box has: XML, and so a label, knows no such character.
                String bend = "\0" + edge.from() + "\0" + edge.to() + "\0" + edge.label() + "\0" + i;
                layer.put(bend, i);
                layers.get(i).add(bend);
                own.add(bend);
                join(previous, bend);
                previous = bend;
            }
            join(previous, edge.to());
            bends.put(edge, own);
        }
    }

    private void join(String from, String to) {
        after.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
        before.computeIfAbsent(to, _ -> new ArrayList<>()).add(from);
    }

    private void sort(boolean forth) {
        for (int k = 0; k < layers.size(); k++) {
            List<String> row = layers.get(forth ? k : layers.size() - 1 - k);
            for (int i = 0; i < row.size(); i++) {
                across.putIfAbsent(row.get(i), (double) i);
            }
            Map<String, List<String>> neighbours = forth ? before : after;
            var wanted = new HashMap<String, Double>();
            row.forEach(name -> wanted.put(name, mean(neighbours.get(name), across(name))));
            row.sort(Comparator.comparing(wanted::get));
            for (int i = 0; i < row.size(); i++) {
                across.put(row.get(i), i - (row.size() - 1) / 2.0);
            }
        }
    }

    private double mean(@Nullable List<String> neighbours, double otherwise) {
        return neighbours == null
                ? otherwise
                : neighbours.stream().mapToDouble(this::across).average().orElse(otherwise);
    }

    /// Moves the boxes of each layer towards their neighbours, in their order and not too close.
    private void pull() {
        for (int i = 0; i < SWEEPS; i++) {
            for (int k = 0; k < layers.size(); k++) {
                List<String> row = layers.get(i % 2 == 0 ? k : layers.size() - 1 - k);
                double[] wanted = new double[row.size()];
                for (int n = 0; n < wanted.length; n++) {
                    var all = new ArrayList<>(before.getOrDefault(row.get(n), List.of()));
                    all.addAll(after.getOrDefault(row.get(n), List.of()));
                    wanted[n] = mean(all, across(row.get(n)));
                }
                spread(row, wanted);
            }
        }
    }

    /// Moves the bends of each arrow to their mean, where there is room.
    private void straighten() {
        var wanted = new HashMap<>(across);
        for (List<String> chain : bends.values()) {
            double mean = mean(chain, 0);
            chain.forEach(bend -> wanted.put(bend, mean));
        }
        for (List<String> row : layers) {
            spread(row, row.stream().mapToDouble(wanted::get).toArray());
        }
    }

    /// The mean of what is found by pushing later boxes on and by pushing earlier ones back.
    private void spread(List<String> row, double... wanted) {
        int count = wanted.length;
        double[] on = wanted.clone();
        double[] back = wanted.clone();
        for (int n = 1; n < count; n++) {
            on[n] = Math.max(on[n], on[n - 1] + 1);
            back[count - 1 - n] = Math.min(back[count - 1 - n], back[count - n] - 1);
        }
        for (int n = 0; n < count; n++) {
            across.put(row.get(n), (on[n] + back[n]) / 2);
        }
    }
}
