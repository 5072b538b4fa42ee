package dev.sluice.flink.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class S3CredentialsTest {
  private static final String FILE =
      """
      # two profiles
      [default]
      aws_access_key_id = first
      aws_secret_access_key = one=of=them
      [other]
      aws_access_key_id=second
      """;

  @TempDir Path folder;

  @Test
  void variablesWinOverTheFile() throws IOException {
    Map<String, String> environment =
        Map.of(
            "AWS_ACCESS_KEY_ID", "a",
            "AWS_SECRET_ACCESS_KEY", "b",
            "AWS_SHARED_CREDENTIALS_FILE", file("rw-------"));

    assertThat(S3Credentials.of(environment)).isEqualTo(new S3Credentials("a", "b"));
    assertThat(S3Credentials.of(environment).toString()).doesNotContain("b\"").hasSize(13);
  }

  @Test
  void aProfileOfTheFileIsTaken() throws IOException {
    String file = file("rw-------");

    assertThat(S3Credentials.of(Map.of("AWS_SHARED_CREDENTIALS_FILE", file)))
        .isEqualTo(new S3Credentials("first", "one=of=them"));
    assertRefused(
        Map.of("AWS_SHARED_CREDENTIALS_FILE", file, "AWS_PROFILE", "other"), "under [other]");
  }

  @Test
  void aFileThatOthersMayReadIsRefusedAndNothingIsToldOfIt() throws IOException {
    assertRefused(Map.of("AWS_SHARED_CREDENTIALS_FILE", file("rw-r--r--")), "chmod 600");
    assertRefused(Map.of(), "set AWS_ACCESS_KEY_ID");
    assertRefused(Map.of("AWS_ACCESS_KEY_ID", "a"), "set AWS_SECRET_ACCESS_KEY");
  }

  private static void assertRefused(Map<String, String> environment, String part) {
    assertThatThrownBy(() -> S3Credentials.of(environment))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining(part)
        .hasMessageNotContaining("one=of=them");
  }

  private String file(String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("credentials"), FILE);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode)).toString();
  }
}
