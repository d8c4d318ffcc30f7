package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.playbook.format.PlaybookFormatter;
import breakwater.problem.Problems;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A playbook file that is brought into the one form. */
public final class PlaybookText {

    /** One byte more than the reader takes, so that it can say that the text is too large. */
    private static final int BYTES_MAX = 8 * 1024 * 1024 + 1;

    private final Problems problems = new Problems();
    private final Intake intake = new Intake(problems);
    private Optional<SourceFile> source = Optional.empty();

    /** The formatted text of {@code file}; empty when it is no playbook, see {@link #explain}. */
    public Optional<String> format(Path file) throws IOException {
        source = intake.load(file, String.valueOf(file.getFileName()));
        return source.flatMap(read -> PlaybookFormatter.format(read, problems));
    }

    /** The formatted text of what {@code in} has; empty when it is no playbook, see {@link #explain}. */
    public Optional<String> format(InputStream in) throws IOException {
        SourceFile read = new SourceFile("-", "standard input", in.readNBytes(BYTES_MAX));
        intake.remember(read);
        source = Optional.of(read);
        return PlaybookFormatter.format(read, problems);
    }

    /** Whether {@code text} is what was read, to the byte. */
    public boolean isAsRead(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return source.filter(read -> java.util.Arrays.equals(read.bytes(), bytes))
                .isPresent();
    }

    /** Puts {@code text} in the place of {@code file} at once: who reads it meanwhile sees one or the other. */
    public static void replace(Path file, String text) throws IOException {
        Path real = file.toRealPath();
        Path beside = real.resolveSibling(real.getFileName() + ".formatted");
        Files.writeString(beside, text);
        try {
            Files.move(beside, real, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** What is wrong with it, with its lines. */
    public String explain() {
        return intake.explain();
    }
}
