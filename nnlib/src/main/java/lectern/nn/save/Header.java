package lectern.nn.save;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The header of a safetensors file: of each tensor its type, its shape, and where its bytes lie; and remarks.
///
/// It is JSON of a fixed form, `{"__metadata__":{"key":"text"},"name":{"dtype":"F32","shape":[2,3],
/// "data_offsets":[0,24]}}`, the members in any order; anything else is refused.
///
/// @param tensors by name, in the order of the file
/// @param metadata remarks
record Header(Map<String, Entry> tensors, Map<String, String> metadata) {

    private static final String METADATA = "__metadata__";

    /// One tensor.
    ///
    /// @param type such as F32
    /// @param begin of its bytes, from the end of the header on
    /// @param end of its bytes, one further than the last
    record Entry(String type, List<Long> shape, long begin, long end) {}

    /// @throws IllegalArgumentException if the text is anything else; the message reads `expected …, found …`
    static Header parse(String text) {
        Header header = new Header(new LinkedHashMap<>(), new LinkedHashMap<>());
        JsonReader json = new JsonReader(text);
        json.object(name -> {
            if (name.equals(METADATA)) {
                json.object(key -> header.metadata.put(key, json.string()));
            } else {
                header.tensors.put(name, entry(json));
            }
        });
        json.end();
        return header;
    }

    private static Entry entry(JsonReader json) {
        Map<String, String> type = new TreeMap<>();
        Map<String, List<Long>> numbers = new TreeMap<>();
        json.object(key -> {
            switch (key) {
                case "dtype" -> type.put(key, json.string());
                case "shape", "data_offsets" -> numbers.put(key, json.numbers());
                default -> throw json.unlike("dtype, shape or data_offsets before");
            }
        });
        List<Long> offsets = numbers.getOrDefault("data_offsets", List.of());
        if (type.isEmpty() || numbers.size() != 2 || offsets.size() != 2) {
            throw json.unlike("a dtype, a shape and two data_offsets before");
        }
        return new Entry(
                type.getOrDefault("dtype", ""),
                numbers.getOrDefault("shape", List.of()),
                offsets.get(0),
                offsets.get(1));
    }

    /// The same as text, without spaces.
    @Override
    public String toString() {
        List<String> members = new ArrayList<>();
        if (!metadata.isEmpty()) {
            List<String> remarks = new ArrayList<>();
            metadata.forEach((key, text) -> remarks.add(quoted(key) + ":" + quoted(text)));
            members.add(quoted(METADATA) + ":{" + String.join(",", remarks) + "}");
        }
        tensors.forEach((name, entry) -> members.add(quoted(name) + ":{\"dtype\":" + quoted(entry.type)
                + ",\"shape\":" + entry.shape.toString().replace(" ", "") + ",\"data_offsets\":[" + entry.begin + ","
                + entry.end + "]}"));
        return "{" + String.join(",", members) + "}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
