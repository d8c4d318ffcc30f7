package breakwater.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs benchmarks: {@code bench [NAME...] [--json] [--passes N]}. Without a name it runs all. Exit code 0 if every bar
 * holds, 1 if one does not or a proof differs, 2 for wrong usage.
 */
public final class Bench {

    private static final int DEFAULT_PASSES = 5;

    private Bench() {}

    private record Options(List<Benchmark> benchmarks, boolean json, int passes) {}

    public static void main(String[] args) {
        Options options;
        try {
            options = parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("Usage: bench [%s]... [--json] [--passes N]"
                    .formatted(String.join("|", Benchmarks.names())));
            System.exit(2);
            return;
        }
        List<Report.Section> sections = new ArrayList<>();
        for (Benchmark benchmark : options.benchmarks) {
            sections.add(run(benchmark, options.passes));
        }
        System.out.println(options.json ? Report.json(sections) : Report.table(sections));
        System.exit(sections.stream().allMatch(Report.Section::holds) ? 0 : 1);
    }

    private static Options parse(String[] args) {
        List<Benchmark> benchmarks = new ArrayList<>();
        boolean json = false;
        int passes = DEFAULT_PASSES;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--json")) {
                json = true;
            } else if (args[i].equals("--passes") && i + 1 < args.length) {
                passes = passes(args[++i]);
            } else {
                benchmarks.add(Benchmarks.get(args[i]));
            }
        }
        if (benchmarks.isEmpty()) {
            Benchmarks.names().forEach(name -> benchmarks.add(Benchmarks.get(name)));
        }
        return new Options(benchmarks, json, passes);
    }

    private static int passes(String text) {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException(
                    "Expected --passes with a number of 1 to 999, but found '%s'.".formatted(text));
        }
        return Integer.parseInt(text);
    }

    /** Proofs first, then passes in which the contestants take turns. */
    private static Report.Section run(Benchmark benchmark, int passes) {
        Optional<List<Figure>> apart = benchmark.measureApart();
        if (apart.isPresent()) {
            return new Report.Section(benchmark, new Outcomes(Map.of()), apart.get(), "");
        }
        String difference = compareProofs(benchmark);
        if (!difference.isEmpty()) {
            return new Report.Section(benchmark, new Outcomes(Map.of()), List.of(), difference);
        }
        Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
        for (int pass = 1; pass <= passes; pass++) {
            for (String contestant : benchmark.contestants()) {
                System.err.println("%s pass %d of %d: %s"
                        .formatted(benchmark.name(), pass, passes, contestant));
                outcomes.computeIfAbsent(contestant, key -> new ArrayList<>())
                        .add(ContestantProcess.time(benchmark, contestant));
            }
        }
        Map<String, Outcome> byContestant = new LinkedHashMap<>();
        outcomes.forEach((name, each) -> byContestant.put(name, Outcome.median(each)));
        var medians = new Outcomes(byContestant);
        return new Report.Section(
                benchmark,
                medians,
                benchmark.figures(medians),
                medians.findComplaint().orElse(""));
    }

    private static String compareProofs(Benchmark benchmark) {
        String own = benchmark.contestants().get(0);
        String expected = ContestantProcess.proof(benchmark, own);
        for (String contestant : benchmark.contestants()) {
            String found = ContestantProcess.proof(benchmark, contestant);
            if (!found.equals(expected)) {
                return "'%s' came to '%s', but '%s' to '%s'"
                        .formatted(own, expected, contestant, found);
            }
        }
        return "";
    }
}
