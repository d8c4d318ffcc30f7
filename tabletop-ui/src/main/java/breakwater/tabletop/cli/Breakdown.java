package breakwater.tabletop.cli;

import breakwater.tabletop.files.OutputFolder;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Optional;

/** What a command says when it cannot go on: a sentence when the disk is why, the whole trace when it is a bug. */
final class Breakdown {

    /** The disk refused. */
    static final int EXIT_DISK = 1;

    /** A bug; the number that {@code sysexits.h} gives to an internal software error. */
    static final int EXIT_BUG = 70;

    private static final Map<Class<? extends FileSystemException>, Complaint> COMPLAINTS = Map.of(
            AccessDeniedException.class,
            new Complaint(
                    "Expected to be allowed to read or write here, but was not.",
                    "Maybe change the permissions, or choose another place."),
            FileAlreadyExistsException.class,
            new Complaint(
                    "Expected a folder or nothing here, but found something else.",
                    "Maybe choose another place with --out."),
            NoSuchFileException.class,
            new Complaint(
                    "Expected a file or folder here, found none.", "Maybe the path is misspelt."),
            OutputFolder.Refused.class,
            new Complaint(
                    "Expected to make this folder, but it cannot be created.",
                    "Maybe choose another place with --out."),
            NotDirectoryException.class,
            new Complaint(
                    "Expected a folder here, but found something else.",
                    "Maybe the path is misspelt."));

    private record Complaint(String message, String advice) {}

    private Breakdown() {}

    /** Explains {@code failure} on the error stream of {@code command}. Returns the exit code. */
    static int explain(
            Exception failure, CommandLine command, CommandLine.@Nullable ParseResult parsed) {
        PrintWriter err = command.getErr();
        Optional<IOException> disk = diskFailure(failure);
        if (disk.isPresent()) {
            err.println(sentenceOn(disk.get()));
            err.flush();
            return EXIT_DISK;
        }
        failure.printStackTrace(err);
        err.println(
                "This is a fault of Breakwater itself, not of your files. Please report it with the lines above.");
        err.flush();
        return EXIT_BUG;
    }

    private static Optional<IOException> diskFailure(Exception failure) {
        if (failure instanceof IOException io) {
            return Optional.of(io);
        }
        return failure instanceof UncheckedIOException unchecked
                ? Optional.ofNullable(unchecked.getCause())
                : Optional.empty();
    }

    private static String sentenceOn(IOException failure) {
        if (failure instanceof FileSystemException at) {
            String reason = at.getReason() == null ? "" : " (%s)".formatted(at.getReason());
            Complaint complaint = COMPLAINTS.getOrDefault(
                    at.getClass(),
                    new Complaint(
                            "Expected to read or write here, but the disk refused%s."
                                    .formatted(reason),
                            ""));
            return "%s: %s %s"
                    .formatted(at.getFile(), complaint.message(), complaint.advice())
                    .strip();
        }
        return "Expected to read or write a file, but the disk refused: %s."
                .formatted(failure.getMessage());
    }
}
