package breakwater.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;
import java.util.Set;

class EntityKeyTest {

    /** Published check values of FNV-1a with 64 bits. */
    @ParameterizedTest
    @CsvSource({"'', cbf29ce484222325", "a, af63dc4c8601ec8c", "foobar, 85944171f73967e8"})
    void startsFromTheKnownHash(String id, String hex) {
        assertThat(Long.toHexString(EntityKey.fnv1a(id))).isEqualTo(hex);
    }

    /** The keys are part of the replay format: a changed value here breaks every recorded drill. */
    @ParameterizedTest
    @CsvSource({"link-1, 7f3353b88c050e9", "cáceres, fdc7bc089ab2700c"})
    void keepsItsKeysForEver(String id, String hex) {
        assertThat(Long.toHexString(EntityKey.of(id))).isEqualTo(hex);
    }

    @Test
    void spreadsSimilarIdsOverAllBits() {
        int ids = 4_096;
        Set<Long> keys = new HashSet<>();
        int[] ones = new int[Long.SIZE];
        for (int i = 0; i < ids; i++) {
            long key = EntityKey.of("link-" + i);
            keys.add(key);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                ones[bit] += (int) (key >>> bit & 1);
            }
        }

        assertThat(keys).hasSize(ids);
        // Half of the ids, give or take 6 standard deviations of 32.
        for (int count : ones) {
            assertThat(count).isBetween(ids / 2 - 192, ids / 2 + 192);
        }
    }
}
