package wf.store.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import wf.store.Database;

/**
 * One numbered SQL file.
 *
 * <p>The list stands here and is not found by searching the class path, since every server shows a jar in its own way;
 * a test compares it with the folders. A new script is one more line at the end.
 *
 * @param version its number; the product needs all
 * @param file    its file name
 */
record Script(int version, String file) {
    private static final List<Script> ALL = List.of(
            new Script(1, "V1__engine.sql"),
            new Script(2, "V2__access.sql"),
            new Script(3, "V3__definitions.sql"),
            new Script(4, "V4__kernel.sql"),
            new Script(5, "V5__work.sql"),
            new Script(6, "V6__journal.sql"),
            new Script(7, "V7__thrift.sql"),
            new Script(8, "V8__operations.sql"),
            new Script(9, "V9__keeping.sql"),
            new Script(10, "V10__deputies.sql"),
            new Script(11, "V11__scripts.sql"),
            new Script(12, "V12__packed.sql"),
            new Script(13, "V13__purge.sql"),
            new Script(14, "V14__identities.sql"),
            new Script(15, "V15__sources.sql"),
            new Script(16, "V16__relations.sql"),
            new Script(17, "V17__sign_on.sql"),
            new Script(18, "V18__lists.sql"),
            new Script(19, "V19__standing.sql"),
            new Script(20, "V20__roles.sql"),
            new Script(21, "V21__people.sql"),
            new Script(22, "V22__time.sql"),
            new Script(23, "V23__messages.sql"),
            new Script(24, "V24__tickets.sql"),
            new Script(25, "V25__access_log.sql"),
            new Script(26, "V26__turns_of_tickets.sql"),
            new Script(27, "V27__letters.sql"),
            new Script(28, "V28__hints.sql"),
            new Script(29, "V29__nonces.sql"),
            new Script(30, "V30__list_news.sql"),
            new Script(31, "V31__digests.sql"));

    /** All scripts in order. */
    static List<Script> all() {
        return ALL;
    }

    /** The schema version that the product needs. */
    static int needed() {
        return ALL.get(ALL.size() - 1).version();
    }

    /** The path of the file in the repository, for a person to run. */
    String path(Database database) {
        return "sql/" + folder(database) + "/" + file;
    }

    /** The folder below {@code sql} that a database's scripts stand in. */
    static String folder(Database database) {
        return database.name().toLowerCase(Locale.ROOT);
    }

    /** The text of the script for a database. */
    String text(Database database) {
        String resource = "wf/" + path(database);
        try (InputStream in = Script.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The product was packed without " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
