package lectern.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever comes in on a socket is a message or is refused as none.
class MessageFuzzTest {

    private static final int INPUTS = Integer.getInteger("lectern.fuzz.messages", 20_000);
    private static final long SEED = Long.getLong("lectern.fuzz.seed", 1);
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    private final Signer signer = new Signer("key");
    private final MessageCodec codec = new MessageCodec(signer);

    @Test
    void nothingButCleanErrors() {
        int accepted = 0;
        for (int i = 0; i < INPUTS; i++) {
            var random = new SplittableRandom(SEED + i);
            var frames = frames(random);
            try {
                var message = codec.decode(frames);
                // What handlers read of it must not fail either, whatever it is.
                read(message.header());
                read(message.content());
                var _ = message.type();
                var _ = codec.encode(message.answer("reply", new JsonObject()));
                accepted++;
            } catch (BadMessageException e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith("expected "), e.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + (SEED + i) + ": " + text(frames), e);
            }
        }
        assertTrue(accepted > INPUTS / 50, accepted + " of " + INPUTS);
        assertTrue(accepted < INPUTS, "none was refused");
    }

    private static void read(JsonObject json) {
        for (var name : List.of("msg_type", "code", "session", "cursor_pos", "silent", "user_expressions")) {
            var _ = Json.string(json, name, "");
            var _ = Json.integer(json, name, 0);
            var _ = Json.bool(json, name, false);
            var _ = Json.object(json, name);
        }
    }

    /// A valid message, changed in some places; signed after that in three of four.
    private List<byte[]> frames(SplittableRandom random) {
        var parts = new ArrayList<byte[]>();
        for (var text : List.of(
                "{\"msg_id\": \"1\", \"msg_type\": \"execute_request\", \"session\": \"s\", \"version\": \"5.4\"}",
                "{}",
                "{\"deleted\": [1, null, true]}",
                "{\"code\": \"\\ud83d\\ude00 1 + 1\", \"cursor_pos\": 3, \"silent\": false, \"user_expressions\": {}}")) {
            parts.add(text.getBytes(StandardCharsets.UTF_8));
        }
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(parts.size());
            parts.set(at, changed(parts.get(at), random));
        }
        boolean signed = random.nextInt(4) > 0;
        var signature = signed ? signer.sign(parts).getBytes(StandardCharsets.US_ASCII) : bytes(random, 64);
        var frames = new ArrayList<byte[]>();
        frames.add(bytes(random, random.nextInt(20)));
        frames.add(DELIMITER);
        frames.add(signature);
        frames.addAll(parts);
        switch (random.nextInt(12)) {
            case 0 -> frames.remove(random.nextInt(frames.size()));
            case 1 -> frames.add(random.nextInt(frames.size()), bytes(random, random.nextInt(9)));
            case 2 ->
                frames.subList(random.nextInt(frames.size()), frames.size()).clear();
            default -> {}
        }
        return frames;
    }

    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return bytes(random, 3);
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        int at = random.nextInt(text.length());
        int end = at + random.nextInt(text.length() - at);
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at).getBytes(StandardCharsets.UTF_8);
            case 1 -> (text.substring(0, at) + text.substring(end)).getBytes(StandardCharsets.UTF_8);
            case 2 -> (text.substring(0, end) + text.substring(at)).getBytes(StandardCharsets.UTF_8);
            case 3 -> "[".repeat(1 + random.nextInt(3000)).getBytes(StandardCharsets.UTF_8);
            case 4 -> "{\"a\":".repeat(1 + random.nextInt(3000)).getBytes(StandardCharsets.UTF_8);
            case 5 -> text.replace("3", "1e999").replace("\"1\"", "[[]]").getBytes(StandardCharsets.UTF_8);
            case 6 -> text.replace("3", "-99999999999999999999.5").getBytes(StandardCharsets.UTF_8);
            default -> {
                var copy = bytes.clone();
                copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
                yield copy;
            }
        };
    }

    private static byte[] bytes(SplittableRandom random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(List<byte[]> frames) {
        return frames.stream()
                .map(frame -> new String(frame, StandardCharsets.UTF_8))
                .map(text -> text.substring(0, Math.min(300, text.length())))
                .toList()
                .toString();
    }
}
