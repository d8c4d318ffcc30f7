package breakwater.playbook;

import breakwater.playbook.expression.Expression;
import breakwater.problem.Location;

import java.util.List;

/** Text with expressions in double braces. */
public record Template(List<Part> parts, Location at) {

    public Template {
        parts = List.copyOf(parts);
    }

    /** A piece of the text. */
    public sealed interface Part {

        /** Taken as it is. */
        record Fixed(String text) implements Part {}

        /** Replaced by the value of an expression. */
        record Inserted(Expression expression) implements Part {}
    }

    /** As it was written. */
    public String source() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Inserted inserted) {
                text.append("{{").append(inserted.expression().text()).append("}}");
            } else {
                text.append(((Part.Fixed) part).text());
            }
        }
        return text.toString();
    }
}
