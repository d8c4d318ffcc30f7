package breakwater.tabletop.report;

import breakwater.ensemble.Arm;
import breakwater.ensemble.PlannedStep;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.StepsTaken;
import breakwater.report.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which branches of the playbooks of one arm no drill took, for people.
 *
 * @param sentence how many there are
 * @param rows name and place of the first of them
 * @param more how many are not among the rows; empty when all are
 */
record NeverTaken(String sentence, List<List<String>> rows, Optional<String> more) {

    /** As many as are read below the figures. */
    private static final int ROWS_MAX = 20;

    /** Of each arm that has playbooks. */
    static List<NeverTaken> of(RehearsalDocument document) {
        List<Arm> arms = new ArrayList<>(List.of(document.request().arm()));
        document.request().other().ifPresent(arms::add);
        List<NeverTaken> all = new ArrayList<>();
        for (int number = 0; number < arms.size(); number++) {
            StepsTaken steps = document.steps().get(number);
            if (steps.planned() > 0) {
                String whose = arms.size() == 1 ? "" : " of " + arms.get(number).name();
                all.add(of(steps, whose, document.drills()));
            }
        }
        return all;
    }

    private static NeverTaken of(StepsTaken steps, String whose, int drills) {
        List<PlannedStep> never = steps.never();
        int shown = Math.min(ROWS_MAX, never.size());
        String sentence = steps.missed() == 0
                ? "Every step of the playbooks%s was taken in some drill (%s)."
                        .formatted(whose, Wording.number(steps.planned()))
                : "Never taken in %s: %s of the %s%s. Where they begin:"
                        .formatted(
                                Wording.count(drills, "drill"),
                                Wording.number(steps.missed()),
                                Wording.count(steps.planned(), "playbook step"),
                                whose);
        return new NeverTaken(
                sentence,
                never.subList(0, shown).stream()
                        .map(step -> List.of(step.name(), step.place()))
                        .toList(),
                shown == never.size()
                        ? Optional.empty()
                        : Optional.of("%s more; all of them are in rehearsal.json."
                                .formatted(never.size() - shown)));
    }
}
