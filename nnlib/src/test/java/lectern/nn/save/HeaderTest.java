package lectern.nn.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lectern.nn.save.Header.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    @Test
    void aHeaderIsReadAsItIsWritten() {
        Header header = new Header(
                Map.of("a \"\\\u0001\t ü 😀", new Entry("F32", List.of(2L, 0L), 12, 34)), Map.of("k\n", "v\\"));
        assertEquals(header, Header.parse(header.toString()));
    }

    @Test
    void spacesOrderAndEscapesDoNotMatter() {
        Header header = Header.parse(
                " { \"\\u0061\\n\\/\" : {\"shape\" : [ ] , \"data_offsets\":[ 0 , 4 ],\"dtype\":\"F32\"} }\n ");
        assertEquals(Map.of("a\n/", new Entry("F32", List.of(), 0, 4)), header.tensors());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}}",
                "{\"a\"}",
                "{\"a\":1}",
                "{\"a\":{}}",
                "{\"a\":[[[[[[",
                "{\"__metadata__\":{\"a\":1}}",
                "{\"__metadata__\":{\"a\":\"b\"},}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[007],\"data_offsets\":[0,28]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,4]}}",
                "{\"a\\x\":{}}",
                "{\"a\\u12",
                "{\"a\nb\":{}}"
            })
    void anythingElseIsRefused(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Header.parse(text))
                .toString();
        assertTrue(message.contains(": expected ") && message.contains(" of the header, found "), message);
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        String entry = "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";
        assertEquals(
                "expected a name that was not there before at 54 of the header, found \"a\":{\"dtype\":\"F32\",\"",
                assertThrows(IllegalArgumentException.class, () -> Header.parse("{" + entry + "," + entry + "}"))
                        .getMessage());
    }
}
