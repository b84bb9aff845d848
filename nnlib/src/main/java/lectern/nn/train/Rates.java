package lectern.nn.train;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.optim.Plateau;
import lectern.nn.optim.Schedule;

/// The learning rate of each step: that of the optimizer, through all schedules that were given, one after the
/// other.
final class Rates {

    private final List<Schedule> byEpoch = new ArrayList<>();
    private final List<Schedule> byStep = new ArrayList<>();
    private final List<Plateau> plateaus = new ArrayList<>();

    void addByEpoch(Schedule schedule) {
        byEpoch.add(schedule);
    }

    void addByStep(Schedule schedule) {
        byStep.add(schedule);
    }

    void add(Plateau plateau) {
        plateaus.add(plateau);
    }

    /// What the epoch begins with.
    ///
    /// @param before the epochs that are done
    double ofEpoch(double learningRate, List<Epoch> before) {
        double rate = learningRate;
        for (Schedule schedule : byEpoch) {
            rate = schedule.rate(rate, before.size());
        }
        for (Plateau plateau : plateaus) {
            rate = plateau.rate(rate, watched(before));
        }
        return rate;
    }

    /// The losses that a plateau is seen in.
    private static double[] watched(List<Epoch> before) {
        return before.stream()
                .mapToDouble(done -> done.validationLoss().orElse(done.loss()))
                .toArray();
    }

    /// What the step takes.
    ///
    /// @param rate of its epoch
    /// @param done steps that are done
    double ofStep(double rate, int done) {
        double now = rate;
        for (int i = 0; i < byStep.size(); i++) {
            now = byStep.get(i).rate(now, done);
        }
        return now;
    }
}
