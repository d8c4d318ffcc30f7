package breakwater.document;

import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.Optional;

/**
 * Reads YAML 1.2 text into a located tree. Only the plain part of YAML is taken: one document, no anchors and aliases
 * (they let a short file grow without bound), no tags, text keys, no key twice. Pure; time linear in the size.
 */
public final class YamlReader {

    /** 8 MiB: forty times the largest network that ships. */
    public static final int SIZE_MAX_BYTES = 8 * 1024 * 1024;

    /** Deeper nesting than any of our formats uses, four times over. */
    public static final int DEPTH_MAX = 32;

    private YamlReader() {}

    /**
     * The root value of {@code bytes}, or empty when the text is not usable; {@code problems} then says why. Problems
     * that leave a usable tree (a key twice, a tag) are reported beside it.
     *
     * @param file the name to report, never opened
     */
    public static Optional<DocumentNode> read(String file, byte[] bytes, Problems problems) {
        if (bytes.length > SIZE_MAX_BYTES) {
            problems.add(Problem.error(
                    "file-too-large",
                    Location.startOf(file),
                    "Expected a file of at most %s MiB, but found %s bytes."
                            .formatted(SIZE_MAX_BYTES >> 20, bytes.length),
                    "Maybe split it: a network may have several files."));
            return Optional.empty();
        }
        return Utf8.decode(file, bytes, problems).flatMap(text -> parse(file, text, problems));
    }

    private static Optional<DocumentNode> parse(String file, String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setCodePointLimit(SIZE_MAX_BYTES)
                .build();
        TreeBuilder builder = new TreeBuilder(file, problems);
        try {
            for (var event : new Parse(settings).parseString(text)) {
                if (!builder.accept(event)) {
                    return Optional.empty();
                }
            }
        } catch (MarkedYamlEngineException e) {
            problems.add(syntaxProblem(file, e));
            return Optional.empty();
        } catch (ReaderException e) {
            problems.add(Problem.error(
                    "control-character",
                    Utf8.locationOf(file, text, e.getPosition()),
                    "Expected printable text, but found the control character U+%04X."
                            .formatted(e.getCodePoint()),
                    e.getCodePoint() == 0
                            ? "Maybe the file is UTF-16, or no text at all: save it as UTF-8."
                            : "Maybe delete it: editors often show it as nothing."));
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.add(Problem.error(
                    "yaml-syntax",
                    Location.startOf(file),
                    "Expected YAML 1.2, but found something else: %s."
                            .formatted(ScalarKind.cut(String.valueOf(e.getMessage()))),
                    ""));
            return Optional.empty();
        }
        return builder.root();
    }

    private static Problem syntaxProblem(String file, MarkedYamlEngineException e) {
        Location location = e.getProblemMark()
                .or(e::getContextMark)
                .map(mark -> locationOf(file, mark))
                .orElse(Location.startOf(file));
        return SyntaxComplaint.of(String.valueOf(e.getProblem())).at(location);
    }

    static Location locationOf(String file, Mark mark) {
        return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
