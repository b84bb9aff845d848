package lectern.data;

import java.util.Arrays;
import java.util.List;

/// How people write the ten digits: for each, a few styles, each a list of strokes, each a list of points that the pen
/// passes on a smooth curve. A corner is where one stroke ends and the next begins.
///
/// A stroke is written `x,y x,y …` in hundredths of a box of height 1, from its upper left corner.
final class Glyphs {

    private static final List<List<Glyph>> STYLES = List.of(
            List.of(
                    glyph("50,2 22,15 10,48 20,85 48,99 76,86 90,50 78,14 50,2 38,7"),
                    glyph("58,1 30,14 16,50 24,90 46,99 70,84 82,46 74,12 50,3"),
                    glyph("66,10 42,1 17,22 10,56 26,92 54,98 82,76 88,40 72,10 52,4 44,10")),
            List.of(
                    glyph("50,0 50,34 50,67 50,100"),
                    glyph("54,0 51,34 48,67 47,100"),
                    glyph("30,22 42,13 54,0", "54,0 53,33 52,66 52,100"),
                    glyph("30,20 41,12 52,0", "52,0 52,33 51,66 51,98", "26,99 50,98 76,99")),
            List.of(
                    glyph("14,24 28,6 54,1 78,15 76,40 52,68 12,97", "12,97 48,95 90,97"),
                    glyph("12,22 34,3 66,5 80,26 66,54 40,80 20,95 8,88 16,77 38,82 62,95 92,92"),
                    glyph("18,14 46,2 72,12 74,36 54,64 16,94", "16,94 40,86 62,94 90,88")),
            List.of(
                    glyph("14,16 38,1 70,6 76,24 62,42 36,48", "36,48 68,52 84,72 72,94 42,100 12,88"),
                    glyph("14,5 46,4 80,5", "80,5 60,24 40,42", "40,42 70,48 86,70 74,94 44,100 12,90"),
                    glyph("18,12 44,0 72,12 70,34 46,46 40,47 50,49 78,60 80,84 54,99 26,96 12,86")),
            List.of(
                    glyph("24,2 17,26 14,50", "14,50 48,51 88,46", "76,6 72,50 66,100"),
                    glyph("66,0 38,34 8,66", "8,66 50,66 94,64", "66,0 65,50 64,100"),
                    glyph("20,4 14,34 30,50 56,48 78,38", "82,2 76,34 70,66 64,100"),
                    glyph("16,8 8,40 20,54 50,52 90,44", "70,22 66,60 64,100")),
            List.of(
                    glyph("84,2 56,4 28,4", "28,4 24,22 20,43", "20,43 48,35 78,48 82,76 56,98 10,91"),
                    glyph("88,4 52,4 28,16 32,38 62,52 74,74 56,97 12,93"),
                    glyph("26,5 23,24 22,42", "22,42 52,38 80,56 74,86 44,99 12,86", "26,5 54,6 86,2")),
            List.of(
                    glyph("70,2 40,22 18,54 20,86 46,99 74,86 76,62 52,52 28,64 19,80"),
                    glyph("46,0 30,28 20,60 26,92 52,99 72,84 66,66 46,63 26,78"),
                    glyph("82,4 52,10 26,34 14,66 28,94 58,98 80,80 70,60 44,58 20,76")),
            List.of(
                    glyph("10,6 46,6 86,4", "86,4 62,46 44,100"),
                    glyph("10,20 13,6", "13,6 48,8 88,3", "88,3 66,34 52,66 48,100"),
                    glyph("12,8 48,6 84,6", "84,6 60,50 38,100", "34,52 56,51 80,49"),
                    glyph("12,16 30,3 58,9 84,4 74,34 56,64 46,100")),
            List.of(
                    glyph("76,14 48,1 22,16 34,40 62,56 80,78 52,99 22,84 34,58 62,40 76,18 66,5"),
                    glyph("52,1 26,12 28,36 50,46 74,34 74,11 52,1", "50,46 20,62 22,90 50,99 78,88 78,62 50,46"),
                    glyph("80,8 44,2 24,22 48,46 70,72 54,98 28,90 32,66 60,42 82,16")),
            List.of(
                    glyph("80,14 50,1 24,18 24,42 48,50 72,36 80,14", "80,14 77,56 72,100"),
                    glyph("78,12 46,2 22,22 30,46 58,46 78,22", "80,10 78,50 60,86 26,99"),
                    glyph("76,22 54,4 28,14 24,38 48,48 72,34 78,14 76,46 66,74 62,100")));

    private Glyphs() {}

    /// The styles of a digit, any of them as good as the others.
    static List<Glyph> of(int digit) {
        return STYLES.get(digit);
    }

    private static Glyph glyph(String... strokes) {
        return new Glyph(Arrays.stream(strokes).map(Glyphs::stroke).toList());
    }

    private static Stroke stroke(String points) {
        double[] numbers = Arrays.stream(points.split("[ ,]"))
                .mapToDouble(number -> Integer.parseInt(number) / 100.0)
                .toArray();
        var stroke = new Stroke(numbers.length / 2);
        for (int i = 0; i < stroke.count(); i++) {
            stroke.put(i, numbers[2 * i], numbers[2 * i + 1]);
        }
        return stroke;
    }

    /// One way to write a digit.
    record Glyph(List<Stroke> strokes) {}
}
