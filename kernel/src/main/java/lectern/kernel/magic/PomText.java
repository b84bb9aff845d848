package lectern.kernel.magic;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Parts of a POM, as the manuals of libraries give them, put together to a whole one.
final class PomText {

    /// What a part belongs in if it stands by itself.
    private static final Map<String, String> LISTS = Map.of("dependency", "dependencies", "repository", "repositories");

    /// What a whole POM must have.
    private static final Map<String, String> DEFAULTS =
            Map.of("modelVersion", "4.0.0", "groupId", "lectern.notebook", "artifactId", "notebook", "version", "1");

    private PomText() {}

    /// A POM, from itself or from parts of one.
    ///
    /// @throws IllegalArgumentException if the text is not XML
    static String whole(String text) {
        var xml = text.strip().replaceFirst("^<\\?xml.*?\\?>\\s*", "");
        try {
            var parts = builder().parse(new InputSource(new StringReader("<parts>" + xml + "</parts>")));
            var first = firstElement(parts.getDocumentElement());
            return first != null && first.getTagName().equals("project") ? xml : text(assembled(parts));
        } catch (SAXException e) {
            throw new IllegalArgumentException(
                    "%%loadFromPOM: expected a POM, or <dependency> and <repository> parts of one, found text that is"
                            + " not XML: " + e.getMessage(),
                    e);
        } catch (IOException | ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("this JVM cannot read XML", e);
        }
    }

    private static Document assembled(Document parts) throws ParserConfigurationException {
        var pom = builder().newDocument();
        var project = pom.createElement("project");
        pom.appendChild(project);
        for (var part = firstElement(parts.getDocumentElement()); part != null; part = next(part)) {
            var name = part.getTagName();
            if (LISTS.containsKey(name)) {
                child(project, LISTS.get(name)).appendChild(pom.importNode(part, true));
            } else if (LISTS.containsValue(name)) {
                for (var inner = firstElement(part); inner != null; inner = next(inner)) {
                    child(project, name).appendChild(pom.importNode(inner, true));
                }
            } else {
                project.appendChild(pom.importNode(part, true));
            }
        }
        DEFAULTS.forEach((name, value) -> {
            if (!has(project, name)) {
                child(project, name).setTextContent(value);
            }
        });
        return pom;
    }

    /// The child of this name, new if there is none yet.
    private static Element child(Element parent, String name) {
        for (var child = firstElement(parent); child != null; child = next(child)) {
            if (child.getTagName().equals(name)) {
                return child;
            }
        }
        var child = parent.getOwnerDocument().createElement(name);
        parent.appendChild(child);
        return child;
    }

    private static boolean has(Element parent, String name) {
        for (var child = firstElement(parent); child != null; child = next(child)) {
            if (child.getTagName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Element firstElement(Element parent) {
        var child = parent.getFirstChild();
        while (child != null && !(child instanceof Element)) {
            child = child.getNextSibling();
        }
        return (Element) child;
    }

    private static @Nullable Element next(Element element) {
        var sibling = element.getNextSibling();
        while (sibling != null && !(sibling instanceof Element)) {
            sibling = sibling.getNextSibling();
        }
        return (Element) sibling;
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        // Mistakes are thrown; nothing is to be printed.
        builder.setErrorHandler(null);
        return builder;
    }

    private static String text(Document document) throws TransformerException {
        var transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        var text = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
