package breakwater.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one run of the product in a heap of a given size came to, by the collector's own log.
 *
 * @param completed whether it ended with exit code 0
 * @param mostUsedMebibytes of the heap before any collection, garbage included
 * @param mostKeptMebibytes of the heap after any collection: what was in use, or not yet known to be garbage
 */
record HeapRun(boolean completed, int mostUsedMebibytes, int mostKeptMebibytes) {

    private static final Path JARS = Path.of("tabletop-ui", "target");
    private static final Path EXERCISE = Path.of("exercises", "iberia-2025");

    /** As in {@code [0.5s][info][gc] GC(3) Pause Young (Allocation Failure) 70M->12M(247M) 5.1ms}. */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    /**
     * Runs iberia-2025 with a heap of at most {@code mebibytes}.
     *
     * @throws IllegalStateException when the product is not built
     */
    static HeapRun of(int mebibytes) {
        System.err.println("MEMORY: a heap of %d MiB".formatted(mebibytes));
        try {
            Path folder = Files.createTempDirectory("breakwater-memory");
            try {
                return run(mebibytes, folder);
            } finally {
                deleteTree(folder);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Expected to run the product in a heap of its own.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the product ran.", e);
        }
    }

    private static HeapRun run(int mebibytes, Path folder)
            throws IOException, InterruptedException {
        Path collections = folder.resolve("gc.log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx%dm".formatted(mebibytes),
                        "-Xlog:gc:file=" + collections,
                        "-jar",
                        jar().toString(),
                        "run",
                        EXERCISE.toString(),
                        "--seed",
                        "7",
                        "--out",
                        folder.resolve("out").toString()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            output.readAllBytes();
        }
        boolean completed = process.waitFor() == 0
                && Files.isRegularFile(folder.resolve("out").resolve("report.html"));
        int mostUsed = 0;
        int mostKept = 0;
        Matcher found = COLLECTION.matcher(Files.readString(collections, StandardCharsets.UTF_8));
        while (found.find()) {
            mostUsed = Math.max(mostUsed, Integer.parseInt(found.group(1)));
            mostKept = Math.max(mostKept, Integer.parseInt(found.group(2)));
        }
        return new HeapRun(completed, mostUsed, mostKept);
    }

    private static Path jar() throws IOException {
        if (Files.isDirectory(JARS)) {
            try (Stream<Path> files = Files.list(JARS)) {
                var jar = files.filter(file -> String.valueOf(file.getFileName())
                                .matches("tabletop-ui-[^/]*\\.jar"))
                        .sorted()
                        .findFirst();
                if (jar.isPresent()) {
                    return jar.get();
                }
            }
        }
        throw new IllegalStateException(
                "Expected the built product in %s, found none. Maybe run ./breakwater --version first."
                        .formatted(JARS));
    }

    private static void deleteTree(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
