package breakwater.tabletop.cli;

import breakwater.network.Network;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.tabletop.files.CacaoFile;
import breakwater.tabletop.files.ExerciseFolder;
import breakwater.tabletop.files.LoosePlaybooks;
import breakwater.tabletop.files.NetworkFolder;
import breakwater.tabletop.findings.Checked;
import breakwater.tabletop.findings.FindingsFormat;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code breakwater check}: all that is wrong with the files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads exercises, networks, playbooks and CACAO playbooks and says everything that is wrong with their files.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Folders of exercises, of networks or playbooks alone; playbooks (.playbook.yaml); another YAML file stands for its folder. A JSON file is a CACAO 2.0 playbook.")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            converter = FindingsFormatArgument.class,
            paramLabel = "FORMAT",
            description =
                    "text, json, sarif (2.1.0, for code scanning) or github (workflow commands). Default: text.")
    private FindingsFormat format = FindingsFormat.TEXT;

    @Override
    public Integer call() throws IOException {
        List<Checked> all = new ArrayList<>();
        for (Path path : paths) {
            Checked checked = check(path);
            all.add(checked);
            if (format == FindingsFormat.TEXT) {
                say(format.of(List.of(checked)));
            }
        }
        if (format != FindingsFormat.TEXT) {
            say(format.of(all));
        }
        return all.stream().allMatch(checked -> checked.good().isPresent()) ? 0 : 1;
    }

    private void say(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private static Checked check(Path path) throws IOException {
        if (CacaoFile.isOne(path)) {
            return checkCacao(path);
        }
        if (LoosePlaybooks.isOne(path)) {
            Optional<Path> exercise = LoosePlaybooks.exerciseOf(path);
            return exercise.isPresent()
                    ? checkExercise(exercise.get())
                    : new LoosePlaybooks(path).check();
        }
        Path folder = folderOf(path);
        return NetworkFolder.isOne(folder) ? checkNetwork(folder) : checkExercise(folder);
    }

    /** A problem in a file concerns all of its folder: names are declared in one and used in another. */
    private static Path folderOf(Path path) {
        boolean yaml =
                Files.isRegularFile(path) && String.valueOf(path.getFileName()).endsWith(".yaml");
        Path parent = path.getParent();
        return yaml ? (parent == null ? Path.of(".") : parent) : path;
    }

    private static Checked checkExercise(Path path) throws IOException {
        ExerciseFolder folder = new ExerciseFolder(path);
        return folder.checked(folder.read()
                .map(good -> "%s, %s injects%s."
                        .formatted(
                                contents(good.network()),
                                good.scenario().injects().size(),
                                playbooks(folder.playbooks().size()))));
    }

    private static Checked checkNetwork(Path path) throws IOException {
        NetworkFolder folder = new NetworkFolder(path);
        return folder.checked(
                folder.read().map(good -> contents(good) + "; a network without an exercise."));
    }

    private static Checked checkCacao(Path path) throws IOException {
        CacaoFile file = new CacaoFile(path);
        return file.checked(file.read()
                .map(good -> "CACAO 2.0 playbook '%s', %s steps."
                        .formatted(JsonValue.cut(good.name()), good.steps().size())));
    }

    private static String playbooks(int count) {
        return count == 0 ? "" : count == 1 ? ", 1 playbook" : ", %s playbooks".formatted(count);
    }

    private static String contents(Network network) {
        return "%s operators, %s nodes, %s links, %s services"
                .formatted(
                        network.domains().size(),
                        network.nodes().size(),
                        network.links().size(),
                        network.services().size());
    }
}
