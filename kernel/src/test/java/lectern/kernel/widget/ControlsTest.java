package lectern.kernel.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import lectern.kernel.comm.CommMessage;
import lectern.kernel.comm.Comms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsTest {

    private final List<String> sent = new ArrayList<>();
    private final Comms comms = new Comms(
            (type, _, content, _) -> sent.add(type + " " + content.get("data").toString()));
    private final WidgetHost host = new WidgetHost(comms, _ -> () -> {});

    private static void refuses(String message, Executable making) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, making).getMessage());
    }

    private void pageSays(Widget widget, String state) throws Exception {
        var data = new JsonObject();
        data.addProperty("method", "update");
        data.add("state", JsonParser.parseString(state));
        comms.heard(widget.model().id(), new CommMessage(data));
    }

    @Test
    void theTextSaysWhereAControlStands() {
        assertEquals(
                "ε: 0.100 (0 ... 0.3)", Controls.slider("ε", 0, 0.3).start(0.1).text());
        assertEquals("k: 1 (1 ... 20)", Controls.slider("k", 1, 20).text());
        assertEquals(
                "rate: 0.01 (0.0001 ... 1)",
                Controls.logSlider("rate", 1e-4, 1).start(0.01).text());
        assertEquals(
                "f: tanh (tanh, relu)", Controls.choice("f", "tanh", "relu").text());
        assertEquals("bias: no (yes, no)", Controls.checkbox("bias", false).text());
        assertEquals("seed: 7", Controls.field("seed", 7).text());
        assertEquals(
                "hello\nimages: 3 of 10",
                Controls.column(Controls.label("hello"), threeOfTen()).text());
    }

    private static ProgressBar threeOfTen() {
        var bar = Controls.progressBar("images", 10);
        bar.set(3);
        return bar;
    }

    @Test
    void badArgumentsAreRefused() {
        refuses("slider k: expected a minimum below the maximum, found 3 and 1", () -> Controls.slider("k", 3, 1));
        refuses(
                "slider x: expected a minimum below the maximum, found 0.0 and NaN",
                () -> Controls.slider("x", 0, Double.NaN));
        refuses(
                "slider k: expected a value from 1 to 3, found 4",
                () -> Controls.slider("k", 1, 3).start(4));
        refuses(
                "slider k: expected a whole number as start, found 1.5; a slider with an end like 1.0 takes fractions",
                () -> Controls.slider("k", 1, 3).start(1.5));
        refuses(
                "slider k: expected a step above 0, found 0",
                () -> Controls.slider("k", 1, 3).step(0));
        refuses("logSlider r: expected a minimum above 0, found 0.0", () -> Controls.logSlider("r", 0, 1));
        refuses("choice f: expected values to choose from, found none", () -> Controls.choice("f", List.of()));
        refuses(
                "choice f: expected one of a, b, found c",
                () -> Controls.choice("f", "a", "b").start("c"));
        refuses("progressBar p: expected a whole above 0, found 0", () -> Controls.progressBar("p", 0));
    }

    @Test
    void aChoiceMayBeOfAnEnumeration() {
        assertEquals(
                DayOfWeek.FRIDAY,
                Controls.choice("day", DayOfWeek.class).start(DayOfWeek.FRIDAY).value());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 0.02", "0, 0.3, 0.1, 0.005", "-5, 5, 0, 0.2", "0, 1, 0.333, 0.0002", "0, 1e-6, 0, 2e-8"})
    void aSliderMovesByARoundStepThatMeetsItsStart(double min, double max, double start, double step) {
        assertEquals(
                step,
                Controls.slider("x", min, max).start(start).model().get("step").getAsDouble());
    }

    @Test
    void aWidgetIsOpenedWhenItIsShownAfterItsPartsAndOnce() {
        var slider = Controls.slider("k", 1, 20);
        slider.set(4);
        assertEquals(List.of(), sent);
        host.view(slider);
        host.view(slider);
        assertEquals(3, sent.size());
        assertEquals(3, comms.all().size());
        assertTrue(sent.get(0).contains("LayoutModel") && sent.get(1).contains("SliderStyleModel"));
        assertTrue(sent.get(2).contains("\"value\":4"));
    }

    @Test
    void whatAPageSaysIsPutInRangeAndRounded() throws Exception {
        var slider = Controls.slider("x", 0, 0.3);
        host.view(slider);
        pageSays(slider, "{\"value\": 0.23500000000000004}");
        assertEquals(0.235, slider.value());
        pageSays(slider, "{\"value\": 7}");
        assertEquals(0.3, slider.value());
        assertEquals(
                "comm_msg {\"method\":\"echo_update\",\"state\":{\"value\":0.3},\"buffer_paths\":[]}", sent.getLast());
        assertThrows(RuntimeException.class, () -> pageSays(slider, "{\"value\": \"much\"}"));
        assertEquals(0.3, slider.value());
        var choice = Controls.choice("f", "a", "b");
        host.view(choice);
        pageSays(choice, "{\"index\": 1}");
        assertEquals("b", choice.value());
        assertThrows(IllegalArgumentException.class, () -> pageSays(choice, "{\"index\": 2}"));
        assertEquals("b", choice.value());
    }
}
