package breakwater.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one contestant in a JVM of its own: serial collector, fixed heap, pinned to one core where the system can. */
final class ContestantProcess {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xms2g", "-Xmx2g");

    private ContestantProcess() {}

    static String proof(Benchmark benchmark, String contestant) {
        return run(benchmark.name(), contestant, "proof");
    }

    static Outcome time(Benchmark benchmark, String contestant) {
        return Outcome.ofLine(run(benchmark.name(), contestant, "time"));
    }

    /** How contestants are run, for the head of the report. */
    static String configuration() {
        return String.join(" ", FLAGS) + (findTaskset() ? ", pinned to one core" : ", not pinned");
    }

    private static String run(String... arguments) {
        List<String> command = new ArrayList<>();
        if (findTaskset()) {
            int lastCore = Runtime.getRuntime().availableProcessors() - 1;
            command.addAll(List.of("taskset", "-c", String.valueOf(lastCore)));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(ContestantMain.class.getName());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            List<String> lines;
            try (InputStream output = process.getInputStream()) {
                lines = new String(output.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
            if (process.waitFor() != 0 || lines.isEmpty()) {
                throw new IllegalStateException("The contestant %s failed:%n%s"
                        .formatted(List.of(arguments), String.join("\n", lines)));
            }
            return lines.get(lines.size() - 1);
        } catch (IOException e) {
            throw new IllegalStateException("Expected to start %s.".formatted(command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a contestant ran.", e);
        }
    }

    private static boolean findTaskset() {
        for (String directory :
                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(directory, "taskset"))) {
                return true;
            }
        }
        return false;
    }
}
