package breakwater.tabletop.cli;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.drawing.PlaybookDrawing;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;
import breakwater.tabletop.files.NamedPlaybook;
import breakwater.tabletop.report.PlaybookPicture;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code breakwater playbook show}: what a playbook does, as a picture. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Draws the flow of a playbook as SVG. Without a playbook: lists those of the shipped library.")
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "PLAYBOOK",
            description = "A file (.playbook.yaml), or the id of a playbook of the library.")
    private String name = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write the picture. Default: standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isEmpty()) {
            out.print(library());
            out.flush();
            return 0;
        }
        NamedPlaybook named = new NamedPlaybook(name);
        Optional<Playbook> playbook = named.read();
        if (playbook.isEmpty()) {
            spec.commandLine().getErr().print(named.explain());
            spec.commandLine().getErr().flush();
            return 1;
        }
        String picture = PlaybookPicture.svg(PlaybookDrawing.of(playbook.get()));
        if (output == null) {
            out.print(picture);
        } else {
            Files.writeString(output, picture, StandardCharsets.UTF_8);
            out.println(output);
        }
        out.flush();
        return 0;
    }

    private static String library() {
        StringBuilder text = new StringBuilder();
        for (SourceFile file : ShippedPlaybooks.all()) {
            Playbook playbook = PlaybookReader.read(file, new Problems()).orElseThrow();
            text.append("%s %s\n".formatted(playbook.id(), playbook.version()));
            text.append("    %s\n".formatted(playbook.title()));
            text.append("    starts %s\n".formatted(starts(playbook)));
        }
        return text.toString();
    }

    private static String starts(Playbook playbook) {
        return playbook.triggers().isEmpty()
                ? "by people, or by another playbook"
                : playbook.triggers().stream()
                        .map(trigger -> trigger.when()
                                .map(when -> "at %s if %s".formatted(trigger.event(), when.text()))
                                .orElse("at " + trigger.event()))
                        .collect(Collectors.joining("; "));
    }
}
