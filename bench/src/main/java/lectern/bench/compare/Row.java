package lectern.bench.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// One row of the table as it was measured.
///
/// @param work its name
/// @param flops of one call, or 0
/// @param threads that each contender had
/// @param timings of those who took part; none where their results disagree
/// @param remark what the reader must know, or nothing
record Row(String work, double flops, int threads, List<Timing> timings, String remark) {

    /// The column that the ratios are about.
    static final String OURS = "ours";

    Optional<Timing> of(String contender) {
        return timings.stream()
                .filter(timing -> timing.contender().equals(contender))
                .findFirst();
    }

    Optional<Timing> ours() {
        return of(OURS);
    }

    /// The peer with the fastest round.
    Optional<Timing> bestPeer() {
        return best(Timing::minimum);
    }

    /// Our fastest round over the fastest round of any peer: below 1 we are ahead.
    OptionalDouble ratioOfMinima() {
        return ratio(Timing::minimum);
    }

    /// Our median over the smallest median of any peer.
    OptionalDouble ratioOfMedians() {
        return ratio(Timing::median);
    }

    private Optional<Timing> best(ToDoubleFunction<Timing> time) {
        return timings.stream()
                .filter(timing -> !timing.contender().equals(OURS))
                .min(Comparator.comparingDouble(time));
    }

    private OptionalDouble ratio(ToDoubleFunction<Timing> time) {
        Optional<Timing> ours = ours();
        Optional<Timing> peer = best(time);
        return ours.isEmpty() || peer.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(time.applyAsDouble(ours.get()) / time.applyAsDouble(peer.get()));
    }
}
