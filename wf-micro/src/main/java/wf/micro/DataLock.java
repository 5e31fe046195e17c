package wf.micro;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One server at a time on a data directory. The operating system drops the lock when its holder dies, however. */
final class DataLock implements AutoCloseable {
    private final FileChannel channel;
    private final boolean held;

    DataLock(Path data) throws IOException {
        Files.createDirectories(data);
        channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        held = channel.tryLock() != null;
    }

    boolean held() {
        return held;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
