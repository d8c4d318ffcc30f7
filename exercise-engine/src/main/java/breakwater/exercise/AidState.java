package breakwater.exercise;

import java.util.EnumSet;
import java.util.Set;

/** Where aid of one donor for one requester stands. What was agreed before is no state of it: see the packages. */
public enum AidState {
    REQUESTED,
    OFFERED,
    /** The donor has none, or none to spare. */
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    /** The requester did not want the offer. */
    REJECTED,
    /** The donor took the offer back. */
    WITHDRAWN,
    /** The requester took the offer: both are bound. */
    AGREED,
    MOBILISING,
    /** It is there, as the engine sees it. */
    DEPLOYED,
    /** It is there, but what it stands on is out of order or limited. */
    DEGRADED,
    /** Either side wants it to end. */
    RELEASE_REQUESTED,
    /** The requester has given it back. */
    DEMOBILISED,
    /** It is home again, and nothing is owed. */
    SETTLED;

    /** Whether nothing can follow. */
    public boolean isOver() {
        return next().isEmpty();
    }

    /** Whether this may follow {@code before} directly. */
    public boolean mayFollow(AidState before) {
        return before.next().contains(this);
    }

    private Set<AidState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(OFFERED, DECLINED, EXPIRED);
            // An offer that came too late, or crossed the end of the request, is rejected; so is
            // one not wanted.
            case OFFERED -> EnumSet.of(AGREED, REJECTED, WITHDRAWN, EXPIRED);
            // The donor may have taken the offer back while the acceptance was on its way.
            case AGREED -> EnumSet.of(MOBILISING, WITHDRAWN, RELEASE_REQUESTED);
            case MOBILISING -> EnumSet.of(DEPLOYED, RELEASE_REQUESTED);
            case DEPLOYED -> EnumSet.of(DEGRADED, RELEASE_REQUESTED);
            case DEGRADED -> EnumSet.of(DEPLOYED, RELEASE_REQUESTED);
            // Withdrawn while it was accepted and released: nothing ever came.
            case RELEASE_REQUESTED -> EnumSet.of(DEMOBILISED, WITHDRAWN);
            case DEMOBILISED -> EnumSet.of(SETTLED);
            case DECLINED, EXPIRED, REJECTED, WITHDRAWN, SETTLED -> EnumSet.noneOf(AidState.class);
        };
    }
}
