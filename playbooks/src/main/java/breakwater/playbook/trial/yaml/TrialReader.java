package breakwater.playbook.trial.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.Fields;
import breakwater.document.SourceFile;
import breakwater.document.YamlReader;
import breakwater.playbook.Playbook;
import breakwater.playbook.trial.Trial;
import breakwater.playbook.trial.TrialFile;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Location;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a test file. Pure; time linear in its size, which is bounded, and in the number of steps. */
public final class TrialReader {

    /** How the name of a test file ends. */
    public static final String SUFFIX = ".test.yaml";

    /** More than a person will write for one playbook. */
    private static final int TRIALS_MAX = 500;

    private final Problems problems;
    private final Names names;

    private TrialReader(Problems problems, Names names) {
        this.problems = problems;
        this.names = names;
    }

    /**
     * The trials in {@code file}.
     *
     * @param playbooks by id: the one that is tested, and those it calls
     * @return empty when something is wrong with the file, which {@code problems} then says
     */
    public static Optional<TrialFile> read(
            SourceFile file, Map<String, Playbook> playbooks, Problems problems) {
        int errorsBefore = problems.countErrors();
        if (file.bytes().length > PlaybookReader.SIZE_MAX_BYTES) {
            problems.add(Problem.error(
                    "file-too-large",
                    Location.startOf(file.shownAs()),
                    "Expected a test file of at most %s MiB, but found %s bytes."
                            .formatted(PlaybookReader.SIZE_MAX_BYTES >> 20, file.bytes().length),
                    "Maybe split it."));
            return Optional.empty();
        }
        return YamlReader.read(file.shownAs(), file.bytes(), problems)
                .flatMap(root -> Fields.read(TrialShapes.FILE, root, problems))
                .flatMap(fields -> tested(fields, playbooks)
                        .map(playbook -> new TrialReader(
                                        problems, new Names(playbook, playbooks, problems))
                                .file(fields)))
                .filter(read -> problems.countErrors() == errorsBefore);
    }

    private static Optional<Playbook> tested(Fields fields, Map<String, Playbook> playbooks) {
        String id = fields.text("test");
        Optional<Playbook> found = Optional.ofNullable(playbooks.get(id));
        if (found.isEmpty() && !id.isEmpty()) {
            fields.report(
                    "test",
                    "unknown-playbook",
                    "Expected a playbook beside the test or in the library, but found '%s'."
                            .formatted(id),
                    Nearest.adviceAmong(playbooks.keySet(), id));
        }
        return found;
    }

    private TrialFile file(Fields fields) {
        WorldReader worlds = new WorldReader(names, problems);
        ReplyReader replies = new ReplyReader(names, problems);
        WorldReader.Begin begin = WorldReader.NOTHING;
        ReplyReader.Replies common = ReplyReader.NONE;
        Optional<Fields> section = fields.mapping("common", TrialShapes.COMMON);
        if (section.isPresent()) {
            begin = worlds.given(section.get(), begin);
            common = replies.of(section.get(), common);
        }
        List<Trial> trials = new ArrayList<>();
        Map<String, Location> earlier = new HashMap<>();
        for (DocumentNode item : fields.items("trials")) {
            Optional<Fields> trial = Fields.read(TrialShapes.TRIAL, item, problems);
            if (trial.isPresent()) {
                trials.add(trial(trial.get(), worlds, begin, replies, common));
                unique(trial.get(), earlier);
            }
        }
        count(fields, trials.size());
        return new TrialFile(names.playbook().id(), trials, fields.location());
    }

    private void count(Fields fields, int trials) {
        if (trials == 0 && fields.has("trials")) {
            fields.report(
                    "trials", "no-trials", "Expected at least one trial, but found none.", "");
        }
        if (trials > TRIALS_MAX) {
            fields.report(
                    "trials",
                    "too-many-trials",
                    "Expected at most %s trials, but found %s.".formatted(TRIALS_MAX, trials),
                    "Maybe split the playbook.");
        }
    }

    private void unique(Fields trial, Map<String, Location> earlier) {
        Optional<DocumentNode> name = trial.find("trial");
        if (name.isPresent() && name.get() instanceof Scalar written) {
            Location before = earlier.putIfAbsent(written.text(), written.location());
            if (before != null) {
                trial.report(
                        "trial",
                        "duplicate-name",
                        "Expected each trial to have a name of its own, but '%s' stands already at line %s."
                                .formatted(written.text(), before.line()),
                        "");
            }
        }
    }

    private Trial trial(
            Fields fields,
            WorldReader worlds,
            WorldReader.Begin commonBegin,
            ReplyReader replies,
            ReplyReader.Replies common) {
        WorldReader.Begin begin = worlds.given(fields, commonBegin);
        WorldReader.World world = worlds.happens(fields, begin);
        ReplyReader.Replies own = replies.of(fields, common);
        if (begin.inputs().isEmpty() && names.playbook().triggers().isEmpty()) {
            problems.add(Problem.error(
                    "missing-key",
                    fields.location(),
                    "Expected 'inputs' below 'given', for no event starts playbook '%s', but they are missing."
                            .formatted(names.playbook().id()),
                    "Maybe write given: {inputs: {}} with what it needs."));
        }
        return new Trial(
                fields.text("trial"),
                world.given(),
                world.happens(),
                own.actions(),
                own.calls(),
                own.answers(),
                own.donors(),
                names.values().optionalDuration(fields, "until"),
                new ExpectationReader(names, problems).read(fields),
                fields.location());
    }
}
