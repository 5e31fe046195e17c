package wf.notice;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.ChannelFailed;
import wf.spi.ChannelMessage;
import wf.spi.MessageChannel;

/**
 * Mails in HTML, over the server's mail session or one of our own. The Message-ID follows from the message, so that one that is
 * sent twice, after a crash, is known again by mail servers and programs.
 */
final class MailChannel implements MessageChannel {

    static final String NAME = "mail";
    /** The whole dialogue takes at most so many times as long as one answer may. */
    private static final int WHOLE = 3;
    /** What an address never has: a second one, a name, or a line of its own. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s,;:<>\"()\\[\\]\\\\\\p{Cntrl}]+@[^\\s,;:<>\"()@\\[\\]\\\\\\p{Cntrl}]+");
    private final Settings settings;
    private final String from;

    MailChannel(Settings settings) {
        this.settings = settings;
        this.from = settings.text(Setting.MAIL_FROM);
    }

    /** Whether anybody has said how mails go out. */
    boolean isThere() {
        return !settings.text(Setting.MAIL_SESSION).isEmpty() || !settings.text(Setting.MAIL_HOST).isEmpty();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean retracts() {
        return false;
    }

    @Override
    public boolean send(ChannelMessage message) throws ChannelFailed {
        if (message.mail == null || message.mail.isBlank()) {
            return false;
        } else if (!ADDRESS.matcher(message.mail).matches()) {
            throw new ChannelFailed("this is no mail address: " + Words.line(message.mail), true);
        }
        try {
            Transport.send(mime(message));
            return true;
        } catch (SendFailedException e) {
            throw new ChannelFailed(reason(e), e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0);
        } catch (AddressException e) {
            throw new ChannelFailed(reason(e), true);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new ChannelFailed(reason(e), false);
        }
    }

    private static String reason(Exception e) {
        return Words.cut(Words.line("the mail server does not take it: " + e.getMessage()), 500);
    }

    private MimeMessage mime(ChannelMessage message) throws MessagingException, UnsupportedEncodingException, ChannelFailed {
        MimeMessage mime = new Named(session(), "<" + message.id.replaceAll("[^A-Za-z0-9.-]", "_") + "@" + from.substring(from.indexOf('@') + 1) + ">");
        mime.setFrom(new InternetAddress(from, true));
        mime.setRecipient(Message.RecipientType.TO, new InternetAddress(message.mail, Words.line(message.personName), StandardCharsets.UTF_8.name()));
        mime.setSubject(Words.line(message.subject), StandardCharsets.UTF_8.name());
        mime.setText(message.body, StandardCharsets.UTF_8.name(), "html");
        mime.setSentDate(message.at);
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
    }

    private Session session() throws ChannelFailed {
        String jndi = settings.text(Setting.MAIL_SESSION);
        if (jndi.isEmpty()) {
            return Session.getInstance(properties(), authenticator());
        }
        try {
            return (Session) new InitialContext().lookup(jndi);
        } catch (NamingException | ClassCastException e) {
            throw new ChannelFailed("the server has no mail session " + jndi, false);
        }
    }

    private Properties properties() {
        String millis = Long.toString(settings.number(Setting.NOTIFY_SECONDS) * 1_000L);
        String security = settings.text(Setting.MAIL_SECURITY);
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.text(Setting.MAIL_HOST));
        properties.put("mail.smtp.port", settings.text(Setting.MAIL_PORT));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        // Each answer in its time is not enough: so long the whole may take, TLS or not.
        properties.put("mail.smtp.socketFactory", new TimedSockets(settings.time(Setting.NOTIFY_SECONDS, ChronoUnit.SECONDS).multipliedBy(WHOLE)));
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.auth", Boolean.toString(!settings.text(Setting.MAIL_USER).isEmpty()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(security.equals("on")));
        properties.put("mail.smtp.starttls.required", Boolean.toString(security.equals("on")));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private Authenticator authenticator() {
        return settings.text(Setting.MAIL_USER).isEmpty() ? null : new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.text(Setting.MAIL_USER), settings.text(Setting.MAIL_PASSWORD));
            }
        };
    }

    /** Keeps its id, which a message else makes up when it is sent. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
