package lectern.nn.recurrent;

import lectern.nn.autograd.Var;

/// What a recurrent layer has read from a sequence.
///
/// @param outputs (time, batch, features)
/// @param last the state after the last time step, which the next part of the sequence begins with
public record Reading(Var outputs, State last) {}
