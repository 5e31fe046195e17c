package wf.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A text in few bytes: deflated, with phrases known beforehand that nearly every row would repeat. An event of a hundred
 * letters then costs about twenty bytes, in the table, in the log of the database and on every copy of either.
 *
 * <p>The first byte tells which phrases were known. They are never changed, since what was stored with them could not be
 * read any more; other phrases would be a second file beside the first.
 */
final class Packed {

    private static final byte FIRST = 1;
    private static final byte[] PHRASES = phrases();
    private static final int USUAL_LENGTH = 256;
    /** Bytes of the longest text; what is packed is far shorter, and no more is unpacked of what was forged. */
    private static final int MOST = 64 << 20;

    private Packed() { }

    private static byte[] phrases() {
        try (InputStream file = Packed.class.getResourceAsStream("phrases-1.txt")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] of(String text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setDictionary(PHRASES);
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(USUAL_LENGTH);
            packed.write(FIRST);
            byte[] part = new byte[USUAL_LENGTH];
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** @throws IllegalArgumentException when nobody packed that, or it has been changed since */
    static String text(byte[] packed) {
        if (packed.length == 0 || packed[0] != FIRST) {
            throw new IllegalArgumentException("packed by nobody");
        }
        Inflater inflater = new Inflater(true);
        inflater.setDictionary(PHRASES);
        try (InputStream text = new InflaterInputStream(new ByteArrayInputStream(packed, 1, packed.length - 1), inflater)) {
            byte[] bytes = text.readNBytes(MOST + 1);
            if (bytes.length > MOST || inflater.getRemaining() > 0) {
                throw new IllegalArgumentException("longer than anybody packs, or more behind it");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("not packed, or changed since", e);
        } finally {
            inflater.end();
        }
    }
}
