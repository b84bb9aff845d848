package lectern.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of one data set: found on this machine, or downloaded once and kept in the cache.
///
/// @param set the name errors begin with
/// @param places where to look
/// @param files all that belong to the set
record Shelf(String set, Places places, List<DataFile> files) {

    /// The unpacked bytes of every file.
    ///
    /// A file that is there and broken is never passed over in silence, not even where a whole one could be had.
    ///
    /// @throws DataException if a file is broken or the download was interrupted
    /// @throws MissingDataException if a file can be had nowhere
    Map<DataFile, byte[]> load(Progress progress) {
        var contents = new LinkedHashMap<DataFile, byte[]>();
        var missing = new ArrayList<DataFile>();
        for (DataFile file : files) {
            find(file).ifPresentOrElse(path -> contents.put(file, read(file, path)), () -> missing.add(file));
        }
        if (!missing.isEmpty()) {
            try (var download = new Download()) {
                for (DataFile file : missing) {
                    contents.put(file, fetch(file, download, progress));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DataException(set + ": the download was interrupted; load again to finish it", e);
            }
        }
        return contents;
    }

    /// Where a file lies on this machine, packed or not.
    Optional<Path> find(DataFile file) {
        return places.folders().stream()
                .flatMap(folder -> Stream.of(folder.resolve(file.name()), folder.resolve(file.unpackedName())))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private byte[] read(DataFile file, Path path) {
        try {
            return file.unpack(Files.readAllBytes(path));
        } catch (DamageException e) {
            throw new DataException(set + ": " + path + ": " + e.getMessage() + "; delete it and load again", e);
        } catch (IOException e) {
            throw new DataException(set + ": " + path + " cannot be read: " + e + "; make it readable or delete it", e);
        }
    }

    private byte[] fetch(DataFile file, Download download, Progress progress) throws InterruptedException {
        if (places.mirrors().isEmpty()) {
            throw missing(Map.of("downloads", "switched off by " + Places.OFFLINE_VARIABLE), "switched off");
        }
        var failures = new LinkedHashMap<String, String>();
        for (URI mirror : places.mirrors()) {
            try {
                // A packed file may be longer than the unpacked one, but only by a little.
                byte[] bytes = download.fetch(mirror.resolve(file.name()), file.name(), file.size() + 1024, progress);
                byte[] unpacked = file.unpack(bytes);
                keep(file, bytes);
                return unpacked;
            } catch (IOException e) {
                failures.put(mirror.toString(), e.getMessage());
            }
        }
        throw missing(failures, failures.values().stream().distinct().collect(Collectors.joining("; ")));
    }

    /// A reader, or a second program that loads the same set, sees all of the file or nothing of it. An interrupt
    /// leaves no half of it either: [Files#write] finishes first.
    private void keep(DataFile file, byte[] bytes) {
        Path target = places.cache().resolve(file.name());
        try {
            Files.createDirectories(places.cache());
            Path part = Files.createTempFile(places.cache(), file.name() + ".", ".part");
            try {
                Files.write(part, bytes);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw missing(
                    Map.of("downloaded, but " + places.cache() + " cannot be written", e.toString()),
                    "the cache cannot be written");
        }
    }

    private MissingDataException missing(Map<String, String> failures, String reason) {
        var message = new StringBuilder(set + ": not found on this machine, and cannot be downloaded. Put these files");
        message.append(", packed (.gz) or not,\n");
        files.forEach(file -> message.append("    ").append(file.name()).append('\n'));
        message.append("into ").append(places.cache()).append("\nor into a folder that the environment variable ");
        message.append(Places.GIVEN_VARIABLE).append(" names, and load again. Looked for in\n");
        places.folders()
                .forEach(folder ->
                        message.append("    ").append(folder).append(": ").append(absent(folder)));
        if (places.given().isEmpty()) {
            message.append("    ").append(Places.GIVEN_VARIABLE).append(": not set\n");
        }
        failures.forEach((mirror, why) -> message.append("    %s: %s\n".formatted(mirror, why)));
        String lacking = places.given().isPresent()
                ? "; the folder that " + Places.GIVEN_VARIABLE + " names lacks files of it"
                : "";
        return new MissingDataException(message.toString().stripTrailing(), reason + lacking);
    }

    private String absent(Path folder) {
        if (!Files.isDirectory(folder)) {
            return "no such folder\n";
        }
        return files.stream()
                .filter(file -> !Files.isRegularFile(folder.resolve(file.name()))
                        && !Files.isRegularFile(folder.resolve(file.unpackedName())))
                .map(DataFile::name)
                .collect(Collectors.joining(", ", "no ", "\n"));
    }
}
