package breakwater.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

/** The map of the playbooks, beside that of exercise-engine, with the same walls. */
class PlaybooksArchitectureTest {

    /** Package, then the packages it may use, those of exercise-engine among them; leaves first. */
    private static final PackageMap MAP = new PackageMap("breakwater")
            .elsewhere(
                    "problem",
                    "document",
                    "draw",
                    "ensemble",
                    "exercise",
                    "network",
                    "replay",
                    "responder",
                    "scenario")
            .allow("playbook.expression", "problem")
            .allow("playbook", "playbook.expression", "problem")
            .allow("playbook.event", "playbook.expression")
            .allow("playbook.action", "playbook.expression")
            .allow("playbook.library", "document")
            .allow(
                    "playbook.yaml",
                    "playbook",
                    "playbook.event",
                    "playbook.expression",
                    "document",
                    "problem")
            .allow(
                    "playbook.format",
                    "playbook",
                    "playbook.expression",
                    "playbook.yaml",
                    "document",
                    "problem")
            .allow(
                    "playbook.check",
                    "playbook",
                    "playbook.action",
                    "playbook.event",
                    "playbook.expression",
                    "playbook.yaml",
                    "problem")
            .allow(
                    "playbook.run",
                    "playbook",
                    "playbook.action",
                    "playbook.check",
                    "playbook.event",
                    "playbook.expression",
                    "playbook.yaml",
                    "draw",
                    "exercise",
                    "network",
                    "problem",
                    "replay",
                    "responder")
            .allow(
                    "playbook.team",
                    "playbook",
                    "playbook.event",
                    "playbook.check",
                    "playbook.run",
                    "problem",
                    "draw",
                    "ensemble",
                    "exercise",
                    "network",
                    "responder",
                    "scenario")
            .allow("playbook.trial", "playbook", "exercise", "network", "problem")
            .allow(
                    "playbook.trial.yaml",
                    "playbook",
                    "playbook.action",
                    "playbook.check",
                    "playbook.expression",
                    "playbook.trial",
                    "playbook.yaml",
                    "document",
                    "exercise",
                    "network",
                    "problem")
            .allow(
                    "playbook.trial.play",
                    "playbook",
                    "playbook.action",
                    "playbook.check",
                    "playbook.expression",
                    "playbook.run",
                    "playbook.trial",
                    "playbook.yaml",
                    "document",
                    "exercise",
                    "network",
                    "problem",
                    "replay",
                    "responder")
            .allow(
                    "playbook.trial.judge",
                    "playbook",
                    "playbook.check",
                    "playbook.run",
                    "playbook.trial",
                    "playbook.trial.play",
                    "playbook.yaml",
                    "exercise",
                    "network",
                    "problem")
            .allow("playbook.drawing", "playbook", "playbook.expression", "playbook.yaml")
            .allow(
                    "playbook.difference",
                    "playbook",
                    "playbook.check",
                    "playbook.expression",
                    "playbook.yaml")
            .allow(
                    "playbook.trial.coverage",
                    "playbook",
                    "playbook.check",
                    "playbook.trial",
                    "playbook.trial.play",
                    "playbook.yaml",
                    "exercise",
                    "problem")
            .allow("playbook.cacao.json", "problem", "document")
            .allow("playbook.cacao", "playbook.cacao.json", "problem")
            .allow("playbook.cacao.check", "playbook.cacao", "playbook.cacao.json", "problem")
            .allow(
                    "playbook.cacao.export",
                    "playbook",
                    "playbook.cacao",
                    "playbook.cacao.json",
                    "playbook.check",
                    "playbook.expression",
                    "playbook.yaml",
                    "problem")
            .allow(
                    "playbook.cacao.importing",
                    "playbook",
                    "playbook.cacao",
                    "playbook.cacao.check",
                    "playbook.cacao.export",
                    "playbook.cacao.json",
                    "playbook.yaml",
                    "document",
                    "problem")
            .allow("playbook.cacao.signature", "playbook.cacao.json", "problem")
            .library("com.fasterxml.jackson.core.", "playbook.cacao.json")
            .library("dev.cel.", "playbook.expression")
            .library("com.google.common.collect.", "playbook.expression")
            .library("com.google.re2j.", "playbook.expression");

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void usesOnlyWhatTheMapAllows() {
        assertThat(MAP.violations(PRODUCT)).isEmpty();
    }

    @Test
    void dependsOnItsInputsAlone() {
        assertThat(Purity.violations(PRODUCT)).isEmpty();
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        ArchitectureTest.packagesAreFreeOfCycles("breakwater").check(PRODUCT);
    }
}
