package wf.org.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import wf.call.Http;
import wf.org.source.Validity;
import wf.setting.Family;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.OrgBuilder;
import wf.spi.OrgChanges;
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPost;
import wf.spi.OrgUnavailable;
import wf.spi.OrgUser;

/**
 * The organisation from a service. It answers {@code GET <endpoint>/tenants/<tenant>/departments}, {@code people},
 * {@code groups} and {@code posts} with JSON lists of the beans of {@code wf.spi}, or with pages
 * {@code {"items": […], "next": "cursor"}}; {@code GET …/changes?since=token} with {@code {"nothing": true, "token": "…"}}; and,
 * where it checks passwords, {@code POST …/password} with {@code {"right": true}}. Groups, posts and changes it need not know (404).
 */
public final class RestOrgBuilder implements OrgBuilder {
    /** What the setting calls it. */
    public static final String NAME = "rest";

    private final OrgService service;
    private final boolean passwords;

    public RestOrgBuilder(Settings settings, Http http) throws OrgUnavailable {
        String endpoint = settings.text(Setting.ORG_REST_ENDPOINT);
        String base = settings.named(Family.ENDPOINT, endpoint).orElseThrow(() -> new OrgUnavailable("The setting "
                + Setting.ORG_REST_ENDPOINT.property() + " must name an endpoint, such as hr for " + Family.ENDPOINT.property("hr") + "."));
        this.passwords = settings.on(Setting.ORG_REST_PASSWORDS);
        if (passwords && !isPrivate(base)) {
            throw new OrgUnavailable("Passwords go to the organisation's service by https only: change " + Family.ENDPOINT.property(endpoint) + ".");
        }
        this.service = new OrgService(http, base, settings.named(Family.SECRET, endpoint).orElse(null),
                settings.time(Setting.ORG_REST_SECONDS, ChronoUnit.SECONDS), new Validity(settings.zone()));
    }

    /** Nobody else listens: it is encrypted, or does not leave this machine. */
    private static boolean isPrivate(String base) {
        try {
            return base.startsWith("https:") || InetAddress.getByName(URI.create(base).getHost()).isLoopbackAddress();
        } catch (UnknownHostException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<OrgDept> loadDepts(String tenant) throws OrgUnavailable {
        return service.all(tenant, "departments", OrgDept.class);
    }

    @Override
    public List<OrgUser> loadUsers(String tenant) throws OrgUnavailable {
        return service.all(tenant, "people", OrgUser.class);
    }

    @Override
    public List<OrgGroup> loadGroups(String tenant) throws OrgUnavailable {
        return service.allIfKnown(tenant, "groups", OrgGroup.class);
    }

    @Override
    public List<OrgPost> loadPosts(String tenant) throws OrgUnavailable {
        return service.allIfKnown(tenant, "posts", OrgPost.class);
    }

    @Override
    public OrgChanges changesSince(String tenant, String token) throws OrgUnavailable {
        String since = token == null ? "" : "?since=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        JsonNode answer = service.get(tenant, "changes", since);
        OrgChanges changes = new OrgChanges();
        changes.token = answer.path("token").asText(null);
        changes.nothing = token != null && answer.path("nothing").asBoolean(false);
        return changes;
    }

    @Override
    public boolean authenticates() {
        return passwords;
    }

    @Override
    public boolean authenticate(String tenant, String userId, String loginName, String password) throws OrgUnavailable {
        return !password.isEmpty() && service.post(tenant, "password",
                Map.of("id", userId, "loginName", loginName, "password", password)).path("right").asBoolean(false);
    }
}
