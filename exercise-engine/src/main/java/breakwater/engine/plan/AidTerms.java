package breakwater.engine.plan;

import breakwater.exercise.AidResource;
import breakwater.network.DomainId;
import breakwater.scenario.Agreement;
import breakwater.scenario.Agreement.AidPackage;
import breakwater.scenario.Exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a domain may lend and borrow by its agreements. Both sides of an agreement have its text. */
public record AidTerms(List<Term> lent, List<Term> borrowed) {

    /** A package with the agreement it belongs to and who may ask for it. */
    public record Term(String agreement, List<DomainId> recipients, AidPackage aid) {
        public Term {
            recipients = List.copyOf(recipients);
        }
    }

    public AidTerms {
        lent = List.copyOf(lent);
        borrowed = List.copyOf(borrowed);
    }

    static AidTerms of(Exercise exercise, DomainId domain) {
        List<Term> lent = new ArrayList<>();
        List<Term> borrowed = new ArrayList<>();
        for (Agreement agreement : exercise.agreements()) {
            for (AidPackage aid : agreement.packages()) {
                List<DomainId> recipients = agreement.parties().stream()
                        .filter(party ->
                                !party.equals(aid.donor()) && reaches(exercise, aid, party))
                        .toList();
                Term term = new Term(agreement.id(), recipients, aid);
                if (aid.donor().equals(domain)) {
                    lent.add(term);
                } else if (recipients.contains(domain)) {
                    borrowed.add(term);
                }
            }
        }
        return new AidTerms(lent, borrowed);
    }

    /** What acts at a border is for the other side of that border. */
    private static boolean reaches(Exercise exercise, AidPackage aid, DomainId party) {
        return aid.gateway().isEmpty()
                || exercise.network().gateways().stream()
                        .anyMatch(gateway -> gateway.id().equals(aid.gateway().get())
                                && (gateway.owner().equals(party)
                                        || gateway.peer().equals(party)));
    }

    /** The first package of this donor and resource that this domain may ask for. */
    public Optional<Term> findBorrowed(DomainId donor, AidResource resource) {
        return borrowed.stream()
                .filter(term ->
                        term.aid().donor().equals(donor) && term.aid().resource() == resource)
                .findFirst();
    }

    /** Who agreed to lend this domain the resource, in the order of the agreements. */
    public List<DomainId> lendersOf(AidResource resource) {
        return borrowed.stream()
                .filter(term -> term.aid().resource() == resource)
                .map(term -> term.aid().donor())
                .distinct()
                .toList();
    }

    /** The first own package of this resource that {@code requester} may ask for. */
    public Optional<Term> findLent(DomainId requester, AidResource resource) {
        return lent.stream()
                .filter(term ->
                        term.recipients().contains(requester) && term.aid().resource() == resource)
                .findFirst();
    }

    /** The most crews of others that can be here at once. */
    public int guestCrewsMost() {
        return (int) borrowed.stream()
                .filter(term -> term.aid().resource() == AidResource.CREW)
                .mapToLong(term -> term.aid().amount())
                .sum();
    }
}
