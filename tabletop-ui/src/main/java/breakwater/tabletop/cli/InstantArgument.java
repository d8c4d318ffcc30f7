package breakwater.tabletop.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.DateTimeException;
import java.time.Instant;

/** Reads an instant off the command line; what is none is said in a sentence. */
final class InstantArgument implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException noInstant) {
            throw new TypeConversionException(
                    "Expected an instant like 2026-11-23T08:00:00Z, but found '%s'."
                            .formatted(text));
        }
    }
}
