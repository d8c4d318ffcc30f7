package breakwater.ensemble;

/** What a rehearsal finds out about each drill. */
public enum DrillFigure {
    RESTORE(
            "restoreSeconds",
            "s",
            "Time to restore",
            "From the first service leaving OK until all services are OK again for good; 0 when none left; up to EndEx when not restored by then (censored, counted apart as notRestored).",
            Kind.AMOUNT),
    DEGRADED(
            "degradedUserMinutes",
            "user-min",
            "Degraded user-minutes",
            "Users times minutes, weighted by the missing share of their key; per home node the largest counts. The figure of the scorecard.",
            Kind.AMOUNT),
    FORGONE(
            "forgoneUserMinutes",
            "user-min",
            "Forgone user-minutes",
            "Users times minutes, weighted by the share of the agreed key that was not even asked for. The figure of the scorecard: what lowering demand costs.",
            Kind.AMOUNT),
    ADAPTED(
            "adaptedServiceMinutes",
            "service-min",
            "Services on less than agreed",
            "Minutes on another suite, or asking for less key, than agreed, summed over services.",
            Kind.AMOUNT),
    STARVED(
            "starvedServiceMinutes",
            "service-min",
            "Services starved",
            "Minutes in the state STARVED, summed over services.",
            Kind.AMOUNT),
    STARVED_USERS(
            "starvedUserMinutes",
            "user-min",
            "Users starved",
            "Minutes in the state STARVED times users, summed over services: who has two services counts twice.",
            Kind.AMOUNT),
    FIRST_CLASS_AVAILABILITY(
            "class0Availability",
            "ratio",
            "Availability of class 0",
            "Available seconds / seconds over the services of class 0, by the ten-second rule. The figure of the scorecard.",
            Kind.RATIO),
    NOTICES_LATE(
            "notificationsLate",
            "1",
            "Notifications late",
            "Notifications owed to an authority whose clock ran out before they were sent.",
            Kind.AMOUNT),
    NOTICES_OPEN(
            "notificationsOpen",
            "1",
            "Notifications open",
            "Notifications owed to an authority and not sent by EndEx, whose clock still runs.",
            Kind.AMOUNT),
    AID_FULFILMENT(
            "aidFulfilment",
            "ratio",
            "Fulfilment of aid",
            "What mutual aid covered of the need that was asked for. The figure of the scorecard; only when aid was asked for in every drill, for without it is not defined.",
            Kind.RATIO),
    AID_UNMET(
            "aidUnmetHours",
            "h",
            "Need for aid not met, hours",
            "Hours of need for aid asked for that no aid covered, summed over requests; 0 when nothing was asked.",
            Kind.AMOUNT),
    AID_DEPLOY(
            "aidDeploySeconds",
            "s",
            "Time to deploy aid",
            "From a request until its aid was there, the longest in a drill. The figure of the scorecard; only when aid came in every drill.",
            Kind.AMOUNT),
    AID_BROKEN(
            "aidBroken",
            "1",
            "Aid broken off",
            "Agreed aid that the donor took back, or of which less came than agreed. The figure of the scorecard.",
            Kind.AMOUNT),
    HIT(
            "hit",
            "1",
            "A service left OK",
            "Drills in which a service left OK for any time.",
            Kind.SHARE),
    NOT_RESTORED(
            "notRestored",
            "1",
            "Not restored by EndEx",
            "Drills in which a service is not OK at EndEx.",
            Kind.SHARE),
    FIRST_CLASS_STARVED(
            "class0Starved",
            "1",
            "A service of class 0 starved",
            "Drills in which a service of class 0 was STARVED for any time.",
            Kind.SHARE);

    /** What kind of value a drill has: an amount of which less is better; a ratio of which more is; yes or no. */
    public enum Kind {
        AMOUNT,
        RATIO,
        /** 1 or 0 in each drill; their mean is the share of drills. Less is better. */
        SHARE
    }

    private final String id;
    private final String unit;
    private final String title;
    private final String definition;
    private final Kind kind;

    DrillFigure(String id, String unit, String title, String definition, Kind kind) {
        this.id = id;
        this.unit = unit;
        this.title = title;
        this.definition = definition;
        this.kind = kind;
    }

    /** Name in {@code rehearsal.json} and on the command line; stable. */
    public String id() {
        return id;
    }

    /** Unit of one drill's value; {@code 1} for counts, and for yes or no. */
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

    public Kind kind() {
        return kind;
    }

    /** Whether every operator has it too. */
    public boolean isPerOperator() {
        return this == DEGRADED || this == STARVED || this == NOTICES_LATE;
    }

    /** Whether a smaller value is the better one. */
    public boolean lowerIsBetter() {
        return kind != Kind.RATIO;
    }

    /** Whether only exercises with agreements of mutual aid have it. */
    public boolean isOfAid() {
        return this == AID_FULFILMENT
                || this == AID_UNMET
                || this == AID_DEPLOY
                || this == AID_BROKEN;
    }

    /** Whether only exercises with services of class 0 have it. */
    public boolean isOfFirstClass() {
        return this == FIRST_CLASS_AVAILABILITY || this == FIRST_CLASS_STARVED;
    }
}
