package lectern.figure;

import static lectern.figure.Figures.diagram;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagramTest {

    private static Layering layering(List<String> names, String... edges) {
        return new Layering(
                names,
                Arrays.stream(edges)
                        .map(edge -> new Diagram.Edge(edge.substring(0, 1), edge.substring(1), ""))
                        .toList());
    }

    @Test
    void eachBoxStandsBehindThoseThatLeadToItAndSourcesBeforeTheirUse() {
        var layering = layering(List.of("a", "b", "c", "d", "w"), "ab", "bc", "ac", "cd", "wc");
        assertEquals(
                List.of(0, 1, 2, 3, 1),
                List.of("a", "b", "c", "d", "w").stream().map(layering::layer).toList());
        assertEquals(1, layering.bends(new Diagram.Edge("a", "c", "")).size());
        assertTrue(Math.abs(layering.across("b") - layering.across("w")) >= 1);
    }

    @Test
    void arrowsThatNeedNotCrossDoNot() {
        var layering = layering(List.of("a", "b", "c", "x", "y", "z"), "az", "by", "cx");
        for (String[] pair : new String[][] {{"a", "z"}, {"b", "y"}, {"c", "x"}}) {
            assertEquals(layering.across(pair[0]), layering.across(pair[1]), 1e-9);
        }
    }

    @Test
    void aLongArrowGoesStraightAhead() {
        var layering = layering(List.of("a", "b", "c", "d", "e"), "ab", "bc", "cd", "de", "ae");
        var places = layering.bends(new Diagram.Edge("a", "e", "")).stream()
                .map(layering::across)
                .distinct()
                .count();
        assertEquals(1, places);
    }

    @Test
    void aCircleIsDrawn() {
        var layering = layering(List.of("a", "b"), "ab", "ba");
        assertEquals(1, layering.layer("b"));
        assertTrue(diagram().node("h").edge("h", "h", "W").svg().contains("W</text>"));
        assertTrue(diagram().png().length > 0);
    }

    @Test
    void boxesDoNotOverlap() {
        for (Diagram diagram : new Diagram[] {Gallery.graph(), Gallery.graph().downwards()}) {
            var boxes = diagram.snapshot().drawing(Theme.LIGHT).marks().stream()
                    .filter(mark -> mark instanceof Mark.Line line && line.shape() instanceof RoundRectangle2D)
                    .map(mark -> ((Mark.Line) mark).shape().getBounds2D())
                    .toList();
            assertEquals(9, boxes.size());
            for (int i = 0; i < boxes.size(); i++) {
                for (int k = 0; k < i; k++) {
                    assertTrue(!boxes.get(i).intersects(boxes.get(k)), i + " and " + k);
                }
            }
        }
    }

    @Test
    void textSaysWhereArrowsGo() {
        assertEquals(
                """
                tanh
                [x] -> tanh (1)
                [tanh] -> y
                [y]""",
                diagram()
                        .title("tanh")
                        .node("x")
                        .operation("f", "tanh")
                        .node("y")
                        .edge("x", "f", "1")
                        .edge("f", "y")
                        .text());
    }

    @Test
    void refusesUnknownBoxesNamesTwiceAndPlacesForSome() {
        assertRefused(
                "diagram: expected boxes that there are (a), found b; add it with node",
                () -> diagram().node("a").edge("a", "b"));
        assertRefused(
                "diagram: expected each box named once, found a twice",
                () -> diagram().node("a").node("a"));
        assertRefused(
                "diagram: expected a place for each of 2 boxes or for none, found 1; add at(column, row)",
                () -> diagram().node("a").at(0, 0).node("b").svg());
        assertRefused(
                "diagram: expected a box and then its column and row, found no box",
                () -> diagram().at(0, 0));
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
