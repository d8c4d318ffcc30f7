package breakwater.tabletop.cli;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.difference.Difference;
import breakwater.playbook.difference.PlaybookDifference;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;
import breakwater.tabletop.files.NamedPlaybook;
import breakwater.tabletop.findings.IndentedJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** {@code breakwater playbook diff}: what two playbooks do differently. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Says what two playbooks do differently, step by step; blanks, comments and the order of keys are nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:they do the same", "1:they differ", "2:one of them cannot be read"})
final class DiffCommand implements Callable<Integer> {

    private static final int UNREADABLE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "A file (.playbook.yaml), or the id of a playbook of the library.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "Another one.")
    private String after = "";

    @Option(
            names = "--format",
            converter = ListingFormat.Argument.class,
            paramLabel = "FORMAT",
            description = "text or json. Default: text.")
    private ListingFormat format = ListingFormat.TEXT;

    @Override
    public Integer call() throws IOException {
        Optional<Playbook> one = read(before);
        Optional<Playbook> other = read(after);
        if (one.isEmpty() || other.isEmpty()) {
            return UNREADABLE;
        }
        List<Difference> differences =
                PlaybookDifference.between(one.get(), other.get(), library());
        spec.commandLine()
                .getOut()
                .print(format == ListingFormat.JSON ? json(differences) : text(differences));
        spec.commandLine().getOut().flush();
        return differences.isEmpty() ? 0 : 1;
    }

    private Optional<Playbook> read(String name) throws IOException {
        NamedPlaybook named = new NamedPlaybook(name);
        Optional<Playbook> playbook = named.read();
        if (playbook.isEmpty()) {
            spec.commandLine().getErr().print(named.explain());
            spec.commandLine().getErr().flush();
        }
        return playbook;
    }

    private static Map<String, Playbook> library() {
        Map<String, Playbook> byId = new TreeMap<>();
        for (SourceFile file : ShippedPlaybooks.all()) {
            PlaybookReader.read(file, new Problems())
                    .ifPresent(playbook -> byId.put(playbook.id(), playbook));
        }
        return byId;
    }

    private static String text(List<Difference> differences) {
        StringBuilder text = new StringBuilder();
        differences.forEach(one -> text.append(one.sentence()).append('\n'));
        return text.append(
                        switch (differences.size()) {
                            case 0 -> "They do the same.\n";
                            case 1 -> "1 difference\n";
                            default -> "%s differences\n".formatted(differences.size());
                        })
                .toString();
    }

    private static String json(List<Difference> differences) {
        return IndentedJson.object(json -> {
            json.writeArrayFieldStart("differences");
            for (Difference one : differences) {
                json.writeStartObject();
                json.writeStringField("kind", one.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringField("subject", one.subject());
                json.writeStringField("what", one.what());
                json.writeStringField("before", one.before());
                json.writeStringField("after", one.after());
                json.writeStringField("sentence", one.sentence());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
