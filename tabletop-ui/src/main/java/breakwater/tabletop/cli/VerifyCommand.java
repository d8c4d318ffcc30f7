package breakwater.tabletop.cli;

import breakwater.playbook.cacao.json.JsonValue.JsonFlag;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.signature.SignatureReport;
import breakwater.playbook.cacao.signature.SignatureVerifier;
import breakwater.tabletop.files.CacaoFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code breakwater playbook verify}: what the signatures of a CACAO playbook say. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Says of each signature of a CACAO 2.0 playbook whether it fits the file and holds. Nothing is fetched.")
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A CACAO playbook, in JSON.")
    private Path file = Path.of("");

    @Option(
            names = "--at",
            converter = InstantArgument.class,
            paramLabel = "INSTANT",
            description =
                    "When the signatures are to hold, like 2026-11-23T08:00:00Z (default: now).")
    private @Nullable Instant at;

    @Override
    public Integer call() throws IOException {
        CacaoFile playbook = new CacaoFile(file);
        Optional<JsonObject> root = playbook.readUnchecked();
        if (root.isEmpty()) {
            spec.commandLine().getErr().print(playbook.explain());
            spec.commandLine().getErr().flush();
            return 1;
        }
        Instant when = at == null ? Instant.now() : at;
        List<SignatureReport> reports = SignatureVerifier.verify(root.get(), when);
        boolean revoked = root.get()
                .find("revoked")
                .filter(flag -> !(flag instanceof JsonFlag said) || said.value())
                .isPresent();
        PrintWriter out = spec.commandLine().getOut();
        reports.forEach(report -> out.print(text(report)));
        long verified = reports.stream().filter(SignatureReport::isVerified).count();
        out.printf(
                "%s: %s of %s signatures verified at %s.\n", file, verified, reports.size(), when);
        if (verified > 0) {
            out.println(
                    "Whoever holds the key signed this: compare it with the one that the signer gives elsewhere.");
        }
        if (revoked) {
            out.println("The playbook itself is revoked by its creator.");
        }
        out.flush();
        return verified > 0 && !revoked ? 0 : 1;
    }

    private static String text(SignatureReport report) {
        StringBuilder text = new StringBuilder("%s, line %s, signee '%s', algorithm %s: %s\n"
                .formatted(
                        report.id().isEmpty() ? "signature without an id" : report.id(),
                        report.at().line(),
                        report.signee(),
                        report.algorithm().isEmpty() ? "not given" : report.algorithm(),
                        report.outcome().words()));
        report.reading()
                .ifPresent(reading -> text.append("    signed: %s\n".formatted(reading.words())));
        report.keyFingerprint()
                .ifPresent(print -> text.append("    key (SHA-256): %s\n".formatted(print)));
        if (report.countersigned()) {
            text.append("    its countersignature is not checked\n");
        }
        return text.toString();
    }
}
