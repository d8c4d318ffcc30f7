package breakwater.exercise;

import breakwater.network.DomainId;

import java.util.List;

/** What a responder asks of its domain's engine in matters of mutual aid. */
public sealed interface AidIntent extends Intent.OfAid {

    /** The request it is about. */
    String aid();

    @Override
    default String subject() {
        return aid();
    }

    /**
     * Asks other operators for a resource.
     *
     * @param aid a name that was not used before; begins with the own domain's and a slash
     * @param about what it is for
     * @param amount in the resource's unit, at least 1
     * @param untilMicros when it will not be needed any more
     * @param offersUntilMicros who has not offered by then is asked no longer
     * @param donors who is asked; empty for all who agreed to lend it
     */
    record RequestAid(
            String aid,
            AidResource resource,
            String about,
            long amount,
            long untilMicros,
            long offersUntilMicros,
            List<DomainId> donors)
            implements AidIntent {
        public RequestAid {
            donors = List.copyOf(donors);
        }

        @Override
        public String label() {
            return "request-aid";
        }
    }

    /** The requester takes an offer, or less than was offered. */
    record AcceptOffer(String aid, DomainId donor, long amount) implements AidIntent {
        @Override
        public String label() {
            return "accept-offer";
        }
    }

    /** The requester does not want an offer. */
    record RejectOffer(String aid, DomainId donor) implements AidIntent {
        @Override
        public String label() {
            return "reject-offer";
        }
    }

    /** The requester gives back all that it got under this name, and asks for no more. */
    record ReleaseAid(String aid) implements AidIntent {
        @Override
        public String label() {
            return "release-aid";
        }
    }

    /** The donor offers some or all of what was asked; never more than it can commit. */
    record OfferAid(String aid, long amount) implements AidIntent {
        @Override
        public String label() {
            return "offer-aid";
        }
    }

    /** The donor offers nothing. */
    record DeclineAid(String aid, String reason) implements AidIntent {
        @Override
        public String label() {
            return "decline-aid";
        }
    }

    /** The donor takes its offer back; possible until it is agreed. */
    record WithdrawOffer(String aid, String reason) implements AidIntent {
        @Override
        public String label() {
            return "withdraw-offer";
        }
    }

    /** The donor needs what it lent elsewhere; the requester has to do without after the agreed notice. */
    record RecallAid(String aid, String reason) implements AidIntent {
        @Override
        public String label() {
            return "recall-aid";
        }
    }
}
