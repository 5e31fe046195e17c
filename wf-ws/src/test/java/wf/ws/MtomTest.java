package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.contract.AttachRequest;

/** Files beside the XML of a message (MTOM), or in it as base64: whoever calls chooses, and is answered alike. */
class MtomTest {
    private static final String TYPE =
            "multipart/related; type=\"application/xop+xml\"; boundary=b1; start=\"<root>\"; start-info=\"text/xml\"";
    static FaceServer wf;

    @BeforeAll
    static void start() throws Exception {
        wf = new FaceServer();
    }

    @AfterAll
    static void stop() throws Exception {
        wf.close();
    }

    private static String attach(String content) {
        return "<soap:Envelope xmlns:soap='" + Soap.ENVELOPE + "' xmlns:wf='urn:wf:v1' xmlns:c='urn:wf:contract:v1'><soap:Body>"
                + "<wf:attach><instanceId>7</instanceId><request><c:name>a</c:name><c:content>" + content
                + "</c:content></request></wf:attach></soap:Body></soap:Envelope>";
    }

    private static String beside(String href) {
        return attach("<x:Include xmlns:x='http://www.w3.org/2004/08/xop/include' href='" + href + "'/>");
    }

    private static HttpResponse<String> send(String envelope, byte[] file, String... headers) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--b1\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\nContent-ID: <root>\r\n\r\n" + envelope
                + "\r\n--b1\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <file@wf>\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--b1--\r\n".getBytes(StandardCharsets.US_ASCII));
        return wf.send(wf.request("/services/InstancePort", headers).header("Content-Type", TYPE).POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3_000, 5_000_000})
    void aFileBesideTheXmlIsAttached(int size) throws Exception {
        var answer = send(beside("cid:file@wf"), bytes(size));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(wf.engine.<AttachRequest>argument(2).content).isEqualTo(bytes(size));
        assertThat(type(answer)).startsWith("multipart/related");
    }

    @Test
    void aFileInTheXmlIsAttachedAndAnsweredInXml() throws Exception {
        var answer = wf.post("/services/InstancePort", "text/xml;charset=UTF-8", attach(Base64.getEncoder().encodeToString(bytes(3_000))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(wf.engine.<AttachRequest>argument(2).content).isEqualTo(bytes(3_000));
        assertThat(type(answer)).startsWith("text/xml");
    }

    /** The body limit of somebody who is nobody yet holds for the part with the header alone. */
    @Test
    void aFileBesideTheXmlFollowsAToken() throws Exception {
        String envelope = beside("cid:file@wf").replace("<soap:Body>", "<soap:Header>" + UsernameTokenTest.header() + "</soap:Header><soap:Body>");
        assertThat(send(envelope, bytes(1_000_000), "Anonymous", "1").statusCode()).isEqualTo(200);
        assertThat(wf.engine.<AttachRequest>argument(2).content).isEqualTo(bytes(1_000_000));
        assertThat(send(envelope, bytes(1_000_000), "Anonymous", "1").statusCode()).as("the same again").isEqualTo(401);
    }

    @Test
    void moreThanABodyMayHaveIsRefused() throws Exception {
        assertThat(send(beside("cid:file@wf"), bytes(16_000_000)).body()).contains("TOO_LARGE");
    }

    /** Nothing is fetched for a request, from nowhere. */
    @ParameterizedTest
    @ValueSource(strings = {"cid:another@wf", "file:///etc/hostname", "http://127.0.0.1:1/x", ""})
    void whatDoesNotComeWithTheMessageIsNotFound(String href) throws Exception {
        var answer = send(beside(href), bytes(10));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body()).contains("INVALID_INPUT").doesNotContain("Exception");
    }
}
