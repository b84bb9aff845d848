package lectern.nn.save;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    @TempDir
    private Path folder;

    private Path file(String header, int bytes) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + text.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("a.safetensors"),
                all.putLong(text.length).put(text).array());
    }

    private static SequencedMap<String, Tensor> some() {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("weight", Tensor.normal(Shape.of(3, 5), 1, SeededRandom.of(1)));
        tensors.put("bias \"é\" \\ \n", Tensor.of(Float.NaN, -0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY));
        tensors.put("scalar", Tensor.scalar(7));
        tensors.put("none", Tensor.zeros(2, 0));
        tensors.put("large", Tensor.normal(Shape.of(400, 401), 1, SeededRandom.of(2)));
        return tensors;
    }

    @Test
    void whatIsWrittenIsReadToTheLastBit() {
        Path file = folder.resolve("a.safetensors");
        Tensor odd = Tensor.of(Float.intBitsToFloat(0x7f800001), Float.intBitsToFloat(0xffc12345));
        Map<String, Tensor> written = some();
        written.put("odd", odd);
        Safetensors.write(file, written);
        Map<String, Tensor> read = Safetensors.read(file);
        assertEquals(written.keySet(), read.keySet());
        written.forEach((name, tensor) -> {
            Tensor found = read.getOrDefault(name, odd);
            assertEquals(tensor.shape(), found.shape());
            for (int i = 0; i < tensor.count(); i++) {
                assertEquals(
                        Float.floatToRawIntBits(tensor.array()[i]), Float.floatToRawIntBits(found.array()[i]), name);
            }
        });
    }

    @Test
    void theFileIsAsTheFormatSays() throws Exception {
        Path file = folder.resolve("a.safetensors");
        Map<String, Tensor> tensors = Map.of("b", Tensor.of(1, 2), "a", Tensor.of(new float[][] {{3}}));
        Safetensors.write(file, tensors, Map.of("format", "pt"));
        String header = "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}";
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.getLong();
        assertEquals(0, length % 8);
        byte[] text = new byte[(int) length];
        bytes.get(text);
        assertEquals(header, new String(text, StandardCharsets.UTF_8).stripTrailing());
        assertEquals(3, bytes.getFloat());
        assertEquals(1, bytes.getFloat());
        assertEquals(2, bytes.getFloat());
        assertEquals(0, bytes.remaining());
        assertEquals(List.of("a", "b"), List.copyOf(Safetensors.read(file).keySet()));
    }

    @Test
    void theSameTensorsGiveTheSameFile() throws Exception {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        Map<String, Tensor> turned = new LinkedHashMap<>();
        some().reversed().forEach(turned::put);
        Safetensors.write(one, some());
        Safetensors.write(other, turned);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
    }

    @Test
    void anOlderFileIsReplacedAndNothingElseStays() throws Exception {
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(file, some());
        Safetensors.write(file, Map.of("a", Tensor.of(1)));
        assertEquals(Tensor.of(1), Safetensors.read(file).get("a"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
        Path nowhere = folder.resolve("nowhere").resolve("a");
        assertEquals(
                "save: cannot write " + nowhere,
                assertThrows(UncheckedIOException.class, () -> Safetensors.write(nowhere, some()))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':{'dtype':'F16','shape':[2],'data_offsets':[0,4]}} | 4 | a of type F32, found F16",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | 4 | 8 bytes for a (2), found 4",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 4 "
                        + "| 8 bytes of numbers, found 4; the file is cut off",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 9 | 8 bytes of numbers, found 9",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}} | 12 "
                        + "| a to begin at byte 0, found 4; before it lies a gap",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
                        + "'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 "
                        + "| b to begin at byte 8, found 4; it overlaps another",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | 8 | 8 bytes for a (2), found -8",
                "{'a':{'dtype':'F32','shape':[9999999999],'data_offsets':[0,8]}} | 8 "
                        + "| a of sizes that an array can have, found [9999999999]",
                "{'a':{'dtype':'F32','data_offsets':[0,8]}} | 8 "
                        + "| a dtype, a shape and two data_offsets before at 41 of the header, found }",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'more':1}} | 8 "
                        + "| dtype, shape or data_offsets before at 60 of the header, found 1}}",
                "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,8]}} | 8 "
                        + "| a whole number of 0 or more at 29 of the header, found -1],'data_offsets':["
            })
    void whatIsNotSuchAFileIsRefused(String header, int bytes, String message) throws Exception {
        Path file = file(header.replace('\'', '"'), bytes);
        refused("load a.safetensors: expected " + message.replace('\'', '"'), file);
    }

    @Test
    void shapesBeyondAllMemoryAreRefused() throws Exception {
        Path file = file("{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,8]}}", 8);
        assertThrows(IllegalArgumentException.class, () -> Safetensors.read(file));
    }

    @Test
    void aHeaderThatCannotBeIsRefused() throws Exception {
        Path file = folder.resolve("a");
        Files.write(file, new byte[5]);
        refused("load a: expected at least 8 bytes, found 5", file);
        Files.write(file, new byte[] {9, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
        refused("load a: expected a header of 9 bytes, found 2; the file is cut off", file);
        Files.write(file, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, '{', '}'});
        refused("load a: expected a header of at most 100000000 bytes, found 18446744073709551615", file);
        Files.write(file, new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '{', -1});
        refused("load a: expected a header of UTF-8 characters, found other bytes", file);
        Files.write(file, new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
        assertEquals(Map.of(), Safetensors.read(file));
    }

    private static void refused(String message, Path file) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Safetensors.read(file))
                        .getMessage());
    }

    /// Files cut off or with bytes changed: each is read, or refused as an argument that does not fit, and
    /// nothing else.
    @Test
    void noDamageDoesMoreThanToBeRefused() throws Exception {
        Path file = folder.resolve("a.safetensors");
        Map<String, Tensor> tensors = some();
        tensors.remove("large");
        Safetensors.write(file, tensors, Map.of("format", "pt"));
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThrows(IllegalArgumentException.class, () -> Safetensors.read(file));
        }
        RandomGenerator random = SeededRandom.of(3);
        String symbols = "{}[]\",:0123456789-.\\u \ndtypeF";
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bad = good.clone();
            for (int k = 0; k < 1 + random.nextInt(3); k++) {
                int at = random.nextInt(good.length);
                boolean symbol = random.nextInt(2) == 0;
                bad[at] = (byte) (symbol ? symbols.charAt(random.nextInt(symbols.length())) : random.nextInt(256));
            }
            Files.write(file, bad);
            try {
                Safetensors.read(file);
            } catch (IllegalArgumentException e) {
                assertTrue(e.toString().contains("expected"), e::toString);
                refused++;
            }
        }
        assertTrue(refused > 500, "found " + refused);
    }
}
