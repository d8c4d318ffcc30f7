package breakwater.tabletop.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the folder that a command writes to. */
public final class OutputFolder {

    private OutputFolder() {}

    /** A folder that the disk would not make; Java names the reason by where it stopped, which misleads. */
    public static final class Refused extends FileSystemException {

        private static final long serialVersionUID = 1;

        private Refused(Path folder, IOException cause) {
            super(folder.toString());
            initCause(cause);
        }
    }

    /**
     * Makes {@code folder} and those above it, as far as they are missing.
     *
     * @throws FileAlreadyExistsException if something else than a folder is there
     * @throws Refused if it cannot be made for any other reason
     */
    public static void create(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException cannot) {
            throw new Refused(folder, cannot);
        }
    }
}
