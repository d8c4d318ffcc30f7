package breakwater.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sources of all modules keep the size limits and the names of CONTRIBUTING.md. */
class TidyTest {

    /** What may differ: {@code "place [rule]"}, and why. An exception that is no longer needed fails as well. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "exercise-engine/src/main/java/breakwater/engine/NodeStates.java#NodeStates [parameters]",
            "Called once, where the engine joins its parts: a record around six of them would only move the list.",
            "exercise-engine/src/main/java/breakwater/exercise/ExerciseEvent.java [file-lines]",
            "A table in the shape of code: one record per kind of event and one visitor method each. Split, the closed"
                    + " set could no longer be read, or checked for gaps, in one place.",
            "exercise-engine/src/test/java/breakwater/scoring/ScorerTest.java [file-lines]",
            "Worked examples in the order of the definitions they check; each stands alone, and none is long.");

    @Test
    void keepsTheLimits() {
        List<String> untidy = new ArrayList<>();
        List<String> unused = new ArrayList<>(EXCEPTIONS.keySet());
        for (Finding finding : findings(Sources.ofThisRepository())) {
            String key = "%s [%s]".formatted(finding.place(), finding.rule());
            if (EXCEPTIONS.containsKey(key)) {
                unused.remove(key);
            } else {
                untidy.add(finding.toString());
            }
        }

        assertThat(untidy).isEmpty();
        assertThat(unused).as("exceptions that nothing needs").isEmpty();
    }

    @Test
    void looksAtAllModules() {
        assertThat(Sources.ofThisRepository().list())
                .extracting(source -> source.path().substring(0, source.path().indexOf('/')))
                .contains("exercise-engine", "playbooks", "federation", "tabletop-ui");
    }

    @Test
    void findsPlantedViolations(@TempDir Path repository) throws Exception {
        plant(repository, "engine/pom.xml", "");
        plant(
                repository,
                "engine/src/main/java/demo/tidy/package-info.java",
                "@NullMarked\npackage demo.tidy;\n");
        plant(repository, "engine/src/main/java/demo/tidy/Tidy.java", tidyRecord());
        plant(repository, "engine/src/main/java/demo/util/Long.java", longClass());
        plant(
                repository,
                "engine/src/main/java/demo/unmarked/package-info.java",
                "package demo;\n");
        plant(
                repository,
                "engine/src/main/java/demo/tidy/DrillManager.java",
                "class DrillManager {}\n");
        plant(
                repository,
                "engine/src/test/java/demo/Wide.java",
                "class Wide {} // %s\n".formatted("x".repeat(120)));
        plant(
                repository,
                "engine/src/test/java/demo/Later.java",
                "class Later {\n\t// TO" + "DO all of it\n}\n");
        plant(repository, "engine/src/main/java/demo/tidy/Abroad.java", abroadClass());
        plant(repository, "engine/src/test/java/demo/AbroadTest.java", abroadClass());
        plant(repository, "unrelated/src/main/java/demo/util/Unseen.java", "class Unseen {}\n");

        assertThat(findings(new Sources(repository)))
                .extracting(Finding::toString)
                .containsExactly(
                        abroad(3),
                        abroad(4),
                        abroad(5),
                        abroad(6),
                        abroad(7),
                        "engine/src/main/java/demo/tidy/DrillManager.java: DrillManager.java says nothing of what it"
                                + " does [type-name]",
                        "engine/src/main/java/demo/unmarked: has no package-info.java that says its purpose and"
                                + " @NullMarked [package-info]",
                        "engine/src/main/java/demo/util/Long.java#Long: 6 parameters, at most 5 [parameters]",
                        "engine/src/main/java/demo/util/Long.java#tooLong: 61 lines, at most 60 [method-lines]",
                        "engine/src/main/java/demo/util/Long.java: 401 lines, at most 400 [file-lines]",
                        "engine/src/main/java/demo/util: has no package-info.java that says its purpose and"
                                + " @NullMarked [package-info]",
                        "engine/src/main/java/demo/util: util names nothing [package-name]",
                        "engine/src/test/java/demo/Later.java: line 2 has a tab [tab]",
                        "engine/src/test/java/demo/Later.java: line 2 says TO"
                                + "DO; do it, or file it [left-for-later]",
                        "engine/src/test/java/demo/Wide.java: line 1 has 137 columns, at most 120 [line-columns]");
    }

    /** Six components, a compact constructor, and text that is wider than code may be. */
    private static String tidyRecord() {
        String wide = "x".repeat(130);
        return "record Tidy(int a, int b, int c, int d, int e, int f) {\n  Tidy {}\n  static final String WIDE =\n"
                + "    \"%s\";\n  static final String BLOCK = \"\"\"\n%s\n\"\"\";\n}\n"
                        .formatted(wide, wide);
    }

    /** 401 lines; a method of 60 lines, one of 61, and a constructor of six parameters. */
    private static String longClass() {
        String head =
                "package demo.util;\nclass Long {\n  Long(int a, int b, int c, int d, int e, int f) {}\n";
        String methods = "  @Deprecated\n  void justFits() {\n%s  }\n  void tooLong() {\n%s  }\n"
                .formatted(statements(58), statements(59));
        long rest = 400 - (head + methods).lines().count();
        return head + methods + "  // filling\n".repeat((int) rest) + "}\n";
    }

    /** Five numbers in the locale of the machine, and five formats that are the same everywhere. */
    private static String abroadClass() {
        return """
                class Abroad {
                  void differ(int i, java.io.PrintStream out) {
                    "%d".formatted(i);
                    "%s of %02d".formatted(i, i);
                    String.format("%-8.3f", 1.0 * i);
                    out.printf("%,d", i);
                    ("%0" + i + "d").formatted(i);
                  }
                  void agree(int i, java.io.PrintStream out) {
                    "%d".substring(1);
                    "%s %-8s %n 5 %% of %2$s %02X".formatted(i, i);
                    String.format(java.util.Locale.ROOT, "%d", i);
                    out.printf(java.util.Locale.ROOT, "%,d", i);
                    throw new IllegalStateException("%d".formatted(i));
                  }
                }
                """;
    }

    private static String abroad(int line) {
        return "engine/src/main/java/demo/tidy/Abroad.java: line " + line
                + " formats by the locale of the machine; use %s, or String.format(Locale.ROOT, ...) [locale]";
    }

    private static String statements(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(i -> "    int i" + i + ";\n")
                .collect(Collectors.joining());
    }

    private static List<Finding> findings(Sources sources) {
        List<Finding> findings = new ArrayList<>();
        TextRules.check(sources.list(), findings::add);
        MethodRules.check(sources.list(), findings::add);
        return findings.stream().sorted().toList();
    }

    private static void plant(Path repository, String path, String text) throws Exception {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
