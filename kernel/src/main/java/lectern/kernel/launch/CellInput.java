package lectern.kernel.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import lectern.kernel.channel.Request;
import org.jspecify.annotations.Nullable;

/// `System.in` of a cell: each line is asked of the front end when it is needed.
final class CellInput extends InputStream {

    private volatile @Nullable Request request;
    private byte[] line = new byte[0];
    private int next;

    /// From now on this request's front end is asked.
    void ask(Request request) {
        this.request = request;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == line.length) {
            fill();
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, count);
        next += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    private void fill() throws IOException {
        var asked = request;
        if (asked == null) {
            throw new IOException("input: expected a running cell, found none");
        }
        try {
            System.out.flush();
            line = (asked.input("", false) + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("input: interrupted");
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
