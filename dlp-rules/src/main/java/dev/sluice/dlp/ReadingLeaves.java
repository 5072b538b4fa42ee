package dev.sluice.dlp;

import dev.sluice.dlp.detect.Candidate;
import dev.sluice.dlp.detect.ValueContext;
import dev.sluice.dlp.walk.Forced;
import dev.sluice.dlp.walk.Leaves;
import dev.sluice.dlp.walk.Where;
import dev.sluice.model.Body;
import java.util.List;

/** Leaves of a walk that only looks: nothing is detected and everything stays. */
abstract class ReadingLeaves implements Leaves {

  @Override
  public void step(int chars) {
    // the walk that rewrites is the one that counts
  }

  @Override
  public List<Candidate> winners(String text, ValueContext context, Where where) {
    return List.of();
  }

  @Override
  public String replace(String text, Candidate c, String prepared, ValueContext x, Where where) {
    return text.substring(c.start(), c.end());
  }

  @Override
  public String forced(String text, Forced kind, ValueContext context, Where where) {
    return text;
  }

  @Override
  public void generalized(String before, String after, Forced kind, Where where) {
    // nothing is written
  }

  @Override
  public void wrote(String value, int[] spans, Where where) {
    // nothing is written
  }

  @Override
  public String untouched(String text, ValueContext context, Where where) {
    return text;
  }

  @Override
  public String untouchedName(String name, Where where) {
    return name;
  }

  @Override
  public Body unreadable(Body body, Body placeholder, Where where) {
    return body;
  }

  @Override
  public void part(String text, Where where) {
    // values only
  }

  @Override
  public void note(String code) {
    // noted by the walk that rewrites
  }
}
