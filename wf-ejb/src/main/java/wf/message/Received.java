package wf.message;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;

/**
 * What of a message matters here.
 *
 * @param text          the JSON text, or null where the message is none of text
 * @param authorization as in HTTP: Basic credentials, or a service account's key as Bearer; or null
 * @param person        for whom a service account acts, or null
 * @param language      language wanted for texts, or null
 * @param messageId     the id that the broker gave it
 * @param expiresAt     until when its sender wants it to be performed, in milliseconds from 1970 on; 0 for ever, and for what comes again: it may have
 *                      been performed when the answer failed, and gets that answer by its operation id
 */
record Received(String text, String authorization, String person, String language, String messageId, long expiresAt) {

    static Received of(Message message) throws JMSException {
        return new Received(message instanceof TextMessage text ? text.getText() : null,
                message.getStringProperty("Authorization"), message.getStringProperty("wfPerson"), message.getStringProperty("wfLanguage"),
                message.getJMSMessageID(), message.getJMSRedelivered() ? 0 : message.getJMSExpiration());
    }

    /** Without the password, wherever this ends up. */
    @Override
    public String toString() {
        return "message " + messageId;
    }
}
