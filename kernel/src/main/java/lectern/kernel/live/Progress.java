package lectern.kernel.live;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import lectern.kernel.display.Notebook;
import org.jspecify.annotations.Nullable;

/// Elements that show how far a loop over them is, four times a second at most.
///
/// @param <T> of the elements
final class Progress<T> implements Iterable<T> {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(250);
    private static final double NANOSECONDS = 1e9;

    private final String name;
    private final Iterable<T> elements;
    private final long total;
    private final LongSupplier clock;

    /// @param total how many elements there are; negative if nobody knows
    /// @param clock in nanoseconds
    Progress(String name, Iterable<T> elements, long total, LongSupplier clock) {
        this.name = name;
        this.elements = elements;
        this.total = total;
        this.clock = clock;
    }

    /// A new run, with a bar of its own.
    @Override
    public Iterator<T> iterator() {
        return new Run(elements.iterator());
    }

    private final class Run implements Iterator<T>, OpenBars.Bar {

        private final Iterator<T> rest;
        private final long begin = clock.getAsLong();
        private final String id;
        private long done = -1;
        private long shown = begin;
        private ProgressBar.@Nullable State last;

        Run(Iterator<T> rest) {
            this.rest = rest;
            id = Notebook.display(bar(ProgressBar.State.RUNNING).bundle());
            OpenBars.add(this);
        }

        @Override
        public boolean hasNext() {
            boolean more = rest.hasNext();
            if (!more) {
                end(ProgressBar.State.COMPLETE);
            }
            return more;
        }

        @Override
        public T next() {
            if (!rest.hasNext()) {
                end(ProgressBar.State.COMPLETE);
                throw new NoSuchElementException();
            }
            done++;
            long now = clock.getAsLong();
            if (now - shown >= PERIOD) {
                shown = now;
                show(ProgressBar.State.RUNNING);
            }
            return rest.next();
        }

        private void end(ProgressBar.State state) {
            if (last == null) {
                last = state;
                OpenBars.remove(this);
                done += state == ProgressBar.State.COMPLETE ? 1 : 0;
                show(state);
            }
        }

        @Override
        public void leave() {
            end(ProgressBar.State.LEFT);
        }

        private void show(ProgressBar.State state) {
            Notebook.updateDisplay(id, bar(state).bundle());
        }

        private ProgressBar bar(ProgressBar.State state) {
            long turns = Math.max(0, done);
            // A total that was only guessed does not stay in the way.
            long all = state == ProgressBar.State.COMPLETE && total >= 0 ? turns : total;
            return new ProgressBar(name, turns, all, (clock.getAsLong() - begin) / NANOSECONDS, state);
        }
    }
}
