package dev.lindy.activities.finding.output;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.test.JavaNames;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads reports in JUnit's XML form; nothing outside of the file is ever looked at. */
final class JunitXml {

    private static final int MAX_TEXT = 20_000;

    private final FindingsBuilder findings;
    private String id = "";
    private boolean failed;
    private String message = "";
    private final StringBuilder text = new StringBuilder();
    private int ran;

    JunitXml(FindingsBuilder findings) {
        this.findings = findings;
    }

    /** Adds what this report says; a damaged one counts as far as it can be read. */
    void read(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                event(xml, xml.next());
            }
            xml.close();
        } catch (XMLStreamException damaged) {
            findings.incomplete();
        }
        findings.count(ran, 0, 0);
        ran = 0;
    }

    private void event(XMLStreamReader xml, int event) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            begin(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
            end();
        } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) && failed) {
            if (text.length() < MAX_TEXT) {
                text.append(xml.getText());
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        String element = xml.getLocalName();
        if (element.equals("testcase")) {
            String type = attribute(xml, "classname");
            String name = attribute(xml, "name");
            id = type.isEmpty() || name.startsWith(type) ? name : type + "." + name;
            failed = false;
            message = "";
            text.setLength(0);
        } else if (!failed && (element.equals("failure") || element.equals("error"))) {
            failed = true;
            message = attribute(xml, "message");
        } else if (element.equals("system-out") || element.equals("system-err")) {
            text.append('\n');
        }
    }

    private void end() {
        ran++;
        if (failed) {
            String[] lines = text.toString().strip().split("\n", -1);
            String reason = message.isBlank() ? lines[0] : message.strip().split("\n", -1)[0];
            findings.failed(id, reason, place(lines));
        }
        failed = false;
    }

    private @Nullable Place place(String[] lines) {
        for (String line : lines) {
            Place frame = line.strip().startsWith("at ") ? JavaNames.frame(line) : null;
            int dot = frame == null ? -1 : frame.file().lastIndexOf('.');
            if (frame != null && dot > 0 && JavaNames.belongs(id, frame.file().substring(0, dot))) {
                return frame;
            }
            int colon = line.indexOf(": ");
            Place python = colon < 0 ? null : Place.parse(line.substring(0, colon));
            if (python != null
                    && python.file().endsWith(".py")
                    && !python.file().startsWith("/")) {
                return python;
            }
        }
        return null;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
