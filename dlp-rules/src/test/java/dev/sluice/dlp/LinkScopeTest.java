package dev.sluice.dlp;

import static dev.sluice.dlp.Captures.POLICY;
import static dev.sluice.dlp.Captures.engine;
import static dev.sluice.dlp.Captures.get;
import static dev.sluice.dlp.Captures.json;
import static dev.sluice.dlp.Captures.pass;
import static dev.sluice.dlp.Captures.responseText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.dlp.keys.KeyRing;
import dev.sluice.dlp.policy.LinkScope;
import dev.sluice.dlp.policy.Linking;
import dev.sluice.dlp.policy.Policy;
import dev.sluice.dlp.rules.RulePacks;
import dev.sluice.model.Capture;
import dev.sluice.model.Direction;
import dev.sluice.model.Exchange;
import dev.sluice.model.SluiceException;
import dev.sluice.model.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How far one value keeps one surrogate, by the policy's link scope. */
class LinkScopeTest {
  private static final Instant START = Instant.EPOCH.plusSeconds(688L * 30 * 86_400);
  private static final String MAIL = "{\"email\":\"ana.lima@mail-host.net\"}";

  @Test
  void withinAnEpochAValueHasOneSurrogateInAllServices() {
    Engine engine = engine(policy(LinkScope.EPOCH, "default"));
    assertThat(run(engine, "shop", START, MAIL))
        .isEqualTo(run(engine, "payment", START.plusSeconds(29 * 86_400), MAIL));
  }

  @Test
  void theNextEpochCannotBeLinked() {
    Engine engine = engine(policy(LinkScope.EPOCH, "default"));
    assertThat(run(engine, "shop", START.minusMillis(1), MAIL))
        .isNotEqualTo(run(engine, "shop", START, MAIL));
  }

  @Test
  void surrogatesOfTheEpochBeforeAreLeftAloneAndThoseOfOlderOnesAreNot() {
    Engine engine = engine(policy(LinkScope.EPOCH, "default"));
    String old = run(engine, "shop", START.minusMillis(1), MAIL);
    assertThat(run(engine, "shop", START, old)).isEqualTo(old);
    assertThat(run(engine, "shop", START.plusSeconds(30L * 86_400), old)).isNotEqualTo(old);
    assertThat(run(engine, "shop", START.minusSeconds(31L * 86_400), old)).isNotEqualTo(old);
  }

  @Test
  void theScopeSnapshotEndsWithTheWindowAndTheService() {
    Engine engine = engine(policy(LinkScope.SNAPSHOT, "default"));
    String first = run(engine, "shop", START, MAIL);
    assertThat(run(engine, "shop", START.plusSeconds(299), MAIL)).isEqualTo(first);
    assertThat(run(engine, "shop", START.plusSeconds(300), MAIL)).isNotEqualTo(first);
    assertThat(run(engine, "payment", START, MAIL)).isNotEqualTo(first);
  }

  @Test
  void theScopeTenantHasNoEndButTenantsCannotBeLinked() {
    Engine engine = engine(policy(LinkScope.TENANT, "acme"));
    String first = run(engine, "shop", START, MAIL);
    assertThat(run(engine, "payment", START.plusSeconds(400L * 86_400), MAIL)).isEqualTo(first);
    assertThat(run(engine(policy(LinkScope.TENANT, "other")), "shop", START, MAIL))
        .isNotEqualTo(first);
  }

  @Test
  void twoEnginesWithOneKeyAgreeWhateverTheySawBefore() {
    Engine fresh = engine(policy(LinkScope.EPOCH, "default"));
    Engine used = engine(policy(LinkScope.EPOCH, "default"));
    for (int i = 0; i < 100; i++) {
      run(used, "shop", START.plusSeconds(i * 30L * 86_400), MAIL);
    }
    assertThat(run(used, "shop", START, MAIL)).isEqualTo(run(fresh, "shop", START, MAIL));
  }

  @Test
  void theScopeIsPartOfThePolicysDigest() {
    assertThat(policy(LinkScope.EPOCH, "default").digest())
        .isNotEqualTo(policy(LinkScope.TENANT, "default").digest())
        .isNotEqualTo(policy(LinkScope.EPOCH, "acme").digest());
  }

  @Test
  void aDestroyedKeyFailsInEveryScope() {
    KeyRing key = KeyRing.of(new byte[32]);
    KeyRing scoped = key.scoped("acme", "e");
    key.destroy();
    assertThat(scoped.isDestroyed()).isTrue();
    assertThatThrownBy(() -> scoped.subkey("surrogate/PERSON"))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("destroyed");
  }

  @Test
  void anEngineWhoseKeyWasDestroyedQuarantinesInsteadOfGoingOn() {
    KeyRing key = KeyRing.of(new byte[32]);
    Engine engine = Engine.create(new EngineConfig(POLICY, RulePacks.builtin(), key));
    String before = run(engine, "shop", START, MAIL);
    assertThat(before).contains("@");
    key.destroy();
    assertThat(engine.sanitize(capture("shop", START, MAIL)))
        .isInstanceOf(dev.sluice.model.Verdict.Quarantine.class);
  }

  private static Policy policy(LinkScope scope, String tenant) {
    return POLICY.withLinking(new Linking(scope, 30, tenant, List.of("session")));
  }

  private static String run(Engine engine, String service, Instant ts, String body) {
    return responseText(pass(engine, capture(service, ts, body)));
  }

  private static Capture capture(String service, Instant ts, String body) {
    return new Capture(
        new Exchange(
            "ex-1",
            ts,
            "test",
            service,
            Direction.INBOUND,
            "HTTP/1.1",
            OptionalLong.empty(),
            get("https://s.example/x"),
            Optional.of(json(body)),
            Trace.NONE,
            Map.of()));
  }
}
