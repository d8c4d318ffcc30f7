package breakwater.log;

import java.util.Arrays;

/** One line of JSON being written: bytes that grow as needed and are used again for the next line. */
final class LineBuffer {

    private static final int LENGTH_FIRST = 1_024;
    /** Bytes a long needs at most, sign included. */
    private static final int LONG_BYTES_MAX = 20;

    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private byte[] bytes = new byte[LENGTH_FIRST];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void ascii(char c) {
        ensure(1);
        bytes[length++] = (byte) c;
    }

    void raw(byte[] ascii) {
        ensure(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
    }

    void integer(long value) {
        ensure(LONG_BYTES_MAX);
        if (value < 0) {
            bytes[length++] = '-';
        }
        // Negative throughout: the smallest long has no positive counterpart.
        long rest = value < 0 ? value : -value;
        int digits = 1;
        for (long left = rest / 10; left != 0; left /= 10) {
            digits++;
        }
        length += digits;
        for (int at = length - 1, end = length - digits; at >= end; at--) {
            bytes[at] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
    }

    void bool(boolean value) {
        for (char c : (value ? "true" : "false").toCharArray()) {
            ascii(c);
        }
    }

    void decimal(double value) {
        String text = CanonicalNumber.format(value);
        for (int i = 0; i < text.length(); i++) {
            ascii(text.charAt(i));
        }
    }

    /** A quoted string in UTF-8; only what JSON must escape is escaped (RFC 8785), lone surrogates too. */
    void text(String value) {
        int chars = value.length();
        ensure(chars + 2);
        bytes[length++] = '"';
        int i = 0;
        for (; i < chars; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
                break;
            }
            bytes[length++] = (byte) c;
        }
        if (i < chars) {
            careful(value, i);
        }
        ascii('"');
    }

    private void careful(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            ensure(6);
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = (byte) c;
            } else if (c < ' ') {
                control(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                utf8(Character.toCodePoint(c, value.charAt(++i)));
            } else if (Character.isSurrogate(c)) {
                escape(c);
            } else {
                utf8(c);
            }
        }
    }

    private void control(char c) {
        int at = "\b\t\n\f\r".indexOf(c);
        if (at >= 0) {
            bytes[length++] = '\\';
            bytes[length++] = (byte) "btnfr".charAt(at);
        } else {
            escape(c);
        }
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(c >> shift) & 0xf];
        }
    }

    private void utf8(int codePoint) {
        if (codePoint < 0x80) {
            bytes[length++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            bytes[length++] = (byte) (0xc0 | (codePoint >> 6));
            trail(codePoint, 0);
        } else if (codePoint < 0x10000) {
            bytes[length++] = (byte) (0xe0 | (codePoint >> 12));
            trail(codePoint, 6);
        } else {
            bytes[length++] = (byte) (0xf0 | (codePoint >> 18));
            trail(codePoint, 12);
        }
    }

    private void trail(int codePoint, int firstShift) {
        for (int shift = firstShift; shift >= 0; shift -= 6) {
            bytes[length++] = (byte) (0x80 | ((codePoint >> shift) & 0x3f));
        }
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
