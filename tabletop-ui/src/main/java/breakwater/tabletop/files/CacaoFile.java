package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.check.CacaoReader;
import breakwater.playbook.cacao.importing.CacaoImport;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.tabletop.findings.Checked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A CACAO playbook on disk. */
public final class CacaoFile {

    private final Path file;
    private final Problems problems = new Problems();
    private final Intake intake = new Intake(problems);

    public CacaoFile(Path file) {
        this.file = file;
    }

    /** Whether {@code path} is a file that can only be meant as a CACAO playbook: of all we read it alone is JSON. */
    public static boolean isOne(Path path) {
        return Files.isRegularFile(path) && String.valueOf(path.getFileName()).endsWith(".json");
    }

    /** The checked playbook, or empty when something is wrong with it; {@link #problems} then says all of it. */
    public Optional<CacaoPlaybook> read() throws IOException {
        return load().flatMap(
                        source -> CacaoReader.read(source.shownAs(), source.bytes(), problems));
    }

    /** The playbook as it stands in the file, whatever it says; empty when it is no playbook of CACAO 2.0. */
    public Optional<JsonObject> readUnchecked() throws IOException {
        return load().flatMap(source ->
                CacaoReader.readUnchecked(source.shownAs(), source.bytes(), problems));
    }

    /** The playbook as one of ours, and what became of the file; empty when something is in the way. */
    public Optional<CacaoImport.Imported> importPlaybook() throws IOException {
        Optional<SourceFile> source = load();
        return source.flatMap(found -> CacaoReader.read(found.shownAs(), found.bytes(), problems)
                .flatMap(cacao -> CacaoImport.read(cacao, hashOf(found.bytes()), problems)));
    }

    private static String hashOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }

    private Optional<SourceFile> load() throws IOException {
        return intake.load(file, String.valueOf(file.getFileName()));
    }

    /** Everything that is wrong, in file order. */
    public List<Problem> problems() {
        return intake.problems();
    }

    /** The problems with their source lines, as they are printed. */
    public String explain() {
        return intake.explain();
    }

    /** What came of it, when what was read is {@code good}. */
    public Checked checked(Optional<String> good) {
        return intake.checked(file, good, "");
    }
}
