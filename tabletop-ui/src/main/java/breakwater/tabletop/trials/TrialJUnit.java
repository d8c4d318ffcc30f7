package breakwater.tabletop.trials;

import breakwater.playbook.trial.judge.Verdict;
import breakwater.problem.Problem;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What came of tests in the XML that servers of continuous integration read. */
final class TrialJUnit {

    private static final String LINE_FEED = String.valueOf('\n');

    private TrialJUnit() {}

    static String of(List<TestedFile> files) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters(LINE_FEED);
            xml.writeStartElement("testsuites");
            for (TestedFile file : files) {
                suite(xml, file);
            }
            xml.writeCharacters(LINE_FEED);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Memory does not refuse.", impossible);
        }
        return text.append('\n').toString();
    }

    private static void suite(XMLStreamWriter xml, TestedFile file) throws XMLStreamException {
        boolean unplayed = !file.problems().isEmpty();
        long failed =
                file.verdicts().stream().filter(verdict -> !verdict.isPassed()).count();
        xml.writeCharacters(LINE_FEED + "  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", printable(file.path()));
        xml.writeAttribute("tests", String.valueOf(file.verdicts().size() + (unplayed ? 1 : 0)));
        xml.writeAttribute("failures", String.valueOf(failed));
        xml.writeAttribute("errors", unplayed ? "1" : "0");
        if (unplayed) {
            caseOf(xml, file.path(), "the file", "error", file.problems());
        }
        for (Verdict verdict : file.verdicts()) {
            caseOf(xml, file.path(), verdict.trial().name(), "failure", verdict.misses());
        }
        xml.writeCharacters(LINE_FEED + "  ");
        xml.writeEndElement();
    }

    private static void caseOf(
            XMLStreamWriter xml, String file, String name, String bad, List<Problem> problems)
            throws XMLStreamException {
        xml.writeCharacters(LINE_FEED + "    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", printable(file));
        xml.writeAttribute("name", printable(name));
        if (!problems.isEmpty()) {
            xml.writeStartElement(bad);
            xml.writeAttribute("message", printable(problems.get(0).message()));
            xml.writeCharacters(printable(problems.stream()
                    .map(Problem::toString)
                    .collect(Collectors.joining(LINE_FEED))));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** XML has no way to write most control characters. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
    }
}
