package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.contract.LetterPage;
import wf.contract.NoticeReply;
import wf.contract.NoticeState;
import wf.contract.SendNoticeRequest;
import wf.micro.face.Rest;

/** Mails of the deployed product: by way of the outbox, the queue wf.notify and its bean, to a mail server that comes and goes. */
class MailIT {

    private static final long PATIENCE = 120_000;

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whatSomebodyIsToldComesByMailAlsoWhenTheMailServerWasAway() throws Exception {
        assumeTrue(System.getProperty("wf.url", "").isBlank() && System.getenv().getOrDefault("WF_DB_URL", "").isBlank(),
                "a second node on one database would have no mail server");
        int port = free();
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        GreenMail mails = new GreenMail(setup);
        mails.start();
        try (AnotherServer server = AnotherServer.start(Map.of("WF_MAIL_HOST", "127.0.0.1", "WF_MAIL_PORT", Integer.toString(port), "WF_MAIL_SECURITY", "off",
                "WF_MAIL_FROM", "workflow@wf.example"))) {
            Rest rest = new Rest(server.url());
            assertThat(tells(rest, "First").told).extracting(p -> p.id).containsExactly("li");
            assertThat(mails.waitForIncomingEmail(PATIENCE, 1)).isTrue();
            MimeMessage first = mails.getReceivedMessages()[0];
            assertThat(first.getSubject()).isEqualTo("First");
            assertThat(first.getAllRecipients()[0].toString()).contains("li@example.org");
            assertThat(first.getMessageID()).matches("<wf-default-\\d+@wf.example>");
            mails.stop();
            tells(rest, "Second");
            Eventually.holds("the second was tried", () -> letters(rest, NoticeState.WAITING).letters.stream().anyMatch(l -> l.attempts > 0 && l.error.contains("mail server")));
            mails.start();
            assertThat(mails.waitForIncomingEmail(PATIENCE, 1)).isTrue();
            Eventually.holds("both are noted", () -> letters(rest, NoticeState.SENT).letters.stream().filter(l -> l.channel.equals("mail")).count() == 2);
        } finally {
            mails.stop();
        }
    }

    private static NoticeReply tells(Rest rest, String subject) {
        SendNoticeRequest request = new SendNoticeRequest();
        request.to = List.of("user:li");
        request.subject = subject;
        request.text = "at six";
        return rest.call("admin", NoticeReply.class, "sendNotice", "request", request);
    }

    private static LetterPage letters(Rest rest, NoticeState state) {
        return rest.call("admin", LetterPage.class, "listLetters", "state", state, "limit", 200);
    }
}
