package breakwater.playbook.bench;

import breakwater.bench.Contestant;
import breakwater.document.SourceFile;
import breakwater.document.YamlReader;
import breakwater.problem.Problems;
import breakwater.schema.PublishedSchema;

import com.networknt.schema.JsonSchema;

import java.util.ArrayList;
import java.util.Optional;

/** What an editor does with a file: its shape against the published schema, and nothing of names, types and clocks. */
final class CheckedBySchema implements Contestant {

    private static final int CHECKS_PER_ROUND = 20;

    private final SourceFile file = LongPlaybook.file();
    private final PublishedSchema schema = PublishedSchema.of("playbook-1");

    @Override
    public String proof() {
        return new ArrayList<>(schema.validate(
                        YamlReader.read(file.shownAs(), file.bytes(), new Problems())
                                .orElseThrow()))
                .toString();
    }

    @Override
    public int rounds() {
        return 40;
    }

    @Override
    public long round(int number) {
        long sound = 0;
        for (int i = 0; i < CHECKS_PER_ROUND; i++) {
            sound += proof().equals("[]") ? 1 : 0;
        }
        return sound;
    }

    @Override
    public Optional<Class<?>> library() {
        return Optional.of(JsonSchema.class);
    }
}
