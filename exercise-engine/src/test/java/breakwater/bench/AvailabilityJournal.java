package breakwater.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** A journal of 16 bytes per event, with a CRC-32C over each full megabyte. */
final class AvailabilityJournal {

    private static final int BYTES = 1 << 20;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] buffer = new byte[BYTES];
    private final CRC32C checksum = new CRC32C();
    private int length;

    void append(long ticks, int link, boolean up, long outages) {
        LONGS.set(buffer, length, ticks);
        LONGS.set(buffer, length + 8, (long) link << 32 | (up ? 1L << 16 : 0) | (outages & 0xFFFF));
        length += 16;
        if (length == BYTES) {
            checksum.update(buffer, 0, BYTES);
            length = 0;
        }
    }

    long checksum() {
        return checksum.getValue();
    }
}
