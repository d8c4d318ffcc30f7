package breakwater.bench;

import umontreal.ssj.simevents.Simulator;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What version of which library a contestant runs on. */
final class Versions {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*)\\.jar");

    private Versions() {}

    /** For a contestant's name: those of the peer begin with {@code ssj}, those of the JDK with {@code jdk}. */
    static String of(String contestant) {
        if (contestant.startsWith("ssj")) {
            return ofJar(Simulator.class);
        }
        return contestant.startsWith("jdk") ? System.getProperty("java.version") : "this build";
    }

    /** The version in the name of the jar a class came from. */
    static String ofJar(Class<?> type) {
        String location =
                type.getProtectionDomain().getCodeSource().getLocation().getPath();
        Matcher name = JAR.matcher(String.valueOf(Path.of(location).getFileName()));
        return name.matches() ? name.group(2) : "unknown";
    }
}
