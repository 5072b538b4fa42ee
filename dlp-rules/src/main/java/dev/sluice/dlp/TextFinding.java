package dev.sluice.dlp;

import dev.sluice.model.InfoCategory;

/**
 * A validated candidate in plain text.
 *
 * @param start first character, in Unicode code points from 0
 * @param end behind the last character, in Unicode code points
 * @param score 0 to 1
 */
public record TextFinding(
    int start, int end, String infoType, InfoCategory category, String ruleId, double score) {}
