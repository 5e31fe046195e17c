package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.contract.AttachRequest;
import wf.contract.DeployRequest;
import wf.contract.InstanceState;
import wf.contract.ProcessInfoFormat;
import wf.contract.SubmitRequest;
import wf.contract.WorkListKind;
import wf.face.Json;

class RestTest {
    static FaceServer wf;

    @BeforeAll
    static void start() throws Exception {
        wf = new FaceServer();
    }

    @AfterAll
    static void stop() throws Exception {
        wf.close();
    }

    @Test
    void anOperationGetsCallerIdAndRequest() throws Exception {
        var answer = wf.json("/api/v1/workitems/12/submit", "{\"opinion\":\"fine\"}",
                "Idempotency-Key", "k-1", "If-Match", "\"3\"", "Accept-Language", "zh-CN,zh;q=0.9");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"4\"");
        Caller caller = wf.engine.argument(0);
        assertThat(caller.person()).isEqualTo("zhao");
        assertThat(caller.channel()).isEqualTo("REST");
        assertThat(caller.clientIp()).isEqualTo("127.0.0.1");
        assertThat(caller.locale().getLanguage()).isEqualTo("zh");
        assertThat(wf.engine.<Long>argument(1)).isEqualTo(12L);
        SubmitRequest request = wf.engine.argument(2);
        assertThat(request.opinion).isEqualTo("fine");
        assertThat(request.opId).isEqualTo("k-1");
        assertThat(request.expectedVersion).isEqualTo(3L);
        assertThat(request.preview).isFalse();
    }

    @Test
    void anAbsentBodyIsAnEmptyRequestAndAPreviewHasNoTag() throws Exception {
        var answer = wf.send(wf.request("/api/v1/workitems/12/submit?preview=true").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(wf.engine.<SubmitRequest>argument(2).preview).isTrue();
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void whoAsksForFewFieldsGetsTheseAlone() throws Exception {
        var answer = wf.get("/api/v1/worklists/todo?fields=items.id,next");
        assertThat(answer.body()).isEqualTo("{\"items\":[{\"id\":12}]}");
        assertThat(wf.get("/api/v1/instances/7?fields=id").headers().firstValue("ETag")).contains("\"3\"");
    }

    @Test
    void queryParametersAreTyped() throws Exception {
        wf.get("/api/v1/instances?state=running&limit=5&title=%E5%90%88%E5%90%8C");
        assertThat(wf.engine.<Object>argument(3)).isEqualTo("合同");
        assertThat(wf.engine.<Object>argument(4)).isEqualTo(InstanceState.RUNNING);
        assertThat(wf.engine.<Object>argument(7)).isEqualTo(5);

        wf.get("/api/v1/worklists/todo");
        assertThat(wf.engine.<Object>argument(1)).isEqualTo(WorkListKind.TODO);
    }

    @Test
    void aFileIsDeployedAsItIs() throws Exception {
        wf.post("/api/v1/definitions?category=hr&preview=true", "application/xml", "<definitions/>");
        DeployRequest request = wf.engine.argument(1);
        assertThat(request.source).asString().isEqualTo("<definitions/>");
        assertThat(request.category).isEqualTo("hr");
        assertThat(request.preview).isTrue();
    }

    @Test
    void aFileIsAttachedAsItIsEvenWithCurlsDefaultType() throws Exception {
        var answer = wf.post("/api/v1/instances/7/attachments?name=a.txt&workItemId=12",
                "application/x-www-form-urlencoded", "a=b", "Idempotency-Key", "k-2");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        AttachRequest request = wf.engine.argument(2);
        assertThat(request.content).asString().isEqualTo("a=b");
        assertThat(request.name).isEqualTo("a.txt");
        assertThat(request.workItemId).isEqualTo(12L);
        assertThat(request.opId).isEqualTo("k-2");
    }

    @Test
    void jsonToAttachIsARequest() throws Exception {
        wf.json("/api/v1/instances/7/attachments", "{\"name\":\"a.txt\",\"content\":\"YT1i\"}");
        AttachRequest request = wf.engine.argument(2);
        assertThat(request.content).asString().isEqualTo("a=b");
    }

    @Test
    void aHeaderReachesAParameterToo() throws Exception {
        wf.send(wf.request("/api/v1/attachments/5", "Idempotency-Key", "k-3").DELETE());
        assertThat(wf.engine.<String>argument(2)).isEqualTo("k-3");
    }

    @Test
    void aDefinitionIsGivenAsFileOrAsJson() throws Exception {
        assertThat(wf.get("/api/v1/definitions/1/source", "Accept", "application/xml").body()).isEqualTo("<definitions/>");
        assertThat(wf.get("/api/v1/definitions/1/source").body()).isEqualTo("{\"source\":\"PGRlZmluaXRpb25zLz4=\"}");
    }

    @Test
    void anAttachmentIsSavedAndNeverShown() throws Exception {
        var answer = wf.get("/api/v1/attachments/5/content");
        assertThat(answer.body()).isEqualTo("<script>");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains(
                "attachment; filename=\"__ 1.html\"; filename*=UTF-8''%E5%90%88%E5%90%8C%201.html");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy")).anyMatch(policy -> policy.contains("sandbox"));
    }

    @Test
    void repliesHaveDatesWithZoneAndNoNulls() throws Exception {
        var answer = wf.get("/api/v1/instances/7");
        assertThat(answer.body()).contains("\"startedAt\":\"1970-01-01T00:00:00.000+00:00\"").doesNotContain("null");
        assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void longRepliesAreCompressedOnDemand() throws Exception {
        HttpResponse<byte[]> answer = java.net.http.HttpClient.newHttpClient().send(
                wf.request("/api/v1/instances", "Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        JsonNode page = Json.MAPPER.readTree(new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body())));
        assertThat(page.get("instances")).hasSize(20);
    }

    @Test
    void pingIsOpenToEverybody() throws Exception {
        assertThat(wf.get("/api/v1/ping", "Anonymous", "1").statusCode()).isEqualTo(200);
    }

    @Test
    void processInformationIsADocumentThatRunsNothing() throws Exception {
        var answer = wf.get("/api/v1/instances/7/process-info/document?format=html&locale=zh");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(answer.body()).isEqualTo("<p>审批单</p>");
        assertThat(wf.engine.<ProcessInfoFormat>argument(2)).isEqualTo(ProcessInfoFormat.HTML);
        assertThat(wf.engine.<String>argument(4)).isEqualTo("zh");
    }
}
