package breakwater.playbook.trial;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.Shape;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.trial.yaml.TrialShapes;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code docs/reference/playbook-tests.md} leaves no key out, and its example passes. */
class TrialsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "playbook-tests.md");

    @Test
    void namesEveryKey() throws IOException {
        String page = Files.readString(PAGE);
        List<Shape> shapes = new ArrayList<>(TrialShapes.CHANGES.values());
        shapes.addAll(List.of(
                TrialShapes.FILE,
                TrialShapes.COMMON,
                TrialShapes.TRIAL,
                TrialShapes.GIVEN,
                TrialShapes.LINK,
                TrialShapes.NODE,
                TrialShapes.SERVICE,
                TrialShapes.ACTION_REPLY,
                TrialShapes.CALL_REPLY,
                TrialShapes.ANSWER,
                TrialShapes.OFFER,
                TrialShapes.EXPECT,
                TrialShapes.NOTICE,
                TrialShapes.DECISION,
                TrialShapes.LEG));

        assertThat(shapes.stream().flatMap(shape -> shape.keys().stream()))
                .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    @Test
    void showsAnExampleThatPasses() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("```yaml\n") + "```yaml\n".length();
        String example = page.substring(from, page.indexOf("```", from));

        assertThat(Tried.of(ShippedPlaybooks.all()).misses(example)).isEmpty();
    }
}
