package wf.org.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wf.call.CallFailed;
import wf.call.Http;
import wf.org.source.Validity;
import wf.spi.OrgUnavailable;

/** Speaks to the service: pages of beans, and single questions. Its secret goes to no other host, and into no message. */
final class OrgService {

    private static final int MOST_PAGES = 10_000;

    private final Http http;
    private final URI base;
    private final String secret;
    private final Duration patience;
    private final ObjectMapper json;

    /** @param secret null where the service wants none */
    OrgService(Http http, String base, String secret, Duration patience, Validity validity) throws OrgUnavailable {
        this.http = http;
        this.base = uri(base.replaceFirst("/+$", ""));
        this.secret = secret;
        this.patience = patience;
        this.json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule().addDeserializer(Instant.class, new Moments(validity))).build();
    }

    /** Everything under the path, page after page. */
    <T> List<T> all(String tenant, String path, Class<T> type) throws OrgUnavailable {
        return pages(tenant, path, type, get(tenant, path, ""));
    }

    /** The same; nothing where the service does not know the path. */
    <T> List<T> allIfKnown(String tenant, String path, Class<T> type) throws OrgUnavailable {
        JsonNode first = get(tenant, path, "");
        return first.isMissingNode() ? List.of() : pages(tenant, path, type, first);
    }

    private <T> List<T> pages(String tenant, String path, Class<T> type, JsonNode first) throws OrgUnavailable {
        List<T> found = new ArrayList<>();
        JsonNode answer = first;
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode items = answer.isArray() ? answer : answer.path("items");
            if (!items.isArray()) {
                throw new OrgUnavailable(path + " of the organisation's service answers no list.");
            }
            for (JsonNode item : items) {
                found.add(bean(item, type, path));
            }
            if (!answer.path("next").isTextual()) {
                return found;
            }
            answer = get(tenant, path, "?cursor=" + encoded(answer.path("next").textValue()));
        }
        throw new OrgUnavailable(path + " of the organisation's service never comes to an end.");
    }

    /** A day is the last one where it is an end. A list or an object has no text, and no text would be no end. */
    private static final class Moments extends JsonDeserializer<Instant> {
        private final Validity validity;

        Moments(Validity validity) {
            this.validity = validity;
        }

        @Override
        public Instant deserialize(JsonParser at, DeserializationContext context) throws IOException {
            if (!at.currentToken().isScalarValue()) {
                throw JsonMappingException.from(at, at.currentName() + " is no moment");
            }
            try {
                return "validTo".equals(at.currentName()) ? validity.to(at.getValueAsString()) : validity.from(at.getValueAsString());
            } catch (DateTimeException e) {
                throw JsonMappingException.from(at, at.currentName() + " is no moment: " + e.getMessage(), e);
            }
        }
    }

    private <T> T bean(JsonNode item, Class<T> type, String path) throws OrgUnavailable {
        try {
            return json.treeToValue(item, type);
        } catch (JsonProcessingException e) {
            throw new OrgUnavailable(path + " of the organisation's service answers what is no " + type.getSimpleName() + ": "
                    + e.getOriginalMessage(), e);
        }
    }

    /** One question; a missing node where the service does not know it. */
    JsonNode get(String tenant, String path, String query) throws OrgUnavailable {
        Http.Received received = send(tenant, path, query, null);
        return received.status() == 404 ? json.missingNode() : json(received, path);
    }

    JsonNode post(String tenant, String path, Object body) throws OrgUnavailable {
        try {
            return json(send(tenant, path, "", json.writeValueAsString(body)), path);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no bean", e);
        }
    }

    private Http.Received send(String tenant, String path, String query, String body) throws OrgUnavailable {
        URI address = uri(base + "/tenants/" + encoded(tenant) + "/" + path + query);
        try {
            return http.send(address, at -> request(at, body), patience, "the organisation's service");
        } catch (CallFailed e) {
            throw new OrgUnavailable(e.getMessage(), e);
        }
    }

    private HttpRequest.Builder request(URI at, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).setHeader("Accept", "application/json");
        if (secret != null) {
            request.setHeader("Authorization", secret);
        }
        return body == null ? request.GET()
                : request.setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private JsonNode json(Http.Received received, String path) throws OrgUnavailable {
        if (received.status() != 200) {
            throw new OrgUnavailable(path + " of the organisation's service answers " + received.status() + ".");
        }
        try {
            return json.readTree(received.text());
        } catch (JsonProcessingException e) {
            throw new OrgUnavailable(path + " of the organisation's service answers what is no JSON.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static URI uri(String address) throws OrgUnavailable {
        try {
            URI uri = URI.create(address);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new OrgUnavailable("The address of the organisation's service is none: it must be https://host/path.");
    }
}
