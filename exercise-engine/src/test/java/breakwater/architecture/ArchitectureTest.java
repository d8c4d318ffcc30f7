package breakwater.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

/** The map of the pure module. Think about the layering before you add a line. */
class ArchitectureTest {

    /** Package, then the packages it may use; leaves first, in the order of the flow. */
    static final PackageMap MAP = new PackageMap("breakwater")
            // leaves: use nothing
            .allow("problem")
            .allow("queue")
            .allow("draw")
            .allow("graph", "queue")
            // the model and the words of a run
            .allow("network")
            .allow("keyrate", "problem", "document")
            .allow("exercise", "network")
            .allow("scenario", "network", "exercise", "keyrate")
            .allow("analysis", "network")
            // readers of files: bytes in, model or located problems out
            .allow("document", "problem")
            .allow("network.yaml", "document", "problem", "network", "exercise", "keyrate")
            .allow(
                    "scenario.yaml",
                    "document",
                    "problem",
                    "network",
                    "network.yaml",
                    "exercise",
                    "scenario",
                    "keyrate")
            // the drill
            .allow("engine.plan", "network", "exercise", "scenario", "graph", "draw")
            .allow(
                    "engine",
                    "engine.plan",
                    "network",
                    "exercise",
                    "scenario",
                    "graph",
                    "queue",
                    "draw")
            .allow("responder", "network", "exercise")
            .allow(
                    "conductor",
                    "engine",
                    "engine.plan",
                    "responder",
                    "network",
                    "exercise",
                    "scenario")
            // from the log alone: anybody may do this without the engine
            .allow("log", "problem", "network", "exercise")
            .allow("replay", "network", "exercise")
            .allow("scoring", "problem", "network", "exercise", "log")
            .allow("scoring.json", "network", "exercise", "scoring")
            .allow("report", "network", "exercise", "log", "replay", "scoring")
            .allow("report.json", "network", "exercise", "log", "scoring", "scoring.json", "report")
            // many drills: plays and scores, keeps no log
            .allow("statistics", "draw")
            .allow(
                    "ensemble",
                    "conductor",
                    "engine.plan",
                    "responder",
                    "network",
                    "exercise",
                    "scenario",
                    "scoring",
                    "draw",
                    "statistics")
            .allow("ensemble.json", "ensemble", "engine.plan", "network", "scenario", "statistics")
            // libraries stay where formats are read and written
            .library("org.snakeyaml.engine.", "document")
            .library(
                    "com.fasterxml.jackson.core.",
                    "log",
                    "scoring.json",
                    "report.json",
                    "ensemble.json",
                    "keyrate",
                    "document")
            .library("org.jgrapht.", "analysis");

    /** Whoever holds a log gets the same figures, without the engine that played it. */
    static ArchRule judgesDoNotSeeTheEngine(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".log..",
                        root + ".replay..",
                        root + ".scoring..",
                        root + ".report..")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage(
                        root + ".engine..",
                        root + ".conductor..",
                        root + ".responder..",
                        root + ".draw..")
                .allowEmptyShould(false);
    }

    static ArchRule packagesAreFreeOfCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("breakwater");

    @Test
    void usesOnlyWhatTheMapAllows() {
        assertThat(MAP.violations(PRODUCT)).isEmpty();
    }

    @Test
    void dependsOnItsInputsAlone() {
        assertThat(Purity.violations(PRODUCT)).isEmpty();
    }

    @Test
    void judgesALogWithoutTheEngine() {
        judgesDoNotSeeTheEngine("breakwater").check(PRODUCT);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        packagesAreFreeOfCycles("breakwater").check(PRODUCT);
    }
}
