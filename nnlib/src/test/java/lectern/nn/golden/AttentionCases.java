package lectern.nn.golden;

import java.util.Map;
import lectern.nn.NN;
import lectern.nn.attention.AdditiveAttention;
import lectern.nn.attention.Attention;
import lectern.nn.attention.DecoderBlock;
import lectern.nn.attention.EncoderBlock;
import lectern.nn.attention.FeedForward;
import lectern.nn.attention.LuongAttention;
import lectern.nn.attention.MultiHeadAttention;
import lectern.nn.attention.ScaledDotProduct;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.layer.LayerNorm;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Attention and transformer blocks.
final class AttentionCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("scaled_dot_product_attention", AttentionCases::scaledDotProduct),
            Map.entry("multi_head_attention", AttentionCases::multiHead),
            Map.entry("additive_attention", AttentionCases::additive),
            Map.entry("luong_attention", AttentionCases::luong),
            Map.entry("transformer_encoder_layer", AttentionCases::encoder),
            Map.entry("transformer_decoder_layer", AttentionCases::decoder),
            Map.entry(
                    "positional_encoding",
                    golden -> golden.assertOutput(
                            "pe",
                            NN.positionalEncoding((int) golden.setting("T"), (int) golden.setting("embed"))
                                    .table())));

    private AttentionCases() {}

    private static void scaledDotProduct(GoldenCase golden) {
        int heads = golden.hasSetting("heads") ? (int) golden.setting("heads") : 1;
        Attention attention = new ScaledDotProduct(heads, isSet(golden, "causal", false));
        Var key = golden.input("k");
        check(golden, attention.apply(golden.input("q"), key, golden.input("v"), padding(golden, key)));
    }

    private static void multiHead(GoldenCase golden) {
        MultiHeadAttention attention = attention(golden, "", isSet(golden, "causal", false));
        Var x = golden.input("x");
        if (golden.hasInput("mem")) {
            Var memory = golden.input("mem");
            check(golden, attention.attend(x, memory, padding(golden, memory)));
        } else {
            check(golden, attention.attend(x, padding(golden, x)));
        }
    }

    private static void additive(GoldenCase golden) {
        AdditiveAttention attention = new AdditiveAttention(
                golden.parameter("Wq"), golden.parameter("Wk"), golden.parameter("b"), golden.parameter("v"));
        Var query = golden.input("q");
        Var key = golden.input("k");
        golden.assertOutput("scores", attention.scores(query, key).value());
        check(golden, attention.apply(query, key, key, padding(golden, key)));
    }

    private static void luong(GoldenCase golden) {
        Attention attention = golden.hasParameter("W") ? new LuongAttention(golden.parameter("W")) : NN.dotAttention();
        Var key = golden.input("k");
        check(golden, attention.apply(golden.input("q"), key, key, padding(golden, key)));
    }

    private static void encoder(GoldenCase golden) {
        EncoderBlock block = new EncoderBlock(
                attention(golden, "self_attn.", isSet(golden, "causal", false)),
                norm(golden, "norm1"),
                feedForward(golden),
                norm(golden, "norm2"),
                isSet(golden, "normFirst", false));
        Var x = golden.input("x");
        check(golden, block.apply(x, padding(golden, x)));
    }

    private static void decoder(GoldenCase golden) {
        DecoderBlock block = new DecoderBlock(
                attention(golden, "self_attn.", isSet(golden, "causal", true)),
                norm(golden, "norm1"),
                attention(golden, "multihead_attn.", false),
                norm(golden, "norm2"),
                feedForward(golden),
                norm(golden, "norm3"),
                isSet(golden, "normFirst", false));
        Var memory = golden.input("mem");
        check(golden, block.apply(golden.input("x"), memory, padding(golden, memory)));
    }

    private static MultiHeadAttention attention(GoldenCase golden, String prefix, boolean causal) {
        return new MultiHeadAttention(
                dense(golden, prefix + "in_proj_weight", prefix + "in_proj_bias"),
                dense(golden, prefix + "out_proj.weight", prefix + "out_proj.bias"),
                new ScaledDotProduct((int) golden.setting("heads"), causal));
    }

    private static FeedForward feedForward(GoldenCase golden) {
        String name = golden.hasSetting("activation") ? golden.text("activation") : "relu";
        Layer activation = switch (name) {
            case "relu" -> NN.relu();
            case "gelu" -> NN.gelu();
            case "gelu_tanh" -> NN.geluTanh();
            default -> throw new IllegalArgumentException(golden.name() + ": activation " + name);
        };
        return new FeedForward(
                dense(golden, "linear1.weight", "linear1.bias"),
                activation,
                dense(golden, "linear2.weight", "linear2.bias"));
    }

    private static Dense dense(GoldenCase golden, String weight, String bias) {
        return new Dense(golden.parameter(weight), golden.row(bias));
    }

    private static LayerNorm norm(GoldenCase golden, String name) {
        double epsilon = golden.hasSetting("eps") ? golden.setting("eps") : 1e-5;
        return new LayerNorm(golden.parameter(name + ".weight"), golden.parameter(name + ".bias"), epsilon);
    }

    private static boolean isSet(GoldenCase golden, String key, boolean otherwise) {
        return golden.hasSetting(key) ? golden.isSet(key) : otherwise;
    }

    /// What the case hides beyond the end of each sequence of keys, if it gives lengths.
    private static @Nullable Tensor padding(GoldenCase golden, Var keys) {
        if (!golden.hasInput("lengths")) {
            return null;
        }
        float[] given = golden.given("lengths").array();
        int[] lengths = new int[given.length];
        for (int i = 0; i < given.length; i++) {
            lengths[i] = (int) given[i];
        }
        return NN.paddingMask(keys.shape().size(1), lengths);
    }

    private static void check(GoldenCase golden, Attention.Result found) {
        golden.assertOutput("weights", found.weights());
        check(golden, found.output());
    }

    private static void check(GoldenCase golden, Var y) {
        golden.assertOutput("y", y.value());
        golden.assertLoss(Layers.weighted(golden, "y", y).value().item());
        y.backward(golden.upstream("y"));
        golden.assertGradients();
    }
}
