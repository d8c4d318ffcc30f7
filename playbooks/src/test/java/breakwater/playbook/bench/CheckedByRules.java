package breakwater.playbook.bench;

import breakwater.bench.Contestant;
import breakwater.document.SourceFile;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;

/** What {@code breakwater check} does with a file. */
final class CheckedByRules implements Contestant {

    private static final int CHECKS_PER_ROUND = 20;

    private final SourceFile file = LongPlaybook.file();

    @Override
    public String proof() {
        Problems problems = new Problems();
        check(problems);
        return problems.inFileOrder().toString();
    }

    private boolean check(Problems problems) {
        return PlaybookReader.read(file, problems)
                .flatMap(
                        playbook -> PlaybookChecker.check(playbook, Surroundings.UNKNOWN, problems))
                .isPresent();
    }

    @Override
    public int rounds() {
        return 40;
    }

    @Override
    public long round(int number) {
        long sound = 0;
        for (int i = 0; i < CHECKS_PER_ROUND; i++) {
            sound += check(new Problems()) ? 1 : 0;
        }
        return sound;
    }
}
