package dev.sluice.dlp;

import dev.sluice.model.InfoCategory;

/**
 * One line of a scan report: a finding with the shapes of the text before and after, never the
 * text.
 *
 * @param location as in {@link dev.sluice.model.Finding#location()}
 * @param transform what would replace it; empty if its score is under the threshold
 * @param before shape of the value: letters as {@code a} or {@code A}, digits as {@code 9}
 * @param after shape of what replaces it
 */
public record Detected(
    String ruleId,
    String infoType,
    InfoCategory category,
    String location,
    double score,
    String transform,
    String before,
    String after) {}
