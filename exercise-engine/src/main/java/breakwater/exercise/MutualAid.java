package breakwater.exercise;

import breakwater.network.DomainId;
import breakwater.network.LinkId;

import java.util.List;

/** Mutual aid between operators, told by each side as it learns of it. */
public sealed interface MutualAid extends ExerciseEvent.Response {

    @Override
    default <R> R accept(ExerciseEvent.Visitor<R> visitor) {
        return visitor.onMutualAid(this);
    }

    /**
     * What the origin has agreed to lend: a mission-ready package.
     *
     * @param recipients who may ask for it
     * @param amount the most that is lent at once, in the resource's unit
     * @param reserve what the donor keeps for itself, whoever asks
     * @param gateway where it acts; empty for crews and spares
     * @param mobilisationSeconds from the agreement to being there; as long again to be home
     * @param noticeSeconds from a recall until the requester has to do without
     */
    record PackageDeclared(
            String packageId,
            String agreement,
            List<DomainId> recipients,
            AidResource resource,
            long amount,
            long reserve,
            String gateway,
            long mobilisationSeconds,
            long noticeSeconds)
            implements MutualAid {
        public PackageDeclared {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * Another operator asks the origin for aid.
     *
     * @param about what it is for, in the requester's words
     * @param untilMicros when the requester will not need it any more
     * @param committable what the origin can offer at this moment at most
     */
    record AidAsked(
            String aid,
            DomainId requester,
            AidResource resource,
            String about,
            long amount,
            long untilMicros,
            long committable)
            implements MutualAid {}

    /** A border's store got key from the donor's reserve. */
    record KeyLent(LinkId link, long bits) implements MutualAid {}

    /** Lent key was taken out of a border's store again. */
    record KeyPaidBack(LinkId link, long bits) implements MutualAid {}

    /**
     * Aid of one donor took a step.
     *
     * @param aid the request's name, which begins with its requester's
     * @param amount what the step is about: asked, offered, agreed, there, given back
     * @param untilMicros when it is over, or is expected to be; 0 when the step says nothing of that
     * @param reason why, where there is a choice; else empty
     */
    record AidMoved(
            String aid,
            DomainId requester,
            DomainId donor,
            AidState state,
            AidResource resource,
            long amount,
            long untilMicros,
            String reason)
            implements MutualAid {}
}
