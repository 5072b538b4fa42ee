package dev.sluice.snapshot.part;

import dev.sluice.model.SluiceException;
import dev.sluice.snapshot.digest.LtHash;
import dev.sluice.snapshot.stats.PartStats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;

/** What a part says of itself: two small reads, whatever its size. */
public record PartFooter(long rows, PartStats stats, LtHash digest) {

  /** Reads the footer of a part of {@code size} bytes; {@code key} is for messages only. */
  public static PartFooter read(String key, RangeSource source, long size) {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(new RangeInput(source, size), options)) {
      Map<String, String> meta = reader.getFooter().getFileMetaData().getKeyValueMetaData();
      return new PartFooter(
          reader.getRecordCount(),
          PartStats.fromBytes(
              required(key, meta, PartStats.FOOTER_KEY).getBytes(StandardCharsets.UTF_8)),
          LtHash.fromState(Base64.getDecoder().decode(required(key, meta, PartSchema.DIGEST_KEY))));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw PartReader.unreadable(key, e);
    } catch (RuntimeException e) {
      throw e instanceof SluiceException ? e : PartReader.unreadable(key, e);
    }
  }

  private static String required(String key, Map<String, String> meta, String name) {
    String value = meta.get(name);
    if (value == null) {
      throw new SluiceException("part " + key + " has no " + name + " in its footer");
    }
    return value;
  }
}
