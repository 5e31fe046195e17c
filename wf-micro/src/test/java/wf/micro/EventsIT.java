package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.contract.Count;
import wf.contract.MessageKind;
import wf.contract.NoticeInfo;
import wf.contract.NoticePage;
import wf.contract.OperationReply;
import wf.contract.Property;
import wf.contract.RelayInfo;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.ValueType;
import wf.face.Json;
import wf.micro.face.Broker;
import wf.micro.face.Rest;

/** The topic wf.event, as another program on the machine hears it. */
@ExtendWith(RunningProduct.class)
class EventsIT {

    private static final long PATIENCE = 120_000;

    @Test
    void whateverHappensIsPublishedAfterTheCommitInItsOrder(Product product) throws Exception {
        assumeTrue(System.getProperty("wf.url", "").isBlank(), "a full server has a broker of its own kind");
        try (Connection connection = Broker.connection(RunningProduct.broker());
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer events = session.createConsumer(session.createTopic("wf.event"))) {
            connection.start();
            Rest rest = product.rest();
            StartRequest start = new StartRequest();
            start.definitionKey = "leave";
            start.title = "heard of";
            OperationReply started = rest.call("zhao", OperationReply.class, "start", "request", start);
            List<JsonNode> heard = until(events, started.instanceId, "item.created");
            assertThat(heard.get(0).get("event").asText()).isEqualTo("instance.created");
            assertThat(heard.get(0).get("definitionKey").asText()).isEqualTo("leave");
            assertThat(heard).extracting(e -> e.get("schema").asInt()).containsOnly(1);
            assertThat(heard).extracting(e -> e.get("part").asInt()).isSorted();
        }
    }

    @Test
    void whoeverGetsWorkFindsAMessageInHisBoxUntilItIsDone(Product product) {
        Rest rest = product.rest();
        StartRequest start = new StartRequest();
        start.definitionKey = "leave";
        start.title = "told of";
        OperationReply started = rest.call("zhao", OperationReply.class, "start", "request", start);
        SubmitRequest submit = new SubmitRequest();
        submit.variables.add(property("days", ValueType.INTEGER, "2"));
        submit.variables.add(property("reason", ValueType.STRING, "rest"));
        OperationReply submitted = rest.call("zhao", OperationReply.class, "submit", "workItemId", started.itemsCreated.get(0).id, "request", submit);
        String holder = submitted.itemsCreated.get(0).owner.id;
        Eventually.holds("a message lies in the box", () -> box(rest, holder, started.instanceId).size() == 1);
        assertThat(box(rest, holder, started.instanceId).get(0).kind).isEqualTo(MessageKind.TODO);
        assertThat(rest.call(holder, Count.class, "countNotices").count).isPositive();
        assertThat(box(rest, "zhao", started.instanceId)).isEmpty();
        RelayInfo relay = rest.call("admin", RelayInfo.class, "getRelay");
        assertThat(relay.publishes).isTrue();
        assertThat(relay.error).isNull();
        assertThat(relay.healthy).isTrue();
    }

    private static List<NoticeInfo> box(Rest rest, String person, long instance) {
        return rest.call(person, NoticePage.class, "listNotices", "unread", false, "limit", 200).notices.stream()
                .filter(n -> n.instanceId != null && n.instanceId == instance).toList();
    }

    private static Property property(String name, ValueType type, String value) {
        Property property = new Property();
        property.name = name;
        property.type = type;
        property.value = value;
        return property;
    }

    private static List<JsonNode> until(MessageConsumer events, long instance, String last) throws JMSException, IOException {
        List<JsonNode> heard = new ArrayList<>();
        while (heard.isEmpty() || !heard.get(heard.size() - 1).get("event").asText().equals(last)) {
            TextMessage message = (TextMessage) events.receive(PATIENCE);
            assertThat(message).as("an event after " + heard).isNotNull();
            JsonNode event = Json.MAPPER.readTree(message.getText());
            assertThat(message.getStringProperty("wfEvent")).isEqualTo(event.get("event").asText());
            if (event.path("instanceId").asLong() == instance) {
                heard.add(event);
            }
        }
        return heard;
    }
}
