package lectern.kernel.channel;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;

/// Multipart messages as lists of byte arrays.
final class Frames {

    private Frames() {}

    /// Whether it was sent; otherwise nothing of it was.
    static boolean send(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size() - 1; i++) {
            // A message is taken whole or not at all, so only the first frame can be refused.
            if (!socket.send(frames.get(i), ZMQ.SNDMORE)) {
                return false;
            }
        }
        return socket.send(frames.getLast());
    }

    /// The next message, or an empty list if none waits.
    static List<byte[]> receive(ZMQ.Socket socket) {
        var frames = new ArrayList<byte[]>();
        byte[] frame = socket.recv(ZMQ.DONTWAIT);
        while (frame != null) {
            frames.add(frame);
            frame = socket.hasReceiveMore() ? socket.recv() : null;
        }
        return frames;
    }
}
