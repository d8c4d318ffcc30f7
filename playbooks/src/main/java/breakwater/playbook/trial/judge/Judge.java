package breakwater.playbook.trial.judge;

import breakwater.exercise.Dialogue;
import breakwater.exercise.MutualAid;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.playbook.Playbook;
import breakwater.playbook.run.Texts;
import breakwater.playbook.trial.Expectation;
import breakwater.playbook.trial.Expectation.Said;
import breakwater.playbook.trial.StepName;
import breakwater.playbook.trial.Trial;
import breakwater.playbook.trial.play.Played;
import breakwater.playbook.yaml.PlaybookDurations;
import breakwater.problem.Location;
import breakwater.problem.Problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what came of a trial with what was expected; everything that differs is said, where the file expects it. */
final class Judge {

    private final Playbook playbook;
    private final Trial trial;
    private final Course course;
    private final List<Problem> misses = new ArrayList<>();

    private Judge(Playbook playbook, Trial trial, Course course) {
        this.playbook = playbook;
        this.trial = trial;
        this.course = course;
    }

    /** What differs; nothing when all is as expected. Each problem is named after the key that expects otherwise. */
    static List<Problem> misses(Playbook playbook, Trial trial, Played played, Course course) {
        Judge judge = new Judge(playbook, trial, course);
        judge.whether(played);
        return List.copyOf(judge.misses);
    }

    private void whether(Played played) {
        Expectation expected = trial.expect();
        if (played.endless()) {
            miss(
                    "endless",
                    trial.at(),
                    "Expected the trial to end, but found %s entries in its log and no end."
                            .formatted(played.log().size()),
                    "Maybe add 'until'.");
        }
        expected.runs().ifPresent(this::runs);
        if (!course.hasBegun()) {
            notBegun(expected);
            return;
        }
        expected.outcome().ifPresent(this::outcome);
        expected.withinMicros().ifPresent(this::within);
        path(expected.path());
        expected.never().forEach(this::never);
        expected.vars().forEach(this::variable);
        new InOrder<Expectation.Deed, Course.Move>(this::isDeed)
                .unmatched(expected.actions(), course.deeds)
                .forEach(this::deed);
        expected.notified().ifPresent(this::notified);
        expected.escalated().ifPresent(this::escalated);
        expected.decided().forEach(this::decided);
        expected.clocks().forEach(this::clock);
        expected.aid().forEach(this::leg);
    }

    private void miss(String rule, Location at, String message, String advice) {
        misses.add(Problem.error(rule, at, message, advice));
    }

    private void notBegun(Expectation expected) {
        boolean noRuns = expected.runs().isPresent() && expected.runs().get().value() == 0;
        String outcome = expected.outcome().map(Said::value).orElse("a run");
        if (!outcome.equals(Expectation.NOT_STARTED) && !noRuns) {
            miss(
                    "outcome",
                    expected.outcome().map(Said::at).orElse(trial.at()),
                    "Expected %s, but no run of '%s' began."
                            .formatted(
                                    expected.outcome().isPresent()
                                            ? "the outcome '%s'".formatted(outcome)
                                            : outcome,
                                    playbook.id()),
                    "Maybe nothing that happens fits a trigger for long enough.");
        }
    }

    private void runs(Said<Long> runs) {
        if (runs.value() != course.runs()) {
            miss(
                    "runs",
                    runs.at(),
                    "Expected %s runs of '%s', but found %s."
                            .formatted(runs.value(), playbook.id(), course.runs()),
                    "");
        }
    }

    private void outcome(Said<String> outcome) {
        if (!outcome.value().equals(course.outcome())) {
            miss(
                    "outcome",
                    outcome.at(),
                    "Expected the outcome '%s', but found '%s'%s."
                            .formatted(outcome.value(), course.outcome(), lasted()),
                    "");
        }
    }

    private String lasted() {
        return course.lastedMicros().isPresent()
                ? " after " + PlaybookDurations.spoken(course.lastedMicros().getAsLong())
                : "";
    }

    private void within(Said<Long> within) {
        boolean ended = course.lastedMicros().isPresent();
        if (!ended || course.lastedMicros().getAsLong() > within.value()) {
            miss(
                    "within",
                    within.at(),
                    "Expected the run to end within %s, but it %s."
                            .formatted(
                                    PlaybookDurations.spoken(within.value()),
                                    ended ? "ended" + lasted() : "had not ended"),
                    "");
        }
    }

    private static String words(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // --- steps

    private void path(List<Expectation.Milestone> path) {
        List<Said<Expectation.Milestone>> said =
                path.stream().map(one -> new Said<>(one, one.at())).toList();
        for (Said<Expectation.Milestone> missing : new InOrder<Expectation.Milestone, Course.Move>(
                        Judge::isMilestone)
                .unmatched(said, course.moves)) {
            Expectation.Milestone milestone = missing.value();
            String name = milestone.step().seenFrom(playbook.id());
            List<Course.Move> there = course.moves.stream()
                    .filter(move -> move.step().equals(milestone.step()))
                    .toList();
            String found = there.isEmpty()
                    ? "it was not reached"
                    : "found it "
                            + there.stream()
                                    .map(move ->
                                            move.words() + " at " + SimTime.format(move.atMicros()))
                                    .collect(Collectors.joining(", "));
            miss(
                    "path",
                    missing.at(),
                    "Expected step '%s'%s in this order, but %s."
                            .formatted(
                                    name,
                                    milestone
                                            .state()
                                            .map(state -> " to be " + words(state))
                                            .orElse(""),
                                    found),
                    "");
        }
    }

    private static boolean isMilestone(Expectation.Milestone expected, Course.Move move) {
        return expected.step().equals(move.step())
                && expected.state().map(move.state()::equals).orElse(move.isReached());
    }

    private void never(Said<StepName> step) {
        course.moves.stream()
                .filter(move -> move.step().equals(step.value()) && move.isReached())
                .findFirst()
                .ifPresent(move -> miss(
                        "never",
                        step.at(),
                        "Expected step '%s' never to be reached, but it was at %s."
                                .formatted(
                                        step.value().seenFrom(playbook.id()),
                                        SimTime.format(move.atMicros())),
                        ""));
    }

    private void variable(Said<Expectation.Variable> variable) {
        String name = variable.value().name();
        String expected = Texts.of(variable.value().value());
        String found = Optional.ofNullable(course.vars.get(name))
                .orElseGet(() -> playbook.variables().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .map(one -> Texts.of(one.value().value()))
                        .orElse(""));
        if (!expected.equals(found)) {
            miss(
                    "vars",
                    variable.at(),
                    "Expected the variable '%s' to be '%s' at the end, but found '%s'."
                            .formatted(name, expected, found),
                    "");
        }
    }

    // --- what was done

    private boolean isDeed(Expectation.Deed expected, Course.Move deed) {
        String[] parts = deed.detail().split(" ", 2);
        Set<String> inputs = parts.length < 2
                ? Set.of()
                : Set.copyOf(Arrays.asList(parts[1].split(", (?=[a-z_]+=)")));
        return parts[0].equals(expected.action()) && inputs.containsAll(inputsOf(expected));
    }

    private static List<String> inputsOf(Expectation.Deed deed) {
        return deed.with().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Texts.of(entry.getValue()))
                .sorted()
                .toList();
    }

    private void deed(Said<Expectation.Deed> missing) {
        List<String> inputs = inputsOf(missing.value());
        String found =
                course.deeds.stream().map(Course.Move::detail).collect(Collectors.joining("; "));
        miss(
                "did",
                missing.at(),
                "Expected the action '%s'%s in this order, but found %s."
                        .formatted(
                                missing.value().action(),
                                inputs.isEmpty() ? "" : " with " + String.join(", ", inputs),
                                found.isEmpty() ? "none" : found),
                "");
    }

    private void notified(Said<List<Said<Expectation.Notice>>> notified) {
        List<Said<Expectation.Notice>> expected = notified.value();
        for (int i = 0; i < Math.min(expected.size(), course.notices.size()); i++) {
            Expectation.Notice notice = expected.get(i).value();
            Responding.NotificationSent found = course.notices.get(i);
            boolean fits = notice.notice().equals(found.notice())
                    && (notice.to().isEmpty() || notice.to().equals(found.to()))
                    && found.text().contains(notice.contains());
            if (!fits) {
                miss(
                        "notified",
                        expected.get(i).at(),
                        "Expected the notification '%s'%s%s, but found '%s' to '%s': %s"
                                .formatted(
                                        notice.notice(),
                                        notice.to().isEmpty() ? "" : " to '" + notice.to() + "'",
                                        notice.contains().isEmpty()
                                                ? ""
                                                : " with '" + notice.contains() + "'",
                                        found.notice(),
                                        found.to(),
                                        found.text()),
                        "");
            }
        }
        counted(
                "notified",
                notified.at(),
                expected.size(),
                course.notices.stream().map(Responding.NotificationSent::notice).toList());
    }

    private void escalated(Said<List<Said<String>>> escalated) {
        List<Said<String>> expected = escalated.value();
        for (int i = 0; i < Math.min(expected.size(), course.escalated.size()); i++) {
            if (!expected.get(i).value().equals(course.escalated.get(i))) {
                miss(
                        "escalated",
                        expected.get(i).at(),
                        "Expected '%s' to be told next, but found '%s'."
                                .formatted(expected.get(i).value(), course.escalated.get(i)),
                        "");
            }
        }
        counted("escalated", escalated.at(), expected.size(), course.escalated);
    }

    private void counted(String rule, Location at, int expected, List<String> found) {
        if (expected != found.size()) {
            miss(
                    rule,
                    at,
                    "Expected %s, but found %s%s."
                            .formatted(
                                    expected,
                                    found.size(),
                                    found.isEmpty() ? "" : ": " + String.join(", ", found)),
                    "");
        }
    }

    // --- people, clocks, aid

    private void decided(Said<Expectation.Decision> decision) {
        Expectation.Decision expected = decision.value();
        Optional<Dialogue.QuestionAnswered> answer =
                Optional.ofNullable(course.answers.get(expected.step()));
        boolean fits = answer.filter(found -> found.option().equals(expected.option())
                        && (expected.by().isEmpty() || expected.by().equals(found.by())))
                .isPresent();
        if (!fits) {
            miss(
                    "decided",
                    decision.at(),
                    "Expected the answer '%s'%s, but found %s."
                            .formatted(
                                    expected.option(),
                                    expected.by().isEmpty() ? "" : " by '" + expected.by() + "'",
                                    answer.map(found -> "'%s' by '%s'"
                                                    .formatted(found.option(), found.by()))
                                            .orElse("none")),
                    "");
        }
    }

    private void clock(Said<Expectation.Clock> clock) {
        String found = Optional.ofNullable(course.clocks.get(clock.value().name()))
                .map(Judge::words)
                .orElse("not started");
        String word = words(clock.value().state());
        if (!word.equals(found)) {
            miss(
                    "clocks",
                    clock.at(),
                    "Expected the clock '%s' to be %s, but found it %s."
                            .formatted(clock.value().name(), word, found),
                    "");
        }
    }

    private void leg(Said<Expectation.Leg> leg) {
        Expectation.Leg expected = leg.value();
        Optional<MutualAid.AidMoved> found = Optional.ofNullable(
                course.aid.getOrDefault(expected.step(), Map.of()).get(expected.donor()));
        boolean fits = found.filter(moved -> moved.state() == expected.state()
                        && expected.amount()
                                .map(amount -> amount == moved.amount())
                                .orElse(true))
                .isPresent();
        if (!fits) {
            miss(
                    "aid",
                    leg.at(),
                    "Expected aid of %s to be %s%s at the end, but found %s."
                            .formatted(
                                    expected.donor(),
                                    words(expected.state()),
                                    expected.amount()
                                            .map(amount -> " (" + amount + ")")
                                            .orElse(""),
                                    found.map(moved -> "it %s (%s)"
                                                    .formatted(
                                                            words(moved.state()), moved.amount()))
                                            .orElse("that nobody asked for it")),
                    "");
        }
    }
}
