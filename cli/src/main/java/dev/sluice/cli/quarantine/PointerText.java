package dev.sluice.cli.quarantine;

import dev.sluice.model.RecordPointer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A record's place as pointers write it: {@code topic/partition/offset}. */
final class PointerText implements ITypeConverter<RecordPointer> {
  private static final Pattern FORM =
      Pattern.compile("([a-zA-Z0-9._-]{1,249})/(\\d{1,9})/(\\d{1,18})");

  @Override
  public RecordPointer convert(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      throw new TypeConversionException("not a record; say topic/partition/offset");
    }
    return new RecordPointer(m.group(1), Integer.parseInt(m.group(2)), Long.parseLong(m.group(3)));
  }
}
