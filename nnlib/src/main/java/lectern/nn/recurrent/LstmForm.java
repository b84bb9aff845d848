package lectern.nn.recurrent;

import java.util.List;
import java.util.Map;

/// What an LSTM has and what it lacks: the eight variants of Greff et al., and others between them.
///
/// Source: K. Greff et al., *LSTM: A Search Space Odyssey* (2017).
///
/// @param inputGate whether i is learned; else it is 1
/// @param forgetGate whether f is learned; else it is 1, or 1 − i where the gates are coupled
/// @param outputGate whether o is learned; else it is 1
/// @param inputActivation whether what is written goes through tanh
/// @param outputActivation whether what is read goes through tanh
/// @param peepholes whether the gates see the memory
/// @param coupled whether f = 1 − i
/// @param gateRecurrence whether the gates see all gates of the time step before
public record LstmForm(
        boolean inputGate,
        boolean forgetGate,
        boolean outputGate,
        boolean inputActivation,
        boolean outputActivation,
        boolean peepholes,
        boolean coupled,
        boolean gateRecurrence) {

    /// Everything but coupling and recurrence of gates, V.
    public static final LstmForm VANILLA = new LstmForm(true, true, true, true, true, true, false, false);

    /// By the abbreviations of the paper, in its order.
    private static final Map<String, LstmForm> BY_NAME = Map.ofEntries(
            Map.entry("V", VANILLA),
            Map.entry("NIG", new LstmForm(false, true, true, true, true, true, false, false)),
            Map.entry("NFG", new LstmForm(true, false, true, true, true, true, false, false)),
            Map.entry("NOG", new LstmForm(true, true, false, true, true, true, false, false)),
            Map.entry("NIAF", new LstmForm(true, true, true, false, true, true, false, false)),
            Map.entry("NOAF", new LstmForm(true, true, true, true, false, true, false, false)),
            Map.entry("CIFG", new LstmForm(true, false, true, true, true, true, true, false)),
            Map.entry("NP", VANILLA.peepholes(false)),
            Map.entry("FGR", new LstmForm(true, true, true, true, true, true, false, true)));

    /// @throws IllegalArgumentException if gates are coupled, but there is no input gate, or a forget gate of
    ///     its own
    public LstmForm {
        if (coupled && (!inputGate || forgetGate)) {
            throw new IllegalArgumentException(
                    "LstmForm: expected coupled gates with an input gate and no other forget gate, found "
                            + (inputGate ? "a forget gate" : "no input gate"));
        }
    }

    /// A variant by its abbreviation in the paper: V, NIG, NFG, NOG, NIAF, NOAF, CIFG, NP or FGR; all but NP
    /// with peepholes.
    ///
    /// @throws IllegalArgumentException if there is no such variant
    public static LstmForm of(String name) {
        LstmForm form = BY_NAME.get(name);
        if (form == null) {
            throw new IllegalArgumentException("LstmForm: expected one of "
                    + BY_NAME.keySet().stream().sorted().toList() + ", found " + name);
        }
        return form;
    }

    /// The same with or without peepholes.
    public LstmForm peepholes(boolean are) {
        return new LstmForm(
                inputGate, forgetGate, outputGate, inputActivation, outputActivation, are, coupled, gateRecurrence);
    }

    /// How many gates are learned.
    public int gates() {
        return (int) List.of(inputGate, forgetGate, outputGate).stream()
                .filter(gate -> gate)
                .count();
    }

    /// The abbreviation of the paper, where there is one.
    @Override
    public String toString() {
        for (Map.Entry<String, LstmForm> known : BY_NAME.entrySet()) {
            if (known.getValue().equals(this)) {
                return known.getKey();
            }
        }
        String with = BY_NAME.containsValue(peepholes(true)) ? peepholes(true).toString() : "variant";
        return peepholes ? with : with + " without peepholes";
    }
}
