package lectern.kernel.assist;

import com.sun.source.doctree.BlockTagTree;
import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.RawTextTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.SnippetTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.tools.javac.parser.DocCommentParser;
import com.sun.tools.javac.parser.ParserFactory;
import com.sun.tools.javac.parser.Tokens.Comment;
import com.sun.tools.javac.tree.DCTree.DCDocComment;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.DiagnosticSource;
import com.sun.tools.javac.util.Log;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lectern.kernel.compile.CellSource;

/// A documentation comment as plain text: of HTML the paragraphs, lists and code; Markdown as it is written.
final class DocText {

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("times", "×"),
            Map.entry("minus", "−"),
            Map.entry("plusmn", "±"),
            Map.entry("pi", "π"),
            Map.entry("infin", "∞"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("hellip", "…"),
            Map.entry("radic", "√"),
            Map.entry("rarr", "→"),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("theta", "θ"),
            Map.entry("sup2", "²"));

    private final Filled text = new Filled();
    private final Supplier<Optional<Comment>> inherited;
    private final Context context;
    private boolean inheriting;

    private DocText(Context context, Supplier<Optional<Comment>> inherited) {
        this.context = context;
        this.inherited = inherited;
    }

    /// @param inherited the comment of what is overridden, for `{@inheritDoc}`
    static String of(Context context, Comment comment, Supplier<Optional<Comment>> inherited) {
        var rendered = new DocText(context, inherited);
        var parsed = parse(context, comment);
        rendered.show(parsed.getFullBody());
        parsed.getBlockTags().forEach(rendered::showTag);
        return rendered.text.toString();
    }

    static DCDocComment parse(Context context, Comment comment) {
        var log = Log.instance(context);
        var handler = log.new DiscardDiagnosticHandler();
        try {
            return new DocCommentParser(
                            ParserFactory.instance(context),
                            new DiagnosticSource(new CellSource(0, comment.getText()), log),
                            comment)
                    .parse();
        } finally {
            log.popDiagnosticHandler(handler);
        }
    }

    private void show(List<? extends DocTree> trees) {
        trees.forEach(this::show);
    }

    private void show(DocTree tree) {
        switch (tree) {
            case RawTextTree markdown -> text.asIs(markdown.getContent());
            case TextTree plain -> text.words(plain.getBody());
            case LiteralTree code -> text.words(code.getBody().getBody());
            case EntityTree entity -> text.words(entity(entity.getName().toString()));
            case LinkTree link -> {
                if (link.getLabel().isEmpty()) {
                    text.words(reference(link.getReference().getSignature()));
                } else {
                    show(link.getLabel());
                }
            }
            case ReturnTree inline -> {
                text.words("Returns ");
                show(inline.getDescription());
                text.words(".");
            }
            case SummaryTree summary -> show(summary.getSummary());
            case SnippetTree snippet -> {
                if (snippet.getBody() != null) {
                    text.code(snippet.getBody().getBody());
                }
            }
            case InheritDocTree _ -> showInherited();
            case StartElementTree element -> start(element.getName().toString());
            case EndElementTree element -> end(element.getName().toString());
            default -> text.words(reference(tree.toString().replaceAll("^\\{@\\w+ |\\}$", "")));
        }
    }

    private void showInherited() {
        // What is inherited may refer further up; one step tells enough, and none goes in a circle.
        if (!inheriting) {
            inheriting = true;
            inherited.get().ifPresent(above -> show(parse(context, above).getFullBody()));
            inheriting = false;
        }
    }

    private void start(String element) {
        switch (element.toLowerCase(java.util.Locale.ROOT)) {
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "dl" -> text.paragraph(0);
            case "pre" -> text.startCode();
            case "li" -> {
                text.line(2);
                text.words("- ");
            }
            case "br", "tr", "ul", "ol", "dt" -> text.line(0);
            case "dd" -> text.line(4);
            case "td", "th" -> text.words("  ");
            default -> {}
        }
    }

    private void end(String element) {
        switch (element.toLowerCase(java.util.Locale.ROOT)) {
            case "pre" -> text.endCode();
            case "ul", "ol", "p", "table", "blockquote", "dl" -> text.paragraph(0);
            case "h1", "h2", "h3", "h4", "h5", "h6", "div" -> text.line(0);
            default -> {}
        }
    }

    private static String entity(String name) {
        if (name.startsWith("#")) {
            try {
                int code = name.startsWith("#x") || name.startsWith("#X")
                        ? Integer.parseInt(name.substring(2), 16)
                        : Integer.parseInt(name.substring(1));
                return Character.isValidCodePoint(code) ? Character.toString(code) : "";
            } catch (NumberFormatException e) {
                return "&" + name + ";";
            }
        }
        return ENTITIES.getOrDefault(name, "&" + name + ";");
    }

    static String reference(String signature) {
        return signature.startsWith("#") ? signature.substring(1) : signature.replace('#', '.');
    }

    private void showTag(DocTree tag) {
        switch (tag) {
            case ParamTree parameter ->
                tagged(
                        (parameter.isTypeParameter() ? "<" + parameter.getName() + ">" : parameter.getName()) + ": ",
                        parameter.getDescription());
            case ReturnTree returned -> tagged("Returns: ", returned.getDescription());
            case ThrowsTree thrown ->
                tagged("Throws " + reference(thrown.getExceptionName().getSignature()) + ": ", thrown.getDescription());
            case DeprecatedTree deprecated -> tagged("Deprecated: ", deprecated.getBody());
            case SinceTree since -> tagged("Since ", since.getBody());
            case SeeTree see -> {
                var first = see.getReference().getFirst().toString();
                tagged("See: ", first.startsWith("<") ? see.getReference() : List.of());
                if (!first.startsWith("<")) {
                    text.words(reference(first));
                }
            }
            case UnknownBlockTagTree other -> tagged(title(other) + ": ", other.getContent());
            default -> {}
        }
    }

    /// The JDK has tags of its own: `@apiNote` and its like.
    static String title(BlockTagTree tag) {
        return switch (tag.getTagName()) {
            case "apiNote" -> "API note";
            case "implNote" -> "Implementation note";
            case "implSpec" -> "Implementation";
            default -> tag.getTagName();
        };
    }

    private void tagged(String title, List<? extends DocTree> content) {
        text.tag();
        text.words(title);
        show(content);
    }
}
