package lectern.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageCodecTest {

    private final MessageCodec codec = new MessageCodec(new Signer("secret"));

    private static Message message() {
        var content = new JsonObject();
        content.addProperty("code", "\"ü\" + 1");
        return new Message(
                List.of(new byte[] {1, 2}),
                Message.newHeader("execute_request", new JsonObject()),
                new JsonObject(),
                new JsonObject(),
                content);
    }

    @Test
    void whatIsEncodedIsDecoded() {
        var message = message();
        var decoded = codec.decode(codec.encode(message));
        assertEquals(message.header(), decoded.header());
        assertEquals(message.content(), decoded.content());
        assertArrayEquals(new byte[] {1, 2}, decoded.identities().getFirst());
    }

    @Test
    void anotherKeyIsRefused() {
        var frames = new MessageCodec(new Signer("other")).encode(message());
        assertEquals(
                "expected a signature made with the key of the connection file",
                assertThrows(BadMessageException.class, () -> codec.decode(frames))
                        .getMessage());
    }

    @Test
    void tooFewFramesAreRefused() {
        var frames = codec.encode(message()).subList(0, 4);
        assertEquals(
                "expected <IDS|MSG> and 5 frames after it, found 4 frames, 2 of them after it",
                assertThrows(BadMessageException.class, () -> codec.decode(frames))
                        .getMessage());
    }

    @Test
    void brokenJsonIsRefused() {
        var parts = new ArrayList<>(codec.encode(message()));
        parts.set(6, "{".getBytes(StandardCharsets.UTF_8));
        parts.set(2, new Signer("secret").sign(parts.subList(3, 7)).getBytes(StandardCharsets.US_ASCII));
        assertThrows(BadMessageException.class, () -> codec.decode(parts));
    }

    @Test
    void theSignatureIsHmacSha256InHex() {
        // RFC 4231, test case 2.
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                new Signer("Jefe")
                        .sign(List.of(
                                "what do ya want ".getBytes(StandardCharsets.US_ASCII),
                                "for nothing?".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void withoutAKeyNothingIsSigned() {
        assertEquals("", new Signer("").sign(List.of(new byte[] {1})));
    }
}
