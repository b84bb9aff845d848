package lectern.kernel.channel;

import java.util.concurrent.Semaphore;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// Wakes the thread that waits for sockets, from any thread.
///
/// A thread of its own passes the ringing on: a cell's thread may be interrupted at any moment, and an interrupt in the
/// middle of a write would close the pipe below the sockets.
final class Bell {

    private static final byte[] NOTHING = {};

    private final Semaphore rings = new Semaphore(0);
    private final ZMQ.Socket heard;
    private final ZMQ.Socket rung;

    Bell(ZContext context, String name) {
        heard = context.createSocket(SocketType.PULL);
        heard.bind("inproc://" + name);
        rung = context.createSocket(SocketType.PUSH);
        rung.connect("inproc://" + name);
        Thread.ofPlatform().daemon().name(name).start(this::passOn);
    }

    /// What the waiting thread waits for, among others.
    ZMQ.Socket socket() {
        return heard;
    }

    /// Hand over the work before the ring.
    void ring() {
        rings.release();
    }

    /// Called by the woken thread before it looks for work.
    void silence() {
        while (heard.recv(ZMQ.DONTWAIT) != null) {
            // Only the waking matters.
        }
    }

    private void passOn() {
        try {
            while (true) {
                rings.acquire();
                rings.drainPermits();
                rung.send(NOTHING);
            }
        } catch (ZMQException | InterruptedException e) {
            // The context was closed: the kernel ends.
            rung.close();
        }
    }
}
