package dev.lindy.project.discovery.manifest;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A manifest in XML as a flat list of elements. Nothing outside of the text is read, and no entity is defined in it. */
public final class Xml {

    private Xml() {}

    /**
     * One element.
     *
     * @param path local names from the root, for instance {@code project/modules/module}
     * @param parent number of the element around it in the list, or -1
     * @param text its own text, trimmed
     */
    public record Element(String path, int parent, Map<String, String> attributes, String text, int line) {

        Element withText(String more) {
            return new Element(path, parent, attributes, (text + more).strip(), line);
        }

        public String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }
    }

    /** The elements in the order of their starts; what comes after a syntax error is left out. */
    public static List<Element> elements(String text) {
        List<Element> elements = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        elements.add(element(reader, elements, open));
                        open.push(elements.size() - 1);
                    }
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!open.isEmpty() && !reader.isWhiteSpace()) {
                            elements.set(open.peek(), elements.get(open.peek()).withText(reader.getText()));
                        }
                    }
                    default -> {
                        // comments and the like say nothing
                    }
                }
            }
        } catch (XMLStreamException broken) {
            return elements;
        }
        return elements;
    }

    /** The text of the first element with that path, or empty. */
    public static String first(List<Element> elements, String path) {
        return elements.stream()
                .filter(element -> element.path().equals(path))
                .map(Element::text)
                .findFirst()
                .orElse("");
    }

    public static List<Element> all(List<Element> elements, String path) {
        return elements.stream().filter(element -> element.path().equals(path)).toList();
    }

    private static Element element(XMLStreamReader reader, List<Element> elements, Deque<Integer> open) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        int parent = open.isEmpty() ? -1 : open.peek();
        String above = parent < 0 ? "" : elements.get(parent).path() + "/";
        return new Element(
                above + reader.getLocalName(),
                parent,
                attributes,
                "",
                reader.getLocation().getLineNumber());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
