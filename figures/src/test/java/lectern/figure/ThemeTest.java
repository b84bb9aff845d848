package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {

    @AfterEach
    void restore() {
        Figures.theme(Theme.LIGHT);
    }

    @ParameterizedTest
    @EnumSource
    void wordsStandOutFromThePaper(Theme theme) {
        for (Color ink : new Color[] {theme.ink(), theme.quietInk()}) {
            double contrast = Luminance.contrast(theme.paper(), ink);
            assertTrue(contrast > 4.5, "contrast " + contrast);
        }
    }

    @ParameterizedTest
    @EnumSource
    void linesStandOutFromThePaper(Theme theme) {
        for (int i = 0; i < 7; i++) {
            double contrast = Luminance.contrast(theme.paper(), theme.color(i));
            assertTrue(contrast > 2, i + " has contrast " + contrast);
        }
    }

    @ParameterizedTest
    @EnumSource
    void neighboursAreToldApartByThoseWhoSeeNoGreen(Theme theme) {
        for (int i = 0; i < 7; i++) {
            for (int k = 0; k < i; k++) {
                double distance = Deuteranopia.distance(theme.color(i), theme.color(k));
                assertTrue(distance > 0.04, i + " and " + k + ": " + distance);
            }
        }
    }

    @Test
    void seriesOfOneColourHaveOtherDashesAndMarkers() {
        assertEquals(Theme.LIGHT.color(0), Theme.LIGHT.color(7));
        assertTrue(!Arrays.equals(
                Strokes.series(Theme.LIGHT.round(0), 2).getDashArray(),
                Strokes.series(Theme.LIGHT.round(7), 2).getDashArray()));
        assertNotEquals(Markers.of(0), Markers.of(7));
    }

    @Test
    void aFigureFollowsTheThemeInForceUntilItChoosesItsOwn() {
        var chart = Gallery.lines();
        String light = chart.svg();
        assertTrue(light.contains("fill=\"#ffffff\""));
        Figures.theme(Theme.DARK);
        String dark = chart.svg();
        assertTrue(dark.contains("fill=\"#1b1e24\""));
        assertEquals(light, chart.light().svg());
        Figures.theme(Theme.LIGHT);
        assertEquals(dark, chart.dark().svg());
        assertArrayEquals(Gallery.lines().dark().png(), chart.png());
    }
}
