package lectern.kernel.channel;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What waits to be published, in the order in which it was handed over, and not more than fits.
///
/// Printed text waits a moment for more of the same stream, so that many short lines travel in few messages. Who hands
/// over faster than can be sent waits.
final class Outbox {

    /// Characters of a message of printed text.
    static final int FULL = 1 << 16;

    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(30);
    private static final long ROOM = 1 << 22;

    /// Something to publish.
    sealed interface Item {}

    /// A message as it is sent.
    record Whole(List<byte[]> frames) implements Item {}

    /// All that came before it has been sent when it is counted down.
    record Mark(CountDownLatch sent) implements Item {}

    /// Text of one stream for one request.
    static final class Text implements Item {

        private final String stream;
        private final Origin origin;
        private final StringBuilder gathered = new StringBuilder();
        private final long due = System.nanoTime() + GATHERING;

        private Text(String stream, Origin origin) {
            this.stream = stream;
            this.origin = origin;
        }

        String stream() {
            return stream;
        }

        Origin origin() {
            return origin;
        }

        String text() {
            return gathered.toString();
        }
    }

    private final ArrayDeque<Item> items = new ArrayDeque<>();
    private final Runnable wake;
    private long size;
    private boolean closed;

    /// @param wake called when there is something new to take, or to wait for
    Outbox(Runnable wake) {
        this.wake = wake;
    }

    /// What a cell prints, as far as it may.
    void print(String stream, Origin origin, String text) {
        tell(stream, origin, origin.admit(text));
    }

    /// What is shown in any case.
    synchronized void tell(String stream, Origin origin, String text) {
        if (text.isEmpty()) {
            return;
        }
        awaitRoom();
        if (closed) {
            return;
        }
        size += text.length();
        if (items.peekLast() instanceof Text last
                && last.origin == origin
                && last.stream.equals(stream)
                && last.gathered.length() < FULL) {
            last.gathered.append(text);
            if (last.gathered.length() >= FULL) {
                wake.run();
            }
        } else {
            var next = new Text(stream, origin);
            next.gathered.append(text);
            items.add(next);
            wake.run();
        }
    }

    synchronized void add(Whole message) {
        awaitRoom();
        if (!closed) {
            size += bytes(message);
            items.add(message);
            wake.run();
        }
    }

    /// Counted down when all that waits now is sent, or when nothing is sent any more.
    synchronized CountDownLatch mark() {
        var mark = new Mark(new CountDownLatch(1));
        if (closed) {
            mark.sent.countDown();
        } else {
            items.add(mark);
            wake.run();
        }
        return mark.sent;
    }

    /// Nothing is taken in any more.
    synchronized void close() {
        closed = true;
        notifyAll();
        wake.run();
    }

    /// The next item that need not wait for more, or `null`.
    synchronized @Nullable Item poll() {
        var first = items.peek();
        if (first == null || (first instanceof Text text && isGathering(text))) {
            return null;
        }
        items.remove();
        size -= switch (first) {
            case Text text -> text.gathered.length();
            case Whole message -> bytes(message);
            case Mark _ -> 0;
        };
        notifyAll();
        return first;
    }

    private boolean isGathering(Text text) {
        return !closed && items.size() == 1 && text.gathered.length() < FULL && System.nanoTime() < text.due;
    }

    /// Milliseconds until text has waited long enough, or -1 if there is none.
    synchronized long patience() {
        return items.peek() instanceof Text text
                ? Math.max(1, TimeUnit.NANOSECONDS.toMillis(text.due - System.nanoTime()) + 1)
                : -1;
    }

    synchronized boolean isDone() {
        return closed && items.isEmpty();
    }

    private static long bytes(Whole message) {
        return message.frames.stream().mapToLong(frame -> frame.length).sum();
    }

    // What was handed over must go out even if the cell is stopped meanwhile; the wait is short, as the publisher sends
    // whatever happens.
    private void awaitRoom() {
        boolean interrupted = false;
        while (size > ROOM && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
