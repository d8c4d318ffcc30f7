package breakwater.tabletop.findings;

import java.util.List;

/** Findings for people. */
final class FindingsText {

    private FindingsText() {}

    static String of(List<Checked> all) {
        StringBuilder text = new StringBuilder();
        for (Checked one : all) {
            if (!one.problems().isEmpty()) {
                text.append(
                        new ProblemText(one.sources()).of(one.problems(), one.countBeyondLimit()));
            }
            one.good()
                    .ifPresent(good -> text.append(one.path())
                            .append(": good. ")
                            .append(good)
                            .append('\n'));
            if (!one.leftOut().isEmpty()) {
                text.append("    ").append(one.leftOut()).append('\n');
            }
        }
        return text.toString();
    }
}
