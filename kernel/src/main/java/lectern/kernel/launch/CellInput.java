package lectern.kernel.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import lectern.kernel.display.Question;

/// `System.in` of a cell: each line is asked of the front end when it is needed.
///
/// A refusal is no `IOException`, as `Scanner` would swallow it.
final class CellInput extends InputStream {

    // A lock, not a monitor: a cell that waits behind a forgotten background reader can still be interrupted.
    private final ReentrantLock reading = new ReentrantLock();
    private final Question question;
    private byte[] line = new byte[0];
    private int next;

    CellInput(Question question) {
        this.question = question;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            reading.lockInterruptibly();
            try {
                if (next == line.length) {
                    line = ask();
                    next = 0;
                }
                int count = Math.min(length, line.length - next);
                System.arraycopy(line, next, bytes, offset, count);
                next += count;
                return count;
            } finally {
                reading.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("input: interrupted");
        }
    }

    @Override
    public int available() {
        return reading.isLocked() ? 0 : line.length - next;
    }

    private byte[] ask() throws InterruptedException {
        System.out.flush();
        return (question.ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
