package dev.sluice.catalog.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.server.db.DatabaseAddress;
import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @Test
  void whatIsNoServerIsAFile() {
    DatabaseAddress address = DatabaseAddress.of("some/catalog.db", Map.of());

    assertThat(address.file()).contains(Path.of("some/catalog.db").toAbsolutePath());
    assertThat(address.url()).startsWith("jdbc:sqlite:/").endsWith("some/catalog.db");
  }

  @Test
  void aServerHasUserAndPasswordBesideItsAddress() {
    DatabaseAddress address =
        DatabaseAddress.of(
            "postgresql://sluice@db.internal:5432/catalog?sslmode=verify-full",
            Map.of("PGPASSWORD", "hidden-word", "PGUSER", "other"));

    assertThat(address.url())
        .isEqualTo("jdbc:postgresql://db.internal:5432/catalog?sslmode=verify-full");
    assertThat(address.properties())
        .containsEntry("user", "sluice")
        .containsEntry("password", "hidden-word");
    assertThat(address).hasToString("postgresql://sluice@db.internal:5432/catalog");
    assertThat(DatabaseAddress.of("jdbc:postgresql://h/c", Map.of("PGUSER", "me")))
        .hasToString("postgresql://me@h/c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://sluice:hidden-word@h/c",
        "jdbc:postgresql://h/c?user=u&password=hidden-word",
        "postgresql://h/c?PASSWORD=hidden-word"
      })
  void aPasswordInTheAddressIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> DatabaseAddress.of(text, Map.of()))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("PGPASSWORD")
        .message()
        .doesNotContain("hidden-word");
  }

  @Test
  void anAddressWithoutADatabaseIsRefused() {
    assertThatThrownBy(() -> DatabaseAddress.of("postgresql:catalog", Map.of()))
        .hasMessageContaining("write postgresql://[user@]host[:port]/database");
  }
}
