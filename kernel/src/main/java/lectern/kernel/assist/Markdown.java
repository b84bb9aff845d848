package lectern.kernel.assist;

import java.util.regex.Pattern;

/// What comments use of Markdown as HTML: paragraphs, headings, lists, code, emphasis, links to names.
final class Markdown {

    private static final Pattern CODE = Pattern.compile("`+([^`]+)`+");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(\\S(?:.*?\\S)?)\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("(?<![\\w*])[*_](\\S(?:.*?\\S)?)[*_](?![\\w*])");
    private static final Pattern NAME = Pattern.compile("\\[#?([^\\]\\[]+)\\](?:\\[[^\\]]*\\]|\\([^)]*\\))?");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s+(.*)");
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");

    private enum Block {
        NONE("", ""),
        PARAGRAPH("<p>", "</p>"),
        LIST("<ul>", "</ul>"),
        CODE("<pre>", "</pre>");

        private final String begin;
        private final String end;

        Block(String begin, String end) {
            this.begin = begin;
            this.end = end;
        }
    }

    private final StringBuilder out = new StringBuilder();
    private Block block = Block.NONE;
    private boolean fenced;

    private Markdown() {}

    /// A piece of a comment; one that is a part of a line stays a part of a line.
    static String html(String text) {
        if (!text.contains("\n")) {
            return inline(text);
        }
        var markdown = new Markdown();
        text.lines().forEach(markdown::line);
        markdown.into(Block.NONE);
        return markdown.out.toString();
    }

    private void line(String line) {
        if (line.strip().startsWith("```")) {
            fenced = !fenced;
            into(fenced ? Block.CODE : Block.NONE);
            return;
        }
        if (fenced) {
            out.append(Description.escaped(line)).append('\n');
            return;
        }
        var item = ITEM.matcher(line);
        var heading = HEADING.matcher(line);
        if (line.isBlank()) {
            into(Block.NONE);
        } else if (heading.matches()) {
            into(Block.NONE);
            out.append("<p><b>").append(inline(heading.group(1))).append("</b></p>");
        } else if (item.matches()) {
            into(Block.LIST);
            out.append("<li>").append(inline(item.group(1))).append('\n');
        } else if (block == Block.NONE && line.startsWith("    ")) {
            into(Block.CODE);
            out.append(Description.escaped(line.substring(4))).append('\n');
        } else if (block == Block.CODE) {
            out.append(Description.escaped(line.startsWith("    ") ? line.substring(4) : line))
                    .append('\n');
        } else {
            if (block == Block.NONE) {
                into(Block.PARAGRAPH);
            }
            out.append(inline(line.strip())).append('\n');
        }
    }

    private void into(Block next) {
        if (block != next) {
            out.append(block.end).append(next.begin);
            block = next;
        }
    }

    private static String inline(String text) {
        var escaped = Description.escaped(text);
        var code = CODE.matcher(escaped).replaceAll("<code>$1</code>");
        var named = NAME.matcher(code).replaceAll("<code>$1</code>");
        return ITALIC.matcher(BOLD.matcher(named).replaceAll("<b>$1</b>")).replaceAll("<i>$1</i>");
    }
}
