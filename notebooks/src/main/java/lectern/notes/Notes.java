package lectern.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Turns the raw pages of executed notebooks into the course notes: one page a lecture that stands alone, and an index.
public final class Notes {

    private Notes() {}

    /// Arguments: the folder of the notebooks, the folder of their raw pages, the folder to write, and the names of
    /// the notebooks that become slides too. A notebook that was not executed yet has no raw page and is left out.
    /// Exits with 1 and one line where it cannot write them.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("usage: java -jar lectern-notes.jar NOTEBOOKS RAW_PAGES NOTES [SLIDES...]");
            System.exit(2);
        }
        try {
            List<String> slides = List.of(arguments).subList(3, arguments.length);
            write(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), slides);
        } catch (NotesException e) {
            System.err.println("lectern: " + e.getMessage());
            System.exit(1);
        }
    }

    /// Writes all pages or, where one of them cannot be made, none.
    ///
    /// @param slides the names of those that become slides too
    /// @throws NotesException if a formula is wrong or a page would load something from elsewhere
    static void write(Path notebooks, Path raw, Path notes, List<String> slides) throws IOException {
        List<Lecture> lectures = lectures(notebooks, raw);
        List<Lecture> course = lectures.stream().filter(Lecture::isNumbered).toList();
        Map<String, String> pages = new LinkedHashMap<>();
        for (Lecture lecture : lectures) {
            int place = course.indexOf(lecture);
            pages.put(
                    lecture.file(),
                    LecturePage.of(
                            lecture,
                            place < 1 ? null : course.get(place - 1),
                            place < 0 || place == course.size() - 1 ? null : course.get(place + 1)));
            if (slides.contains(lecture.name())) {
                pages.put(lecture.slidesFile(), SlidesPage.of(lecture));
            }
        }
        pages.put("index.html", IndexPage.of(lectures));
        Files.createDirectories(notes);
        for (var page : pages.entrySet()) {
            Path part = notes.resolve(page.getKey() + ".part");
            Files.writeString(part, page.getValue());
            Files.move(part, notes.resolve(page.getKey()), StandardCopyOption.REPLACE_EXISTING);
        }
        removeOrphans(notebooks, notes);
    }

    /// Deletes the pages, slides and PDF files whose notebooks are gone.
    private static void removeOrphans(Path notebooks, Path notes) throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(notes)) {
            pages = files.filter(file -> file.toString().matches(".*\\.(html|pdf)"))
                    .toList();
        }
        for (Path page : pages) {
            String name = page.getFileName().toString().replaceFirst("(\\.slides)?\\.(html|pdf)$", "");
            if (!name.equals("index") && !Files.exists(notebooks.resolve(name + ".ipynb"))) {
                Files.delete(page);
            }
        }
    }

    private static List<Lecture> lectures(Path notebooks, Path raw) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(notebooks)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb"))
                    .map(name -> name.substring(0, name.length() - ".ipynb".length()))
                    .filter(name -> Files.exists(raw.resolve(name + ".html")))
                    .sorted()
                    .toList();
        }
        var lectures = new ArrayList<Lecture>();
        try (var formulas = new Formulas()) {
            for (String name : names) {
                lectures.add(Lecture.of(name, Files.readString(raw.resolve(name + ".html")), formulas));
            }
        }
        return lectures;
    }
}
