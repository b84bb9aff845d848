package lectern.bench.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.ZMQ;

/// Messages as frames, written for the checks alone: the kernel's own reading and writing would not see its own
/// mistakes.
///
/// @param key what messages are signed with
record Wire(String key, String session) {

    static final String DELIMITER = "<IDS|MSG>";

    /// A message that was received.
    record Heard(JsonObject header, JsonObject parent, JsonObject content, boolean signed) {

        String type() {
            return header.get("msg_type").getAsString();
        }

        boolean answers(String id) {
            return parent.has("msg_id") && parent.get("msg_id").getAsString().equals(id);
        }

        String text(String field) {
            JsonElement value = content.get(field);
            return value == null || value.isJsonNull()
                    ? ""
                    : value.isJsonPrimitive() ? value.getAsString() : value.toString();
        }
    }

    JsonObject header(String type) {
        var header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", session);
        header.addProperty("username", "conformance");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.3");
        return header;
    }

    /// Sends a signed message.
    void send(ZMQ.Socket socket, JsonObject header, JsonObject content) {
        List<String> frames = Stream.of(header, new JsonObject(), new JsonObject(), content)
                .map(JsonObject::toString)
                .toList();
        sendRaw(socket, DELIMITER, signature(frames), frames);
    }

    /// Sends what may be no message at all.
    static void sendRaw(ZMQ.Socket socket, String delimiter, String signature, List<String> frames) {
        socket.sendMore(delimiter);
        socket.sendMore(signature);
        for (int i = 0; i < frames.size() - 1; i++) {
            socket.sendMore(frames.get(i));
        }
        socket.send(frames.getLast());
    }

    String signature(List<String> frames) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            frames.forEach(frame -> mac.update(frame.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    /// The next message, if there is one within so many milliseconds.
    Optional<Heard> receive(ZMQ.Socket socket, int milliseconds) {
        socket.setReceiveTimeOut(milliseconds);
        var frames = new ArrayList<String>();
        byte[] frame = socket.recv();
        while (frame != null) {
            frames.add(new String(frame, StandardCharsets.UTF_8));
            frame = socket.hasReceiveMore() ? socket.recv() : null;
        }
        int at = frames.indexOf(DELIMITER);
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        var signed = frames.subList(at + 2, at + 6);
        return Optional.of(new Heard(
                json(signed.get(0)),
                json(signed.get(1)),
                json(signed.get(3)),
                frames.get(at + 1).equals(signature(signed))));
    }

    private static JsonObject json(String frame) {
        return JsonParser.parseString(frame).getAsJsonObject();
    }
}
