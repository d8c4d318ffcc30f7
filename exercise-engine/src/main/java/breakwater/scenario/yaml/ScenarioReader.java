package breakwater.scenario.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.Fields;
import breakwater.document.NameTable;
import breakwater.document.Section;
import breakwater.network.Ids;
import breakwater.network.Network;
import breakwater.network.yaml.NetworkNames;
import breakwater.network.yaml.NetworkReading;
import breakwater.problem.Problems;
import breakwater.scenario.Inject;
import breakwater.scenario.Scenario;
import breakwater.scenario.Scenario.LinkHazard;
import breakwater.scenario.Scenario.Objective;

import java.util.List;
import java.util.Optional;

/** Reads {@code scenario.yaml} against the network it is played on. Pure. */
public final class ScenarioReader {

    private ScenarioReader() {}

    /**
     * The scenario in {@code root}, or empty when something is wrong with it; {@code problems} then says all of it.
     *
     * @param reading the network its references name; of a broken one what could be read
     * @param horizonMicros EndEx, to warn of what comes later
     */
    public static Optional<Scenario> read(
            DocumentNode root, NetworkReading reading, long horizonMicros, Problems problems) {
        int errorsBefore = problems.countErrors();
        Optional<Fields> file = Fields.read(ScenarioShapes.SCENARIO, root, problems);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        NetworkNames names = reading.names();
        SpellReader spells = new SpellReader(problems);
        var tables = new InjectReader.Tables(
                new NameTable("objective", Ids::isName, problems),
                new NameTable("inject", Ids::isName, problems));
        FaultReader faults = new FaultReader(reading.network(), names, spells, problems);
        InjectReader reader = new InjectReader(names, tables, faults, horizonMicros, problems);
        Section objectiveItems =
                new Section(ScenarioShapes.OBJECTIVE, tables.objectives(), problems);
        Section injectItems = new Section(ScenarioShapes.INJECT, tables.injects(), problems);
        objectiveItems.addAll(file.get().items("objectives"));
        injectItems.addAll(file.get().items("injects"));
        List<Objective> objectives = objectiveItems.build(ScenarioReader::objective);
        List<Inject> injects = injectItems.build(reader::inject);
        Optional<LinkHazard> hazards = file.get()
                .mapping("hazards", ScenarioShapes.HAZARDS)
                .flatMap(fields ->
                        hazards(fields, spells, reading.network(), horizonMicros, problems));
        if (injects.size() == tables.injects().names().size()) {
            new InjectChecks(injects, tables.injects(), problems).run();
        }
        return problems.countErrors() == errorsBefore
                ? Optional.of(new Scenario(objectives, injects, hazards))
                : Optional.empty();
    }

    private static Optional<Objective> objective(String id, Fields fields) {
        String text = fields.text("text");
        return fields.isSound() ? Optional.of(new Objective(id, text)) : Optional.empty();
    }

    private static Optional<LinkHazard> hazards(
            Fields fields,
            SpellReader spells,
            Optional<Network> network,
            long horizonMicros,
            Problems problems) {
        double upMean = fields.durationMicros("linkUpMean") / 1e6;
        if (upMean <= 0 && fields.isSound()) {
            fields.report(
                    "linkUpMean",
                    "out-of-range",
                    "Expected 'linkUpMean' to be longer than 0 s.",
                    "");
        }
        var down = spells.spell(fields, "down");
        if (!fields.isSound()) {
            return Optional.empty();
        }
        LinkHazard hazard = new LinkHazard(upMean, down);
        network.ifPresent(known ->
                HazardChecks.warn(hazard, known.links().size(), horizonMicros, fields, problems));
        return Optional.of(hazard);
    }
}
