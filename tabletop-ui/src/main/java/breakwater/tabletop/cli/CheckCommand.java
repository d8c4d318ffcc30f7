package breakwater.tabletop.cli;

import breakwater.network.Network;
import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.problem.Problem;
import breakwater.scenario.Exercise;
import breakwater.tabletop.files.CacaoFile;
import breakwater.tabletop.files.ExerciseFolder;
import breakwater.tabletop.files.NetworkFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code breakwater check}: all that is wrong with the files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads exercises, networks and CACAO playbooks and says everything that is wrong with their files.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Folders of exercises, or of networks alone; a YAML file stands for its folder. A JSON file is a CACAO 2.0 playbook.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() throws IOException {
        boolean allGood = true;
        for (Path path : paths) {
            if (CacaoFile.isOne(path)) {
                allGood &= checkPlaybook(path);
                continue;
            }
            Path folder = folderOf(path);
            allGood &= NetworkFolder.isOne(folder) ? checkNetwork(folder) : checkExercise(folder);
        }
        return allGood ? 0 : 1;
    }

    /** A problem in a file concerns all of its folder: names are declared in one and used in another. */
    private static Path folderOf(Path path) {
        boolean yaml =
                Files.isRegularFile(path) && String.valueOf(path.getFileName()).endsWith(".yaml");
        Path parent = path.getParent();
        return yaml ? (parent == null ? Path.of(".") : parent) : path;
    }

    private boolean checkExercise(Path path) throws IOException {
        ExerciseFolder folder = new ExerciseFolder(path);
        Optional<Exercise> exercise = folder.read();
        return say(
                folder.problems(),
                folder.explain(),
                exercise.map(good -> "%s: good. %s, %s injects%s."
                        .formatted(
                                path,
                                contents(good.network()),
                                good.scenario().injects().size(),
                                playbooks(folder.playbooks().size()))));
    }

    private boolean checkNetwork(Path path) throws IOException {
        NetworkFolder folder = new NetworkFolder(path);
        Optional<Network> network = folder.read();
        return say(
                folder.problems(),
                folder.explain(),
                network.map(good -> "%s: good. %s; a network without an exercise."
                        .formatted(path, contents(good))));
    }

    private boolean checkPlaybook(Path path) throws IOException {
        CacaoFile file = new CacaoFile(path);
        Optional<CacaoPlaybook> playbook = file.read();
        return say(
                file.problems(),
                file.explain(),
                playbook.map(good -> "%s: good. CACAO 2.0 playbook '%s', %s steps."
                        .formatted(
                                path, JsonValue.cut(good.name()), good.steps().size())));
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

    private boolean say(List<Problem> problems, String explained, Optional<String> good) {
        PrintWriter out = spec.commandLine().getOut();
        if (!problems.isEmpty()) {
            out.print(explained);
        }
        good.ifPresent(out::println);
        out.flush();
        return good.isPresent();
    }
}
