package dev.sluice.flink.sanitize;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Tells the writer watermark and idleness in band: a sink writer is told the first and not the
 * second.
 */
public final class MarkOperator extends AbstractStreamOperator<Outcome>
    implements OneInputStreamOperator<Outcome, Outcome> {
  private static final long serialVersionUID = 1L;

  private long watermark = Long.MIN_VALUE;
  private boolean idle;

  @Override
  public void processElement(StreamRecord<Outcome> element) {
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = mark.getTimestamp();
    tell();
    super.processWatermark(mark);
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    idle = status.isIdle();
    tell();
    super.processWatermarkStatus(status);
  }

  private void tell() {
    output.collect(new StreamRecord<>(new Outcome.Mark(watermark, idle)));
  }
}
