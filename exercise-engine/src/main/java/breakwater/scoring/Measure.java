package breakwater.scoring;

import java.util.EnumSet;
import java.util.Set;

/** What is measured: one row per figure, with its unit, its rule and where the rule comes from. */
public enum Measure {
    SERVICES("services", "1", "Services", "Services counted.", ""),
    SERVICES_HIT("servicesHit", "1", "Services hit", "Services with at least one outage.", ""),
    AVAILABILITY(
            "availability",
            "ratio",
            "Service availability",
            "Available seconds / seconds of the window, summed over services. Time is unavailable from the first of 10 severely errored seconds in a row to the first of 10 others in a row.",
            "ITU-T Y.3807 8.6; ITU-T G.827 6.1; ten-second rule of ITU-T G.826"),
    AVAILABILITY_WITHOUT_MAINTENANCE(
            "availabilityWithoutMaintenance",
            "ratio",
            "Service availability, planned work excused",
            "As availability, without unavailable seconds within declared maintenance that caused them, up to the cap.",
            "ITU-T G.827 6.1; Implementing Regulation (EU) 2024/2690 recital 33"),
    AVAILABILITY_WORST(
            "availabilityWorst",
            "ratio",
            "Availability of the worst service",
            "Smallest availability of any one service.",
            "ITU-T G.827 6.1"),
    UNAVAILABLE_SECONDS(
            "unavailableSeconds",
            "s",
            "Unavailable time",
            "Unavailable seconds by the ten-second rule, summed over services.",
            "ITU-T G.827 6.1"),
    UNDETERMINED_SECONDS(
            "undeterminedSeconds",
            "s",
            "Undetermined tail",
            "Seconds at the end of the window whose state the ten-second rule cannot settle yet; counted in the state before.",
            "ITU-T G.826"),
    KEY_DELIVERY_RATIO(
            "keyDeliveryRatio",
            "ratio",
            "Key delivery ratio",
            "Key bits supplied / key bits demanded at the time. Undefined without demand.",
            "1 - key delivery loss ratio, ITU-T Y.3807 8.5"),
    KEY_MISSING_BITS(
            "keyMissingBits",
            "bit",
            "Key not delivered",
            "Key bits demanded and not supplied.",
            "ITU-T Y.3807 8.5"),
    KEY_HOURS_LOST(
            "keyHoursLost",
            "h",
            "Key-hours lost",
            "Sum over services of the time weighted by the missing share of their demand.",
            "own; integral of the shortfall as in Bruneau et al. 2003"),
    STARVED_SECONDS(
            "starvedSeconds",
            "s",
            "Starvation",
            "Time with demand and no key at all, summed over services.",
            "own"),
    OUTAGES("outages", "1", "Outages", "Unavailable periods.", "ITU-T G.827 6.2"),
    OUTAGE_MEDIAN_SECONDS(
            "outageMedianSeconds",
            "s",
            "Outage length, median",
            "Median (nearest rank) of the length of outages, open ones up to the end of the window.",
            "ITU-T G.827 6.2"),
    OUTAGE_MAX_SECONDS(
            "outageMaxSeconds",
            "s",
            "Outage length, longest",
            "Longest outage, open ones up to the end of the window.",
            "ITU-T G.827 6.2"),
    OUTAGE_MEAN_SECONDS(
            "outageMeanSeconds",
            "s",
            "Outage length, mean",
            "Mean length of outages; only from 10 outages on.",
            "ITU-T G.827 6.2"),
    RIDE_THROUGHS(
            "rideThroughs",
            "1",
            "Losses ridden",
            "Times that a service lost a link under it: one that carried it stopped generating, or it was led over one that did not.",
            "own"),
    RIDE_THROUGHS_CENSORED(
            "rideThroughsCensored",
            "1",
            "Losses ridden out",
            "Of those, the ones that did not end in starvation: the link came back, the service was led another way or shed, or the window closed first (right-censored).",
            "own"),
    RIDE_THROUGH_MEDIAN_SECONDS(
            "rideThroughMedianSeconds",
            "s",
            "Ride-through, median",
            "Kaplan-Meier median of the time from the loss of a link under a service to its starvation: how long stored key hid the loss. Undefined (not reached) when fewer than half would have starved.",
            "own; Kaplan and Meier 1958; B0 / (D - S) for constant rates"),
    RIDE_THROUGH_MAX_SECONDS(
            "rideThroughMaxSeconds",
            "s",
            "Ride-through, longest",
            "Longest time to starvation among losses that ended in it.",
            "own"),
    RESTORED("restored", "1", "Outages restored", "Outages that ended in the window.", ""),
    NOT_RESTORED(
            "notRestored",
            "1",
            "Outages still open",
            "Outages that had not ended at the end of the window (right-censored).",
            ""),
    RESTORE_MEDIAN_SECONDS(
            "restoreMedianSeconds",
            "s",
            "Time to restore, median",
            "Kaplan-Meier median of the time from the release of the causing inject to the first of 10 good seconds; undefined when fewer than half are restored.",
            "service restoration time, ITU-T Y.3807 8.6.1; Kaplan and Meier 1958"),
    RESTORE_MAX_SECONDS(
            "restoreMaxSeconds",
            "s",
            "Time to restore, longest",
            "Longest time to restore among restored outages.",
            "ITU-T Y.3807 8.6.1"),
    OUTAGE_USER_MINUTES(
            "outageUserMinutes",
            "user-min",
            "Outage user-minutes",
            "Users of a home node whose service is unavailable, times minutes. Services of one home node overlap: at each moment its largest hit service counts.",
            "47 CFR 4.7(d); union of intervals"),
    OUTAGE_USER_MINUTES_BY_SERVICE(
            "outageUserMinutesByService",
            "user-min",
            "Outage user-minutes, service level",
            "As above, each service by itself: who has two services counts twice.",
            "47 CFR 4.7(d)"),
    DEGRADED_USER_MINUTES(
            "degradedUserMinutes",
            "user-min",
            "Degraded user-minutes",
            "Users times minutes, weighted by the missing share of key; per home node the largest counts.",
            "own, after 47 CFR 4.7(d)"),
    DEGRADED_USER_MINUTES_BY_SERVICE(
            "degradedUserMinutesByService",
            "user-min",
            "Degraded user-minutes, service level",
            "As above, each service by itself.",
            "own, after 47 CFR 4.7(d)"),
    ADAPTED_SECONDS(
            "adaptedSeconds",
            "s",
            "Time on less than agreed",
            "Time on another suite, or asking for less key (a longer rekey interval), than the service agreed on, summed over services.",
            "own"),
    FORGONE_USER_MINUTES(
            "forgoneUserMinutes",
            "user-min",
            "Forgone user-minutes",
            "Users times minutes, weighted by the share of the agreed key that was not even asked for; per home node the largest counts. With the degraded user-minutes, the loss against what was agreed.",
            "own"),
    RESILIENCE_LOSS(
            "resilienceLoss",
            "%·h",
            "Resilience loss",
            "Integral of 100 - Q(t), Q = mean over services of the share of demanded key delivered, in percent.",
            "Bruneau et al. 2003"),
    NORMALISED_RESILIENCE(
            "normalisedResilience",
            "ratio",
            "Normalised resilience",
            "Mean of Q(t) / 100 over the window.",
            "Cimellaro, Reinhorn and Bruneau 2010"),
    LOWEST_QUALITY(
            "lowestQuality",
            "%",
            "Lowest quality",
            "Smallest Q(t) in the window.",
            "Bruneau et al. 2003"),
    LINKS("links", "1", "Links", "QKD links owned.", ""),
    LINKS_HIT(
            "linksHit",
            "1",
            "Links lost",
            "QKD links that generated no key for a time, whether cut, dark, unaligned or without key management at an end.",
            ""),
    LINK_AVAILABILITY(
            "linkAvailability",
            "ratio",
            "Link availability",
            "As service availability, for links: a second is severely errored when the link generated key (up, at a rate above 0) in less than half of it. Apart from service availability, because stored key hides lost links.",
            "ITU-T G.827 6.1; ten-second rule of ITU-T G.826"),
    KEY_GENERATED_BITS(
            "keyGeneratedBits", "bit", "Key generated", "By all stores.", "EndEx accounts"),
    KEY_CONSUMED_BITS(
            "keyConsumedBits",
            "bit",
            "Key relayed",
            "Out of all stores, per hop.",
            "EndEx accounts"),
    KEY_WASTED_BITS(
            "keyWastedBits",
            "bit",
            "Key wasted",
            "Came in while a store was full.",
            "EndEx accounts"),
    KEY_VOIDED_BITS(
            "keyVoidedBits", "bit", "Key voided", "Became unusable in stores.", "EndEx accounts"),
    AID_REQUESTS(
            "aidRequests",
            "1",
            "Requests for aid",
            "Requests made; one to several operators counts once in total, and once for each pair.",
            "UCPM, EMAC: request"),
    AID_ASKED(
            "aidAsked",
            "1",
            "Operators asked for aid",
            "Operators asked, summed over requests: who asks everybody is seen."),
    AID_OFFERED(
            "aidOffered", "1", "Offers of aid", "Of operators asked, those whose offer arrived."),
    AID_DECLINED("aidDeclined", "1", "Aid declined", "Of operators asked, those that declined."),
    AID_UNANSWERED(
            "aidUnanswered",
            "1",
            "Requests for aid not answered",
            "Of operators asked, those from which neither arrived, in time or by EndEx."),
    AID_DECLINE_RATE("aidDeclineRate", "ratio", "Decline rate", "Declined / asked (n: aidAsked)."),
    AID_OFFER_MEDIAN_SECONDS(
            "aidOfferMedianSeconds",
            "s",
            "Time to first offer, median",
            "Kaplan-Meier median from the request to the arrival of its first offer, without one censored at the last answer or the end of waiting (n: aidRequests).",
            "own; Kaplan and Meier 1958"),
    AID_OFFER_MAX_SECONDS(
            "aidOfferMaxSeconds",
            "s",
            "Time to first offer, longest",
            "Longest time to a first offer that arrived."),
    AID_COVER_MEDIAN_SECONDS(
            "aidCoverMedianSeconds",
            "s",
            "Time to offers of all, median",
            "Kaplan-Meier median from the request until offers together reached the amount asked for, else censored as before (n: aidRequests). Of a pair: offers of this donor.",
            "own; Kaplan and Meier 1958"),
    AID_AGREED(
            "aidAgreed", "1", "Aid agreed", "Offers that the requester took, in whole or in part."),
    AID_DEPLOYED(
            "aidDeployed", "1", "Aid deployed", "Of agreed aid, what came, as the engine saw it."),
    AID_BROKEN(
            "aidBroken",
            "1",
            "Aid broken off",
            "Of agreed aid, what the donor took back or of which less came than agreed. A recall with notice is none: see aidRecalled."),
    AID_RELIABILITY(
            "aidReliability",
            "ratio",
            "Reliability of agreed aid",
            "Amount deployed / amount agreed, mean over agreed aid that came or was broken off; what the requester let go before it came, or was under way at EndEx, is left out."),
    AID_DEPLOY_MEDIAN_SECONDS(
            "aidDeployMedianSeconds",
            "s",
            "Time to deploy aid, median",
            "Kaplan-Meier median from the request to aid being there; aid that was let go before, taken back or under way at EndEx is censored then (n: aidAgreed).",
            "own; Kaplan and Meier 1958"),
    AID_DEPLOY_MAX_SECONDS(
            "aidDeployMaxSeconds",
            "s",
            "Time to deploy aid, longest",
            "Longest time to deploy of aid that came."),
    AID_NEED_HOURS(
            "aidNeedHours",
            "h",
            "Need for aid",
            "From each request until it is not needed any more: the time it named, its release, or the end of the window; summed over requests, of a pair over those to this donor."),
    AID_COVERED_HOURS(
            "aidCoveredHours",
            "h",
            "Need covered",
            "That time weighted by min(deployed, asked) / asked. Degraded aid covers nothing, recalled aid until its notice is over."),
    AID_FULFILMENT(
            "aidFulfilment",
            "ratio",
            "Fulfilment of aid",
            "aidCoveredHours / aidNeedHours: each request weighs as long as its need lasted.",
            "own; integral of min(deployed, need) / integral of need"),
    AID_UNNEEDED(
            "aidUnneeded",
            "1",
            "Requests without need",
            "Requests for crews or generators while nothing at all was to be repaired, or no node without grid, as long as the need was said to last."),
    AID_OVER_REQUEST(
            "aidOverRequest",
            "1",
            "Over-request",
            "Crews and generators asked for / most that were of use at once in that time: repairs open, or nodes not UP. Own crews and generators are not subtracted, so above 1 is too many for certain. Undefined when none was of use."),
    AID_CREW_HOURS(
            "aidCrewHours",
            "h",
            "Lent crews, hours there",
            "Crew-hours of lent crews at the requester's."),
    AID_IDLE_SHARE(
            "aidIdleShare",
            "ratio",
            "Lent crews, idle",
            "Of those crew-hours, the share in which a crew had nothing to do. Of other resources the log does not tell whose is used."),
    AID_RECALLED("aidRecalled", "1", "Aid recalled", "Deployed aid that the donor asked for back."),
    AID_NOTICE_GIVEN(
            "aidNoticeGiven",
            "ratio",
            "Notice kept by donors",
            "Of recalled aid (n: aidRecalled), the share whose notice was at least as long as agreed."),
    AID_BACK_IN_TIME(
            "aidBackInTime",
            "ratio",
            "Aid back in time",
            "Of deployed aid that was given back or due by EndEx, the share given back by the time the requester had named, or by the end of the notice of a recall."),
    AID_BALANCE_HOURS(
            "aidBalanceHours",
            "h",
            "Balance of aid",
            "Need of this requester covered by this donor less need of this donor covered by this requester. What aid saved or cost needs the same drill without it: breakwater rehearse --compare no-aid.");

    private final String id;
    private final String unit;
    private final String title;
    private final String definition;
    private final String source;

    /** One of our own. */
    Measure(String id, String unit, String title, String definition) {
        this(id, unit, title, definition, "own");
    }

    Measure(String id, String unit, String title, String definition, String source) {
        this.id = id;
        this.unit = unit;
        this.title = title;
        this.definition = definition;
        this.source = source;
    }

    /** The measures of mutual aid: of pairs of operators, and of all. */
    static Set<Measure> ofAid() {
        return EnumSet.range(AID_REQUESTS, AID_BALANCE_HOURS);
    }

    /** Name in {@code scorecard.json}; stable. */
    public String id() {
        return id;
    }

    /** Unit of the value; {@code 1} for counts. */
    public String unit() {
        return unit;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The rule in a sentence. */
    public String definition() {
        return definition;
    }

    /** Standard and clause, or paper; {@code own} where none defines it; empty for plain counts. */
    public String source() {
        return source;
    }
}
