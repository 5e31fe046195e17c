package wf.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.access.Caller;
import wf.access.ServiceKey;
import wf.access.SignOn;
import wf.contract.ErrorCode;
import wf.face.Call;
import wf.face.Catalogue;
import wf.face.Credentials;
import wf.face.Json;
import wf.face.JsonErrors;
import wf.face.Languages;
import wf.face.Refusals;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.store.Outage;

/** Reads a message, signs its sender on, performs the operation that it names. Whatever goes wrong becomes an answer, but for a database that is away. */
@ApplicationScoped
class Commands {
    private static final Logger LOG = Logger.getLogger(Commands.class.getName());

    /** As much as a body over HTTP may have. */
    private static final int LONGEST = 15 * 1024 * 1024;

    private Catalogue catalogue;
    private SignOn signOn;
    private InstantSource clock;

    Commands() { }

    @Inject
    Commands(Catalogue catalogue, SignOn signOn, InstantSource clock) {
        this.catalogue = catalogue;
        this.signOn = signOn;
        this.clock = clock;
    }

    /** @throws Outage while the database is away: what the message wants may be tried again */
    Answer perform(Received message) {
        Locale locale = Languages.accepted(message.language());
        if (message.expiresAt() != 0 && clock.millis() >= message.expiresAt()) {
            // Brokers drop what has expired in the queue, and not what has waited here for a service that was stopped.
            return Answer.poison(Refusals.refused(ErrorCode.UNAVAILABLE, locale, "message.expired").problem());
        }
        try {
            Caller caller = signedOn(message, locale);
            return performed(caller, message, locale);
        } catch (Refused refused) {
            return Answer.refused(refused.problem());
        } catch (Exception e) {
            if (Outage.isBehind(e)) {
                throw new Outage(e);
            }
            LOG.log(Level.SEVERE, "internal error at " + message, e);
            return Answer.poison(Refusals.internalError(locale, OperationId.of(message)));
        }
    }

    private Answer performed(Caller caller, Received message, Locale locale) throws Exception {
        Prepared prepared;
        try {
            prepared = prepared(message, locale);
        } catch (Refused unreadable) {
            return Answer.poison(unreadable.problem());
        }
        return Answer.done(prepared.call().name(), prepared.call().perform(caller, prepared.arguments()));
    }

    /** An operation with its arguments. */
    private record Prepared(Call call, Object[] arguments) { }

    private Prepared prepared(Received message, Locale locale) {
        checkText(message.text(), locale);
        Prepared prepared = XmlRequest.isMeant(message.text()) ? fromXml(message.text(), locale) : fromJson(message.text(), locale);
        OperationId.complete(prepared.call(), prepared.arguments(), message);
        return prepared;
    }

    private Prepared fromXml(String text, Locale locale) {
        try (XmlRequest request = XmlRequest.of(text, locale)) {
            Call call = call(request.operation(), locale);
            return new Prepared(call, new Arguments(locale).read(call, request.arguments(call)));
        }
    }

    private Prepared fromJson(String text, Locale locale) {
        ObjectNode json = read(text, locale);
        JsonNode name = json.remove("operation");
        if (name == null || !name.isTextual()) {
            throw Refusals.invalidInput(locale, "required", "operation");
        }
        Call call = call(name.asText(), locale);
        return new Prepared(call, new Arguments(locale).read(call, json));
    }

    private Call call(String operation, Locale locale) {
        return catalogue.find(operation).orElseThrow(() -> Refusals.invalidInput(locale, "message.unknown", operation));
    }

    private Caller signedOn(Received message, Locale locale) {
        Optional<ServiceKey> key = ServiceKey.of(message.authorization());
        if (key.isPresent()) {
            return signOn.byKey(key.get(), message.person(), "JMS", "jms", locale);
        }
        return Credentials.of(message.authorization())
                .map(c -> signOn.byPassword(c.loginName(), c.password(), "JMS", "jms", locale))
                .orElseThrow(() -> Refusals.refused(ErrorCode.UNAUTHENTICATED, locale, "message.unauthenticated"));
    }

    private static void checkText(String text, Locale locale) {
        if (text == null) {
            throw Refusals.invalidInput(locale, "message.noText");
        }
        if (text.length() > LONGEST) {
            throw Refusals.refused(ErrorCode.TOO_LARGE, locale, "body.tooLarge", LONGEST / 1024);
        }
    }

    private static ObjectNode read(String text, Locale locale) {
        try {
            if (Json.MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw Refusals.invalidInput(locale, "json.root", Messages.text(locale, "type.object"));
        } catch (JsonProcessingException e) {
            throw JsonErrors.refusal(e, locale);
        }
    }
}
