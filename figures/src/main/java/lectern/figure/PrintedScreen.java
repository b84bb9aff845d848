package lectern.figure;

/// The screen of a program without windows: shown figures are printed as text, later changes are not.
final class PrintedScreen implements Screen {

    @Override
    public void show(Figure figure) {
        System.out.println(figure.text());
    }

    @Override
    public void changed(Figure figure) {
        // Printed lines cannot be taken back; the figure can be shown again.
    }
}
