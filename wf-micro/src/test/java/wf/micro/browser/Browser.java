package wf.micro.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;

/**
 * One person's window on the product: opens pages, finds elements by their {@code data-test} attribute, and notices
 * whatever the browser complains about.
 */
final class Browser implements AutoCloseable {
    static final int WIDE = 1280;
    static final int NARROW = 360;

    private static final List<String> SWITCHES = List.of("--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-sync");
    /** What fades in, also from the next frame on, has its final colours. */
    private static final String AT_REST = "async () => { await new Promise(then => requestAnimationFrame(() => requestAnimationFrame(then)));"
            + " return document.getAnimations().every(a => a.playState !== 'running' || a.effect.getComputedTiming().endTime === Infinity); }";
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    /** Milliseconds; a page that comes is looked at once, so only a busy machine needs them. */
    private static final double PATIENCE = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final URI base;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, BrowserContext context, URI base) {
        this.playwright = playwright;
        this.context = context;
        this.base = base;
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    static Browser open(URI base, int width) {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        com.microsoft.playwright.Browser chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getenv().getOrDefault("WF_CHROMIUM", "/usr/bin/chromium")))
                .setArgs(SWITCHES));
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width == NARROW ? 740 : 800).setHasTouch(width == NARROW).setLocale("zh-CN")
                .setReducedMotion(ReducedMotion.REDUCE));
        return new Browser(playwright, context, base);
    }

    /** Opens the product at a route such as {@code /items/12}. */
    Browser go(String route) {
        page.navigate(base.resolve("#" + route).toString());
        return this;
    }

    Browser signIn(String person) {
        at("login-name").fill(person);
        at("password").fill(Sample.PASSWORD);
        at("sign-in-go").click();
        return this;
    }

    Browser signOut() {
        at("sign-out").click();
        expect("login-name");
        return this;
    }

    /** The element with this {@code data-test} attribute; inputs are the control inside it. */
    Locator at(String name) {
        return page.locator("[data-test=\"" + name + "\"]");
    }

    Browser click(String name) {
        at(name).click();
        return this;
    }

    Browser fill(String name, String text) {
        at(name).fill(text);
        return this;
    }

    /** Fills the form field of a process variable. */
    Browser fillField(String variable, String text) {
        at("field-" + variable).locator("input, textarea").first().fill(text);
        return this;
    }

    /** Adds a person to those chosen in a picker, and closes its list. */
    Browser choosePerson(String picker, String person) {
        at(picker).locator(".el-select").last().click();
        at("person-" + person).click();
        at(picker).locator("label").first().click();
        page.keyboard().press("Tab");
        return this;
    }

    /** Chooses one entry of a list that drops down. */
    Browser choose(String name, String option) {
        at(name).locator(".el-select").click();
        at(option).click();
        return this;
    }

    Browser upload(String name, String fileName, String content) {
        at(name).locator("input[type=file]")
                .setInputFiles(new FilePayload(fileName, "application/xml", content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Waits until the element is there. */
    Browser expect(String name) {
        assertThat(at(name).first()).isVisible();
        return this;
    }

    Browser expectText(String name, String text) {
        assertThat(at(name).first()).containsText(text);
        return this;
    }

    /** Waits until a row of the list on the screen shows this title. */
    Locator row(String title) {
        Locator row = at("row").filter(new Locator.FilterOptions().setHasText(title));
        assertThat(row).hasCount(1);
        return row;
    }

    /** Waits until the diagram is drawn and its node carries the mark, as in {@code DONE}. */
    Browser expectMark(String nodeId, String kind) {
        assertThat(page.locator(".wf-badge-" + kind + "[data-node=\"" + nodeId + "\"]")).isVisible();
        return this;
    }

    String route() {
        return URI.create(page.url()).getFragment();
    }

    /** No serious violation of the accessibility rules, no sideways scrolling, no complaint of the browser. */
    Browser expectGoodPage() {
        page.waitForFunction(AT_REST);
        List<String> violations = new AxeBuilder(page).analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact())).map(Browser::describe).toList();
        Assertions.assertThat(violations).as("accessibility at %s", route()).isEmpty();
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("width of %s", route()).isEqualTo(0);
        Assertions.assertThat(complaints).as("complaints at %s", route()).isEmpty();
        return this;
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
