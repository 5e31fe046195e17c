package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ArrangementRequest;
import wf.contract.ChannelWish;
import wf.contract.CirculateRequest;
import wf.contract.DigestMode;
import wf.contract.ErrorCode;
import wf.contract.HandoverRequest;
import wf.contract.LetterInfo;
import wf.contract.MarkNoticesRequest;
import wf.contract.MessageKind;
import wf.contract.MessageTemplate;
import wf.contract.MessageWishes;
import wf.contract.NoticeAction;
import wf.contract.NoticeInfo;
import wf.contract.NoticeReply;
import wf.contract.NoticeState;
import wf.contract.OperationRequest;
import wf.contract.Property;
import wf.contract.SendNoticeRequest;
import wf.contract.TemplateRequest;
import wf.contract.UrgeRequest;
import wf.contract.WishesRequest;
import wf.refusal.Refused;
import wf.spi.ChannelFailed;
import wf.spi.ChannelMessage;
import wf.spi.MessageChannel;

/** Messages to people: over a real mail server, a gateway that records, a channel of the house's own; once, or again under the same id. */
class DeliveryTest extends StoreTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final GreenMail mails = new GreenMail(smtp());
    private final List<Map<String, String>> posts = new CopyOnWriteArrayList<>();
    private final Own own = new Own();
    private volatile int answer = 200;
    private HttpServer gateway;
    private StoreEngine node;
    private World wf;

    /** A channel of the house's own, which can be told to fail. */
    private static final class Own implements MessageChannel {
        private final List<ChannelMessage> sent = new CopyOnWriteArrayList<>();
        private volatile Consumer<ChannelMessage> then = m -> { };
        private volatile boolean retracts;

        @Override
        public String name() {
            return "own";
        }

        @Override
        public boolean retracts() {
            return retracts;
        }

        @Override
        public boolean send(ChannelMessage message) throws ChannelFailed {
            sent.add(message);
            then.accept(message);
            return true;
        }
    }

    /** The same after a restart, as a mail server's is. */
    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSetup smtp() {
        ServerSetup setup = new ServerSetup(free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    @BeforeAll
    void aNodeWithChannels() throws Exception {
        mails.start();
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::record);
        gateway.start();
        Map<String, String> settings = new HashMap<>(Map.of("wf.mail.host", "127.0.0.1", "wf.mail.port", Integer.toString(mails.getSmtp().getPort()),
                "wf.mail.security", "off", "wf.mail.from", "workflow@wf.example"));
        settings.putAll(Map.of("wf.notify.webhooks", "portal", "wf.endpoint.portal", "http://127.0.0.1:" + gateway.getAddress().getPort() + "/todo",
                "wf.secret.portal", "s3cret"));
        settings.putAll(Map.of("wf.notify.channels", "site,mail", "wf.notify.attempts", "3", "wf.link", "https://wf.example/", "wf.notify.sender.hourly", "3"));
        node = nodeThatIsTold(settings);
        node.shell.channels.add(own);
        node.deploy(process("trip").step("draft", byStarter()).step("review", by("li")).step("pay", by("wang")).end());
        person("li", "李四", "'li@wf.example'", "zh-CN");
        person("wang", "Wang", "null", "en");
        person("zhao", "Zhao", "'zhao@wf.example'", "en");
        person("sun", "Sun\r\nBcc: all@wf.example", "'sun@wf.example'", "en");
        person("zhou", "Zhou", "'zhou@wf.example\r\nBcc: all@wf.example'", "en");
    }

    private void person(String id, String name, String mail, String locale) throws Exception {
        change("insert into wf_person (tenant, id, login_name, name, mail, locale, enabled, valid_from, version) values ('default', '" + id + "', '"
                + id + "', '" + name + "', " + mail + ", '" + locale + "', true, '2020-01-01 00:00:00', 1)");
    }

    private void record(HttpExchange exchange) throws IOException {
        Map<String, String> post = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> post.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        post.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        posts.add(post);
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    @AfterAll
    void stop() {
        node.close();
        gateway.stop(0);
        mails.stop();
    }

    @BeforeEach
    void nothingIsUnderWay() throws Exception {
        change("delete from wf_notice");
        change("delete from wf_notice_wish");
        change("delete from wf_notice_template");
        change("delete from wf_notice_rate");
        change("delete from wf_outbox");
        change("delete from wf_job where kind = 'NOTICE'");
        node.shell.outbox.fresh(100_000);
        mails.purgeEmailFromAllMailboxes();
        posts.clear();
        own.sent.clear();
        own.then = m -> { };
        own.retracts = false;
        answer = 200;
        wf = new World(node);
    }

    private void aTripIsUnderReview() {
        wf.started("it", "trip", "zhao");
        wf.actor("zhao").submits("draft");
        goesOut();
    }

    /** Rows leave, and jobs that are due are done. */
    private void goesOut() {
        node.shell.relay.run();
        node.shell.shifts.work();
    }

    private void wishes(String person, Consumer<MessageWishes> how) {
        WishesRequest request = new WishesRequest();
        request.wishes = new MessageWishes();
        how.accept(request.wishes);
        node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.wishes.put(node.caller(person), request));
    }

    private static Consumer<MessageWishes> over(String... channels) {
        return wishes -> {
            ChannelWish wish = new ChannelWish();
            wish.channels = List.of(channels);
            wishes.channels.add(wish);
        };
    }

    private List<NoticeInfo> box(String person) {
        return node.shell.box.page(node.caller(person), false, null, 50).notices;
    }

    private List<LetterInfo> letters(NoticeState state) {
        return node.shell.letters.page(node.caller("admin"), state, null, null, null, 50).letters;
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        return mail.getHeader(name, "|");
    }

    // ---- mail ----

    @Test
    void whoeverGetsWorkGetsAMailInHisLanguage() throws Exception {
        aTripIsUnderReview();
        assertThat(mails.getReceivedMessages()).hasSize(1);
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).contains("trip").contains("review");
        assertThat(mail.getContent().toString()).contains("李四：").contains("https://wf.example/#/items/");
        assertThat(mail.getAllRecipients()[0].toString()).contains("li@wf.example");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(letters(NoticeState.SENT)).extracting(l -> l.channel).containsExactlyInAnyOrder("mail", "site");
    }

    @Test
    void whatIsSentTwiceAfterACrashHasTheSameMessageId() throws Exception {
        aTripIsUnderReview();
        change("update wf_notice set state = 'WAITING', sent_at = null where channel = 'mail'");
        change("insert into wf_job (tenant, id, kind, state, due_at, attempts, body) select tenant, id, 'NOTICE', 'READY', due_at, 1, '{}' from wf_notice where channel = 'mail'");
        node.shell.shifts.work();
        assertThat(Arrays.stream(mails.getReceivedMessages()).map(DeliveryTest::messageId).distinct()).hasSize(1);
        assertThat(mails.getReceivedMessages()).hasSize(2);
        assertThat(messageId(mails.getReceivedMessages()[0])).startsWith("<wf-default-").endsWith("@wf.example>");
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoHasNoAddressIsTriedOnceAndIsNoFailure() {
        aTripIsUnderReview();
        wf.actor("li").submits("review");
        goesOut();
        assertThat(letters(NoticeState.NOWHERE)).extracting(l -> l.person.id).containsExactly("wang");
        assertThat(box("wang")).hasSize(1);
        assertThat(letters(NoticeState.DEAD)).isEmpty();
    }

    @Test
    void namesAndAddressesCannotAddReceiversOrHeaders() throws Exception {
        tells("user:sun", "user:zhou");
        goesOut();
        assertThat(mails.getReceivedMessages()).hasSize(1);
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(letters(NoticeState.DEAD)).singleElement().satisfies(l -> {
            assertThat(l.person.id).isEqualTo("zhou");
            assertThat(l.error).contains("no mail address").doesNotContain("\n");
        });
    }

    @Test
    void aMailServerThatIsAwayIsTriedAgainAndInTheEndItIsADeadLetterThatCanBeSentAgain() {
        mails.stop();
        aTripIsUnderReview();
        LetterInfo waiting = letters(NoticeState.WAITING).get(0);
        assertThat(waiting.attempts).isEqualTo(1);
        assertThat(waiting.error).contains("mail server");
        for (int n = 0; n < 3; n++) {
            node.clock.advance(Duration.ofMinutes(10));
            node.shell.shifts.work();
        }
        LetterInfo dead = letters(NoticeState.DEAD).get(0);
        assertThat(dead.attempts).isEqualTo(3);
        mails.start();
        NoticeReply again = node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.letters.resend(node.caller("admin"), dead.id, new ArrangementRequest()));
        assertThat(again.letter.state).isEqualTo(NoticeState.WAITING);
        node.shell.shifts.work();
        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(letters(NoticeState.DEAD)).isEmpty();
        assertThatThrownBy(() -> node.shell.letters.resend(node.caller("admin"), dead.id, new ArrangementRequest())).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.problem().code).isEqualTo(ErrorCode.ILLEGAL_STATE));
        assertThatThrownBy(() -> node.shell.letters.page(node.caller("li"), null, null, null, null, 5)).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.problem().code).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void workThatIsGoneBeforeItsMailWentOutIsNotMailed() {
        wf.started("it", "trip", "zhao");
        wf.actor("zhao").submits("draft");
        node.shell.relay.run();
        wf.actor("li").submits("review");
        goesOut();
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(letters(NoticeState.GONE)).extracting(l -> l.person.id).containsOnly("li");
    }

    // ---- webhook ----

    @Test
    void aToDoCentreIsToldOfWorkAndWhenItIsDone() throws Exception {
        wishes("li", over("portal"));
        aTripIsUnderReview();
        wf.actor("li").submits("review");
        goesOut();
        List<JsonNode> told = new ArrayList<>();
        for (Map<String, String> post : posts) {
            told.add(JSON.readTree(post.get("body")));
        }
        assertThat(told).extracting(t -> t.get("action").asText()).containsExactly("CREATE", "COMPLETE");
        assertThat(told).extracting(t -> t.get("about").asText()).containsOnly(told.get(0).get("about").asText());
        assertThat(told.get(0).get("personId").asText()).isEqualTo("li");
        assertThat(posts.get(0).get("idempotency-key")).isEqualTo(told.get(0).get("id").asText()).isNotEqualTo(posts.get(1).get("idempotency-key"));
    }

    @Test
    void aPostIsSignedAndOneThatIsNotTakenComesAgainUnderItsKey() throws Exception {
        wishes("li", over("portal"));
        answer = 503;
        aTripIsUnderReview();
        answer = 200;
        node.clock.advance(Duration.ofMinutes(1));
        node.shell.shifts.work();
        assertThat(posts).hasSize(2);
        assertThat(posts.get(0).get("idempotency-key")).isEqualTo(posts.get(1).get("idempotency-key"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String text = posts.get(1).get("x-wf-timestamp") + "." + posts.get(1).get("body");
        assertThat(posts.get(1).get("x-wf-signature")).isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        assertThat(letters(NoticeState.SENT)).hasSize(1);
    }

    @Test
    void whatAGatewayRefusesForGoodIsADeadLetterAtOnce() {
        wishes("li", over("portal"));
        answer = 422;
        aTripIsUnderReview();
        assertThat(posts).hasSize(1);
        assertThat(letters(NoticeState.DEAD)).singleElement().satisfies(l -> assertThat(l.error).isEqualTo("portal answers 422"));
    }

    @Test
    void workThatIsDoneWhileItsMessageIsUnderWayIsTakenBackAfterwards() {
        wishes("li", over("own"));
        own.retracts = true;
        own.then = m -> {
            if (own.sent.size() == 1) {
                wf.actor("li").submits("review");
                node.shell.relay.run();
            }
        };
        aTripIsUnderReview();
        node.shell.shifts.work();
        assertThat(own.sent).extracting(m -> m.action).containsExactly(NoticeAction.CREATE, NoticeAction.COMPLETE);
        assertThat(own.sent.get(1).about).isEqualTo(own.sent.get(0).about);
    }

    @Test
    void aDeadLetterAboutWorkThatIsDoneIsNotSentAgain() {
        wishes("li", over("portal"));
        answer = 422;
        aTripIsUnderReview();
        LetterInfo dead = letters(NoticeState.DEAD).get(0);
        wf.actor("li").submits("review");
        goesOut();
        assertThat(letters(NoticeState.DEAD)).isEmpty();
        assertThatThrownBy(() -> node.shell.letters.resend(node.caller("admin"), dead.id, new ArrangementRequest())).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.problem().code).isEqualTo(ErrorCode.ILLEGAL_STATE));
        assertThat(posts).as("nor is it taken back where it never was").hasSize(1);
    }

    // ---- a crash between sending and noting ----

    @Test
    void aNodeThatDiesAfterSendingLeavesItToAnotherUnderTheSameId() {
        wishes("li", over("own"));
        own.then = m -> {
            throw new Error("kill -9");
        };
        assertThatThrownBy(this::aTripIsUnderReview).isInstanceOf(Error.class);
        own.then = m -> { };
        node.shell.shifts.work();
        assertThat(own.sent).as("its lease still counts").hasSize(1);
        node.clock.advance(Duration.ofMinutes(5));
        node.shell.shifts.work();
        assertThat(own.sent).hasSize(2);
        assertThat(own.sent.get(1).id).isEqualTo(own.sent.get(0).id);
        node.clock.advance(Duration.ofMinutes(5));
        node.shell.shifts.work();
        assertThat(own.sent).hasSize(2);
    }

    @Test
    void aMessageFromTheQueueAndItsJobSendOnce() {
        wishes("li", over("own"));
        wf.started("it", "trip", "zhao");
        wf.actor("zhao").submits("draft");
        node.shell.relay.run();
        long id = letters(NoticeState.WAITING).get(0).id;
        node.shell.deliveries.deliver(node.tenant, id);
        node.shell.deliveries.deliver(node.tenant, id);
        node.shell.shifts.work();
        assertThat(own.sent).hasSize(1);
    }

    // ---- wishes ----

    @Test
    void whoWantsNothingIsToldNothingAndWhoHasSaidNothingAsTheHouseDoes() {
        wishes("li", over());
        aTripIsUnderReview();
        assertThat(box("li")).isEmpty();
        assertThat(mails.getReceivedMessages()).isEmpty();
        wf.actor("li").submits("review");
        goesOut();
        assertThat(box("wang")).hasSize(1);
    }

    @Test
    void mailsOfADayComeAsOneAndOneThatIsSentAgainIsTheSame() throws Exception {
        wishes("li", w -> {
            w.digest = DigestMode.DAILY;
            w.zone = "Asia/Shanghai";
        });
        aTripIsUnderReview();
        aTripIsUnderReview();
        aTripIsUnderReview();
        wf.actor("li").submits("review");
        goesOut();
        assertThat(mails.getReceivedMessages()).isEmpty();
        mails.stop();
        node.clock.advance(Duration.ofDays(1));
        node.shell.shifts.work();
        mails.start();
        node.clock.advance(Duration.ofMinutes(1));
        node.shell.shifts.work();
        assertThat(mails.getReceivedMessages()).hasSize(1);
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).as("what is done is not in it").isEqualTo("2 条消息");
        assertThat(letters(NoticeState.SENT).stream().filter(l -> l.channel.equals("mail"))).hasSize(2);
    }

    @Test
    void wishesThatNobodyCanFulfilAreRefused() {
        assertThatThrownBy(() -> wishes("li", over("pigeon"))).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().message).contains("pigeon").contains("mail"));
        assertThatThrownBy(() -> wishes("li", w -> w.zone = "Mars/Olympus")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> wishes("li", w -> w.quietFrom = "25:00")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> wishes("li", w -> w.quietFrom = "22:00")).isInstanceOf(Refused.class);
    }

    // ---- boxes ----

    @Test
    void aBoxIsReadAndEmptiedByItsOwnerAlone() {
        aTripIsUnderReview();
        NoticeInfo first = box("li").get(0);
        assertThat(node.shell.box.unread(node.caller("li")).count).isEqualTo(1);
        assertThat(marks("wang", first.id, false).changed).isZero();
        assertThat(marks("li", first.id, false).changed).isEqualTo(1);
        assertThat(box("li").get(0).state).isEqualTo(NoticeState.READ);
        assertThat(node.shell.box.unread(node.caller("li")).count).isZero();
        assertThat(marks("li", first.id, true).changed).isEqualTo(1);
        assertThat(box("li")).isEmpty();
        assertThat(neighbour.shell.box.page(neighbour.caller("li"), false, null, 50).notices).isEmpty();
    }

    private NoticeReply marks(String person, long id, boolean delete) {
        MarkNoticesRequest request = new MarkNoticesRequest();
        request.ids = List.of(id);
        request.delete = delete;
        return node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.box.mark(node.caller(person), request));
    }

    @Test
    void whoeverIsUrgedIsTold() {
        aTripIsUnderReview();
        UrgeRequest urge = new UrgeRequest();
        urge.workItemIds.add(box("li").get(0).workItemId);
        urge.text = "before noon, please";
        node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.urging.urge(node.caller("zhao"), wf.currentInstance(), urge));
        goesOut();
        assertThat(box("li")).extracting(n -> n.kind).containsExactly(MessageKind.URGE, MessageKind.TODO);
        assertThat(box("li").get(0).body).contains("before noon, please");
        wf.actor("li").submits("review");
        goesOut();
        assertThat(box("li")).as("both are gone with the work").isEmpty();
    }

    @Test
    void whatHasBeenReadLeavesTheBoxAndTheToDoCentre() throws Exception {
        wishes("li", over("site", "portal"));
        wf.started("it", "trip", "zhao");
        CirculateRequest circulate = new CirculateRequest();
        circulate.users = List.of("li");
        node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.circulation.circulate(node.caller("zhao"), wf.currentInstance(), circulate));
        goesOut();
        NoticeInfo toRead = box("li").get(0);
        assertThat(toRead.kind).isEqualTo(MessageKind.TOREAD);
        node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.circulation.markRead(node.caller("li"), toRead.workItemId, new OperationRequest()));
        goesOut();
        assertThat(box("li")).isEmpty();
        assertThat(posts).hasSize(2);
        assertThat(JSON.readTree(posts.get(1).get("body")).get("action").asText()).isEqualTo("COMPLETE");
    }

    @Test
    void aHandoverIsToldToItsReceiverAndTakenBackWithIt() {
        aTripIsUnderReview();
        HandoverRequest handover = new HandoverRequest();
        handover.to = "wang";
        long id = node.shell.handovers.handOver(node.caller("li"), handover).handover.id;
        goesOut();
        assertThat(box("wang")).singleElement().satisfies(n -> {
            assertThat(n.kind).isEqualTo(MessageKind.HANDOVER);
            assertThat(n.subject).contains("hands work over to you");
        });
        node.shell.handovers.cancel(node.caller("li"), id, new ArrangementRequest());
        goesOut();
        assertThat(box("wang")).isEmpty();
    }

    // ---- words ----

    @Test
    void aTenantsOwnWordsTakeThePlaceOfTheBuiltInOnes() throws Exception {
        TemplateRequest request = words("TODO", "mail", "zh", "新任务 ${instance.title}", "<p>${actor.name} → ${person.name}</p>");
        request.preview = true;
        assertThat(puts(request).template.subject).isEqualTo("新任务 <instance.title>");
        request.preview = false;
        puts(request);
        aTripIsUnderReview();
        assertThat(mails.getReceivedMessages()[0].getSubject()).startsWith("新任务 ");
        assertThat(mails.getReceivedMessages()[0].getContent().toString()).contains("→ 李四</p>");
        assertThat(box("li").get(0).subject).as("the site has its own").doesNotContain("新任务");
        assertThatThrownBy(() -> puts(words("TODO", "mail", "zh", "${password}", "x"))).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.problem().message).contains("password"));
    }

    @Test
    void titlesForOtherSystemsAreTheSameWords() {
        aTripIsUnderReview();
        puts(words("TODO", null, "en", "Do ${node.name}!", "x"));
        assertThat(node.shell.titles.title(node.caller("li"), box("li").get(0).workItemId, MessageKind.TODO, "en").title).isEqualTo("Do review!");
        assertThat(node.shell.titles.title(node.caller("li"), box("li").get(0).workItemId, MessageKind.URGE, "en").title).startsWith("[Urged] ");
    }

    private static TemplateRequest words(String kind, String channel, String locale, String subject, String body) {
        TemplateRequest request = new TemplateRequest();
        request.template = new MessageTemplate();
        request.template.kind = kind;
        request.template.channel = channel;
        request.template.locale = locale;
        request.template.subject = subject;
        request.template.body = body;
        return request;
    }

    private NoticeReply puts(TemplateRequest request) {
        return node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.templateCommands.put(node.caller("admin"), request));
    }

    // ---- own words ----

    private NoticeReply tells(String... to) {
        SendNoticeRequest request = new SendNoticeRequest();
        request.to = List.of(to);
        request.subject = "Party\r\nBcc: all@wf.example";
        request.text = "at six";
        return sends(request);
    }

    private NoticeReply sends(SendNoticeRequest request) {
        return node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.ownWords.send(node.caller("admin"), request));
    }

    @Test
    void ownWordsGoToWhomTheyAreMeantForByATemplateToo() throws Exception {
        puts(words("party", "mail", "zh", "聚会 ${data.where}", "${text}"));
        SendNoticeRequest request = new SendNoticeRequest();
        request.to = List.of("user:li");
        request.template = "party";
        request.text = "<script>";
        request.channels = List.of("mail");
        Property where = new Property();
        where.name = "where";
        where.value = "5F";
        request.data = List.of(where);
        assertThat(sends(request).told).extracting(p -> p.id).containsExactly("li");
        goesOut();
        assertThat(mails.getReceivedMessages()[0].getSubject()).isEqualTo("聚会 5F");
        assertThat(mails.getReceivedMessages()[0].getContent().toString().strip()).isEqualTo("&lt;script&gt;");
        assertThat(box("li")).isEmpty();
    }

    @Test
    void whatAMessageHasOfItselfIsNoNameForItsData() {
        for (String name : List.of("over", "state", "actor", "subject")) {
            SendNoticeRequest request = new SendNoticeRequest();
            request.to = List.of("user:li");
            request.subject = "hello";
            Property own = new Property();
            own.name = name;
            own.value = "true";
            request.data = List.of(own);
            assertThatThrownBy(() -> sends(request)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(ErrorCode.INVALID_INPUT));
        }
    }

    @Test
    void nobodySendsMoreThanAnHourAllows() {
        tells("user:li", "user:wang");
        tells("user:li");
        assertThatThrownBy(() -> tells("user:li")).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(ErrorCode.QUOTA));
        node.clock.advance(Duration.ofHours(1));
        tells("user:li");
        assertThatThrownBy(() -> node.shell.ownWords.send(node.caller("li"), new SendNoticeRequest())).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.problem().code).isEqualTo(ErrorCode.FORBIDDEN));
    }
}
