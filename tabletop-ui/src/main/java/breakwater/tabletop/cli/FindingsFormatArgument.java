package breakwater.tabletop.cli;

import breakwater.problem.Nearest;
import breakwater.tabletop.findings.FindingsFormat;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.stream.Stream;

/** Reads a form of findings off the command line; what is none is said in a sentence. */
final class FindingsFormatArgument implements ITypeConverter<FindingsFormat> {

    @Override
    public FindingsFormat convert(String text) {
        List<String> labels =
                Stream.of(FindingsFormat.values()).map(FindingsFormat::label).toList();
        return FindingsFormat.find(text)
                .orElseThrow(
                        () -> new TypeConversionException("Expected one of %s, but found '%s'. %s"
                                .formatted(
                                        String.join(", ", labels),
                                        text,
                                        Nearest.adviceAmong(labels, text))
                                .strip()));
    }
}
