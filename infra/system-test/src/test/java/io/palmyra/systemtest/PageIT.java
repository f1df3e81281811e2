package io.palmyra.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.palmyra.local.suite.Suite;
import io.palmyra.systemtest.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The page in real Chromium, over the running suite and its simulated market. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final double SLOW = 60_000;

  private final List<String> consoleErrors = new CopyOnWriteArrayList<>();
  private Suite suite;
  private Playwright playwright;
  private Browser browser;
  private Page page;

  @BeforeAll
  void start() throws IOException {
    Files.createDirectories(SHOTS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Chromium.find())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    suite =
        Suites.start(
            options ->
                options.with("market-data", List.of("palmyra.market-data.simulated.history=30m")));
  }

  @AfterAll
  void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (suite != null) {
      suite.close();
    }
  }

  @BeforeEach
  void open() {
    page = newPage(1440, 1000, ColorScheme.LIGHT);
    logIn(page);
  }

  @AfterEach
  void noConsoleErrors() {
    page.context().close();
    assertThat(consoleErrors).isEmpty();
  }

  private Page newPage(int width, int height, ColorScheme scheme) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
    Page opened = context.newPage();
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            consoleErrors.add(message.text() + " " + message.location());
          }
        });
    opened.onPageError(consoleErrors::add);
    return opened;
  }

  private void logIn(Page on) {
    on.navigate(suite.options().ports().url("gateway") + "/");
    on.getByLabel("Username").fill("admin");
    on.getByLabel("Password").fill(suite.firstAdminPassword());
    on.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    assertThat(state(on)).containsText("Running", slow());
  }

  private static Locator state(Page on) {
    return on.getByLabel("Trading state");
  }

  private static LocatorAssertions.ContainsTextOptions slow() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW);
  }

  private Locator panel(Page on, String name) {
    return on.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(false));
  }

  @Test
  @Order(1)
  void quotesMoveOrdersFillAndEquityIsDrawn() {
    Locator quotes = panel(page, "Quotes");
    assertThat(quotes).containsText("EURUSD", slow());
    String before = quotes.innerText();
    page.waitForCondition(() -> !quotes.innerText().equals(before));
    Locator fills = panel(page, "Fills");
    assertThat(fills).containsText(Pattern.compile("Buy|Sell"), slow());
    assertThat(
            page.getByRole(
                AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("[Ee]quity"))))
        .isVisible();
    assertThat(panel(page, "Orders")).containsText(Pattern.compile("Filled"), slow());
    shoot(page, "desk-light");
  }

  @Test
  @Order(2)
  void haltingAsksForAReasonAndResumingLiftsThatHalt() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Halt")))
        .first()
        .click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    Locator send =
        dialog.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Halt:")));
    assertThat(send).isDisabled();
    dialog.getByLabel("Reason").fill("browser drill");
    shoot(page, "halt-dialog");
    send.click();
    assertThat(state(page)).containsText("Halted", slow());
    assertThat(page.locator("body")).containsText("browser drill", slow());
    shoot(page, "halted");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Resume everything"))
        .first()
        .click();
    page.getByRole(AriaRole.DIALOG).getByLabel("Reason").fill("drill over");
    page.getByRole(AriaRole.DIALOG)
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Resume")))
        .click();
    assertThat(state(page)).containsText("Running", slow());
  }

  @Test
  @Order(3)
  void anOrderFromTheTicketIsDecidedAndFilled() {
    Locator ticket = page.locator("#ticket");
    ticket.getByLabel("Instrument").selectOption("EURUSD.SIM");
    ticket.getByLabel("Quantity").fill("1000");
    ticket
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^Buy|^Send|^Place")))
        .last()
        .click();
    assertThat(ticket).containsText(Pattern.compile("[Aa]ccepted|[Ff]illed"), slow());
    shoot(page, "ticket");
  }

  @Test
  @Order(4)
  void aPhoneShowsItWithoutScrollingSideways() {
    Page phone = newPage(390, 844, ColorScheme.DARK);
    logIn(phone);
    assertThat(panel(phone, "Quotes")).containsText("EURUSD", slow());
    Object overflow =
        phone.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    shoot(phone, "phone-dark");
    phone.context().close();
    assertThat(((Number) overflow).intValue()).isZero();
  }

  @Test
  @Order(5)
  void darkIsDarkAndTheKeyboardReachesTheHaltButton() {
    Page dark = newPage(1440, 1000, ColorScheme.DARK);
    logIn(dark);
    Object background =
        dark.evaluate(
            "getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0,3).map(Number)"
                + ".reduce((a,b)=>a+b)");
    assertThat(((Number) background).doubleValue()).isLessThan(150);
    boolean reached = false;
    for (int tab = 0; tab < 15 && !reached; tab++) {
      dark.keyboard().press("Tab");
      reached =
          String.valueOf(dark.evaluate("document.activeElement.textContent")).contains("Halt");
    }
    shoot(dark, "desk-dark");
    dark.context().close();
    assertThat(reached).isTrue();
  }

  @Test
  @Order(6)
  void aWrongPasswordIsToldAndNothingMore() {
    Page other = newPage(1440, 1000, ColorScheme.LIGHT);
    other.navigate(suite.options().ports().url("gateway") + "/");
    other.getByLabel("Username").fill("admin");
    other.getByLabel("Password").fill("not the password");
    other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    assertThat(other.getByRole(AriaRole.ALERT)).containsText("wrong", slow());
    shoot(other, "log-in");
    other.context().close();
    // The browser itself writes a line about the 401; it is the only one.
    consoleErrors.removeIf(error -> error.contains("401"));
  }

  private static void shoot(Page on, String name) {
    on.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
