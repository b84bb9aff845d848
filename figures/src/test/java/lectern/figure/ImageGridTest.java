package lectern.figure;

import static lectern.figure.Figures.imageGrid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ImageGridTest {

    /// Two pictures of 1 by 2 pixels: black and white, then middle grey and a number beyond white.
    private static final Tensor TWO = Tensor.of(new float[][] {{0, 1}, {0.5f, 7}});

    private static BufferedImage picture(Figure figure, int index) throws IOException {
        String href = new Svg(figure.svg()).all("image").get(index).getAttribute("href");
        String prefix = "data:image/png;base64,";
        assertTrue(href.startsWith(prefix));
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(href.substring(prefix.length()))));
    }

    private static int[] greys(BufferedImage image) {
        return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    }

    @Test
    void brightnessIsKeptExactly() throws IOException {
        var grid = imageGrid(1, 2).row("", TWO);
        assertArrayEquals(new int[] {0, 255}, greys(picture(grid, 0)));
        assertArrayEquals(new int[] {128, 255}, greys(picture(grid, 1)));
    }

    @Test
    void invertedIsInkOnPaper() throws IOException {
        assertArrayEquals(
                new int[] {255, 0}, greys(picture(imageGrid(1, 2).row("", TWO).inverted(), 0)));
    }

    @Test
    void threeChannelsAreColours() throws IOException {
        var red = Tensor.of(Shape.of(1, 3, 1, 2), 1, 1, 0, 0, 0, 0);
        assertEquals(0xffff0000, picture(imageGrid(1, 2).row("", red), 0).getRGB(1, 0));
        assertEquals(
                0xffff0000,
                picture(imageGrid(1, 2).image(red.reshape(3, 1, 2), ""), 0).getRGB(1, 0));
    }

    @Test
    void captionsAndLabelsAreWords() {
        var svg = new Svg(imageGrid(1, 2)
                .title("Wrong")
                .row("ε = 0", TWO, new int[] {3, 8})
                .svg());
        assertEquals(
                List.of("3", "8", "ε = 0", "Wrong"),
                svg.all("text").stream().map(Element::getTextContent).toList());
        assertEquals("Grid of 2 images of 1 by 2 pixels in 1 row. ε = 0: 3, 8.", svg.text("desc"));
        assertEquals("pixelated", svg.all("image").getFirst().getAttribute("image-rendering"));
    }

    @Test
    void singleImagesFillRows() {
        var grid = imageGrid(1, 2).columns(2);
        for (int i = 0; i < 5; i++) {
            grid.image(Tensor.of(0, 1), Integer.toString(i));
        }
        var images = new Svg(grid.svg()).all("image");
        assertEquals(images.get(0).getAttribute("y"), images.get(1).getAttribute("y"));
        assertEquals(images.get(0).getAttribute("x"), images.get(4).getAttribute("x"));
        assertTrue(new Svg(grid.svg()).text("desc").contains("in 3 rows"));
    }

    @Test
    void textShowsPicturesInLetters() {
        assertEquals("""
                digits
                 @   +@
                one  two""", imageGrid(1, 2).row("digits", TWO, "one", "two").text());
        assertEquals("(no images)", imageGrid(1, 2).text());
    }

    @Test
    void signedPicturesAreColouredAroundZeroWithABar() throws IOException {
        var signed = Tensor.of(new float[][] {{-2, 0}, {1, 2}});
        var grid = imageGrid(1, 2).row("", signed).diverging().key("weight");
        assertEquals(ColorMap.DIVERGING.at(0).getRGB(), picture(grid, 0).getRGB(0, 0));
        assertEquals(ColorMap.DIVERGING.at(0.5).getRGB(), picture(grid, 0).getRGB(1, 0));
        assertEquals(ColorMap.DIVERGING.at(0.75).getRGB(), picture(grid, 1).getRGB(0, 0));
        assertEquals(3, new Svg(grid.svg()).all("image").size());
        assertTrue(new Svg(grid.svg())
                .all("text").stream().anyMatch(text -> text.getTextContent().equals("weight")));
        assertEquals(" +  #@", grid.text());
        assertEquals(
                ColorMap.SEQUENTIAL.at(1).getRGB(),
                picture(grid.sequential(), 1).getRGB(1, 0));
    }

    @Test
    void pngHasTwoPixelsForOne() throws IOException {
        var grid = imageGrid(28, 28).row("a", Tensor.zeros(3, 1, 28, 28), "1", "2", "3");
        var image = ImageIO.read(new ByteArrayInputStream(grid.png()));
        assertEquals(2 * Integer.parseInt(new Svg(grid.svg()).root().getAttribute("width")), image.getWidth());
        assertEquals(2 * Integer.parseInt(new Svg(grid.svg()).root().getAttribute("height")), image.getHeight());
    }

    @Test
    void laterChangesOfATensorDoNotReachTheGrid() {
        var images = Tensor.zeros(1, 2);
        var grid = imageGrid(1, 2).row("", images);
        String before = grid.svg();
        images.array()[0] = 1;
        assertEquals(before, grid.svg());
    }

    @Test
    void emptyGridsAreDrawn() {
        assertTrue(imageGrid(28, 28).png().length > 0);
        assertTrue(imageGrid(28, 28).row("none", Tensor.zeros(0, 784)).png().length > 0);
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertRefused(
                "imageGrid: expected images (count, 4) or (count, 1 or 3, 2, 2), found (2, 5)",
                () -> imageGrid(2, 2).row("", Tensor.zeros(2, 5)));
        assertRefused(
                "imageGrid: expected images (count, 4) or (count, 1 or 3, 2, 2), found (1, 2, 2, 2)",
                () -> imageGrid(2, 2).row("", Tensor.zeros(1, 2, 2, 2)));
        assertRefused(
                "imageGrid: expected an image of 4 numbers or (3, 2, 2), found (12)",
                () -> imageGrid(2, 2).image(Tensor.zeros(12), ""));
        assertRefused(
                "imageGrid: expected 2 captions or none, found 1",
                () -> imageGrid(1, 2).row("", TWO, "one"));
        assertRefused("imageGrid: expected height and width of at least 1, found 0, 2", () -> imageGrid(0, 2));
    }

    @Test
    void refusesRowsWithoutColumns() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> imageGrid(1, 1).columns(0));
        assertEquals("columns: expected at least 1, found 0", refused.getMessage());
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(message, assertThrows(ShapeException.class, call::run).getMessage());
    }

    @Test
    void picturesFillRowsOfTheChosenLength() {
        ImageGrid grid = Figures.imageGrid(2, 2).columns(3).images(Tensor.zeros(7, 4), new int[] {1, 2, 3, 4, 5, 6, 7});
        ImageGrid byRows = Figures.imageGrid(2, 2)
                .row("", Tensor.zeros(3, 4), "1", "2", "3")
                .row("", Tensor.zeros(3, 4), "4", "5", "6")
                .row("", Tensor.zeros(1, 4), "7");
        assertEquals(byRows.text(), grid.text());
    }

    @Test
    void aLowKeyHasNumbersAtBothEnds() {
        var signed = Tensor.of(Shape.of(1, 1, 2), -0.13f, 0.07f);
        var drawing =
                imageGrid(1, 2).row("", signed).diverging().key("").snapshot().drawing(Theme.LIGHT);
        var words = drawing.marks().stream()
                .filter(Mark.Words.class::isInstance)
                .map(mark -> ((Mark.Words) mark).words())
                .toList();
        assertEquals(List.of("-0.13", "0.13"), words);
    }
}
