package breakwater.tabletop.topology;

import breakwater.tabletop.files.OutputFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What the command line asks of this package: texts of networks, and their way to the disk. */
public final class NetworkFiles {

    private NetworkFiles() {}

    /** The shipped EU-27 network: file name to text. */
    public static SortedMap<String, String> eu27() {
        return NetworkText.of(Eu27Network.plan(Eu27Facts.shipped()));
    }

    /** Writes {@code files} into {@code folder}, which is made when missing; the paths written, in order of name. */
    public static List<Path> write(SortedMap<String, String> files, Path folder)
            throws IOException {
        OutputFolder.create(folder);
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.writeString(path, file.getValue());
            written.add(path);
        }
        return written;
    }
}
