package wf.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.setting.Settings;
import wf.spi.ChannelFailed;
import wf.spi.ChannelMessage;

class MailChannelTest {

    /** Each line comes in time, and there is no end of them. */
    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept(); OutputStream out = socket.getOutputStream()) {
            for (int n = 0; n < 1_000; n++) {
                out.write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(300);
            }
        } catch (IOException e) {
            // The other side has had enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatSaysALittleNowAndThenKeepsNobodyForLong() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> drip(server), "a slow mail server");
            dripping.setDaemon(true);
            dripping.start();
            Map<String, String> settings = Map.of("wf.mail.host", "127.0.0.1", "wf.mail.port", Integer.toString(server.getLocalPort()), "wf.mail.security", "off",
                    "wf.notify.seconds", "1");
            MailChannel mail = new MailChannel(new Settings(settings::get, name -> null));
            long begin = System.nanoTime();
            assertThatThrownBy(() -> mail.send(message())).isInstanceOfSatisfying(ChannelFailed.class, e -> assertThat(e.isForGood()).isFalse());
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
        }
    }

    private static ChannelMessage message() {
        ChannelMessage message = new ChannelMessage();
        message.id = "wf-default-1";
        message.mail = "li@wf.example";
        message.personName = "Li";
        message.subject = "x";
        message.body = "x";
        message.at = new Date();
        return message;
    }
}
