package breakwater.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

/** Each rule of {@link ArchitectureTest} fails on classes that break it, and on nothing else in them. */
class PlantedViolationsTest {

    private static final String ROOT = "breakwater.architecture.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

    @Test
    void findsWhatTheMapDoesNotAllow() {
        PackageMap map = new PackageMap(ROOT)
                .allow(ROOT)
                .allow("engine", "scoring")
                .allow("scoring")
                .library("org.snakeyaml.engine.", "document");

        assertThat(map.violations(PLANTED))
                .containsExactly(
                        "document is in the map, but has no class",
                        "scoring may not use engine: Peeping uses Horizon",
                        "scoring may not use org.snakeyaml.engine.v2.api: Peeping uses LoadSettings",
                        "stray is not in the map");
    }

    @Test
    void findsEveryWayToBeImpure() {
        assertThat(Purity.violations(PLANTED))
                .containsExactly(
                        "Impure uses java.io.File: files, network, console and logs belong to the shell",
                        "Impure uses java.lang.Math.log: StrictMath gives the same bits everywhere",
                        "Impure uses java.lang.Math.random: chance is drawn by breakwater.draw",
                        "Impure uses java.lang.System.currentTimeMillis: time is an argument",
                        "Impure uses java.lang.System.getenv: files, network, console and logs belong to the shell",
                        "Impure uses java.lang.System.nanoTime: time is an argument",
                        "Impure uses java.lang.System.out: files, network, console and logs belong to the shell",
                        "Impure uses java.lang.Thread: threads belong to the shell",
                        "Impure uses java.nio.file.Path: files, network, console and logs belong to the shell",
                        "Impure uses java.time.Instant.now: time is an argument",
                        "Impure uses java.util.Random: chance is drawn by breakwater.draw",
                        "Impure uses java.util.SplittableRandom: chance is drawn by breakwater.draw",
                        "Impure uses java.util.concurrent.ExecutorService: threads belong to the shell",
                        "Impure uses java.util.concurrent.ThreadLocalRandom: chance is drawn by breakwater.draw",
                        "Impure uses java.util.logging.Logger: files, network, console and logs belong to the shell");
    }

    @Test
    void findsAJudgeThatSeesTheEngine() {
        assertThat(ArchitectureTest.judgesDoNotSeeTheEngine(ROOT)
                        .evaluate(PLANTED)
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation).contains("planted.scoring.Peeping"));
    }

    @Test
    void findsACycle() {
        assertThat(ArchitectureTest.packagesAreFreeOfCycles(ROOT)
                        .evaluate(PLANTED)
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .startsWith(
                        "Cycle detected: Slice engine -> \n                Slice scoring -> \n                Slice engine");
    }
}
