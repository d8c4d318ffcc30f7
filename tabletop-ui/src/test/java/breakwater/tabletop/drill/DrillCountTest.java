package breakwater.tabletop.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class DrillCountTest {

    private static String printed(boolean visible, int played) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DrillCount count = new DrillCount(
                new PrintStream(bytes, true, StandardCharsets.UTF_8), List.of(16, 32), visible);
        for (int drill = 0; drill < played; drill++) {
            count.played();
        }
        count.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fillsUpToTheNextLook() {
        assertThat(printed(true, 16))
                .endsWith("\r  [########################################] 100 %%  16 of 16 drills%n"
                        .formatted());
        assertThat(printed(true, 24))
                .endsWith("\r  [##############################----------]  75 %%  24 of 32 drills%n"
                        .formatted());
    }

    @Test
    void printsNothingWhenNobodyWatches() {
        assertThat(printed(false, 32)).isEmpty();
    }
}
