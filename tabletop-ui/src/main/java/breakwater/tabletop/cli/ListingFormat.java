package breakwater.tabletop.cli;

import breakwater.problem.Nearest;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;

/** The forms that a list can have. */
enum ListingFormat {
    TEXT,
    JSON;

    /** Reads one off the command line; what is none is said in a sentence. */
    static final class Argument implements ITypeConverter<ListingFormat> {

        @Override
        public ListingFormat convert(String text) {
            return switch (text) {
                case "text" -> TEXT;
                case "json" -> JSON;
                default ->
                    throw new TypeConversionException("Expected text or json, but found '%s'. %s"
                            .formatted(text, Nearest.adviceAmong(List.of("json", "text"), text))
                            .strip());
            };
        }
    }
}
