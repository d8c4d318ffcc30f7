package breakwater.scoring;

import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.network.DomainId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Aid that one operator asked of one other, as the requester's log tells it; the donor's log tells the same steps, one
 * signalling latency apart, and is not counted again.
 *
 * @param aid the request's name; a request to several operators is several cases
 * @param about what it is for, in the requester's words
 * @param amount what was asked for, in the unit of the resource
 * @param untilMicros when the requester said it would not need it any more
 * @param needEndMicros when the need ended: then, when the requester let go of it, or at the end of the window
 * @param arrival the request's arrival at the donor's; empty when it had not arrived in the window
 * @param noticeMicros the notice that was agreed for a recall; -1 when the log declares no package for it
 * @param use what the engine saw of need and use
 * @param steps in the order of the requester's log, the request first
 */
public record AidCase(
        String aid,
        DomainId requester,
        DomainId donor,
        AidResource resource,
        String about,
        long amount,
        long untilMicros,
        long needEndMicros,
        Optional<Arrival> arrival,
        long noticeMicros,
        Use use,
        List<Step> steps) {

    public AidCase {
        steps = List.copyOf(steps);
    }

    /** One step; the fields are those of {@link breakwater.exercise.MutualAid.AidMoved}. */
    public record Step(
            long timeMicros,
            AidState state,
            long amount,
            long untilMicros,
            String reason,
            EntryRef entry) {

        /** Whether the donor wants it back: only then the requester has until a later time. */
        public boolean isRecall() {
            return state == AidState.RELEASE_REQUESTED && untilMicros > 0;
        }
    }

    /** The request at the donor's, and the most it could have offered at that moment. */
    public record Arrival(long timeMicros, long committable, EntryRef entry) {}

    /**
     * What the engine saw.
     *
     * @param peakNeed the most crews or generators that were of use at once while the need lasted; -1 of resources
     *     whose need the log does not tell
     * @param crewMicros how long lent crews were at the requester's, summed over crews
     * @param idleMicros of that, how long they had nothing to do
     */
    public record Use(long peakNeed, long crewMicros, long idleMicros) {
        static final Use UNKNOWN = new Use(-1, 0, 0);
    }

    /** When it was asked for. */
    public long askedMicros() {
        return steps.get(0).timeMicros();
    }

    /** The last step. */
    public Step last() {
        return steps.get(steps.size() - 1);
    }

    /** The first step into a state. */
    public Optional<Step> find(AidState state) {
        return steps.stream().filter(step -> step.state() == state).findFirst();
    }

    /** The recall by the donor, if there was one. */
    public Optional<Step> findRecall() {
        return steps.stream().filter(Step::isRecall).findFirst();
    }

    /** The step by which the request was answered or ended: an offer, a refusal, or the end of waiting. */
    Optional<Step> findAnswer() {
        return steps.size() > 1 ? Optional.of(steps.get(1)) : Optional.empty();
    }

    /** Whether the donor took back what was agreed, or less came than was agreed. */
    public boolean isBroken() {
        Optional<Step> agreed = find(AidState.AGREED);
        return agreed.isPresent()
                && (find(AidState.WITHDRAWN).isPresent()
                        || find(AidState.DEPLOYED)
                                .filter(there -> there.amount() < agreed.get().amount())
                                .isPresent());
    }

    /** An amount that works from a moment on. */
    record Level(long fromMicros, long amount) {}

    /** How much of it worked when. Degraded aid works not at all; recalled aid until the notice is over. */
    List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (Step step : steps) {
            switch (step.state()) {
                case DEPLOYED -> levels.add(new Level(step.timeMicros(), step.amount()));
                case DEGRADED, DEMOBILISED -> levels.add(new Level(step.timeMicros(), 0));
                case RELEASE_REQUESTED ->
                    levels.add(new Level(Math.max(step.timeMicros(), step.untilMicros()), 0));
                default -> {}
            }
        }
        return levels;
    }
}
