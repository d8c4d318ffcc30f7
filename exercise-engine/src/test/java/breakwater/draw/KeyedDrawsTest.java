package breakwater.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class KeyedDrawsTest {

    private static final int PURPOSE = 3;

    private record Address(long entity, int purpose, int ordinal) {}

    @Test
    void doNotDependOnTheOrderInWhichTheyAreMade() {
        List<Address> addresses = new ArrayList<>();
        for (int entity = 0; entity < 10; entity++) {
            for (int ordinal = 0; ordinal < 10; ordinal++) {
                addresses.add(new Address(EntityKey.of("link-" + entity), PURPOSE, ordinal));
            }
        }
        Map<Address, List<Long>> inOrder = drawAll(addresses);

        Collections.shuffle(addresses, new Random(1));

        assertThat(drawAll(addresses)).isEqualTo(inOrder);
    }

    private static Map<Address, List<Long>> drawAll(List<Address> addresses) {
        var draws = new KeyedDraws(42);
        Map<Address, List<Long>> found = new HashMap<>();
        for (Address address : addresses) {
            draws.select(address.entity(), address.purpose(), address.ordinal());
            found.put(address, List.of(draws.first(), draws.second()));
        }
        return found;
    }

    @Test
    void differInEveryPartOfTheAddress() {
        Set<Long> seen = new HashSet<>();
        int count = 0;
        long entity = EntityKey.of("link-1");
        for (long changed : new long[] {0, 1, 1L << 31, 1L << 32, 1L << 63}) {
            count += addBoth(seen, new KeyedDraws(7 ^ changed), entity, 9, 5);
        }
        for (long changed : new long[] {1, 1L << 31, 1L << 32, 1L << 63}) {
            count += addBoth(seen, new KeyedDraws(7), entity ^ changed, 9, 5);
        }
        for (int bit = 0; bit < 8; bit++) {
            count += addBoth(seen, new KeyedDraws(7), entity, 9 ^ (1 << bit), 5);
        }
        for (int bit = 0; bit < 32; bit++) {
            count += addBoth(seen, new KeyedDraws(7), entity, 9, 5 ^ (1 << bit));
        }
        for (int bit = 0; bit < 24; bit++) {
            count += addBoth(seen, new KeyedDraws(7, 1 << bit), entity, 9, 5);
        }

        assertThat(seen).hasSize(count);
    }

    private static int addBoth(
            Set<Long> seen, KeyedDraws draws, long entity, int purpose, int ordinal) {
        draws.select(entity, purpose, ordinal);
        seen.add(draws.first());
        seen.add(draws.second());
        return 2;
    }

    @Test
    void putEachPartOfTheAddressWhereTheReplayFormatSays() {
        var philox = new Philox4x32();
        philox.generate(0x5566_7788_0000_0009L, 0x0000_2A03_1122_3344L, 99);
        var draws = new KeyedDraws(99, 0x2A);

        draws.select(0x1122_3344_5566_7788L, 3, 9);

        assertThat(draws.first()).isEqualTo(philox.low());
        assertThat(draws.second()).isEqualTo(philox.high());
    }

    @Test
    void theTwoHalvesOfABlockAreUncorrelated() {
        var draws = new KeyedDraws(1);
        int n = 100_000;
        double sum = 0;
        for (int ordinal = 0; ordinal < n; ordinal++) {
            draws.select(77, 0, ordinal);
            double first = Distributions.uniform(draws.first()) - 0.5;
            double second = Distributions.uniform(draws.second()) - 0.5;
            sum += first * second;
        }

        // The standard deviation of the sum is sqrt(n) / 12.
        assertThat(Math.abs(sum)).isLessThan(4 * Math.sqrt(n) / 12);
    }

    @Test
    void refuseAddressesThatDoNotFit() {
        assertThatThrownBy(() -> new KeyedDraws(1, -1)).hasMessageContaining("(-1)");
        assertThatThrownBy(() -> new KeyedDraws(1, 1 << 24)).hasMessageContaining("(16777216)");
        assertThatThrownBy(() -> new KeyedDraws(1).select(1, 256, 0))
                .hasMessageContaining("purpose (256)");
        assertThatThrownBy(() -> new KeyedDraws(1).select(1, -1, 0))
                .hasMessageContaining("purpose (-1)");
    }
}
