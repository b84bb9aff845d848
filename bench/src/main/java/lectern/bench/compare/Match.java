package lectern.bench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.bench.compare.Rival.RivalException;

/// One row for one number of threads: everyone computes it once and the results are compared; then everyone
/// is warmed up; then rounds, each contender in turn.
final class Match {

    /// Compiled code needs seconds of calls until it is steady, native code only its first touches.
    private static final long WARM_OURS = 2000;

    private static final long WARM_PEERS = 500;
    private static final long ROUND = 60;

    /// In which the threads of the last one to work stop spinning and go to sleep.
    private static final long PAUSE = 20;

    private static final long MOMENT = 500;

    /// Nanoseconds after which a slow one, or one that is slowed by others on this machine, has had its turns.
    private static final double PATIENCE = 5e9;

    private static final int FEWEST = 3;

    private final Work work;
    private final int threads;
    private final Progress progress;

    Match(Work work, int threads, Progress progress) {
        this.work = work;
        this.threads = threads;
        this.progress = progress;
    }

    Row run(List<Rival> rivals, int rounds) {
        List<Rival> able = new ArrayList<>();
        Map<String, Results> results = new LinkedHashMap<>();
        for (Rival rival : rivals) {
            progress.show(work.name(), rival.name() + " computes");
            attempt(
                    rival,
                    () -> rival.prepare(work).ifPresent(result -> {
                        results.put(rival.name(), result);
                        able.add(rival);
                    }));
        }
        Optional<String> disagreement = disagreement(results);
        if (disagreement.isPresent()) {
            able.forEach(rival -> attempt(rival, rival::done));
            return new Row(work.name(), work.flops(), threads, List.of(), disagreement.get());
        }
        for (Rival rival : List.copyOf(able)) {
            progress.show(work.name(), rival.name() + " warms up");
            if (!attempt(rival, () -> rival.warm(rival.name().equals(Row.OURS) ? WARM_OURS : WARM_PEERS))) {
                able.remove(rival);
            }
        }
        Map<Rival, List<Double>> times = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            progress.show(work.name(), "round " + round + " of " + rounds);
            for (Rival rival : able) {
                List<Double> mine = times.computeIfAbsent(rival, _ -> new ArrayList<>());
                if (mine.size() < FEWEST || sum(mine) < PATIENCE) {
                    pause();
                    attempt(rival, () -> mine.add(rival.round(ROUND)));
                }
            }
        }
        able.forEach(rival -> attempt(rival, rival::done));
        List<Timing> timings = new ArrayList<>();
        times.values().removeIf(List::isEmpty);
        times.forEach((rival, list) -> timings.add(new Timing(rival.name(), list)));
        return new Row(work.name(), work.flops(), threads, timings, "");
    }

    /// Who computed something else than the first.
    private Optional<String> disagreement(Map<String, Results> results) {
        return results.entrySet().stream()
                .findFirst()
                .flatMap(first -> results.entrySet().stream()
                        .filter(other -> !other.getValue().agreesWith(first.getValue(), work.tolerance()))
                        .findFirst()
                        .map(other -> "not timed: " + other.getKey() + " and " + first.getKey() + " disagree"));
    }

    private boolean attempt(Rival rival, Runnable step) {
        if (rival.hasEnded()) {
            return false;
        }
        try {
            step.run();
            return true;
        } catch (RivalException e) {
            waitForTheEnd(rival);
            progress.say(rival.name() + ", " + work.name() + ": " + e.getMessage());
            return false;
        }
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }

    /// Ctrl-C ends the processes of all, and ours a moment later: then there is nothing to complain of.
    private static void waitForTheEnd(Rival rival) {
        if (rival.hasEnded()) {
            sleep(MOMENT);
        }
    }

    private void pause() {
        if (threads > 1) {
            sleep(PAUSE);
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
