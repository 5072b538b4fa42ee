package dev.sluice.snapshot.part;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Reads all columns that {@link PartSchema} knows. */
final class GroupSupport extends ReadSupport<Group> {
  @Override
  public ReadContext init(InitContext context) {
    return new ReadContext(PartSchema.SCHEMA);
  }

  @Override
  public RecordMaterializer<Group> prepareForRead(
      Configuration configuration,
      Map<String, String> meta,
      MessageType fileSchema,
      ReadContext context) {
    return new GroupRecordConverter(context.getRequestedSchema());
  }

  @Override
  public RecordMaterializer<Group> prepareForRead(
      ParquetConfiguration configuration,
      Map<String, String> meta,
      MessageType fileSchema,
      ReadContext context) {
    return new GroupRecordConverter(context.getRequestedSchema());
  }
}
