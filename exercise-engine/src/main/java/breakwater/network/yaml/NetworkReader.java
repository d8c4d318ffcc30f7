package breakwater.network.yaml;

import breakwater.document.DocumentNode.Scalar;
import breakwater.document.Fields;
import breakwater.document.NameTable;
import breakwater.document.Section;
import breakwater.document.Shape;
import breakwater.document.SourceFile;
import breakwater.document.YamlReader;
import breakwater.network.Network;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the files of one network. Sections of the same name are joined in the order of the files; names are declared
 * in all of them before any reference is resolved, so that a network may be cut into files at will. Pure.
 */
public final class NetworkReader {

    private final List<Scalar> operators;
    private final KeyRates rates;
    private final Problems problems;
    private final List<Fields> files = new ArrayList<>();

    private NetworkReader(List<Scalar> operators, KeyRates rates, Problems problems) {
        this.operators = operators;
        this.rates = rates;
        this.problems = problems;
    }

    /**
     * The network in {@code files}, or empty when something is wrong with them; {@code problems} then says all of it.
     * Time is near-linear in the size of the files.
     */
    public static Optional<Network> read(
            List<SourceFile> files, KeyRates rates, Problems problems) {
        return read(files, List.of(), rates, problems).network();
    }

    /**
     * As {@link #read(List, KeyRates, Problems)}, cut down to some domains: their nodes and what has both ends at them.
     *
     * @param operators names of the domains to keep, each checked; all when empty
     */
    public static NetworkReading read(
            List<SourceFile> files, List<Scalar> operators, KeyRates rates, Problems problems) {
        return new NetworkReader(operators, rates, problems).read(files);
    }

    private NetworkReading read(List<SourceFile> sources) {
        int errorsBefore = problems.countErrors();
        NetworkNames names = NetworkNames.none(problems);
        for (SourceFile source : sources) {
            YamlReader.read(source.shownAs(), source.bytes(), problems)
                    .flatMap(root -> Fields.read(NetworkShapes.FILE, root, problems))
                    .ifPresent(files::add);
        }
        if (files.isEmpty() || files.size() < sources.size()) {
            names.lackNames();
        }
        if (files.isEmpty()) {
            if (problems.countErrors() == errorsBefore) {
                problems.add(Problem.error(
                        "no-network",
                        Location.startOf("network"),
                        "Expected at least one network file, but found none.",
                        "Maybe put network.yaml into the folder 'network'."));
            }
            return new NetworkReading(Optional.empty(), names);
        }
        String name = readName();
        List<String> attribution = files.stream()
                .flatMap(file -> file.texts("attribution").stream())
                .map(Scalar::text)
                .toList();
        Network network = readSections(name, attribution, names);
        new NetworkChecks(network, names, problems).checkItems();
        operators.forEach(operator -> names.domains().knows("operators", operator));
        if (problems.countErrors() > errorsBefore) {
            return new NetworkReading(Optional.empty(), names);
        }
        Set<String> kept = operators.stream().map(Scalar::text).collect(Collectors.toSet());
        Network taking = Participants.keepOnly(kept, network);
        new NetworkChecks(taking, names, problems).checkConnectivity();
        return new NetworkReading(
                problems.countErrors() == errorsBefore ? Optional.of(taking) : Optional.empty(),
                NetworkNames.of(taking, problems));
    }

    private Network readSections(String name, List<String> attribution, NetworkNames names) {
        Section domains = section("domains", NetworkShapes.DOMAIN, names.domains());
        Section srlgs = section("srlgs", NetworkShapes.SRLG, names.srlgs());
        Section nodes = section("nodes", NetworkShapes.NODE, names.nodes());
        Section links = section("links", NetworkShapes.LINK, names.links());
        Section kmLinks = section("kmLinks", NetworkShapes.KM_LINK, names.kmLinks());
        Section gateways = section("gateways", NetworkShapes.GATEWAY, names.gateways());
        Section services = section("services", NetworkShapes.SERVICE, names.services());
        Hardware hardware = new Hardware(readDefaults(), problems);
        AssetReader assets = new AssetReader(names, hardware, problems);
        LinkReader linkReader = new LinkReader(names, hardware, rates);
        ServiceReader serviceReader = new ServiceReader(names);
        return new Network(
                name,
                attribution,
                domains.build(assets::domain),
                nodes.build(assets::node),
                links.build(linkReader::link),
                kmLinks.build(assets::kmLink),
                gateways.build(assets::gateway),
                srlgs.build(assets::srlg),
                services.build(serviceReader::service));
    }

    private Section section(String key, Shape shape, NameTable table) {
        Section section = new Section(shape, table, problems);
        files.forEach(file -> section.addAll(file.items(key)));
        return section;
    }

    private String readName() {
        List<Fields> naming = files.stream().filter(file -> file.has("name")).toList();
        if (naming.size() != 1) {
            problems.add(Problem.error(
                    "network-name",
                    naming.isEmpty() ? files.get(0).location() : naming.get(1).at("name"),
                    "Expected 'name' in exactly one file of the network, but found it in %s."
                            .formatted(
                                    naming.isEmpty()
                                            ? "none"
                                            : "%s; the first is %s"
                                                    .formatted(
                                                            naming.size(),
                                                            naming.get(0).at("name"))),
                    naming.isEmpty() ? "Maybe add a line such as 'name: Backbone'." : ""));
        }
        return naming.isEmpty() ? "" : naming.get(0).text("name");
    }

    private @Nullable Fields readDefaults() {
        List<Fields> having =
                files.stream().filter(file -> file.has("defaults")).toList();
        if (having.size() > 1) {
            problems.add(Problem.error(
                    "several-defaults",
                    having.get(1).at("defaults"),
                    "Expected 'defaults' in at most one file of the network, but found it in %s; the first is %s."
                            .formatted(having.size(), having.get(0).at("defaults")),
                    ""));
        }
        return having.isEmpty()
                ? null
                : having.get(0).mapping("defaults", NetworkShapes.DEFAULTS).orElse(null);
    }
}
