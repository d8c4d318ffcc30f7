package breakwater.tabletop.topology;

import breakwater.network.CipherSuite;
import breakwater.network.CipherSuite.Aes256;
import breakwater.network.CipherSuite.Hybrid;
import breakwater.network.CipherSuite.OneTimePad;

import java.util.List;

/** What a service of a generated network is for: its class, its suite, and how much of it people ask for. Assumed. */
enum ServiceKind {
    GOVERNMENT(0, 300, 0.02),
    ENERGY_FINANCE(1, 500, 0.08),
    HEALTH_BUSINESS(2, 400, 0.20),
    /** Exchanges, which take what is left. */
    GENERAL(3, 0, 0.70);

    /** All but the exchanges. */
    static final List<ServiceKind> ASKED_FOR = List.of(GOVERNMENT, ENERGY_FINANCE, HEALTH_BUSINESS);

    private static final int HYBRID_REKEY_SECONDS = 10;
    private static final int AES_REKEY_SECONDS = 60;
    private static final int HYBRID_GRACE_HOURS = 4;
    private static final int AES_GRACE_HOURS = 12;

    private final int priorityClass;
    private final double wishBitPerSecond;
    private final double userShare;

    ServiceKind(int priorityClass, double wishBitPerSecond, double userShare) {
        this.priorityClass = priorityClass;
        this.wishBitPerSecond = wishBitPerSecond;
        this.userShare = userShare;
    }

    int priorityClass() {
        return priorityClass;
    }

    /** Per million people covered, before the factor that makes all services fit. */
    double wishBitPerSecond() {
        return wishBitPerSecond;
    }

    /** Which share of the people a service covers depends on it. */
    double userShare() {
        return userShare;
    }

    int graceHours() {
        return switch (this) {
            case GOVERNMENT, GENERAL -> 0;
            case ENERGY_FINANCE -> HYBRID_GRACE_HOURS;
            case HEALTH_BUSINESS -> AES_GRACE_HOURS;
        };
    }

    /** The suite whose demand is nearest to {@code bitPerSecond} and not 0. */
    CipherSuite suite(double bitPerSecond) {
        return switch (this) {
            case GOVERNMENT, GENERAL -> new OneTimePad(Math.max(1, Math.round(bitPerSecond)));
            case ENERGY_FINANCE -> new Hybrid(cipher(HYBRID_REKEY_SECONDS, bitPerSecond));
            case HEALTH_BUSINESS -> cipher(AES_REKEY_SECONDS, bitPerSecond);
        };
    }

    private static Aes256 cipher(int rekeySeconds, double bitPerSecond) {
        return new Aes256(
                rekeySeconds, (int) Math.max(1, Math.round(bitPerSecond * rekeySeconds / 256)));
    }
}
