package wf.micro.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.contract.ArrangementRequest;
import wf.contract.DeputyReply;
import wf.contract.GrantDeputyRequest;
import wf.contract.OperationReply;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.micro.Product;
import wf.micro.RunningProduct;
import wf.scenario.World;

@Tag("browser")
@ExtendWith(RunningProduct.class)
class BrowserIT {
    private final String title = "QA " + UUID.randomUUID().toString().substring(0, 8);
    private URI pages;

    @BeforeEach
    void theAddress(URI product) {
        pages = URI.create(System.getProperty("wf.ui.url", product.toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void aLeaveRequestIsStartedSubmittedAndApproved(int width) {
        try (Browser zhao = Browser.open(pages, width)) {
            zhao.go("/start").signIn(Sample.STARTER).expect("start-" + Sample.LEAVE).expectGoodPage();
            zhao.click("start-" + Sample.LEAVE).fill("start-title", title).click("start");
            zhao.expect("operations").expectGoodPage();
            zhao.click("op-submit").expect("operations");
            zhao.fillField(Sample.DAYS, "2").fillField(Sample.REASON, "回家探亲").expectGoodPage();
            zhao.click("op-submit").expect("outcome").expectGoodPage().click("confirm");
            zhao.expectText("notice", title).expect("list-todo");
        }
        try (Browser li = Browser.open(pages, width)) {
            li.go("/work/todo").signIn(Sample.HEAD).row(title).locator("a").click();
            li.expect("operations").expectText("read-" + Sample.DAYS, "2").expectGoodPage();
            li.fill("opinion", "同意。").click("op-submit").expect("outcome").expect("department").expectGoodPage();
            li.choose("department", "department-office").expect("outcome").click("confirm");
            li.expectText("notice", title).click("list-done").row(title).locator("a").click();
            li.click("tab-history").expect("entry-submit").expectText("history", "同意。").expectGoodPage();
            li.click("tab-diagram").expect("legend").expectMark(Sample.REVIEW, "DONE").expectGoodPage();
        }
    }

    @Test
    void workComesIntoTheListThatIsLookedAt(Product product) {
        try (Browser li = Browser.open(pages, Browser.WIDE)) {
            li.go("/work/todo").signIn(Sample.HEAD).expect("list-todo");
            StartRequest start = new StartRequest();
            start.definitionKey = Sample.LEAVE;
            start.title = title;
            OperationReply started = product.rest().call(Sample.STARTER, OperationReply.class, "start", "request", start);
            SubmitRequest submit = new SubmitRequest();
            submit.variables.add(World.property(Sample.DAYS, 1L));
            submit.variables.add(World.property(Sample.REASON, "探亲"));
            product.rest().call(Sample.STARTER, OperationReply.class, "submit", "workItemId", started.itemsCreated.get(0).id, "request", submit);
            li.row(title).locator("a").waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void whoeverSubmitsChoosesWhoHandlesTheNextNode(int width) throws IOException {
        String key = "qa" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
        try (Browser admin = Browser.open(pages, width)) {
            admin.go("/definitions/deploy").signIn(Sample.ADMIN).expect("bpmn-file");
            admin.upload("bpmn-file", "choose.bpmn", model("choose.bpmn", key)).expect("checked").click("deploy").click("release").expect("retire");
        }
        try (Browser zhao = Browser.open(pages, width)) {
            zhao.go("/start").signIn(Sample.STARTER).click("start-" + key).fill("start-title", title).click("start");
            zhao.click("op-submit").expect("people-check").expectGoodPage();
            assertThat(zhao.at("outcome").count()).isZero();
            assertThat(zhao.at("confirm").isDisabled()).isTrue();
            zhao.choosePerson("people-check", Sample.HEAD).expect("outcome").expectGoodPage().click("confirm").expectText("notice", title);
        }
        try (Browser li = Browser.open(pages, width)) {
            li.go("/work/todo").signIn(Sample.HEAD).row(title);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void aDeputyFindsTheWorkOfHisPrincipalAndDoesItInHisStead(int width, Product product) {
        GrantDeputyRequest grant = new GrantDeputyRequest();
        grant.deputy = "qian";
        long granted = product.rest().call(Sample.HEAD, DeputyReply.class, "grantDeputy", "request", grant).grants.get(0).id;
        try (Browser zhao = Browser.open(pages, width); Browser qian = Browser.open(pages, width)) {
            zhao.go("/start/" + Sample.LEAVE).signIn(Sample.STARTER).fill("start-title", title).click("start");
            zhao.fillField(Sample.DAYS, "1").fillField(Sample.REASON, "看病").click("op-submit").expect("outcome").click("confirm").expect("list-todo");
            qian.go("/work/todo").signIn("qian").expectText("on-behalf", "李明").expectGoodPage().row(title).locator("a").click();
            qian.expectText("in-stead", "李明").expectGoodPage().click("op-submit").expect("outcome").click("confirm").expectText("notice", title);
        } finally {
            product.rest().call(Sample.HEAD, DeputyReply.class, "revokeDeputy", "grantId", granted, "request", new ArrangementRequest());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void aModelWithErrorsIsExplainedAndAGoodOneIsReleased(int width) throws IOException {
        String key = "qa" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
        try (Browser admin = Browser.open(pages, width)) {
            admin.go("/definitions/deploy").signIn(Sample.ADMIN).expect("bpmn-file").expectGoodPage();
            admin.upload("bpmn-file", "broken.bpmn", model("broken.bpmn", key)).expect("problem").expectGoodPage();
            assertThat(admin.at("deploy").count()).isZero();
            admin.upload("bpmn-file", "good.bpmn", model("good.bpmn", key)).expect("checked").expectGoodPage();
            admin.click("deploy").click("release").expect("retire").expect("diagram").expectGoodPage();
            admin.go("/start").expect("start-" + key);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void twoVersionsAreComparedAndOneIsCopied(int width) throws IOException {
        String key = "qa" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
        try (Browser admin = Browser.open(pages, width)) {
            admin.go("/definitions/deploy").signIn(Sample.ADMIN);
            admin.upload("bpmn-file", "good.bpmn", model("good.bpmn", key)).expect("checked").click("deploy").expect("release");
            admin.go("/definitions/deploy").upload("bpmn-file", "good.bpmn", model("good.bpmn", key).replace("填写", "登记"));
            admin.expect("checked").click("deploy").click("compare-1").expectText("difference", "登记").expectGoodPage();
            admin.click("copy").fill("copy-key", key + "_copy").expectGoodPage().click("copy-confirm").expectText("notice", key + "_copy");
            admin.go("/definitions").expect("categories").expect("definition-" + key + "_copy").expectGoodPage();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void everyListAndSearchIsUsable(int width) {
        try (Browser admin = Browser.open(pages, width)) {
            admin.go("/work/todo").expect("sign-in").expectGoodPage().signIn(Sample.ADMIN).expect("list-todo");
            for (String route : new String[] {"/work/todo", "/work/claimable", "/work/done", "/work/started", "/work/toread", "/work/passed",
                    "/work/drafts", "/work/readable", "/start",
                    "/instances", "/definitions", "/incidents", "/account"}) {
                admin.go(route).expect("brand").expectGoodPage();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = Browser.WIDE)
    void aLinkToAnItemWorksAfterSigningInAndInBothLanguages(int width) {
        try (Browser zhao = Browser.open(pages, width)) {
            zhao.go("/items/9007199254740991").signIn(Sample.STARTER).expect("failure");
            assertThat(zhao.route()).isEqualTo("/items/9007199254740991");
            zhao.expectText("language", "English").click("language").expectText("language", "中文");
            zhao.signOut().expectGoodPage();
        }
    }

    /** A model of the tests' resources, with a key of its own. */
    private static String model(String name, String key) throws IOException {
        try (InputStream file = BrowserIT.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("KEY", key);
        }
    }
}
