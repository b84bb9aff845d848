package lectern.kernel.assist;

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
import com.sun.tools.javac.parser.Tokens.Comment;
import com.sun.tools.javac.util.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A documentation comment as HTML of the plainest kind: no attributes, no scripts, no links.
final class DocHtml {

    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "ul",
            "ol",
            "li",
            "pre",
            "code",
            "em",
            "i",
            "b",
            "strong",
            "br",
            "table",
            "tr",
            "td",
            "th",
            "thead",
            "tbody",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "sub",
            "sup",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "tt",
            "var",
            "cite");

    private final StringBuilder out = new StringBuilder();
    private final Supplier<Optional<Comment>> inherited;
    private final Context context;
    private boolean inheriting;

    private DocHtml(Context context, Supplier<Optional<Comment>> inherited) {
        this.context = context;
        this.inherited = inherited;
    }

    /// @param inherited the comment of what is overridden, for `{@inheritDoc}`
    static String of(Context context, Comment comment, Supplier<Optional<Comment>> inherited) {
        var rendered = new DocHtml(context, inherited);
        var parsed = DocText.parse(context, comment);
        rendered.out.append("<div>");
        rendered.show(parsed.getFullBody());
        rendered.out.append("</div>");
        parsed.getBlockTags().forEach(rendered::showTag);
        return rendered.out.toString();
    }

    private void show(List<? extends DocTree> trees) {
        trees.forEach(this::show);
    }

    private void show(DocTree tree) {
        switch (tree) {
            case RawTextTree markdown -> out.append(Markdown.html(markdown.getContent()));
            case TextTree plain -> text(plain.getBody());
            case LiteralTree literal
            when literal.getKind() == DocTree.Kind.CODE ->
                code(literal.getBody().getBody());
            case LiteralTree literal -> text(literal.getBody().getBody());
            case EntityTree entity -> out.append('&').append(entity.getName()).append(';');
            case LinkTree link -> {
                if (link.getLabel().isEmpty()) {
                    code(DocText.reference(link.getReference().getSignature()));
                } else {
                    show(link.getLabel());
                }
            }
            case ReturnTree inline -> {
                text("Returns ");
                show(inline.getDescription());
                text(".");
            }
            case SummaryTree summary -> show(summary.getSummary());
            case SnippetTree snippet -> {
                if (snippet.getBody() != null) {
                    out.append(Description.code(
                            snippet.getBody().getBody().stripIndent().strip()));
                }
            }
            case InheritDocTree _ -> showInherited();
            case StartElementTree element -> element("<", element.getName().toString());
            case EndElementTree element -> element("</", element.getName().toString());
            default -> text(DocText.reference(tree.toString().replaceAll("^\\{@\\w+ |\\}$", "")));
        }
    }

    private void showInherited() {
        if (!inheriting) {
            inheriting = true;
            inherited
                    .get()
                    .ifPresent(above -> show(DocText.parse(context, above).getFullBody()));
            inheriting = false;
        }
    }

    private void element(String opening, String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        if (ELEMENTS.contains(plain)) {
            out.append(opening).append(plain).append('>');
        }
    }

    private void text(String text) {
        out.append(Description.escaped(text));
    }

    private void code(String text) {
        out.append("<code>").append(Description.escaped(text)).append("</code>");
    }

    private void showTag(DocTree tag) {
        switch (tag) {
            case ParamTree parameter -> {
                var name = Description.escaped(
                        parameter.isTypeParameter()
                                ? "<" + parameter.getName() + ">"
                                : parameter.getName().toString());
                tagged("<code>" + name + "</code>", parameter.getDescription());
            }
            case ReturnTree returned -> tagged("<b>Returns</b>", returned.getDescription());
            case ThrowsTree thrown ->
                tagged(
                        "<b>Throws</b> <code>"
                                + Description.escaped(DocText.reference(
                                        thrown.getExceptionName().getSignature()))
                                + "</code>",
                        thrown.getDescription());
            case DeprecatedTree deprecated -> tagged("<b>Deprecated</b>", deprecated.getBody());
            case SinceTree since -> tagged("<b>Since</b>", since.getBody());
            case SeeTree see -> {
                var first = see.getReference().getFirst().toString();
                tagged("<b>See</b>", first.startsWith("<") ? see.getReference() : List.of());
                if (!first.startsWith("<")) {
                    code(DocText.reference(first));
                }
            }
            case UnknownBlockTagTree other -> tagged("<b>" + DocText.title(other) + "</b>", other.getContent());
            default -> {}
        }
    }

    private void tagged(String title, List<? extends DocTree> content) {
        out.append("\n<p>").append(title).append(": ");
        show(content);
    }
}
