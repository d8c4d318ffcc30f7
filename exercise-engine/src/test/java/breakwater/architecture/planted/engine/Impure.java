package breakwater.architecture.planted.engine;

import breakwater.architecture.planted.scoring.Peeping;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.logging.Logger;

/** Everything a pure package must not do; a use through a method reference or a lambda counts as well. */
final class Impure {

    private final Logger logger = Logger.getAnonymousLogger();

    long clocks() {
        return System.currentTimeMillis() + System.nanoTime() + Instant.now().toEpochMilli();
    }

    double chance(SplittableRandom random) {
        DoubleSupplier supplier = Math::random;
        return supplier.getAsDouble()
                + new Random(1).nextDouble()
                + random.nextDouble()
                + ThreadLocalRandom.current().nextDouble();
    }

    void threads(ExecutorService service) {
        service.execute(() -> Thread.currentThread().interrupt());
    }

    void world(Path path) {
        logger.info(new java.io.File(path.toString()).getName());
        System.out.println(System.getenv("HOME"));
    }

    double floating(Peeping peeping) {
        return Math.log(peeping.horizon());
    }
}
