package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CandidatePathsTest {

    @Test
    void knowTheirServicesAndLinksBothWays() {
        var paths = CandidatePaths.builder(4)
                .service(0, new int[][] {{2, 0}, {1}})
                .service(0, new int[0][])
                .service(3, new int[][] {{0, 1, 3}})
                .build();

        assertThat(paths.serviceCount()).isEqualTo(3);
        assertThat(paths.pathCount()).isEqualTo(3);
        assertThat(paths.linkCount()).isEqualTo(4);
        assertThat(paths.firstPath(1)).isEqualTo(paths.pathEnd(1)).isEqualTo(2);
        assertThat(paths.classOf(2)).isEqualTo(3);
        assertThat(paths.serviceOf(1)).isZero();
        assertThat(paths.serviceOf(2)).isEqualTo(2);
        assertThat(paths.lengthOf(2)).isEqualTo(3);
        assertThat(paths.linkOf(0, 0)).isEqualTo(2);
        assertThat(paths.userCount(0)).isEqualTo(2);
        assertThat(new int[] {paths.userOf(0, 0), paths.userOf(0, 1)}).containsExactly(0, 2);
        assertThat(paths.userOf(3, 0)).isEqualTo(2);
    }

    @Test
    void growWithTheirServices() {
        var builder = CandidatePaths.builder(100);
        for (int service = 0; service < 100; service++) {
            builder.service(service, new int[][] {{service, 99 - service}, {service}});
        }

        CandidatePaths paths = builder.build();

        assertThat(paths.pathCount()).isEqualTo(200);
        for (int service = 0; service < 100; service++) {
            assertThat(paths.classOf(service)).isEqualTo(service);
            assertThat(paths.linkOf(paths.firstPath(service), 1)).isEqualTo(99 - service);
        }
    }

    @Test
    void refuseWhatIsNoPath() {
        var builder = CandidatePaths.builder(3).service(1, new int[][] {{0}});

        assertThatThrownBy(() -> builder.service(0, new int[0][]))
                .hasMessageContaining("class order");
        assertThatThrownBy(() -> builder.service(1, new int[][] {{}})).hasMessageContaining("[]");
        assertThatThrownBy(() -> builder.service(1, new int[][] {{1, 1}}))
                .hasMessageContaining("[1, 1]");
        assertThatThrownBy(() -> builder.service(1, new int[][] {{3}})).hasMessageContaining("[3]");
        assertThatThrownBy(() -> CandidatePaths.builder(-1)).hasMessageContaining("(-1)");
        // What was refused leaves no mark.
        builder.service(1, new int[][] {{1, 2}});
        assertThat(builder.build().lengthOf(1)).isEqualTo(2);
    }
}
