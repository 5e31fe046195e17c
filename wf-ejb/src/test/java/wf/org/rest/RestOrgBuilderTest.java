package wf.org.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wf.call.Http;
import wf.call.RemoteSystem;
import wf.setting.Settings;
import wf.spi.OrgUnavailable;
import wf.spi.OrgUser;

/** An organisation that a service of the customer's tells. */
class RestOrgBuilderTest {

    private final Map<String, String> settings = new HashMap<>(Map.of("wf.org.rest.endpoint", "hr", "wf.secret.hr", "Bearer 7"));
    private final Map<String, String> answers = new HashMap<>();
    private final RemoteSystem service = new RemoteSystem(this::answer);

    private void answer(HttpExchange exchange) throws IOException {
        String body = answers.get(exchange.getRequestURI().toString());
        RemoteSystem.answer(exchange, body == null ? 404 : 200, "application/json", body == null ? "" : body);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private RestOrgBuilder builder() throws OrgUnavailable {
        settings.putIfAbsent("wf.endpoint.hr", service.address() + "/api/");
        Settings all = new Settings(settings::get, name -> null);
        return new RestOrgBuilder(all, new Http(all));
    }

    @Test
    void departmentsAndPeopleAreListsOfBeans() throws OrgUnavailable {
        answers.put("/api/tenants/t/departments", "[{\"id\": \"rd\", \"name\": \"研发部\", \"headId\": \"li\", \"deputyIds\": [\"sun\"], \"floor\": 3}]");
        answers.put("/api/tenants/t/people", "{\"items\": [{\"id\": \"li\", \"loginName\": \"li\", \"places\": [{\"deptId\": \"rd\", \"main\": true}]}]}");
        assertThat(builder().loadDepts("t").get(0).deputyIds).containsExactly("sun");
        assertThat(builder().loadUsers("t").get(0).places.get(0).deptId).isEqualTo("rd");
        assertThat(service.requests).allSatisfy(r -> assertThat(r.headers().getFirst("Authorization")).isEqualTo("Bearer 7"));
    }

    @Test
    void peopleComeWithTheTimeForWhichTheyCount() throws OrgUnavailable {
        settings.put("wf.zone", "Asia/Shanghai");
        answers.put("/api/tenants/t/people", "[{\"id\": \"li\", \"validFrom\": \"2026-03-01\", \"validTo\": \"2026-03-31\"}, {\"id\": \"sun\", \"validTo\": null},"
                + " {\"id\": \"qian\", \"validTo\": \"2026-03-31T12:00:00Z\"}]");
        assertThat(builder().loadUsers("t")).extracting(u -> u.id + " " + u.validFrom + " " + u.validTo)
                .containsExactly("li 2026-02-28T16:00:00Z 2026-03-31T16:00:00Z", "sun null null", "qian null 2026-03-31T12:00:00Z");
        answers.put("/api/tenants/t/people", "[{\"id\": \"li\", \"validTo\": \"soon\"}]");
        RestOrgBuilder builder = builder();
        assertThatThrownBy(() -> builder.loadUsers("t")).isInstanceOf(OrgUnavailable.class).hasMessageContaining("validTo");
        for (String noMoment : List.of("[2025, 12, 31]", "{\"year\": 2025}")) {
            answers.put("/api/tenants/t/people", "[{\"id\": \"li\", \"validTo\": " + noMoment + ", \"loginName\": \"li\"}]");
            assertThatThrownBy(() -> builder.loadUsers("t")).isInstanceOf(OrgUnavailable.class).hasMessageContaining("validTo");
        }
    }

    @Test
    void peopleComePageByPage() throws OrgUnavailable {
        answers.put("/api/tenants/t/people", page(0, 500, "a b"));
        answers.put("/api/tenants/t/people?cursor=a%20b", page(500, 700, null));
        assertThat(builder().loadUsers("t")).hasSize(700).extracting((OrgUser u) -> u.id).doesNotHaveDuplicates();
    }

    private static String page(int from, int to, String next) {
        String items = IntStream.range(from, to).mapToObj(i -> "{\"id\": \"p" + i + "\"}").collect(Collectors.joining(","));
        return "{\"items\": [" + items + "], \"next\": " + (next == null ? "null" : "\"" + next + "\"") + "}";
    }

    @Test
    void groupsPostsAndChangesNeedNotBeKnownButPeopleMust() throws OrgUnavailable {
        assertThat(builder().loadGroups("t")).isEmpty();
        assertThat(builder().loadPosts("t")).isEmpty();
        assertThat(builder().changesSince("t", "7").nothing).isFalse();
        RestOrgBuilder builder = builder();
        assertThatThrownBy(() -> builder.loadUsers("t")).isInstanceOf(OrgUnavailable.class).hasMessageContaining("people");
    }

    @Test
    void changesAreAskedForByTheTokenOfTheLastLoad() throws OrgUnavailable {
        answers.put("/api/tenants/t/changes", "{\"token\": \"a/1\"}");
        answers.put("/api/tenants/t/changes?since=a%2F1", "{\"nothing\": true, \"token\": \"a/1\"}");
        assertThat(builder().changesSince("t", null).nothing).isFalse();
        assertThat(builder().changesSince("t", "a/1").nothing).isTrue();
    }

    @Test
    void itChecksPasswordsWhereItIsSaidTo() throws OrgUnavailable {
        answers.put("/api/tenants/t/password", "{\"right\": true}");
        assertThat(builder().authenticates()).isFalse();
        settings.put("wf.org.rest.passwords", "on");
        assertThat(builder().authenticate("t", "li", "li", "secret")).isTrue();
        assertThat(service.requests.get(0).body()).contains("secret");
        assertThat(service.requests.get(0).uri()).doesNotContain("secret");
        assertThat(builder().authenticate("t", "li", "li", "")).isFalse();
        answers.put("/api/tenants/t/password", "{\"right\": \"yes\"}");
        assertThat(builder().authenticate("t", "li", "li", "other")).isFalse();
    }

    @Test
    void passwordsNeverGoOverTheWireUnencrypted() {
        settings.put("wf.org.rest.passwords", "on");
        settings.put("wf.endpoint.hr", "http://hr.example/api");
        assertThatThrownBy(this::builder).isInstanceOf(OrgUnavailable.class).hasMessageContaining("https");
    }

    @Test
    void aServiceThatFailsOrTalksNonsenseIsNoOrganisation() throws OrgUnavailable {
        RestOrgBuilder builder = builder();
        for (String nonsense : new String[] {"<html/>", "{}", "[1]", "{\"items\": 7}", "[{\"id\": {\"a\": 1}}]"}) {
            answers.put("/api/tenants/t/people", nonsense);
            assertThatThrownBy(() -> builder.loadUsers("t")).as(nonsense).isInstanceOf(OrgUnavailable.class);
        }
        service.close();
        assertThatThrownBy(() -> builder.loadUsers("t")).isInstanceOf(OrgUnavailable.class).hasMessageNotContaining("Bearer");
    }

    @Test
    void aTenantStaysOnePartOfThePath() throws OrgUnavailable {
        assertThat(builder().loadGroups("t/../other?x=1")).isEmpty();
        assertThat(service.requests.get(0).uri()).isEqualTo("/api/tenants/t%2F..%2Fother%3Fx%3D1/groups");
    }
}
