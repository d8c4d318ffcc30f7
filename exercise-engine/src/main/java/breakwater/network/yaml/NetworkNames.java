package breakwater.network.yaml;

import breakwater.document.DocumentNode.Scalar;
import breakwater.document.Fields;
import breakwater.document.NameTable;
import breakwater.network.Ids;
import breakwater.network.Network;
import breakwater.problem.Location;
import breakwater.problem.Problems;

import java.util.List;
import java.util.function.Function;

/** All names of a network by kind, for the references in it and in a scenario that is played on it. */
public record NetworkNames(
        NameTable domains,
        NameTable srlgs,
        NameTable nodes,
        NameTable links,
        NameTable kmLinks,
        NameTable gateways,
        NameTable services) {

    static NetworkNames none(Problems problems) {
        return new NetworkNames(
                new NameTable("domain", Ids::isName, problems),
                new NameTable("shared-risk group", Ids::isName, problems),
                new NameTable("node", Ids::isName, problems),
                new NameTable("link", Ids::isName, problems),
                new NameTable("KM link", Ids::isName, problems),
                new NameTable("gateway", Ids::isName, problems),
                new NameTable("service", Ids::isName, problems));
    }

    /** A file could not be read: references to names that are not here may be right. */
    void lackNames() {
        List.of(domains, srlgs, nodes, links, kmLinks, gateways, services)
                .forEach(NameTable::lackNames);
    }

    /** The names of {@code network}; references to none are reported to {@code problems}. */
    public static NetworkNames of(Network network, Problems problems) {
        NetworkNames names = none(problems);
        Location nowhere = Location.startOf(network.name());
        network.domains().forEach(d -> names.domains.declare(d.id().value(), nowhere));
        network.srlgs().forEach(s -> names.srlgs.declare(s.id().value(), nowhere));
        network.nodes().forEach(n -> names.nodes.declare(n.id().value(), nowhere));
        network.links().forEach(l -> names.links.declare(l.id().value(), nowhere));
        network.kmLinks().forEach(k -> names.kmLinks.declare(k.id().value(), nowhere));
        network.gateways().forEach(g -> names.gateways.declare(g.id().value(), nowhere));
        network.services().forEach(s -> names.services.declare(s.id().value(), nowhere));
        return names;
    }

    /** What stands in the network: its nodes, links, gateways and services. */
    public NameTable things(Problems problems) {
        NameTable things = new NameTable("thing", Ids::isName, problems);
        List.of(nodes, links, gateways, services).forEach(things::declareAll);
        return things;
    }

    /** The known ones of the names listed under {@code key}, as ids; the others are reported. */
    public static <I> List<I> listKnown(
            Fields fields, String key, NameTable table, Function<String, I> id) {
        return fields.texts(key).stream()
                .filter(text -> table.knows(key, text))
                .map(Scalar::text)
                .distinct()
                .map(id)
                .toList();
    }
}
