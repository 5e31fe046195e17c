package wf.message;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import wf.face.Call;
import wf.face.RequestFields;

/**
 * Gives an operation without an id one that follows from its message. So a message that the broker delivers twice, after
 * a crash, is performed once.
 */
final class OperationId {
    private static final String FIELD = "opId";

    private OperationId() { }

    /** A message without an id gets none: all such messages would pass for one. */
    static void complete(Call call, Object[] arguments, Received message) {
        if (message.messageId() == null) {
            return;
        }
        for (int i = 0; i < arguments.length; i++) {
            Field field = arguments[i] == null ? null : RequestFields.find(arguments[i].getClass(), FIELD);
            if (field != null && RequestFields.get(field, arguments[i]) == null) {
                RequestFields.set(field, arguments[i], of(message));
            } else if (arguments[i] == null && call.parameters().get(i).getName().equals(FIELD)) {
                arguments[i] = of(message);
            }
        }
    }

    static String of(Received message) {
        try {
            byte[] id = String.valueOf(message.messageId()).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id);
            return "jms-" + HexFormat.of().formatHex(digest, 0, 28);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
