package breakwater.engine;

import breakwater.engine.plan.AidTerms.Term;
import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.scenario.Agreement.AidPackage;

import java.util.ArrayList;
import java.util.List;

/** What aid does to crews, generators, borders and stores: on the donor's side, and on the requester's. */
final class Lending {

    private final Crews crews;
    private final Generators generators;
    private final Border border;

    Lending(Crews crews, Generators generators, Border border) {
        this.crews = crews;
        this.generators = generators;
        this.border = border;
    }

    /** What the donor has of a resource now, whoever it is promised to. */
    long available(Term term) {
        return switch (term.aid().resource()) {
            case CREW -> crews.idleOwn();
            case SPARE -> generators.free();
            case KEY_RELAY, KEY_LOAN -> term.aid().amount();
        };
    }

    /** The donor sets units aside: nobody here can use them any more. */
    void setAside(AidLeg leg, long amount) {
        leg.committed = amount;
        switch (leg.term.aid().resource()) {
            case CREW -> leg.crews = crews.setAside((int) amount);
            case SPARE -> generators.add((int) -amount);
            case KEY_RELAY, KEY_LOAN -> {}
        }
    }

    /** The donor needs to keep no more than {@code amount} aside. */
    void keepAside(AidLeg leg, long amount) {
        long back = leg.committed - amount;
        leg.committed = amount;
        switch (leg.term.aid().resource()) {
            case CREW -> {
                crews.home(leg.crews.subList((int) amount, leg.crews.size()));
                leg.crews = List.copyOf(leg.crews.subList(0, (int) amount));
            }
            case SPARE -> generators.add((int) back);
            case KEY_RELAY, KEY_LOAN -> {}
        }
    }

    /** The donor's units are at the requester's; its borders and stores change. Returns how much is there. */
    long handOver(AidLeg leg) {
        extendOwn(leg.term.aid(), leg.committed);
        leg.here = lendOwn(leg.term.aid(), leg.committed);
        return leg.term.aid().resource() == AidResource.KEY_LOAN && owns(leg.term.aid())
                ? leg.here
                : leg.committed;
    }

    /** The requester uses it no more: the donor's borders are as they were. */
    void end(AidLeg leg) {
        extendOwn(leg.term.aid(), -leg.committed);
    }

    /** The donor pays itself back what it can now. Returns whether nothing is owed any more. */
    boolean payBack(AidLeg leg) {
        leg.here -= payBackOwn(leg.term.aid(), leg.here);
        return leg.here == 0;
    }

    /** The units are here: the requester can use them. Returns how many it sees. */
    long arrive(AidLeg leg, long amount) {
        leg.here = amount;
        switch (leg.term.aid().resource()) {
            case CREW -> leg.crews = crews.arrive((int) amount);
            case SPARE -> generators.add((int) amount);
            case KEY_RELAY -> extendOwn(leg.term.aid(), amount);
            case KEY_LOAN -> {
                if (owns(leg.term.aid())) {
                    leg.here = lendOwn(leg.term.aid(), amount);
                }
            }
        }
        return leg.here;
    }

    /** The requester gives back what it can now. Returns whether that is all. */
    boolean giveBack(AidLeg leg) {
        switch (leg.term.aid().resource()) {
            case CREW -> {
                List<Integer> busy = new ArrayList<>();
                for (int crew : leg.crews) {
                    if (!crews.leave(crew)) {
                        busy.add(crew);
                    }
                }
                leg.crews = busy;
                leg.here = busy.size();
            }
            case SPARE -> {
                long back = Math.min(leg.here, generators.free());
                generators.add((int) -back);
                leg.here -= back;
            }
            case KEY_RELAY -> {
                extendOwn(leg.term.aid(), -leg.here);
                leg.here = 0;
            }
            case KEY_LOAN ->
                // Where the donor owns the store, the donor pays itself back.
                leg.here -= owns(leg.term.aid()) ? payBackOwn(leg.term.aid(), leg.here) : leg.here;
        }
        return leg.here == 0;
    }

    /** Whether this side can tell if aid works: it owns the border that relays more because of it. */
    boolean sees(AidLeg leg) {
        return leg.term.aid().resource() == AidResource.KEY_RELAY && owns(leg.term.aid());
    }

    /** Records and tells when aid does not work any more, or does again; only on the side that sees it. */
    void judge(AidLeg leg, AidBook book) {
        boolean whole = leg.term.aid().gateway().filter(border::isAsAgreed).isPresent();
        if (leg.state == AidState.DEPLOYED && !whole) {
            book.step(leg, AidState.DEGRADED, leg.amount, 0, "border closed, limited or cut off");
        } else if (leg.state == AidState.DEGRADED && whole) {
            book.step(leg, AidState.DEPLOYED, leg.amount, leg.untilMicros, "");
        }
    }

    private boolean owns(AidPackage aid) {
        return aid.gateway().filter(border::owns).isPresent();
    }

    private void extendOwn(AidPackage aid, long deltaBitPerSecond) {
        if (aid.resource() == AidResource.KEY_RELAY) {
            aid.gateway()
                    .filter(border::owns)
                    .ifPresent(gateway -> border.extend(gateway, deltaBitPerSecond));
        }
    }

    private long lendOwn(AidPackage aid, long bits) {
        return aid.resource() == AidResource.KEY_LOAN
                ? aid.gateway()
                        .filter(border::owns)
                        .map(at -> border.lend(at, bits))
                        .orElse(0L)
                : 0;
    }

    private long payBackOwn(AidPackage aid, long bits) {
        return aid.resource() == AidResource.KEY_LOAN
                ? aid.gateway()
                        .filter(border::owns)
                        .map(at -> border.payBack(at, bits))
                        .orElse(0L)
                : 0;
    }
}
