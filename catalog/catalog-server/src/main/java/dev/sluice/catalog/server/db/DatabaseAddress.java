package dev.sluice.catalog.server.db;

import dev.sluice.model.SluiceException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the catalog's index is kept: a SQLite file, or a database of a PostgreSQL server.
 * Immutable. Its text never shows a password.
 */
public final class DatabaseAddress {
  private static final Pattern SERVER =
      Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:([^:@/?]+)@)?([^@?]+)(\\?.*)?");
  private static final Pattern SECRET =
      Pattern.compile("://[^/@]*:[^/@]*@|[?&](password|sslpassword)=", Pattern.CASE_INSENSITIVE);

  private final Optional<Path> file;
  private final String url;
  private final Properties properties;

  private DatabaseAddress(Optional<Path> file, String url, Properties properties) {
    this.file = file;
    this.url = url;
    this.properties = properties;
  }

  /** A SQLite file, made at the first start, with its folder. */
  public static DatabaseAddress file(Path file) {
    Path absolute = file.toAbsolutePath();
    return new DatabaseAddress(Optional.of(absolute), "jdbc:sqlite:" + absolute, new Properties());
  }

  /**
   * What a command line says.
   *
   * @param text a file, or {@code postgresql://[user@]host[:port]/database[?options]} with the
   *     options of PostgreSQL's JDBC driver; {@code jdbc:} may stand before it
   * @param environment {@code PGUSER} and {@code PGPASSWORD} are used if they are there; else the
   *     driver looks into the file {@code PGPASSFILE}
   * @throws SluiceException if the text holds a password, which everybody on the machine could read
   */
  public static DatabaseAddress of(String text, Map<String, String> environment) {
    if (!text.matches("(jdbc:)?postgres(ql)?:.*")) {
      return file(Path.of(text));
    }
    if (SECRET.matcher(text).find()) {
      throw new SluiceException(
          "an address of a database must hold no password, others see it in the list of processes;"
              + " set PGPASSWORD, or PGPASSFILE to a file of mode 0600");
    }
    Matcher server = SERVER.matcher(text);
    if (!server.matches()) {
      throw new SluiceException(
          text + " is no address of a database; write postgresql://[user@]host[:port]/database");
    }
    Properties properties = new Properties();
    String user = server.group(1) == null ? environment.get("PGUSER") : server.group(1);
    if (user != null) {
      properties.setProperty("user", user);
    }
    String password = environment.get("PGPASSWORD");
    if (password != null) {
      properties.setProperty("password", password);
    }
    String options = server.group(3) == null ? "" : server.group(3);
    return new DatabaseAddress(
        Optional.empty(), "jdbc:postgresql://" + server.group(2) + options, properties);
  }

  /** The file, unless it is a server's. */
  public Optional<Path> file() {
    return file;
  }

  /** As JDBC takes it, without user and password. */
  public String url() {
    return url;
  }

  /** User and password, where they were given. */
  public Properties properties() {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  @Override
  public String toString() {
    String user = properties.getProperty("user");
    return file.map(Path::toString)
        .orElseGet(
            () ->
                url.substring("jdbc:".length())
                    .replaceFirst("\\?.*", "")
                    .replaceFirst("//", user == null ? "//" : "//" + user + "@"));
  }
}
