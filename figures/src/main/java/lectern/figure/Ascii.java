package lectern.figure;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/// Words for where only ASCII can be relied on: `ε = 0.1` becomes `epsilon = 0.1`.
final class Ascii {

    private static final Map<Integer, String> SPELLED = spelled();

    private Ascii() {}

    /// Words as they may stand in a text of some style.
    static String in(TextStyle style, String text) {
        return style == TextStyle.ASCII ? of(text) : text;
    }

    static String of(String text) {
        var out = new StringBuilder();
        // Decomposed, so that ä is an a with a mark to leave out and ⁻⁷ is -7.
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(c -> {
            if (c >= 0x20 && c < 0x7f) {
                out.append((char) c);
            } else if (SPELLED.containsKey(c)) {
                out.append(SPELLED.get(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(Character.isWhitespace(c) ? ' ' : '?');
            }
        });
        return out.toString();
    }

    private static Map<Integer, String> spelled() {
        String table = """
                α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi
                ρ rho σ sigma ς sigma τ tau φ phi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Σ Sigma
                Φ Phi Ψ Psi Ω Omega ∂ d ∇ grad ‖ || − - – - — - × x · * ⋅ * ∞ inf ≤ <= ≥ >= ≠ != ≈ ~ ± +/- √ sqrt → -> ← <-
                ↔ <-> “ " ” " ‘ ' ’ ' ß ss ø o ł l ∑ sum ∏ prod ∈ in ⊙ * ⊤ T ∥ || ⁄ / °  deg
                """;
        var map = new HashMap<Integer, String>();
        var words = new StringTokenizer(table);
        while (words.hasMoreTokens()) {
            map.put(words.nextToken().codePointAt(0), words.nextToken());
        }
        return Map.copyOf(map);
    }
}
