package lectern.kernel.channel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Frames to messages and back: identities, `<IDS|MSG>`, signature, header, parent, metadata, content, buffers.
///
/// @param signer what signs and checks
record MessageCodec(Signer signer) {

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    /// @throws BadMessageException if the frames are not a message, or are not signed by the key
    Message decode(List<byte[]> frames) {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        int found = frames.size() - delimiter;
        if (found < 6) {
            throw new BadMessageException("expected <IDS|MSG> and 5 frames after it, found " + frames.size() + " frames"
                    + (found == 0 ? " without it" : ", " + (found - 1) + " of them after it"));
        }
        var signed = frames.subList(delimiter + 2, delimiter + 6);
        if (!signer.accepts(frames.get(delimiter + 1), signed)) {
            throw new BadMessageException("expected a signature made with the key of the connection file");
        }
        var message = message(
                List.copyOf(frames.subList(0, delimiter)),
                signed,
                List.copyOf(frames.subList(delimiter + 6, frames.size())));
        for (var name : List.of("msg_type", "msg_id")) {
            if (Json.string(message.header(), name, "").isEmpty()) {
                throw new BadMessageException("expected " + name + " in the header, found none");
            }
        }
        return message;
    }

    private static Message message(List<byte[]> identities, List<byte[]> signed, List<byte[]> buffers) {
        try {
            return new Message(
                    identities,
                    object(signed.get(0)),
                    object(signed.get(1)),
                    object(signed.get(2)),
                    object(signed.get(3)),
                    buffers);
        } catch (JsonParseException | IllegalStateException e) {
            throw new BadMessageException("expected JSON objects, found " + e.getMessage());
        }
    }

    List<byte[]> encode(Message message) {
        var signed = List.of(
                bytes(message.header()), bytes(message.parent()), bytes(message.metadata()), bytes(message.content()));
        var frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signer.sign(signed).getBytes(StandardCharsets.US_ASCII));
        frames.addAll(signed);
        frames.addAll(message.buffers());
        return frames;
    }

    private static JsonObject object(byte[] frame) {
        return JsonParser.parseString(new String(frame, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static byte[] bytes(JsonObject json) {
        return Json.GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
    }
}
