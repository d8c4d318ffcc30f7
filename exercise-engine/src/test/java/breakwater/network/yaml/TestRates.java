package breakwater.network.yaml;

import java.util.Collection;
import java.util.List;

/** A stand-in for the registry: 10 Mbit/s of key times the transmission, up to 25 dB. */
public final class TestRates implements KeyRates {

    public static final double LOSS_MAX_DB = 25;

    @Override
    public Collection<String> profiles() {
        return List.of("decoy-bb84-1ghz", "gys-infinite-decoy");
    }

    @Override
    public Rate rateAt(String profile, double lossDb) {
        return lossDb > LOSS_MAX_DB
                ? Rate.refused("it is valid from 0 to 25 dB.")
                : new Rate(1e7 * StrictMath.pow(10, -lossDb / 10), 0.02, "");
    }
}
