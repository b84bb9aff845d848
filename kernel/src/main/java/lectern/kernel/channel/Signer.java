package lectern.kernel.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 over the four JSON frames of a message, as lower-case hex; compared in constant time.
///
/// @param key the shared secret; empty means unsigned
record Signer(String key) {

    private static final String ALGORITHM = "HmacSHA256";

    String sign(List<byte[]> frames) {
        if (key.isEmpty()) {
            return "";
        }
        try {
            // A Mac holds state, and several threads sign; one per message is cheap beside the JSON.
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            frames.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    boolean accepts(byte[] signature, List<byte[]> frames) {
        return MessageDigest.isEqual(sign(frames).getBytes(StandardCharsets.US_ASCII), signature);
    }
}
