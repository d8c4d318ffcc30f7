package breakwater.network;

/** How a service turns key into protection, and so how much key it needs. */
public sealed interface CipherSuite {

    /** Whole bit/s of key, rounded up so that a service never asks for less than it uses. */
    long demandBitPerSecond();

    /** Name in logs and files. */
    String label();

    /** One-time pad: as much key as payload. */
    record OneTimePad(long payloadBitPerSecond) implements CipherSuite {
        public OneTimePad {
            requirePositive("payloadBitPerSecond", payloadBitPerSecond);
        }

        @Override
        public long demandBitPerSecond() {
            return payloadBitPerSecond;
        }

        @Override
        public String label() {
            return "OTP";
        }
    }

    /**
     * AES-256 with a fresh key per security association and interval: 256 bit x associations / interval.
     *
     * @param rekeyIntervalSeconds at least 1
     * @param associations parallel tunnels of the service, at least 1
     */
    record Aes256(long rekeyIntervalSeconds, int associations) implements CipherSuite {
        public Aes256 {
            requirePositive("rekeyIntervalSeconds", rekeyIntervalSeconds);
            requirePositive("associations", associations);
        }

        @Override
        public long demandBitPerSecond() {
            return (256L * associations + rekeyIntervalSeconds - 1) / rekeyIntervalSeconds;
        }

        @Override
        public String label() {
            return "AES-256";
        }
    }

    /** AES-256 that falls back to ML-KEM alone when quantum key runs out: degraded for as long as that lasts. */
    record Hybrid(Aes256 cipher) implements CipherSuite {
        @Override
        public long demandBitPerSecond() {
            return cipher.demandBitPerSecond();
        }

        @Override
        public String label() {
            return "HYBRID";
        }
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be at least 1.".formatted(name, value));
        }
    }
}
