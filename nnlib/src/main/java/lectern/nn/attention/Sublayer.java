package lectern.nn.attention;

import java.util.function.UnaryOperator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.LayerNorm;

/// How a part of a transformer block is joined to what goes past it: **norm(x + f(x))**, or, the norm first,
/// **x + f(norm(x))**.
///
/// Source: R. Xiong et al., *On Layer Normalization in the Transformer Architecture* (2020), table 1.
record Sublayer(LayerNorm norm, boolean normFirst) {

    Var apply(Var x, UnaryOperator<Var> f) {
        return normFirst ? x.plus(f.apply(norm.apply(x))) : norm.apply(x.plus(f.apply(x)));
    }
}
