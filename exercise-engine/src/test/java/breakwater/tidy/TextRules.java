package breakwater.tidy;

import breakwater.tidy.Sources.Source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules that need only the text and the place of a file. */
final class TextRules {

    static final int FILE_LINES_MAX = 400;
    static final int LINE_COLUMNS_MAX = 120;

    private static final Set<String> NAMES_AFTER_NOTHING = Set.of(
            "util", "utils", "common", "impl", "manager", "managers", "helper", "helpers", "misc");

    /** A line that is nothing but a piece of text: a message stays whole, so that it can be searched for. */
    private static final Pattern QUOTATION = Pattern.compile("\\s*([+?:] |return )?\".*\"[,;).]*");

    private static final String TEXT_BLOCK = "\"\"\"";

    private static final Pattern TYPE_AFTER_NOTHING =
            Pattern.compile(".*(Utils?|Manager|Helpers?|Impl|Misc)\\.java");

    /** Written in two parts, so that this file does not find itself. */
    private static final Pattern LEFT_FOR_LATER =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private TextRules() {}

    static void check(List<Source> sources, Consumer<Finding> findings) {
        sources.forEach(source -> checkText(source, findings));
        checkPackages(sources, findings);
    }

    private static void checkText(Source source, Consumer<Finding> findings) {
        List<String> lines = source.lines();
        if (lines.size() > FILE_LINES_MAX) {
            findings.accept(new Finding(
                    source.path(),
                    "file-lines",
                    "%d lines, at most %d".formatted(lines.size(), FILE_LINES_MAX)));
        }
        String file = source.path().substring(source.path().lastIndexOf('/') + 1);
        if (TYPE_AFTER_NOTHING.matcher(file).matches()) {
            findings.accept(new Finding(
                    source.path(), "type-name", "%s says nothing of what it does".formatted(file)));
        }
        boolean quoting = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            checkLine(source.path(), i + 1, line, findings);
            if (!quoting && !QUOTATION.matcher(line).matches()) {
                checkColumns(source.path(), i + 1, line, findings);
            }
            quoting ^= line.contains(TEXT_BLOCK);
        }
    }

    private static void checkLine(
            String path, int number, String line, Consumer<Finding> findings) {
        Matcher later = LEFT_FOR_LATER.matcher(line);
        if (later.find()) {
            findings.accept(new Finding(
                    path,
                    "left-for-later",
                    "line %d says %s; do it, or file it".formatted(number, later.group())));
        }
        if (line.indexOf('\t') >= 0) {
            findings.accept(new Finding(path, "tab", "line %d has a tab".formatted(number)));
        }
    }

    private static void checkColumns(
            String path, int number, String line, Consumer<Finding> findings) {
        int columns = line.codePointCount(0, line.length());
        if (columns > LINE_COLUMNS_MAX && !line.startsWith("import ")) {
            findings.accept(new Finding(
                    path,
                    "line-columns",
                    "line %d has %d columns, at most %d"
                            .formatted(number, columns, LINE_COLUMNS_MAX)));
        }
    }

    private static void checkPackages(List<Source> sources, Consumer<Finding> findings) {
        Set<String> explained = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (Source source : sources) {
            if (source.isMain()
                    && source.path().endsWith("/package-info.java")
                    && source.lines().contains("@NullMarked")) {
                explained.add(folderOf(source.path()));
            }
        }
        for (Source source : sources) {
            String folder = folderOf(source.path());
            if (seen.add(folder)) {
                checkPackage(folder, !source.isMain() || explained.contains(folder), findings);
            }
        }
    }

    private static void checkPackage(String folder, boolean explained, Consumer<Finding> findings) {
        if (!explained) {
            findings.accept(new Finding(
                    folder,
                    "package-info",
                    "has no package-info.java that says its purpose and @NullMarked"));
        }
        for (String name :
                folder.substring(folder.indexOf("/java/") + "/java/".length()).split("/", -1)) {
            if (NAMES_AFTER_NOTHING.contains(name)) {
                findings.accept(
                        new Finding(folder, "package-name", "%s names nothing".formatted(name)));
            }
        }
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
